import { isPlainDate } from "@/lib/kernel/dates";
import { type IdKind, idPrefixes, isId } from "@/lib/kernel/ids";
import { one, type SearchParams } from "@/lib/kernel/listing";
import type { ListFilter } from "./list-toolbar";

/**
 * What the address asks a list for and cannot get, by parameter, in a sentence: a day that is none, a value that is
 * none of the choices. An id may be of what is no longer offered, such as a closed project, and is no trouble.
 */
export function filterTroubles(params: SearchParams, filters: ListFilter[]): Record<string, string> {
  const troubles = filters.flatMap((filter) =>
    filter.kind === "range"
      ? [filter.from.name, filter.to.name].map((name) => [name, dayTrouble(asked(params, name))] as const)
      : [[filter.name, choiceTrouble(asked(params, filter.name), filter)] as const],
  );
  return Object.fromEntries(troubles.flatMap(([name, sentence]) => (sentence ? [[name, sentence]] : [])));
}

/** The words of the filters without those that are in trouble: what filters nothing is no chip. */
export function withoutTroubles<T>(words: Record<string, T>, troubles: Record<string, string>): Record<string, T> {
  return Object.fromEntries(Object.entries(words).filter(([name]) => !(name in troubles)));
}

function dayTrouble(text: string): string | null {
  if (text === "" || isPlainDate(text)) return null;
  return `“${said(text)}” is no date from 1970 to 2199, so the list is not filtered by it.`;
}

function choiceTrouble(text: string, { label, options }: Extract<ListFilter, { kind: "select" }>): string | null {
  if (text === "" || options.some((option) => option.value === text) || isAnyId(text)) return null;
  return `“${said(text)}” is none of the choices of ${label}, so the list is not filtered by it.`;
}

function isAnyId(text: string): boolean {
  return Object.keys(idPrefixes).some((kind) => isId(kind as IdKind, text));
}

function asked(params: SearchParams, name: string): string {
  return one(params[name]).trim();
}

function said(text: string): string {
  return text.toWellFormed().slice(0, 30);
}

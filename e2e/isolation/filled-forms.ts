import type { z } from "zod";

/** What a form sends, in its order; `name[]` is one of a list. */
export type Fields = [name: string, value: string][];

/** Each word is tried until the schema takes one; text comes first, or an id would pass for a name. */
const words = ["Asked by a stranger", "1", "2026-11-18", "18:00", "stranger@example.com", "America/New_York", "100"];

/** What no schema can tell: the figures of a line that exclude one another, and the first version of a record. */
const figures: Record<string, string> = { revision: "0", credit: "0", pattern: "{SEQ}" };

type Def = {
  type: string;
  in?: z.ZodType;
  out?: z.ZodType;
  innerType?: z.ZodType;
  options?: z.ZodType[];
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  entries?: Record<string, string>;
  values?: string[];
};

/** A full form for each shape that the input may have, every field that names a record filled with one of these ids. */
export function filledForms(input: z.ZodType, ids: readonly string[]): Fields[] {
  return shapesOf(input).map((shape) => Object.entries(shape).flatMap(([name, field]) => filled(name, field, ids)));
}

function shapesOf(schema: z.ZodType): Record<string, z.ZodType>[] {
  const { shape, options } = core(schema);
  if (shape) return [shape];
  return options?.flatMap(shapesOf) ?? [];
}

function filled(name: string, field: z.ZodType, ids: readonly string[]): Fields {
  const { type, element } = core(field);
  if (type === "record") return [];
  if (!element) return [[name, wordFor(name, field, ids)]];
  for (const count of [1, 2]) {
    const list = Array.from({ length: count }, (_, n) => elementOf(element, ids, n));
    const json = JSON.stringify(list);
    if (field.safeParse(json).success) return [[name, json]];
    if (field.safeParse(list).success) return list.map((value): Fields[number] => [`${name}[]`, String(value)]);
  }
  throw new Error(`Nothing known fills the list ${name}`);
}

/** The second line is the first's counterpart: what the one debits the other credits. */
function elementOf(element: z.ZodType, ids: readonly string[], n: number): unknown {
  const [shape] = shapesOf(element);
  if (!shape) return wordFor("", element, ids);
  const filledIn = Object.entries(shape).map(([name, field]) => [name, wordFor(name, field, ids)]);
  const line = Object.fromEntries(filledIn) as Record<string, string>;
  return n === 1 && "debit" in line ? { ...line, debit: line.credit, credit: line.debit } : line;
}

function wordFor(name: string, field: z.ZodType, ids: readonly string[]): string {
  const { entries, values } = core(field);
  const known = entries ? Object.values(entries) : values;
  const tried = known ?? [figures[name], ...words, ...ids].filter((word) => word !== undefined);
  const taken = tried.find((word) => field.safeParse(word).success);
  if (taken === undefined) throw new Error(`Nothing known fills the field ${name}`);
  return taken;
}

/** Behind what only prepares, checks or loosens it. */
function core(schema: z.ZodType): Def {
  const def = schema._zod.def as unknown as Def;
  const inner = def.innerType ?? (def.type === "pipe" ? (isTransform(def.in) ? def.out : def.in) : undefined);
  return inner ? core(inner) : def;
}

function isTransform(schema: z.ZodType | undefined): boolean {
  return (schema?._zod.def as Def | undefined)?.type === "transform";
}

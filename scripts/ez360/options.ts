import { parseArgs } from "node:util";
import { isPlainDate, type PlainDate } from "@/lib/kernel/dates";

/** The words of a command were not understood: usage is printed, exit 2. */
export class Misuse extends Error {}

export type Options = {
  words: string[];
  company?: string;
  format?: string;
  out?: string;
  data?: string;
  json: boolean;
  from?: PlainDate;
  to?: PlainDate;
  asOf?: PlainDate;
};

export function readOptions(words: string[]): Options {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        company: { type: "string" },
        format: { type: "string" },
        out: { type: "string" },
        data: { type: "string" },
        json: { type: "boolean", default: false },
        from: { type: "string" },
        to: { type: "string" },
        "as-of": { type: "string" },
      },
    });
    const { from, to, "as-of": asOf, ...rest } = values;
    return { ...rest, json: rest.json ?? false, words: positionals, from: day(from), to: day(to), asOf: day(asOf) };
  } catch (error) {
    if (error instanceof Misuse) throw error;
    throw new Misuse(error instanceof Error ? error.message : "The options were not understood.");
  }
}

/** The option, or a sentence that it is missing. */
export function needed<T>(value: T | undefined, option: string): T {
  if (value === undefined) throw new Misuse(`--${option} is missing.`);
  return value;
}

function day(text: string | undefined): PlainDate | undefined {
  if (text === undefined) return undefined;
  if (!isPlainDate(text)) throw new Misuse(`${text} is no date. Write it as 2026-10-31.`);
  return text;
}

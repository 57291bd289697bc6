import { parseArgs } from "node:util";
import { isPlainDate, type PlainDate } from "@/lib/kernel/dates";

/** The words of a command were not understood: usage is printed, exit 2. */
export class Misuse extends Error {}

const flags = {
  company: { type: "string" },
  format: { type: "string" },
  out: { type: "string" },
  data: { type: "string" },
  json: { type: "boolean" },
  expect: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  "as-of": { type: "string" },
  plan: { type: "string" },
  status: { type: "string" },
  "trial-ends": { type: "string" },
  "extra-seats": { type: "string" },
  "comp-until": { type: "string" },
  reason: { type: "string" },
  suspend: { type: "boolean" },
  reactivate: { type: "boolean" },
} as const;

export type Flag = keyof typeof flags;

export type Options = {
  /** What stands after the command, such as the name of a report. */
  subject?: string;
  company?: string;
  format?: string;
  out?: string;
  data?: string;
  json: boolean;
  expect?: string;
  from?: PlainDate;
  to?: PlainDate;
  asOf?: PlainDate;
  plan?: string;
  status?: string;
  trialEnds?: PlainDate;
  extraSeats?: string;
  /** A day, `forever` or `none`. */
  compUntil?: string;
  reason?: string;
  suspend?: boolean;
  reactivate?: boolean;
};

/** Takes the flags that the command knows, and `subjects` to choose one from; everything else is misuse. */
export function readOptions(words: string[], known: readonly Flag[], subjects: readonly string[] = []): Options {
  const { values, positionals } = parsed(words);
  const strange = (Object.keys(values) as Flag[]).find((flag) => flag !== "data" && !known.includes(flag));
  if (strange) throw new Misuse(`This command has no --${strange}.`);
  const [subject, extra] = positionals;
  if (extra !== undefined || (subject !== undefined && !subjects.includes(subject))) {
    throw new Misuse(`${extra ?? subject} is not understood here.`);
  }
  if (subjects.length > 0 && subject === undefined) throw new Misuse(`Name one of: ${subjects.join(", ")}.`);
  const { from, to, "as-of": asOf, "trial-ends": trialEnds, json = false, ...rest } = values;
  const { "extra-seats": extraSeats, "comp-until": compUntil, ...plain } = rest;
  const days = { from: day(from), to: day(to), asOf: day(asOf), trialEnds: day(trialEnds) };
  const options = { ...plain, ...days, extraSeats, compUntil, json, subject };
  const end = options.to ?? options.asOf;
  if (options.from && end && options.from > end) throw new Misuse("--from lies after the last day.");
  return options;
}

/** The option, or a sentence that it is missing. */
export function needed<T>(value: T | undefined, flag: Flag): T {
  if (value === undefined || value === "") throw new Misuse(`--${flag} is missing.`);
  return value;
}

function parsed(words: string[]) {
  try {
    return parseArgs({ args: words, allowPositionals: true, options: flags });
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split(". ");
    throw new Misuse(`${reason}.`);
  }
}

function day(text: string | undefined): PlainDate | undefined {
  if (text === undefined) return undefined;
  if (!isPlainDate(text)) throw new Misuse(`${text} is no date. Write it as 2026-10-31.`);
  return text;
}

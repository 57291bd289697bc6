import { z } from "zod";
import type { Cents } from "@/lib/kernel/money";

const cents = z
  .number()
  .int()
  .transform((value) => value as Cents);

/** What a close writes down for ever, in the facts of its event: the checklist as it was, and the seal of the books. */
export const closeFacts = z.object({
  note: z.string(),
  checklist: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      severity: z.enum(["block", "warn"]),
      count: z.number().int(),
      settled: z.string().default("None"),
    }),
  ),
  seal: z.object({
    entries: z.number().int(),
    postedCents: cents,
    balanceCents: cents,
    fingerprint: z.string(),
  }),
});

export type CloseFacts = z.output<typeof closeFacts>;

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
      /** Why the close is right although this point stands. */
      reason: z.string().default(""),
    }),
  ),
  seal: z.object({
    entries: z.number().int(),
    postedCents: cents,
    balanceCents: cents,
    fingerprint: z.string(),
    digest: z.string().default(""),
    previous: z.string().default(""),
  }),
});

export type CloseFacts = z.output<typeof closeFacts>;

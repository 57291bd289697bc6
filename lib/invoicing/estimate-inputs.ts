import { z } from "zod";
import {
  dayField,
  discountField,
  idField,
  jsonList,
  optionalId,
  optionalText,
  percentField,
  revisionField,
  textField,
} from "@/lib/kernel/fields";
import { estimateKinds } from "./estimate";
import { documentTexts, invoiceLineInput } from "./inputs";
import { maxLines } from "./invoice";

const draft = {
  clientId: idField("client", "a client"),
  projectId: optionalId("project", "a project"),
  issuedOn: dayField("a date"),
  validUntil: dayField("a last valid day"),
  reference: optionalText("a reference", { max: 100 }),
  notes: optionalText("notes", { max: 4_000 }),
  ...documentTexts,
  taxPercent: percentField("a tax percentage"),
  discount: discountField("a discount"),
  deposit: discountField("a deposit", "deposit"),
  lines: jsonList(
    z.array(invoiceLineInput.omit({ lineId: true })).max(maxLines, `A document has ${maxLines} lines at most.`),
  ),
};

const validAfterDate = {
  check: (input: { issuedOn: string; validUntil: string }) => input.validUntil >= input.issuedOn,
  words: { message: "The last valid day lies before the date.", path: ["validUntil"] },
};

export const newEstimateInput = z
  .object({ kind: z.enum(estimateKinds, { error: "Choose estimate or proposal." }), ...draft })
  .refine(validAfterDate.check, validAfterDate.words);

const identity = { estimateId: idField("estimate", "an estimate") };

export const editEstimateInput = z
  .object({ ...identity, revision: revisionField(), ...draft })
  .refine(validAfterDate.check, validAfterDate.words);

export const estimateRevisionInput = z.object({ ...identity, revision: revisionField() });
export const estimateInput = z.object(identity);

export const extendEstimateInput = z.object({ ...identity, validUntil: dayField("a last valid day") });

export const acceptEstimateInput = z.object({
  ...identity,
  name: textField("the name of whoever accepted", { max: 160 }),
  acceptedOn: dayField("the day of the acceptance"),
});

export const endEstimateInput = z.object({
  ...identity,
  decidedOn: dayField("a day"),
  reason: textField("a reason", { max: 500 }),
});

export const invoicePartInput = z.object({ ...identity, percent: percentField("a percentage") });

export type NewEstimateInput = z.output<typeof newEstimateInput>;
export type EditEstimateInput = z.output<typeof editEstimateInput>;
export type EstimateRevisionInput = z.output<typeof estimateRevisionInput>;
export type EstimateInput = z.output<typeof estimateInput>;
export type ExtendEstimateInput = z.output<typeof extendEstimateInput>;
export type AcceptEstimateInput = z.output<typeof acceptEstimateInput>;
export type EndEstimateInput = z.output<typeof endEstimateInput>;
export type InvoicePartInput = z.output<typeof invoicePartInput>;

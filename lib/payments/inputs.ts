import { z } from "zod";
import {
  checkbox,
  dayField,
  idField,
  jsonList,
  moneyField,
  optionalId,
  optionalText,
  revisionField,
  textField,
} from "@/lib/kernel/fields";
import type { InvoiceId } from "@/lib/kernel/ids";
import type { Cents } from "@/lib/kernel/money";
import { paymentMethods } from "./payment";

/** Up to how much of a payment goes to an invoice; never more than is open on it. */
export type PlacementInput = { invoiceId: InvoiceId; amount: Cents };

const details = {
  receivedOn: dayField("the day the money came in"),
  amount: moneyField("an amount", { min: 1 }),
  method: z.enum(paymentMethods, { error: "Choose how it was paid." }),
  depositAccountId: optionalId("account", "an account"),
  reference: optionalText("a reference", { max: 100 }),
  note: optionalText("a note", { max: 1_000 }),
};

const placements = z
  .array(z.object({ invoiceId: idField("invoice", "an invoice"), amount: moneyField("an amount") }))
  .max(500, "A payment goes to 500 invoices at most.");

/**
 * `invoiceId` names the one invoice that all of it is for; for several, `placements` says how much goes to which. What
 * neither takes becomes credit of the client.
 */
export const recordPaymentInput = z
  .object({
    /** The expected payment that this is. */
    paymentId: optionalId("payment", "a payment"),
    clientId: optionalId("client", "a client"),
    invoiceId: optionalId("invoice", "an invoice"),
    placements: z.preprocess((value) => value ?? "[]", jsonList(placements)),
    ...details,
    /** Said before saving: what no invoice takes becomes client credit. */
    acceptExcess: checkbox(),
  })
  .transform(({ invoiceId, ...input }) => ({
    ...input,
    placements: invoiceId
      ? [{ invoiceId, amount: input.amount }]
      : input.placements.filter((placement): placement is PlacementInput => placement.amount > 0),
  }));

export const planPaymentInput = z.object({
  clientId: idField("client", "a client"),
  ...details,
  receivedOn: dayField("the day the money is expected"),
});

export const editPlannedInput = planPaymentInput.extend({
  paymentId: idField("payment", "a payment"),
  revision: revisionField(),
});

export const plannedPaymentInput = z.object({
  paymentId: idField("payment", "a payment"),
  revision: revisionField(),
});

export const voidPaymentInput = z.object({
  paymentId: idField("payment", "a payment"),
  voidedOn: dayField("the day of the void"),
  reason: textField("a reason", { max: 500 }),
});

export type RecordPaymentInput = z.output<typeof recordPaymentInput>;
export type PlanPaymentInput = z.output<typeof planPaymentInput>;
export type EditPlannedInput = z.output<typeof editPlannedInput>;
export type PlannedPaymentInput = z.output<typeof plannedPaymentInput>;
export type VoidPaymentInput = z.output<typeof voidPaymentInput>;

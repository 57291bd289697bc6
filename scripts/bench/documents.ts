import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { draftInvoice } from "@/lib/invoicing/draft-invoice";
import { noDiscount, totalsOf } from "@/lib/invoicing/invoice";
import { issueInvoice } from "@/lib/invoicing/issue-invoice";
import { addDays, type PlainDate } from "@/lib/kernel/dates";
import { type ClientId, type InvoiceId, newId } from "@/lib/kernel/ids";
import { type Cents, cents, type Quantity, type RatePpm } from "@/lib/kernel/money";
import { recordPayment } from "@/lib/payments/record-payment";
import type { Firm } from "./firm";

/** The deeds that are measured, done by the product or by the floor. */
export type Clerk = {
  draft: () => Promise<InvoiceId>;
  issue: (invoiceId: InvoiceId) => Promise<unknown>;
  pay: (invoiceId: InvoiceId) => Promise<unknown>;
};

const taxPpm = 88_750 as RatePpm;
const lines = [1, 2, 3, 4, 5].map((n) => ({
  lineId: null,
  itemId: null,
  description: `Line ${n}: fieldwork and drawing`,
  quantity: (n * 12_500) as Quantity,
  unitPrice: cents(9_500 + n * 111),
  discount: noDiscount,
  isTaxable: true,
  tax: null,
}));
const totals = totalsOf(
  lines.map(({ unitPrice, ...line }) => ({ ...line, unitPriceCents: unitPrice })),
  taxPpm,
);

/** Through the doors and the domain's commands, as a form does. */
export function productClerk({ desk, clientIds }: Firm): Clerk {
  const { today } = desk.scope();
  const nextClient = turn(clientIds);
  return {
    draft: async () => {
      const head = {
        kind: "standard" as const,
        clientId: nextClient(),
        projectId: null,
        useProjectNumbers: false,
        reference: "",
        notes: "",
        taxPercent: taxPpm,
      };
      const draft = { ...head, discount: noDiscount, issuedOn: today, dueOn: addDays(today, 30), lines };
      return (await desk.work((work) => draftInvoice(work, draft))).invoiceId;
    },
    issue: (invoiceId) => desk.work((work) => issueInvoice(work, { invoiceId, revision: 0 })),
    pay: (invoiceId) => {
      const words = { method: "check" as const, reference: "", note: "", acceptExcess: false };
      const placements = [{ invoiceId, amount: totals.totalCents }];
      const nobody = { paymentId: null, clientId: null, depositAccountId: null };
      const payment = { ...nobody, placements, receivedOn: today, amount: totals.totalCents, ...words };
      return desk.work((work) => recordPayment(work, payment));
    },
  };
}

/** One prepared statement for each deed, on the tables of floor.sql. */
export function floorClerk(pool: Pool, { desk, clientIds }: Firm): Clerk {
  const { today, company, member } = desk.scope();
  const nextClient = turn(clientIds);
  const call = (name: string, ...values: unknown[]) => {
    const given = [company.id, member.id, newId("event"), randomUUID(), ...values];
    const text = `select bench.${name}(${given.map((_, place) => `$${place + 1}`).join(", ")})`;
    return pool.query({ name, text, values: given });
  };
  return {
    draft: async () => {
      const id = newId("invoice");
      await call("draft_invoice", id, ...draftedValues(nextClient(), today));
      return id;
    },
    issue: (id) => call("issue_invoice", id, newId("journalEntry")),
    pay: (id) => {
      const ids = [id, newId("journalEntry"), newId("payment"), newId("allocation")];
      return call("record_payment", ...ids, today, totals.totalCents);
    },
  };
}

function draftedValues(clientId: ClientId, today: PlainDate): unknown[] {
  const column = <T>(pick: (line: (typeof lines)[number], total: { subtotalCents: Cents; taxCents: Cents }) => T) =>
    lines.map((line, place) => pick(line, totals.lines[place] ?? { subtotalCents: cents(0), taxCents: cents(0) }));
  return [
    ...[clientId, today, addDays(today, 30), taxPpm, totals.subtotalCents, totals.taxCents],
    column(() => newId("invoiceLine")),
    column((line) => line.description),
    column((line) => `${line.quantity}e-4`),
    column((line) => line.unitPrice),
    column((_, total) => total.subtotalCents),
    column((_, total) => total.taxCents),
  ];
}

/** Each in turn, for ever. */
function turn<T>(all: T[]): () => T {
  let place = 0;
  return () => {
    place += 1;
    return all[place % all.length] as T;
  };
}

import type { Scope } from "@/lib/access/scope";
import { getClient } from "@/lib/clients/queries";
import { idOf, orNotFound } from "@/lib/doors/page";
import { getInvoice } from "@/lib/invoicing/queries";
import { formatDollars } from "@/lib/kernel/decimal-text";
import type { ClientId } from "@/lib/kernel/ids";
import { one, type SearchParams } from "@/lib/kernel/listing";
import { listOpenInvoices } from "@/lib/payments/open-invoices";
import { getPayment } from "@/lib/payments/queries";
import type { PaymentFormProps } from "./payment-form";
import { startAmount } from "./spread";

type Rights = "payments.read" | "invoices.read" | "clients.read";
type Started = Pick<PaymentFormProps, "client" | "invoices" | "amount" | "hint" | "planned"> & {
  title: string;
  /** Where one goes who does not record it. */
  backPath: string;
  /** What stands in the way, if anything does. */
  barred?: { what: "draft" | "void" | "came_in"; path: string };
};

/**
 * Where the form begins: with one invoice (`?invoice=`), which is paid first, with an expected payment that came in
 * (`?payment=`), or with a client (`?client=`). Null where none of them is named.
 */
export async function startedPayment(scope: Scope<Rights>, query: SearchParams): Promise<Started | null> {
  if (one(query.invoice)) return fromInvoice(scope, one(query.invoice));
  if (one(query.payment)) return fromPlanned(scope, one(query.payment));
  if (one(query.client)) return fromClient(scope, one(query.client));
  return null;
}

async function fromInvoice(scope: Scope<Rights>, segment: string): Promise<Started> {
  const { invoice, client, balanceCents } = await orNotFound(getInvoice(scope, idOf("invoice", segment)));
  const open = await openOf(scope, client.id);
  const path = `/invoices/${invoice.id}`;
  const number = invoice.number ?? "";
  return {
    title: `Record payment${number ? ` for ${number}` : ""}`,
    client,
    invoices: [...open.filter(({ id }) => id === invoice.id), ...open.filter(({ id }) => id !== invoice.id)],
    amount: startAmount(balanceCents),
    hint: balanceCents > 0 ? `${formatDollars(balanceCents)} is open on ${number}.` : `${number} is paid.`,
    backPath: path,
    ...(invoice.status === "issued" ? {} : { barred: { what: invoice.status, path } }),
  };
}

async function fromPlanned(scope: Scope<Rights>, segment: string): Promise<Started> {
  const { payment, clientName } = await orNotFound(getPayment(scope, idOf("payment", segment)));
  const { method, depositAccountId, reference, note, amountCents } = payment;
  const path = `/payments/${payment.id}`;
  return {
    title: "The expected payment came in",
    client: { id: payment.clientId, name: clientName },
    invoices: await openOf(scope, payment.clientId),
    amount: startAmount(amountCents),
    hint: `${formatDollars(amountCents)} was expected.`,
    planned: { paymentId: payment.id, method, depositAccountId, reference, note },
    backPath: path,
    ...(payment.status === "pending" ? {} : { barred: { what: "came_in" as const, path } }),
  };
}

async function fromClient(scope: Scope<Rights>, segment: string): Promise<Started> {
  const client = await orNotFound(getClient(scope, idOf("client", segment)));
  const invoices = await openOf(scope, client.id);
  return { title: "Record payment", client, invoices, amount: "", backPath: `/clients/${client.id}` };
}

async function openOf(scope: Scope<"payments.read">, clientId: ClientId) {
  const open = await listOpenInvoices(scope, clientId);
  return open.map(({ id, number, dueOn, totalCents, openCents }) => ({ id, number, dueOn, totalCents, openCents }));
}

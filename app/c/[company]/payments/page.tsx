import type { Metadata } from "next";
import { statusCells } from "@/components/display/status-words";
import { Listing } from "@/components/layout/listing";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { EmptyFirst } from "@/components/ui/empty-state";
import { listClientChoices } from "@/lib/clients/queries";
import { enter } from "@/lib/doors/page";
import { formatDay, isPlainDate } from "@/lib/kernel/dates";
import { listRequest } from "@/lib/kernel/listing";
import { methodLabels, paymentMethods } from "@/lib/payments/payment";
import { listPayments, paymentFilters, paymentSorts } from "@/lib/payments/queries";
import { paymentColumns, receivedOf } from "./payment-table";

export const metadata: Metadata = { title: "Payments" };

const methods = paymentMethods.map((method) => ({ value: method as string, label: methodLabels[method] }));
const statuses = [
  { value: "pending", label: "Pending" },
  { value: "received", label: "Received" },
  { value: "refunded", label: "Refunded" },
  { value: "void", label: "Void" },
];

export default async function PaymentsPage({ params, searchParams }: PageProps<"/c/[company]/payments">) {
  const scope = await enter(params, "payments.read", "clients.read");
  const query = await searchParams;
  const request = listRequest(query, { sorts: paymentSorts, defaultSort: "-received", filters: paymentFilters });
  const [listed, clients] = await Promise.all([listPayments(scope, request), listClientChoices(scope)]);
  const base = `/c/${scope.company.slug}/payments`;
  const { status = "", method = "", client = "", from = "", to = "" } = request.filters;
  const options = withChosen(clients, client, listed.rows);
  const add = scope.can("payments.write") ? (
    <>
      <LinkButton href={`${base}/expected/new`} icon="calendar">
        Expect a payment
      </LinkButton>
      <LinkButton href={`${base}/new`} variant="primary" icon="plus">
        Record payment
      </LinkButton>
    </>
  ) : null;
  return (
    <>
      <PageHeader title="Payments" actions={add} />
      <Listing
        what="payments"
        action={base}
        params={query}
        sort={`${request.descending ? "-" : ""}${request.sort}`}
        search={{ label: "Search number, client, reference or amount", value: request.search }}
        filters={[
          { kind: "select", name: "status", label: "Status", value: status, any: "Any", options: statuses },
          { kind: "select", name: "method", label: "Method", value: method, any: "Any", options: methods },
          { kind: "select", name: "client", label: "Client", value: client, any: "Any", options },
          { kind: "range", label: "Received", from: { name: "from", value: from }, to: { name: "to", value: to } },
        ]}
        active={{
          status: chip("Status", statuses, status),
          method: chip("Method", methods, method),
          client: chip("Client", options, client),
          from: isPlainDate(from) ? `From ${formatDay(from)}` : null,
          to: isPlainDate(to) ? `To ${formatDay(to)}` : null,
        }}
        columns={paymentColumns}
        rows={listed.rows.map((payment) => ({
          id: payment.id,
          number: payment.number ?? "Expected",
          href: `${base}/${payment.id}`,
          receivedOn: payment.receivedOn,
          client: payment.clientName,
          method: methodLabels[payment.method],
          reference: payment.reference,
          amount: payment.amountCents,
          ...statusCells("status", "payment", payment.standing),
        }))}
        listed={listed}
        totals={{ amount: receivedOf(listed.rows) }}
        totalLabel="Received, on this page"
        first={
          <EmptyFirst
            icon="banknote"
            title="No payments yet"
            why="When money comes in for an invoice, record it here: the invoice, the client's balance and the books follow."
            action={add}
          />
        }
      />
    </>
  );
}

type Option = { value: string; label: string };

/** An archived client that a link filters by is no choice of the list, and is named by its payments. */
function withChosen(
  clients: { id: string; name: string }[],
  chosen: string,
  rows: { clientId: string; clientName: string }[],
): Option[] {
  const options = clients.map(({ id, name }) => ({ value: id, label: name }));
  if (!chosen || options.some((option) => option.value === chosen)) return options;
  const named = rows.find((row) => row.clientId === chosen);
  return named ? [...options, { value: chosen, label: named.clientName }] : options;
}

function chip(name: string, options: Option[], value: string): string | null {
  const option = options.find((one) => one.value === value);
  return option ? `${name}: ${option.label}` : null;
}

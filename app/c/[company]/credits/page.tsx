import type { Metadata } from "next";
import { Listing } from "@/components/layout/listing";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { EmptyFirst } from "@/components/ui/empty-state";
import { enter } from "@/lib/doors/page";
import { formatDay, isPlainDate } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { isId } from "@/lib/kernel/ids";
import { hrefWith, listRequest } from "@/lib/kernel/listing";
import { creditOf } from "@/lib/payments/credit";
import { listCreditClients, listCreditEntries, totalCredit } from "@/lib/payments/credit-queries";
import { CreditActions } from "./credit-actions";
import { creditOptions, kindOptions } from "./credit-filters";
import { creditColumns, creditRow } from "./credit-table";

export const metadata: Metadata = { title: "Client credit" };

/** The credit ledger: append-only, each row leads to the document that it came of. */
export default async function CreditsPage({ params, searchParams }: PageProps<"/c/[company]/credits">) {
  const scope = await enter(params, "payments.read");
  const query = await searchParams;
  const request = listRequest(query, creditOptions);
  const { client = "", kind = "", from = "", to = "" } = request.filters;
  const clientId = isId("client", client) ? client : null;
  const [listed, clients, total, credit] = await Promise.all([
    listCreditEntries(scope, request),
    listCreditClients(scope),
    totalCredit(scope),
    clientId ? creditOf(scope, clientId) : null,
  ]);
  const home = `/c/${scope.company.slug}`;
  const here = `${home}/credits`;
  const options = clients.map(({ id, name }) => ({ value: id as string, label: name }));
  const actions = scope.can("payments.write") ? (
    <CreditActions home={home} clientId={clientId ?? undefined} credit={(credit ?? total.creditCents) > 0} />
  ) : null;
  return (
    <>
      <PageHeader
        title="Client credit"
        description={
          credit === null
            ? standing(total)
            : `${formatDollars(credit)} of credit. Nothing here ever changes; a mistake is undone.`
        }
        actions={
          <>
            {listed.total > 0 ? (
              <LinkButton href={`${here}/csv${hrefWith(query, {})}`} icon="download">
                CSV
              </LinkButton>
            ) : null}
            {actions}
          </>
        }
      />
      <Listing
        what="credit entries"
        action={here}
        params={query}
        sort={`${request.descending ? "-" : ""}${request.sort}`}
        search={{ label: "Search client, reason or amount", value: request.search }}
        filters={[
          { kind: "select", name: "client", label: "Client", value: client, any: "Any", options },
          { kind: "select", name: "kind", label: "Came of", value: kind, any: "Any", options: kindOptions },
          { kind: "range", label: "Date", from: { name: "from", value: from }, to: { name: "to", value: to } },
        ]}
        active={{
          client: clientId ? `Client: ${labelOf(options, client) ?? "chosen"}` : null,
          kind: labelOf(kindOptions, kind) && `Came of: ${labelOf(kindOptions, kind)}`,
          from: isPlainDate(from) ? `From ${formatDay(from)}` : null,
          to: isPlainDate(to) ? `To ${formatDay(to)}` : null,
        }}
        columns={creditColumns(clientId !== null)}
        rows={listed.rows.map((entry) => creditRow(home, entry))}
        listed={listed}
        first={
          <EmptyFirst
            icon="wallet"
            title="No client has credit yet"
            why="What a client pays too much or in advance, and what a credit note gives back, becomes its credit until it is used."
            action={actions}
          />
        }
      />
    </>
  );
}

function standing({ creditCents, clients }: { creditCents: number; clients: number }): string {
  if (clients === 0) return "No client has credit at the moment.";
  return `${formatDollars(creditCents)} is owed to ${clients === 1 ? "1 client" : `${clients} clients`} until it is used.`;
}

function labelOf(options: { value: string; label: string }[], value: string): string | null {
  return options.find((option) => option.value === value)?.label ?? null;
}

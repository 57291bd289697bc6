import type { Metadata, Route } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { EmptyFirst } from "@/components/ui/empty-state";
import { findGrouping } from "@/lib/clients/time-grouping";
import { enter } from "@/lib/doors/page";
import { formatDollars, formatMinutes } from "@/lib/kernel/decimal-text";
import { isId } from "@/lib/kernel/ids";
import { one } from "@/lib/kernel/listing";
import { listUnbilledClients, listUnbilledTime } from "@/lib/time/queries";
import { invoiceTimeAction } from "../actions";
import { TimeChoice } from "./time-choice";

export const metadata: Metadata = { title: "Invoice time" };

export default async function InvoiceTimePage({ params, searchParams }: PageProps<"/c/[company]/invoices/from-time">) {
  const scope = await enter(params, "invoices.write");
  const query = await searchParams;
  const home = `/c/${scope.company.slug}`;
  const here = `${home}/invoices/from-time`;
  const clients = await listUnbilledClients(scope);
  const chosen = clients.find((client) => client.clientId === one(query.client)) ?? null;
  const projectId = isId("project", query.project) ? query.project : null;
  const [time, grouping] = chosen
    ? await Promise.all([
        listUnbilledTime(scope, { clientId: chosen.clientId, projectId }),
        findGrouping(scope, chosen.clientId),
      ])
    : [[], null];
  return (
    <>
      <PageHeader
        title={chosen ? `Invoice time of ${chosen.name}` : "Invoice time"}
        breadcrumbs={[
          { label: "Invoices", href: `${home}/invoices` },
          ...(chosen ? [{ label: "Invoice time", href: here }] : []),
        ]}
        description={
          chosen
            ? "Choose what goes on the invoice and how it is grouped."
            : `Clients with approved time that is not invoiced yet${clients.length > 0 ? `: ${worth(sumOf(clients))}` : ""}.`
        }
      />
      {chosen ? (
        <TimeChoice
          action={invoiceTimeAction}
          companyId={scope.company.id}
          clientId={chosen.clientId}
          projectId={projectId}
          time={time}
          lastGrouping={grouping ?? "service"}
          cancelHref={here}
        />
      ) : clients.length === 0 ? (
        <EmptyFirst
          icon="clock"
          title="Nothing to invoice"
          why="Approved, billable time appears here until it is on an invoice."
          action={<LinkButton href={`${home}/time/approvals`}>Approve time</LinkButton>}
        />
      ) : (
        <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
          {clients.map((client) => (
            <li key={client.clientId}>
              <Link
                href={`${here}?client=${client.clientId}` as Route}
                className="flex min-h-14 items-center justify-between gap-4 rounded-lg border border-border bg-surface px-4 py-3 shadow-1 hover:border-border-strong"
              >
                <span className="min-w-0 font-medium break-words">{client.name}</span>
                <span className="text-right text-text-muted tabular-nums">{worth(client)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type Unbilled = { minutes: number; cents: number; entriesWithoutRate: number };

/** The figure of the dashboard, which leads here. */
function sumOf(clients: Unbilled[]): Unbilled {
  return {
    minutes: clients.reduce((sum, client) => sum + client.minutes, 0),
    cents: clients.reduce((sum, client) => sum + client.cents, 0),
    entriesWithoutRate: clients.reduce((sum, client) => sum + client.entriesWithoutRate, 0),
  };
}

function worth({ minutes, cents, entriesWithoutRate }: Unbilled): string {
  const rateless = entriesWithoutRate > 0 ? `, ${entriesWithoutRate} without a rate` : "";
  return `${formatDollars(cents)} for ${formatMinutes(minutes)} h${rateless}`;
}

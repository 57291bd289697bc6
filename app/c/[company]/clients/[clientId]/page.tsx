import type { Metadata } from "next";
import { Money } from "@/components/display/money";
import { Status } from "@/components/display/status";
import { Timeline } from "@/components/display/timeline";
import { PageHeader } from "@/components/layout/page-header";
import { AsideLayout } from "@/components/ui/aside-layout";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DescriptionList } from "@/components/ui/description-list";
import { Stat } from "@/components/ui/stat";
import { getClient } from "@/lib/clients/queries";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { listTimeline } from "@/lib/events/queries";
import { listInvoices } from "@/lib/invoicing/queries";
import { listRequest } from "@/lib/kernel/listing";
import { invoiceColumns, invoiceRow } from "../../invoices/invoice-table";
import { ClientActions } from "./client-actions";
import { ClientLinks } from "./client-links";
import { moneyOf } from "./client-money";
import { CreditCard } from "./credit-card";
import { DepositsHeld } from "./deposits-held";

export const metadata: Metadata = { title: "Client" };

export default async function ClientPage({ params }: PageProps<"/c/[company]/clients/[clientId]">) {
  const scope = await enter(params, "clients.read", "invoices.read");
  const clientId = idOf("client", (await params).clientId);
  const client = await orNotFound(getClient(scope, clientId));
  const request = listRequest({ client: clientId }, { sorts: ["issued"], defaultSort: "-issued", filters: ["client"] });
  const [facts, invoices, money] = await Promise.all([
    scope.can("payments.read") ? listTimeline(scope, { clientId }) : null,
    listInvoices(scope, request),
    scope.can("payments.read") ? moneyOf(params, clientId) : null,
  ]);
  const home = `/c/${scope.company.slug}`;
  return (
    <>
      <PageHeader
        title={client.name}
        breadcrumbs={[{ label: "Clients", href: `${home}/clients` }]}
        status={client.isActive ? null : <Status of="client" status="archived" />}
        actions={
          scope.can("clients.write") ? <ClientActions home={home} companyId={scope.company.id} client={client} /> : null
        }
      />
      <AsideLayout aside={facts ? <Timeline facts={facts} timeZone={scope.company.timeZone} /> : null}>
        {money ? (
          <div className="grid gap-4 sm:grid-cols-3">
            <Stat
              label="Open"
              value={<Money cents={money.openCents} currency />}
              href={`${home}/invoices?client=${clientId}&status=open`}
            />
            <Stat
              label="Overdue"
              value={<Money cents={money.overdueCents} currency />}
              href={`${home}/invoices?client=${clientId}&status=overdue`}
            />
            <Stat
              label="Credit"
              value={<Money cents={money.creditCents} currency />}
              href={`${home}/credits?client=${clientId}`}
            />
          </div>
        ) : null}
        {money ? (
          <>
            <CreditCard
              {...{ home, clientId, creditCents: money.creditCents }}
              mayWrite={scope.can("payments.write")}
            />
            <DepositsHeld {...{ home, clientId, deposits: money.deposits }} />
          </>
        ) : null}
        <Card title="Details">
          <DescriptionList
            items={[
              { term: "Contact", value: client.contactName || "–" },
              { term: "E-mail", value: client.email || "–" },
              { term: "Phone", value: client.phone || "–" },
              { term: "Address", value: <span className="whitespace-pre-line">{client.address || "–"}</span> },
              { term: "Internal note", value: <span className="whitespace-pre-line">{client.note || "–"}</span> },
            ]}
          />
        </Card>
        <Card title="Invoices" flush actions={<ClientLinks home={home} clientId={clientId} />}>
          {invoices.rows.length === 0 ? (
            <p className="px-4 pb-4 text-text-muted">No invoices for this client yet.</p>
          ) : (
            <DataTable
              bare
              caption={`Invoices of ${client.name}`}
              columns={invoiceColumns.filter((column) => column.key !== "client")}
              rows={invoices.rows.slice(0, 10).map((row) => invoiceRow(home, row))}
              rowKey="id"
            />
          )}
        </Card>
      </AsideLayout>
    </>
  );
}

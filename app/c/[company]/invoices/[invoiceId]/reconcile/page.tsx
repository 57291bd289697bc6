import type { Metadata } from "next";
import { Day } from "@/components/display/day";
import { Money } from "@/components/display/money";
import { PageHeader } from "@/components/layout/page-header";
import { AsideLayout } from "@/components/ui/aside-layout";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Cell, HeadCell, Table, TableHead, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { diagnoseInvoice } from "@/lib/reconciliation/invoice-diagnosis";

export const metadata: Metadata = { title: "Reconcile invoice" };

export default async function ReconcilePage({ params }: PageProps<"/c/[company]/invoices/[invoiceId]/reconcile">) {
  const scope = await enter(params, "invoices.read", "reports.read");
  const invoiceId = idOf("invoice", (await params).invoiceId);
  const { record, movements, ledgerCents, differenceCents } = await orNotFound(diagnoseInvoice(scope, invoiceId));
  const { invoice, paidCents, balanceCents } = record;
  const home = `/c/${scope.company.slug}`;
  const name = invoice.number ?? "Draft";
  return (
    <>
      <PageHeader
        title={`Why ${name} stands at ${formatDollars(balanceCents)}`}
        breadcrumbs={[
          { label: "Invoices", href: `${home}/invoices` },
          { label: name, href: `${home}/invoices/${invoiceId}` },
        ]}
        description="Read from the journal, entry by entry. No balance is stored anywhere."
      />
      <AsideLayout
        aside={
          <Card title="What the documents say">
            <DescriptionList
              layout="lines"
              items={[
                { term: "Invoice total", value: <Money cents={invoice.status === "draft" ? 0 : invoice.totalCents} /> },
                { term: "Payments applied", value: <Money cents={0 - paidCents} /> },
                ...(invoice.status === "void"
                  ? [{ term: "Voided", value: <Money cents={0 - invoice.totalCents} /> }]
                  : []),
                { term: "Open", value: <Money cents={balanceCents} currency /> },
              ]}
            />
          </Card>
        }
      >
        <Banner kind={differenceCents === 0 ? "success" : "danger"}>
          {differenceCents === 0
            ? `Journal and documents agree: ${formatDollars(ledgerCents)}.`
            : `Journal and documents differ by ${formatDollars(differenceCents)}.`}
        </Banner>
        {movements.length === 0 ? (
          <p className="text-text-muted">A draft has no entries: it changes nothing in the books until it is issued.</p>
        ) : (
          <Table caption="Entries on Accounts Receivable for this invoice">
            <TableHead>
              <HeadCell>Date</HeadCell>
              <HeadCell>Entry</HeadCell>
              <HeadCell>What</HeadCell>
              <HeadCell numeric>Amount</HeadCell>
              <HeadCell numeric>Balance</HeadCell>
            </TableHead>
            <tbody>
              {movements.map((line) => (
                <TableRow key={line.entryId}>
                  <Cell className="whitespace-nowrap">
                    <Day value={line.entryOn} />
                  </Cell>
                  <Cell>
                    <TextLink href={`${home}/accounting/journal/${line.entryId}`}>{`#${line.number}`}</TextLink>
                  </Cell>
                  <Cell>
                    {line.sourceType.startsWith("payment") ? (
                      <TextLink href={`${home}/payments/${line.sourceId}`}>{line.memo}</TextLink>
                    ) : (
                      line.memo
                    )}
                  </Cell>
                  <Cell numeric>
                    <Money cents={line.amountCents} />
                  </Cell>
                  <Cell numeric>
                    <Money cents={line.balanceCents} />
                  </Cell>
                </TableRow>
              ))}
            </tbody>
          </Table>
        )}
      </AsideLayout>
    </>
  );
}

import type { Metadata } from "next";
import { Status } from "@/components/display/status";
import { Timeline } from "@/components/display/timeline";
import { PageHeader } from "@/components/layout/page-header";
import { AsideLayout } from "@/components/ui/aside-layout";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { listTimeline } from "@/lib/events/queries";
import { formatDay } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { sumCents } from "@/lib/kernel/money";
import { settlementLabels } from "@/lib/payments/settlement";
import { getSettlement } from "@/lib/payments/settlement-queries";
import { entriesOf } from "../../entries-of";
import { MovedTable } from "../../payments/moved-table";
import { UndoForm } from "../undo-form";
import { movedRows } from "./moved-rows";
import { SettlementFacts } from "./settlement-facts";

export const metadata: Metadata = { title: "Client credit" };

/** A refund, a use of credit or of a deposit, an adjustment or a write-off: what it moved, and how it is undone. */
export default async function SettlementPage({ params }: PageProps<"/c/[company]/credits/[settlementId]">) {
  const scope = await enter(params, "payments.read");
  const settlementId = idOf("settlement", (await params).settlementId);
  const record = await orNotFound(getSettlement(scope, settlementId));
  const { settlement, clientName, placed, credit } = record;
  const { kind } = settlement;
  const [facts, entries] = await Promise.all([
    listTimeline(scope, { subjectId: settlementId }),
    entriesOf(params, { sourceTypes: [kind, `${kind}_void`], sourceId: settlementId }),
  ]);
  const home = `/c/${scope.company.slug}`;
  return (
    <>
      <PageHeader
        title={settlementLabels[kind]}
        breadcrumbs={[{ label: "Client credit", href: `${home}/credits` }]}
        status={<Status of="settlement" status={settlement.status} />}
        description={
          <>
            {`${formatDollars(settlement.amountCents)}, `}
            <bdi>{clientName}</bdi>
            {`, on ${formatDay(settlement.settledOn)}`}
          </>
        }
      />
      <AsideLayout aside={<Timeline facts={facts} timeZone={scope.company.timeZone} />}>
        {settlement.voidedOn ? (
          <Banner kind="lock" title={`Undone on ${formatDay(settlement.voidedOn)}`}>
            {settlement.voidReason}. The entry is reversed, and what it moved has moved back.
          </Banner>
        ) : null}
        <SettlementFacts home={home} timeZone={scope.company.timeZone} record={record} />
        <MovedTable
          home={home}
          title="What it moved"
          rows={movedRows(home, record)}
          sum={settlement.status === "void" ? "In the end" : "In all"}
          entries={entries}
        />
        {settlement.status === "standing" && scope.can("payments.write") ? (
          <Card className="print:hidden">
            <UndoForm
              companyId={scope.company.id}
              settlement={settlement}
              moved={placed}
              creditCents={sumCents(credit.map(({ amountCents }) => amountCents))}
              today={scope.today}
            />
          </Card>
        ) : null}
      </AsideLayout>
    </>
  );
}

import type { Metadata } from "next";
import { Suspense } from "react";
import { Status } from "@/components/display/status";
import { Timeline } from "@/components/display/timeline";
import { PageHeader } from "@/components/layout/page-header";
import { AsideLayout } from "@/components/ui/aside-layout";
import { PrintButton } from "@/components/ui/print-button";
import { TableSkeleton } from "@/components/ui/skeleton";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { listTimeline } from "@/lib/events/queries";
import { formatDay } from "@/lib/kernel/dates";
import { getPeriod, listPeriods } from "@/lib/ledger/queries";
import { periodStatus } from "../period-status";
import { BeforeClose } from "./before-close";
import { Certificate } from "./certificate";
import { DeletePeriod } from "./delete-period";
import { Reopen } from "./reopen";
import { Review } from "./review";

export const metadata: Metadata = { title: "Period" };

/** The close of a period: what stands in its way, the deed itself, and afterwards the certificate of it. */
export default async function PeriodPage({ params }: PageProps<"/c/[company]/accounting/periods/[periodId]">) {
  const scope = await enter(params, "periods.read", "members.read");
  const periodId = idOf("period", (await params).periodId);
  const [record, all, facts] = await Promise.all([
    orNotFound(getPeriod(scope, periodId)),
    listPeriods(scope),
    listTimeline(scope, { subjectId: periodId }),
  ]);
  const { period } = record;
  const home = `/c/${scope.company.slug}`;
  const later = all.map((one) => one.period).filter((one) => one.status === "closed" && one.startsOn > period.endsOn);
  return (
    <>
      <PageHeader
        title={period.name}
        breadcrumbs={[{ label: "Periods", href: `${home}/accounting/periods` }]}
        status={<Status of="period" status={periodStatus(period)} />}
        description={`${formatDay(period.startsOn)} to ${formatDay(period.endsOn)}`}
        screenOnly={period.status === "closed"}
        actions={period.status === "closed" ? <PrintButton /> : <DeletePeriod scope={scope} period={period} />}
      />
      <AsideLayout
        aside={
          <>
            <Review home={home} period={period} />
            <Timeline facts={facts} timeZone={scope.company.timeZone} title="History" />
          </>
        }
      >
        {period.status === "closed" ? (
          <>
            <Certificate scope={scope} record={record} closed={facts.find(isClose)?.facts} />
            <Reopen scope={scope} period={period} laterClosed={later.map((one) => one.name)} />
          </>
        ) : (
          <Suspense fallback={<TableSkeleton rows={8} />}>
            <BeforeClose scope={scope} home={home} period={period} />
          </Suspense>
        )}
      </AsideLayout>
    </>
  );
}

function isClose(fact: { type: string }): boolean {
  return fact.type === "period.closed";
}

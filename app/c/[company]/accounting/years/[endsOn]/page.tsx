import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { entryHref } from "@/components/accounting/links";
import { Money } from "@/components/display/money";
import { Status } from "@/components/display/status";
import { PageHeader } from "@/components/layout/page-header";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { TextLink } from "@/components/ui/text-link";
import { enter } from "@/lib/doors/page";
import { formatDay, isPlainDate } from "@/lib/kernel/dates";
import { findPeriodInTheWay, listFiscalYears, movementsOf, type YearSummary } from "@/lib/ledger/fiscal-years";
import { ClosingPreview } from "./closing-preview";
import { CloseYear, ReopenYear } from "./year-forms";

export const metadata: Metadata = { title: "Year" };

/** What a year came to, the entry that closes it before it is posted, and the way back. */
export default async function YearPage({ params }: PageProps<"/c/[company]/accounting/years/[endsOn]">) {
  const scope = await enter(params, "accounting.read");
  const { endsOn } = await params;
  const year = (await listFiscalYears(scope)).find((one) => one.endsOn === endsOn) ?? null;
  if (!year || !isPlainDate(endsOn)) notFound();
  const home = `/c/${scope.company.slug}`;
  const isClosed = year.state === "closed";
  const stands = isClosed ? (year.closing?.id ?? null) : null;
  const [toClose, inTheWay] = await Promise.all([
    year.state === "running" ? [] : movementsOf(scope, year, year.postedSince > 0 ? stands : null),
    findPeriodInTheWay(scope, endsOn),
  ]);
  const asks = toClose.length > 0 && (!isClosed || year.postedSince > 0);
  return (
    <>
      <PageHeader
        title={`Fiscal year ${year.name}`}
        breadcrumbs={[{ label: "Years", href: `${home}/accounting/years` }]}
        status={<Status of="year" status={year.state} />}
        description={`${formatDay(year.startsOn)} to ${formatDay(year.endsOn)}`}
      />
      <div className="max-w-4xl space-y-5">
        <Figures year={year} home={home} />
        {year.state === "running" ? (
          <Banner kind="info" title="This year is still running">
            It is closed once {formatDay(year.endsOn)} has passed.
          </Banner>
        ) : null}
        {year.postedSince > 0 ? (
          <Banner kind="warning" title={`${year.postedSince} posted since the close`}>
            Entries came into this year after its closing entry. Close it again: the old closing entry is taken back,
            and the one below takes its place.
          </Banner>
        ) : null}
        {inTheWay && (asks || (isClosed && scope.can("years.reopen"))) ? (
          <InTheWay home={home} year={year} period={inTheWay} />
        ) : null}
        {asks ? (
          <>
            <ClosingPreview year={year} lines={toClose} />
            {inTheWay ? null : scope.can("years.close") ? (
              <CloseYear companyId={scope.company.id} year={year} again={isClosed} />
            ) : (
              <Banner kind="lock">An admin closes a year.</Banner>
            )}
          </>
        ) : null}
        {isClosed && !inTheWay && scope.can("years.reopen") ? (
          <ReopenYear companyId={scope.company.id} year={year} />
        ) : null}
      </div>
    </>
  );
}

/** Why there is no button: what it would post belongs on a day that is closed. */
function InTheWay({ home, year, period }: { home: string; year: YearSummary; period: { id: string; name: string } }) {
  const day = formatDay(year.endsOn);
  return (
    <Banner
      kind="lock"
      title={`${day} is closed`}
      actions={<LinkButton href={`${home}/accounting/periods/${period.id}`}>{`See ${period.name}`}</LinkButton>}
    >
      {year.state === "closed"
        ? `Its closing entry stands on ${day} and can only be taken back while that day is open. `
        : `The closing entry belongs on ${day}, and nothing can be posted there. `}
      An owner can reopen {period.name}, after the periods that were closed later.
    </Banner>
  );
}

function Figures({ year, home }: { year: YearSummary; home: string }) {
  const { closing, state } = year;
  return (
    <Card title="What the year came to">
      <DescriptionList
        items={[
          { term: "Income", value: <Money cents={year.incomeCents} currency />, numeric: true },
          { term: "Expenses", value: <Money cents={year.expenseCents} currency />, numeric: true },
          { term: "Net", value: <Money cents={year.netCents} currency />, numeric: true },
          ...(closing
            ? [
                {
                  term: state === "closed" ? "Closing entry" : "Closing entry, taken back",
                  value: <TextLink href={entryHref(home, closing.id)}>Entry {closing.number}</TextLink>,
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

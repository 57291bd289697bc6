import type { ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { TextLink } from "@/components/ui/text-link";
import type { Scope } from "@/lib/access/scope";
import { formatDay } from "@/lib/kernel/dates";
import type { SearchParams } from "@/lib/kernel/listing";
import { askedReport, queryOfAsk } from "@/lib/reports/ask";
import { listParties } from "@/lib/reports/parties";
import type { Report } from "@/lib/reports/report";
import { dayPresets, rangePresets } from "@/lib/reports/report-days";
import type { Sheet } from "@/lib/reports/sheet";
import { generatedBy } from "./generated-by";
import { inputsOf, selectsOf, wordsOf } from "./report-controls";
import { queryOf, ReportHead } from "./report-head";
import { linesHref, SheetTable } from "./sheet-table";

type ReportScope = Scope<"reports.read" | "reports.advanced">;

/** Every report that is a sheet: what it is asked for, its figures, and what `children` show of one of them. */
export async function ReportPage(props: {
  scope: Scope<"reports.read"> | ReportScope;
  report: Report;
  query: SearchParams;
  children?: ReactNode;
}) {
  const { report, query, children } = props;
  // the page has entered with the report's own right; a report that asks for more is not drawn by a page that has less
  const scope = props.scope as ReportScope;
  const { asks } = report;
  const ask = askedReport(asks, query, scope.today);
  const [sheet, parties] = await Promise.all([report.make(scope, ask), asks.parties ? listParties(scope) : null]);
  const home = `/c/${scope.company.slug}`;
  const here = `${home}/reports/${report.slug}`;
  const asked = queryOfAsk(asks, ask);
  const presetsOf = asks.days === "day" ? dayPresets : rangePresets;
  return (
    <>
      <ReportHead
        title={report.title}
        company={scope.company.name}
        days={wordsOf(asks, ask, parties)}
        made={generatedBy(scope)}
        action={here}
        csvHref={`${here}/csv?${queryOf(asked)}`}
        inputs={inputsOf(asks, ask)}
        selects={selectsOf(asks, ask, parties)}
        presets={presetsOf(scope.today, scope.company.fiscalYearStartMonth).map(({ label, days }) => ({
          label,
          query: queryOf({ ...asked, ...days }),
        }))}
        troubles={ask.troubles}
      />
      {ask.known ? (
        <div className="mb-6">
          <Banner kind="info">
            {`As the books stood at the end of ${formatDay(ask.known)}: what was entered later is left out, whatever its date.`}
          </Banner>
        </div>
      ) : null}
      {children}
      <SheetTable home={home} sheet={sheet} />
      {sheet.proof ? <Proof home={home} proof={sheet.proof} /> : null}
    </>
  );
}

function Proof({ home, proof }: { home: string; proof: NonNullable<Sheet["proof"]> }) {
  return (
    <div className="mt-6">
      <Banner kind={proof.holds ? "success" : "danger"}>
        {proof.words}
        <TextLink href={linesHref(home, proof.lines)}>{proof.label}</TextLink>
        {proof.after}
      </Banner>
    </div>
  );
}

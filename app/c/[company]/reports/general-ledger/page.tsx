import type { Metadata } from "next";
import { Money } from "@/components/display/money";
import { DescriptionList } from "@/components/ui/description-list";
import { Pagination } from "@/components/ui/pagination";
import { enter, orNotFound } from "@/lib/doors/page";
import { isolate } from "@/lib/kernel/isolate";
import { hrefWith, listRequest } from "@/lib/kernel/listing";
import { askedLedger, filterWords } from "@/lib/reports/asked-ledger";
import { labelOf } from "@/lib/reports/columns";
import { generalLedger, listLedgerAccounts } from "@/lib/reports/general-ledger";
import { namesOf } from "@/lib/reports/names";
import { askedRange, rangePresets } from "@/lib/reports/report-days";
import { generatedBy } from "../generated-by";
import { queryOf, ReportHead } from "../report-head";
import { LedgerTable } from "./ledger-table";

export const metadata: Metadata = { title: "General ledger" };

export default async function GeneralLedgerPage(props: PageProps<"/c/[company]/reports/general-ledger">) {
  const scope = await enter(props.params, "reports.read");
  const query = await props.searchParams;
  const { from, to, troubles } = askedRange(query, scope.today);
  const accounts = await listLedgerAccounts(scope);
  const { of, query: which, group, filter } = askedLedger(query, accounts[0]?.id, scope.today);
  const { after, before, limit } = listRequest(query, { sorts: ["date"], defaultSort: "date" });
  const [ledger, names] = await Promise.all([
    orNotFound(generalLedger(scope, { of, from, to, filter, after, before, limit })),
    namesOf(scope, filter),
  ]);
  const narrowed = filterWords(filter, (id) => names.get(id));
  const home = `/c/${scope.company.slug}`;
  const here = `${home}/reports/general-ledger`;
  const sums = [
    { term: "Opening balance", value: <Money cents={ledger.openingCents} accounting zero="–" /> },
    { term: "Movement", value: <Money cents={ledger.movementCents} accounting zero="–" /> },
    { term: "Closing balance", value: <Money cents={ledger.closingCents} accounting zero="–" /> },
  ];
  const name = ledger.account ? `${ledger.account.code} ${ledger.account.name}` : (group ?? "");
  return (
    <>
      <ReportHead
        title="General ledger"
        company={scope.company.name}
        days={[isolate(name), labelOf({ from, to }), ...narrowed.map(isolate)].join(", ")}
        made={generatedBy(scope)}
        action={here}
        csvHref={`${here}/csv?${queryOf({ ...which, from, to })}`}
        inputs={[
          { name: "from", label: "From", value: from ?? "" },
          { name: "to", label: "To", value: to },
        ]}
        presets={rangePresets(scope.today, scope.company.fiscalYearStartMonth).map(({ label, days }) => ({
          label,
          query: queryOf({ ...which, ...days }),
        }))}
        troubles={troubles}
        hidden={hiddenOf(which)}
        selects={[
          {
            name: "account",
            label: "Account",
            value: ledger.account?.id ?? "",
            options: [
              ...(group ? [{ value: "", label: group }] : []),
              ...accounts.map((account) => ({ value: account.id, label: `${account.code} ${account.name}` })),
            ],
          },
        ]}
      />
      <div className="space-y-4">
        <DescriptionList items={sums} />
        <LedgerTable home={home} ledger={ledger} caption={name} />
        <Pagination
          text={ledger.lines.length === 1 ? "1 line on this page" : `${ledger.lines.length} lines on this page`}
          nextHref={ledger.next && hrefWith(query, { after: ledger.next })}
          previousHref={ledger.previous && hrefWith(query, { before: ledger.previous })}
        />
      </div>
    </>
  );
}

/** What narrows the lines goes with the next question; the days and the account are the form's own. */
function hiddenOf({ account: _, ...rest }: Record<string, string>): Record<string, string> {
  return rest;
}

import type { Metadata } from "next";
import { Money } from "@/components/display/money";
import { DescriptionList } from "@/components/ui/description-list";
import { Pagination } from "@/components/ui/pagination";
import { enter, orNotFound } from "@/lib/doors/page";
import { formatDay } from "@/lib/kernel/dates";
import { isolate } from "@/lib/kernel/isolate";
import { hrefWith, listRequest } from "@/lib/kernel/listing";
import { generalLedger, listLedgerAccounts } from "@/lib/reports/general-ledger";
import { askedRange, rangePresets } from "@/lib/reports/report-days";
import { queryOf, ReportHead } from "../report-head";
import { askedLedger } from "./asked-ledger";
import { LedgerTable } from "./ledger-table";

export const metadata: Metadata = { title: "General ledger" };

export default async function GeneralLedgerPage(props: PageProps<"/c/[company]/reports/general-ledger">) {
  const scope = await enter(props.params, "reports.read");
  const query = await props.searchParams;
  const { from, to, troubles } = askedRange(query, scope.today);
  const accounts = await listLedgerAccounts(scope);
  const { of, query: which, group } = askedLedger(query, accounts[0]?.id);
  const { after, before, limit } = listRequest(query, { sorts: ["date"], defaultSort: "date" });
  const ledger = await orNotFound(generalLedger(scope, { of, from, to, after, before, limit }));
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
        days={`${isolate(name)}, ${from ? formatDay(from) : "from the first entry"} – ${formatDay(to)}`}
        action={here}
        csvHref={`${here}/csv?${queryOf({ ...which, from, to })}`}
        inputs={[
          { name: "from", label: "From", value: from ?? "" },
          { name: "to", label: "To", value: to },
        ]}
        presets={rangePresets(scope.today).map(({ label, days }) => ({ label, query: queryOf({ ...which, ...days }) }))}
        troubles={troubles}
        select={{
          name: "account",
          label: "Account",
          value: ledger.account?.id ?? "",
          options: [
            ...(group ? [{ value: "", label: group }] : []),
            ...accounts.map((account) => ({ value: account.id, label: `${account.code} ${account.name}` })),
          ],
        }}
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

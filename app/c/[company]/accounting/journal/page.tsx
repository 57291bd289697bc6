import type { Metadata } from "next";
import { entryHref } from "@/components/accounting/links";
import { Listing } from "@/components/layout/listing";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import type { Column } from "@/components/ui/data-column";
import { EmptyFirst } from "@/components/ui/empty-state";
import { enter } from "@/lib/doors/page";
import { formatDay, isPlainDate } from "@/lib/kernel/dates";
import { listRequest } from "@/lib/kernel/listing";
import { sourceLabels, sourceTypes } from "@/lib/ledger/posting";
import { entryFilters, entrySorts, listAccounts, listEntries } from "@/lib/ledger/queries";

export const metadata: Metadata = { title: "Journal" };

const columns: Column[] = [
  { key: "number", label: "Entry", kind: "link", hrefKey: "href", sortKey: "number" },
  { key: "entryOn", label: "Date", kind: "date", sortKey: "date" },
  { key: "memo", label: "Memo", kind: "text" },
  { key: "source", label: "Source", kind: "text" },
  { key: "total", label: "Amount, USD", kind: "money", phone: "figure" },
];

export default async function JournalPage({ params, searchParams }: PageProps<"/c/[company]/accounting/journal">) {
  const scope = await enter(params, "accounting.read");
  const query = await searchParams;
  const request = listRequest(query, { sorts: entrySorts, defaultSort: "-date", filters: entryFilters });
  const [listed, accounts] = await Promise.all([listEntries(scope, request), listAccounts(scope, {})]);
  const home = `/c/${scope.company.slug}`;
  const base = `${home}/accounting/journal`;
  const { account = "", source = "", from = "", to = "" } = request.filters;
  const options = accounts.map(({ id, code, name }) => ({ value: id as string, label: `${code} ${name}` }));
  const add = scope.can("journal.write") ? (
    <LinkButton href={`${base}/new`} variant="primary" icon="plus">
      New entry
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHeader
        title="Journal"
        description="Every posting, in the order of its days. Nothing here ever changes; a mistake is reversed."
        actions={add}
      />
      <Listing
        what="entries"
        action={base}
        params={query}
        sort={`${request.descending ? "-" : ""}${request.sort}`}
        search={{ label: "Search number, memo or amount", value: request.search }}
        filters={[
          { kind: "select", name: "source", label: "Source", value: source, any: "Any", options: sourceOptions },
          { kind: "select", name: "account", label: "Account", value: account, any: "Any", options },
          { kind: "range", label: "Date", from: { name: "from", value: from }, to: { name: "to", value: to } },
        ]}
        active={{
          source: sourceOptions.find((one) => one.value === source)
            ? `Source: ${labelOf(sourceOptions, source)}`
            : null,
          account: labelOf(options, account) && `Account: ${labelOf(options, account)}`,
          period: request.filters.period === "none" ? "Outside every period" : null,
          from: isPlainDate(from) ? `From ${formatDay(from)}` : null,
          to: isPlainDate(to) ? `To ${formatDay(to)}` : null,
        }}
        columns={columns}
        rows={listed.rows.map((entry) => ({
          id: entry.id,
          number: String(entry.number),
          href: entryHref(home, entry.id),
          entryOn: entry.entryOn,
          memo: entry.memo,
          source: sourceLabels[entry.sourceType],
          total: entry.totalCents,
        }))}
        listed={listed}
        first={
          <EmptyFirst
            icon="scale"
            title="Nothing is posted yet"
            why="Issued invoices and recorded payments post here by themselves. What has no document is entered by hand."
            action={add}
          />
        }
      />
    </>
  );
}

const sourceOptions = sourceTypes.map((type) => ({ value: type as string, label: sourceLabels[type] }));

function labelOf(options: { value: string; label: string }[], value: string): string | null {
  return options.find((option) => option.value === value)?.label ?? null;
}

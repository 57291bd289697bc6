import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { EmptyFiltered } from "@/components/ui/empty-state";
import { clearedHref, filterChips } from "@/components/ui/list-href";
import { ListToolbar } from "@/components/ui/list-toolbar";
import { enter } from "@/lib/doors/page";
import { formatDay } from "@/lib/kernel/dates";
import { listRequest } from "@/lib/kernel/listing";
import { accountTypes, typeLabels } from "@/lib/ledger/account";
import { listAccounts } from "@/lib/ledger/queries";
import { AccountSection } from "./account-section";

export const metadata: Metadata = { title: "Accounts" };

const statuses = [
  { value: "active", label: "Active" },
  { value: "inactive", label: "Inactive" },
];

export default async function AccountsPage({ params, searchParams }: PageProps<"/c/[company]/accounting/accounts">) {
  const scope = await enter(params, "accounting.read");
  const query = await searchParams;
  const { search, filters } = listRequest(query, {
    sorts: ["code"],
    defaultSort: "code",
    filters: ["type", "status"],
  });
  const accounts = await listAccounts(scope, { search, ...filters });
  const home = `/c/${scope.company.slug}`;
  const type = accountTypes.find((known) => known === filters.type);
  const status = statuses.find((known) => known.value === filters.status);
  const chips = filterChips(query, {
    q: search ? `Search: ${search}` : null,
    type: type ? `Type: ${typeLabels[type]}` : null,
    status: status ? `Status: ${status.label}` : null,
  });
  return (
    <>
      <PageHeader
        title="Accounts"
        description={`The chart of accounts. Balances to ${formatDay(scope.today)}, each on its account's normal side.`}
        actions={
          scope.can("accounts.write") ? (
            <LinkButton href={`${home}/accounting/accounts/new`} variant="primary" icon="plus">
              New account
            </LinkButton>
          ) : null
        }
      />
      <div className="space-y-6">
        <ListToolbar
          action={`${home}/accounting/accounts`}
          search={{ label: "Search code or name", value: search }}
          filters={[
            { kind: "select", name: "type", label: "Type", value: type ?? "", any: "Any", options: typeOptions },
            {
              kind: "select",
              name: "status",
              label: "Status",
              value: status?.value ?? "",
              any: "Any",
              options: statuses,
            },
          ]}
          chips={chips}
          clearHref={clearedHref(query)}
          count={`${accounts.length} ${accounts.length === 1 ? "account" : "accounts"}`}
        />
        {accounts.length === 0 ? (
          <EmptyFiltered what="accounts" filters={chips.map((chip) => chip.label)} clearHref={clearedHref(query)} />
        ) : null}
        {accountTypes.map((each) => (
          <AccountSection
            key={each}
            type={each}
            accounts={accounts.filter((account) => account.type === each)}
            home={home}
            today={scope.today}
            canEdit={scope.can("accounts.write")}
          />
        ))}
      </div>
    </>
  );
}

const typeOptions = accountTypes.map((type) => ({ value: type, label: typeLabels[type] }));

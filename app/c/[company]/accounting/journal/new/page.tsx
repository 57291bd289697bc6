import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { enter } from "@/lib/doors/page";
import { typeLabels } from "@/lib/ledger/account";
import { listPostableAccounts } from "@/lib/ledger/queries";
import { postEntryAction } from "../actions";
import { EntryForm } from "./entry-form";

export const metadata: Metadata = { title: "New journal entry" };

export default async function NewEntryPage({ params }: PageProps<"/c/[company]/accounting/journal/new">) {
  const scope = await enter(params, "journal.write", "accounting.read");
  const accounts = await listPostableAccounts(scope);
  const base = `/c/${scope.company.slug}/accounting/journal`;
  return (
    <>
      <PageHeader
        title="New journal entry"
        breadcrumbs={[{ label: "Journal", href: base }]}
        description="For what no invoice or payment says. Receivables and client credit are kept by their documents and are not offered here."
      />
      <EntryForm
        action={postEntryAction}
        companyId={scope.company.id}
        today={scope.today}
        accounts={accounts.map(({ id, code, name, type }) => ({
          value: id,
          label: `${code} ${name}`,
          group: typeLabels[type],
        }))}
        cancelHref={base}
      />
    </>
  );
}

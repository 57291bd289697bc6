import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { enter, orNotFound } from "@/lib/doors/page";
import { formatDay } from "@/lib/kernel/dates";
import { isId } from "@/lib/kernel/ids";
import { typeLabels } from "@/lib/ledger/account";
import { getEntry, listPostableAccounts } from "@/lib/ledger/queries";
import { EntryLines } from "../[entryId]/entry-lines";
import { postEntryAction } from "../actions";
import { EntryForm } from "./entry-form";

export const metadata: Metadata = { title: "New journal entry" };

export default async function NewEntryPage({ params, searchParams }: PageProps<"/c/[company]/accounting/journal/new">) {
  const scope = await enter(params, "journal.write", "accounting.read");
  const accounts = await listPostableAccounts(scope);
  const { corrects } = await searchParams;
  const found = isId("journalEntry", corrects) ? await orNotFound(getEntry(scope, corrects)) : null;
  const wrong = found?.entry ?? null;
  const home = `/c/${scope.company.slug}`;
  const base = `${home}/accounting/journal`;
  return (
    <>
      <PageHeader
        title={wrong ? `Correct entry ${wrong.number}` : "New journal entry"}
        breadcrumbs={[{ label: "Journal", href: base }]}
        description={
          wrong
            ? "Post what sets it right: the difference, or the amounts on the accounts where they belong. The entry itself stays."
            : "For what no document covers. Receivables and client credit follow their documents and are not offered here."
        }
      />
      {found ? (
        <div className="mb-6 max-w-5xl">
          <EntryLines
            home={home}
            title={`Entry ${found.entry.number} of ${formatDay(found.entry.entryOn)}: ${found.entry.memo}`}
            entryOn={found.entry.entryOn}
            lines={found.lines}
          />
        </div>
      ) : null}
      <EntryForm
        action={postEntryAction}
        companyId={scope.company.id}
        today={scope.today}
        corrects={wrong ? { id: wrong.id, number: wrong.number } : null}
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

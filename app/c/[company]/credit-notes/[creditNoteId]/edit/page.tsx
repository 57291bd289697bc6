import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { getCreditable, getCreditNote } from "@/lib/payments/credit-note-queries";
import { updateCreditNoteAction } from "../../actions";
import { CreditNoteForm } from "../../credit-note-form";

export const metadata: Metadata = { title: "Edit credit note" };

export default async function EditCreditNotePage({
  params,
}: PageProps<"/c/[company]/credit-notes/[creditNoteId]/edit">) {
  const scope = await enter(params, "credit_notes.write", "credit_notes.read", "invoices.read");
  const { note, invoice } = await orNotFound(getCreditNote(scope, idOf("creditNote", (await params).creditNoteId)));
  const base = `/c/${scope.company.slug}/credit-notes`;
  const here = `${base}/${note.id}`;
  if (note.status !== "draft") redirect(here as Route);
  const of = await getCreditable(scope, note.invoiceId);
  return (
    <>
      <PageHeader
        title="Edit credit note"
        breadcrumbs={[
          { label: "Credit notes", href: base },
          { label: `Draft for ${invoice.number}`, href: here },
        ]}
      />
      <CreditNoteForm
        key={note.revision}
        action={updateCreditNoteAction}
        companyId={scope.company.id}
        today={scope.today}
        of={of}
        draft={note}
        cancelHref={here}
      />
    </>
  );
}

import type { Metadata } from "next";
import { Status } from "@/components/display/status";
import { Timeline } from "@/components/display/timeline";
import { PageHeader } from "@/components/layout/page-header";
import { AsideLayout } from "@/components/ui/aside-layout";
import { PrintButton } from "@/components/ui/print-button";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { listTimeline } from "@/lib/events/queries";
import { getInvoice } from "@/lib/invoicing/queries";
import { formatDay } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { getCreditable, getCreditNote } from "@/lib/payments/credit-note-queries";
import { entriesOf } from "../../entries-of";
import { CreditNoteActions } from "./credit-note-actions";
import { CreditNoteLock } from "./credit-note-lock";
import { CreditNotePaper } from "./credit-note-paper";
import { VoidCreditNote } from "./void-form";
import { WhereItWent } from "./where-it-went";

export const metadata: Metadata = { title: "Credit note" };

export default async function CreditNotePage({ params }: PageProps<"/c/[company]/credit-notes/[creditNoteId]">) {
  const scope = await enter(params, "credit_notes.read", "invoices.read");
  const creditNoteId = idOf("creditNote", (await params).creditNoteId);
  const record = await orNotFound(getCreditNote(scope, creditNoteId));
  const { note, invoice, client } = record;
  const [facts, entries, of, credited] = await Promise.all([
    listTimeline(scope, { subjectId: creditNoteId }),
    entriesOf(params, { sourceTypes: ["credit_note", "credit_note_void"], sourceId: creditNoteId }),
    note.status === "draft" ? getCreditable(scope, note.invoiceId) : null,
    getInvoice(scope, note.invoiceId),
  ]);
  const home = `/c/${scope.company.slug}`;
  return (
    <>
      <PageHeader
        title={note.number ?? `Draft for ${invoice.number}`}
        screenOnly={note.status !== "void"}
        breadcrumbs={[{ label: "Credit notes", href: `${home}/credit-notes` }]}
        status={<Status of="credit_note" status={note.status} />}
        description={
          <>
            <bdi>{client.name}</bdi>
            {` · ${formatDollars(note.totalCents)} of ${invoice.number} · ${formatDay(note.notedOn)}`}
          </>
        }
        actions={
          of && scope.can("credit_notes.write") ? (
            <CreditNoteActions home={home} companyId={scope.company.id} record={record} openCents={of.openCents} />
          ) : note.status === "draft" ? null : (
            <PrintButton />
          )
        }
      />
      <AsideLayout
        aside={
          <>
            <WhereItWent home={home} record={record} entries={entries} openCents={of?.openCents ?? 0} />
            <Timeline facts={facts} timeZone={scope.company.timeZone} />
          </>
        }
      >
        <div className="print:hidden">
          <CreditNoteLock record={record} timeZone={scope.company.timeZone} />
        </div>
        <CreditNotePaper from={credited.invoice.issuedByParty ?? credited.company} record={record} />
        {note.status === "posted" && scope.can("credit_notes.write") ? (
          <VoidCreditNote companyId={scope.company.id} record={record} today={scope.today} />
        ) : null}
      </AsideLayout>
    </>
  );
}

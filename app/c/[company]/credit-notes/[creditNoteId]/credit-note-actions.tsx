import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { LinkButton } from "@/components/ui/button";
import { formatDay } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { splitNote } from "@/lib/payments/credit-note";
import { deleteCreditNoteAction, postCreditNoteAction } from "../actions";
import type { CreditNoteRecord } from "./credit-note-paper";
import { notePostedText } from "./note-words";

/** What can be done with a draft. The dialog states the entry and the split as the invoice stands now. */
export function CreditNoteActions(props: {
  home: string;
  companyId: string;
  record: CreditNoteRecord;
  openCents: number;
}) {
  const { home, companyId, record, openCents } = props;
  const { note, invoice } = record;
  const split = splitNote(note.totalCents, openCents);
  const fields = (
    <>
      <HiddenField name="creditNoteId" value={note.id} />
      <HiddenField name="revision" value={String(note.revision)} />
    </>
  );
  return (
    <>
      <Form
        action={deleteCreditNoteAction}
        companyId={companyId}
        inline
        confirm={{
          title: "Delete this draft?",
          effect: "The draft is gone for good. Nothing was posted, so nothing is taken back.",
          action: "Delete draft",
          danger: true,
        }}
      >
        {fields}
        <Submit variant="ghost" icon="trash" pendingText="Deleting…">
          Delete
        </Submit>
      </Form>
      <LinkButton href={`${home}/credit-notes/${note.id}/edit`} icon="pencil">
        Edit
      </LinkButton>
      <Form
        action={postCreditNoteAction}
        companyId={companyId}
        inline
        confirm={{
          title: `Post this credit note for ${invoice.number}?`,
          facts: [
            { term: "Total", value: formatDollars(note.totalCents) },
            { term: "Date", value: formatDay(note.notedOn) },
            { term: `Off ${invoice.number}`, value: formatDollars(split.onInvoiceCents) },
            { term: "Becomes client credit", value: formatDollars(split.creditCents) },
          ],
          effect: `It gets the next number and can't be changed afterwards. ${notePostedText(note, split)}`,
          action: "Post credit note",
        }}
      >
        {fields}
        <Submit icon="check" pendingText="Posting…">
          Post credit note
        </Submit>
      </Form>
    </>
  );
}

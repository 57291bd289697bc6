import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { FieldRow, HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import { Fold } from "@/components/ui/fold";
import type { PlainDate } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { voidCreditNoteAction } from "../actions";
import type { CreditNoteRecord } from "./credit-note-paper";

/** Folded away: rare, and in the books for ever. */
export function VoidCreditNote(props: { companyId: string; record: CreditNoteRecord; today: PlainDate }) {
  const { companyId, record, today } = props;
  const { note, invoice, went } = record;
  const credit = went.asCredit.reduce((sum, row) => sum + row.amountCents, 0);
  const onInvoice = note.totalCents - credit;
  return (
    <Card className="print:hidden">
      <Fold title="Void this credit note…">
        <p className="mt-3 max-w-[70ch] text-text-muted">
          The credit note stays on record as void; its entry is reversed on the day that you choose. What became client
          credit must still be there.
        </p>
        <Form
          action={voidCreditNoteAction}
          companyId={companyId}
          className="mt-4"
          confirm={{
            title: `Void credit note ${note.number}?`,
            facts: [
              { term: "Total", value: formatDollars(note.totalCents) },
              ...(onInvoice > 0 ? [{ term: `${invoice.number} owes again`, value: formatDollars(onInvoice) }] : []),
              ...(credit > 0 ? [{ term: "Client credit taken back", value: formatDollars(credit) }] : []),
            ],
            effect: "Reverses the entry. This can't be undone.",
            action: "Void credit note",
            danger: true,
          }}
        >
          <HiddenField name="creditNoteId" value={note.id} />
          <FieldRow>
            <TextField name="reason" label="Reason" hint="It stands in the audit log and on the credit note." />
            <DateField name="voidedOn" label="Day of the void" defaultValue={today} min={note.notedOn} />
          </FieldRow>
          <Submit variant="danger" icon="ban" pendingText="Voiding…">
            Void credit note
          </Submit>
        </Form>
      </Fold>
    </Card>
  );
}

import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { FieldRow, HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { Fold } from "@/components/ui/fold";
import type { PlainDate } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { type SettlementKind, settlementLabels } from "@/lib/payments/settlement";
import { voidSettlementAction } from "./actions";

type UndoFormProps = {
  companyId: string;
  settlement: { id: string; kind: SettlementKind; amountCents: number; settledOn: PlainDate };
  /** What it put on invoices, or took from them. */
  moved: { invoiceNumber: string | null; amountCents: number }[];
  /** What it gave the client's credit, or took from it. */
  creditCents: number;
  today: PlainDate;
};

/** Folded away: rare, and in the books for ever. */
export function UndoForm({ companyId, settlement, moved, creditCents, today }: UndoFormProps) {
  const { id, kind, amountCents, settledOn } = settlement;
  const what = settlementLabels[kind].toLowerCase();
  return (
    <Fold title="Undo this…" className="print:hidden">
      <p className="mt-3 max-w-[70ch] text-text-muted">
        For a mistake. It stays on record as undone; what it moved moves back on the day that you choose, and its entry
        is reversed.
      </p>
      <Form
        action={voidSettlementAction}
        companyId={companyId}
        className="mt-4"
        confirm={{
          title: `Undo “${what}” of ${formatDollars(amountCents)}?`,
          facts: [...moved.map(backOnInvoice), ...(creditCents === 0 ? [] : [backInCredit(creditCents)])],
          effect: "Posts the reverse of its entry. This can't be undone.",
          action: "Undo",
          danger: true,
        }}
      >
        <HiddenField name="settlementId" value={id} />
        <FieldRow>
          <TextField name="reason" label="Reason" hint="It stands in the audit log and on the record." />
          <DateField
            name="voidedOn"
            label="Undone on"
            defaultValue={today > settledOn ? today : settledOn}
            min={settledOn}
          />
        </FieldRow>
        <Submit variant="danger" icon="undo" pendingText="Undoing…">
          Undo
        </Submit>
      </Form>
    </Fold>
  );
}

function backOnInvoice({ invoiceNumber, amountCents }: UndoFormProps["moved"][number]) {
  const number = invoiceNumber ?? "Invoice";
  if (amountCents > 0) return { term: `${number} owes again`, value: formatDollars(amountCents) };
  return { term: `${number} is paid again`, value: formatDollars(0 - amountCents) };
}

function backInCredit(creditCents: number) {
  if (creditCents > 0) return { term: "Out of client credit", value: formatDollars(creditCents) };
  return { term: "Back in client credit", value: formatDollars(0 - creditCents) };
}

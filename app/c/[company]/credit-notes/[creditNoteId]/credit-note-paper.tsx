import { Day } from "@/components/display/day";
import { Card } from "@/components/ui/card";
import type { IssuedByParty } from "@/lib/invoicing/party";
import type { getCreditNote } from "@/lib/payments/credit-note-queries";
import { PaperHead, PaperTotal } from "../../invoices/document-paper";

export type CreditNoteRecord = Awaited<ReturnType<typeof getCreditNote>>;

/** The credit note as the client reads it, from the firm as its invoice has it. */
export function CreditNotePaper({ from, record }: { from: IssuedByParty; record: CreditNoteRecord }) {
  const { note, invoice, client } = record;
  return (
    <Card className="shadow-2 print:shadow-none">
      <div className="space-y-8 sm:p-4">
        <PaperHead
          from={from}
          to={client}
          toLabel="Credit to"
          facts={[
            { term: "Credit note", value: <span className="font-semibold">{note.number ?? "Draft"}</span> },
            { term: "Date", value: <Day value={note.notedOn} /> },
            { term: "For invoice", value: invoice.number },
          ]}
        />
        <p className="max-w-[70ch] whitespace-pre-line break-words">{note.reason}</p>
        <dl className="ml-auto w-full max-w-xs space-y-1.5 tabular-nums">
          <PaperTotal term="Amount" cents={note.subtotalCents} />
          <PaperTotal term="Tax" cents={note.taxCents} />
          <PaperTotal
            term="Total credited"
            cents={note.totalCents}
            currency
            className="border-t border-border-strong pt-2 text-lg font-semibold"
          />
        </dl>
      </div>
    </Card>
  );
}

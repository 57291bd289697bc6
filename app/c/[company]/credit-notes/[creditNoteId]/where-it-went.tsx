import { entryHref } from "@/components/accounting/links";
import { Money } from "@/components/display/money";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { TextLink } from "@/components/ui/text-link";
import type { listEntriesOfSource } from "@/lib/ledger/queries";
import { splitNote } from "@/lib/payments/credit-note";
import type { CreditNoteRecord } from "./credit-note-paper";

type Entries = Awaited<ReturnType<typeof listEntriesOfSource>>;

/** Where each cent went, or on a draft would go now; and the entries that say so in the books. */
export function WhereItWent(props: { home: string; record: CreditNoteRecord; entries: Entries; openCents: number }) {
  const { home, record, entries, openCents } = props;
  const { note, invoice, client, went } = record;
  const split =
    note.status === "draft"
      ? splitNote(note.totalCents, openCents)
      : { onInvoiceCents: sumOf(went.onInvoice), creditCents: sumOf(went.asCredit) };
  return (
    <Card title={note.status === "draft" ? "Where it would go" : "Where it went"} className="print:hidden">
      <DescriptionList
        layout="lines"
        items={[
          {
            term: "Invoice",
            value: <TextLink href={`${home}/invoices/${note.invoiceId}`}>{invoice.number}</TextLink>,
          },
          {
            term: "Client",
            value: (
              <TextLink href={`${home}/clients/${note.clientId}`}>
                <bdi>{client.name}</bdi>
              </TextLink>
            ),
          },
          { term: `Applied to ${invoice.number}`, value: <Money cents={split.onInvoiceCents} />, numeric: true },
          { term: "To client credit", value: <Money cents={split.creditCents} />, numeric: true },
          ...(note.status === "void"
            ? [{ term: "Taken back by the void", value: <Money cents={note.totalCents} />, numeric: true }]
            : []),
          ...entries.map((entry) => ({
            term: entry.sourceType === "credit_note_void" ? "Entry of the void" : "Journal entry",
            value: <TextLink href={entryHref(home, entry.id)}>{`#${entry.number}`}</TextLink>,
          })),
        ]}
      />
    </Card>
  );
}

/** As it was made; what a void took back is said apart. */
function sumOf(rows: { amountCents: number }[]): number {
  return rows.reduce((sum, row) => sum + Math.max(row.amountCents, 0), 0);
}

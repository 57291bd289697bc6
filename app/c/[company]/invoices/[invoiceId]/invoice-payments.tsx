import type { ReactNode } from "react";
import { Day } from "@/components/display/day";
import { Money } from "@/components/display/money";
import { Status } from "@/components/display/status";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { TextLink } from "@/components/ui/text-link";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { allocationLabels } from "@/lib/payments/allocation-queries";
import { putOnInvoice } from "@/lib/payments/put-on-invoice";
import type { InvoiceMoney } from "./invoice-money";

type Applied = InvoiceMoney["applied"][number];

/** How the balance came about: the total less money, credit, deposits and what was given up. `money` is null for whom payments are not. */
export function InvoicePayments(props: {
  home: string;
  invoice: { totalCents: number; status: string };
  paidCents: number;
  balanceCents: number;
  money: InvoiceMoney | null;
  mayUndo: boolean;
}) {
  const { home, invoice, paidCents, balanceCents, money, mayUndo } = props;
  return (
    <Card title="Payments and credits" className="print:hidden">
      <DescriptionList
        layout="lines"
        items={[
          line("Total", invoice.totalCents),
          ...(money ? partsOf(money.applied) : [line("Applied", 0 - paidCents)]),
          ...(invoice.status === "void" ? [line("Voided", 0 - invoice.totalCents)] : []),
          {
            term: "Open",
            value: (
              <strong>
                <Money cents={balanceCents} currency />
              </strong>
            ),
            numeric: true,
          },
        ]}
      />
      {money && money.applied.length > 0 ? (
        <ul className="mt-4 space-y-2 border-t border-border pt-4 text-sm">
          {money.applied.map((row) => (
            <AppliedRow key={row.id} home={home} row={row} mayUndo={mayUndo} />
          ))}
        </ul>
      ) : null}
      {money && money.creditNotes.length > 0 ? <NotesOf home={home} notes={money.creditNotes} /> : null}
    </Card>
  );
}

function partsOf(applied: Applied[]) {
  const { paidCents, creditsCents, deposits, writtenOffCents } = putOnInvoice(applied);
  return [
    line("Paid", 0 - paidCents),
    line("Credits", 0 - creditsCents),
    ...deposits.map(({ number, amountCents }) => line(`Deposit ${number}`, 0 - amountCents)),
    ...(writtenOffCents === 0 ? [] : [line("Written off", 0 - writtenOffCents)]),
  ];
}

function line(term: string, cents: number) {
  return { term, value: <Money cents={cents} />, numeric: true };
}

function AppliedRow({ home, row, mayUndo }: { home: string; row: Applied; mayUndo: boolean }) {
  const isUndone = row.amountCents < 0 && row.source !== "refund";
  return (
    <li className="flex justify-between gap-4">
      <span className="min-w-0">
        <TextLink href={allocationHref(home, row)}>{nameOf(row)}</TextLink>{" "}
        <Muted>
          {isUndone ? "undone " : ""}
          <Day value={row.allocatedOn} />
        </Muted>
        {row.isAutomatic && !isUndone ? <Muted block>applied automatically</Muted> : null}
        {mayUndo && row.isStanding ? (
          <>
            {" · "}
            <TextLink href={`${home}/credits/${row.documentId}`}>Undo</TextLink>
          </>
        ) : null}
      </span>
      <Money cents={row.amountCents} />
    </li>
  );
}

function Muted({ block, children }: { block?: boolean; children: ReactNode }) {
  return <span className={block ? "block text-text-muted" : "text-text-muted"}>{children}</span>;
}

function nameOf({ source, documentNumber, depositNumber }: Applied): string {
  return [allocationLabels[source], depositNumber ?? documentNumber].filter(Boolean).join(" ");
}

/** Drafts and void ones too: what is under way, and what was once. */
function NotesOf({ home, notes }: { home: string; notes: InvoiceMoney["creditNotes"] }) {
  return (
    <div className="mt-4 border-t border-border pt-4 text-sm">
      <p className="mb-2 text-text-muted">Credit notes</p>
      <ul className="space-y-2">
        {notes.map((note) => (
          <li key={note.id} className="flex items-center justify-between gap-4">
            <span className="flex flex-wrap items-center gap-2">
              <TextLink href={`${home}/credit-notes/${note.id}`}>{note.number ?? "Draft"}</TextLink>
              <Status of="credit_note" status={note.status} />
            </span>
            <span className="tabular-nums">{formatDollars(note.totalCents)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The document behind what was put on an invoice: a payment, which shows its refunds, a credit note, or the settlement. */
export function allocationHref(
  home: string,
  row: { source: string; documentId: string; paymentId?: string | null },
): string {
  if (row.paymentId) return `${home}/payments/${row.paymentId}`;
  if (row.source === "payment") return `${home}/payments/${row.documentId}`;
  return row.source === "credit_note" ? `${home}/credit-notes/${row.documentId}` : `${home}/credits/${row.documentId}`;
}

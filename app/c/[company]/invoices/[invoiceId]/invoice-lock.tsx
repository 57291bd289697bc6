import { Moment } from "@/components/display/moment";
import { Banner } from "@/components/ui/banner";
import type { InvoiceKind } from "@/lib/invoicing/invoice";
import { formatDay, type PlainDate } from "@/lib/kernel/dates";

type Locked = {
  kind: InvoiceKind;
  status: "draft" | "issued" | "void";
  issuedAt: Date | null;
  voidedOn: PlainDate | null;
  voidReason: string;
};

/** Why nothing here can be typed any more, since when and by whom, and what is possible instead. */
export function InvoiceLock(props: {
  invoice: Locked;
  issuedBy: string | null;
  paidCents: number;
  balanceCents: number;
  timeZone: string;
}) {
  const { invoice, issuedBy, paidCents, balanceCents, timeZone } = props;
  if (invoice.status === "void")
    return (
      <Banner kind="lock" title={`Void since ${invoice.voidedOn ? formatDay(invoice.voidedOn) : ""}`}>
        {invoice.voidReason}. Its entry is reversed, its number stays
        {invoice.kind === "deposit" ? "." : ", and its time can be invoiced again."}
      </Banner>
    );
  return (
    <Banner kind="lock" title="Issued and locked">
      {issuedBy ? `${issuedBy} issued this invoice` : "This invoice was issued"}
      {invoice.issuedAt ? (
        <>
          {" on "}
          <Moment at={invoice.issuedAt} timeZone={timeZone} />
        </>
      ) : null}
      . It is in the journal and can no longer be changed. {wayOn(invoice.kind, paidCents, balanceCents)}
    </Banner>
  );
}

function wayOn(kind: InvoiceKind, paidCents: number, balanceCents: number): string {
  const credit = kind === "deposit" ? "" : ", take a part back with a credit note";
  if (balanceCents === 0 && paidCents > 0)
    return kind === "deposit"
      ? "What is left of it can be applied to an invoice for the work."
      : "To take back a part of it, or all, make a credit note.";
  if (paidCents > 0) return `Record a payment${credit}, or undo what was applied to it and then void it.`;
  return balanceCents === 0
    ? "Void it and make a new one."
    : `Record a payment${credit}, or void it and make a new one.`;
}

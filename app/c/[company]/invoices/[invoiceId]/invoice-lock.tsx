import { Moment } from "@/components/display/moment";
import { Banner } from "@/components/ui/banner";
import { formatDay, type PlainDate } from "@/lib/kernel/dates";

type Locked = {
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
        {invoice.voidReason}. Its entry is reversed, its number stays, and its time can be invoiced again.
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
      . It is in the journal, so it can no longer be changed: {wayOn(paidCents, balanceCents)}
    </Banner>
  );
}

function wayOn(paidCents: number, balanceCents: number): string {
  if (balanceCents === 0 && paidCents > 0)
    return "it is paid in full. To make a new one, void its payments and then this invoice.";
  if (paidCents > 0) return "record a payment, or void its payments and then this invoice, and make a new one.";
  return balanceCents === 0 ? "void it and make a new one." : "record a payment, or void it and make a new one.";
}

import { Banner } from "@/components/ui/banner";
import { formatDollars } from "@/lib/kernel/decimal-text";

/** A deposit is the client's money until the work is invoiced: the page says so, and what of it is still held. */
export function DepositHeld(props: {
  invoice: { id: string; status: string };
  deposits: { id: string; leftCents: number; usedCents: number }[];
}) {
  const { invoice, deposits } = props;
  const held = deposits.find(({ id }) => id === invoice.id);
  const used = held && held.usedCents > 0 ? `, ${formatDollars(held.usedCents)} was applied` : "";
  return (
    <Banner title="Deposit invoice">
      {held && invoice.status === "issued"
        ? `${formatDollars(held.leftCents)} of it is held for the client${used}. `
        : ""}
      Until it is used it stands in Customer Deposits. Revenue appears when it is applied to an invoice for the work.
    </Banner>
  );
}

import type { Route } from "next";
import Link from "next/link";
import { Day } from "@/components/display/day";
import { Money } from "@/components/display/money";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import type { listAllocations } from "@/lib/payments/queries";

type Applied = Awaited<ReturnType<typeof listAllocations>>[number];

/** How the balance came about: the total less what was applied. `applied` is empty for whom payments are not. */
export function InvoicePayments(props: {
  home: string;
  invoice: { totalCents: number; status: string };
  paidCents: number;
  balanceCents: number;
  applied: Applied[];
}) {
  const { home, invoice, paidCents, balanceCents, applied } = props;
  return (
    <Card title="Payments">
      <DescriptionList
        layout="lines"
        items={[
          { term: "Total", value: <Money cents={invoice.totalCents} />, numeric: true },
          { term: "Applied", value: <Money cents={0 - paidCents} />, numeric: true },
          ...(invoice.status === "void"
            ? [{ term: "Voided", value: <Money cents={0 - invoice.totalCents} />, numeric: true }]
            : []),
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
      {applied.length > 0 ? (
        <ul className="mt-4 space-y-2 border-t border-border pt-4 text-sm">
          {applied.map((row) => (
            <li key={row.id} className="flex justify-between gap-4">
              <span>
                <Link href={`${home}/payments/${row.paymentId}` as Route} className="text-link underline">
                  {row.number}
                </Link>{" "}
                <span className="text-text-muted">
                  {row.amountCents < 0 ? "voided " : ""}
                  <Day value={row.allocatedOn} />
                </span>
              </span>
              <Money cents={row.amountCents} />
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}

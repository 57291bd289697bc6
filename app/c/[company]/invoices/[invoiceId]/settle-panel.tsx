import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Fold } from "@/components/ui/fold";
import { TextLink } from "@/components/ui/text-link";
import type { Scope } from "@/lib/access/scope";
import type { InvoiceKind } from "@/lib/invoicing/invoice";
import type { PlainDate } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import type { InvoiceMoney } from "./invoice-money";
import { ApplyCreditForm, ApplyDepositForm, WriteOffForm } from "./settle-forms";
import { VoidForm } from "./void-form";

export type Settleable = {
  id: string;
  kind: InvoiceKind;
  number: string;
  issuedOn: PlainDate;
  subtotalCents: number;
  taxCents: number;
  totalCents: number;
};

/** What else can be done with an issued invoice, each folded away until it is wanted. */
export function SettlePanel(props: {
  scope: Scope;
  home: string;
  invoice: Settleable;
  money: InvoiceMoney | null;
  paidCents: number;
  balanceCents: number;
}) {
  const { scope, home, invoice, money, paidCents, balanceCents } = props;
  const common = { companyId: scope.company.id, today: scope.today, invoice, balanceCents };
  const isOpen = balanceCents > 0;
  const isDeposit = invoice.kind === "deposit";
  const mayPay = scope.can("payments.write") && money !== null;
  const mayCredit = scope.can("credit_notes.write") && !isDeposit;
  if (!mayPay && !mayCredit && !scope.can("invoices.void")) return null;
  return (
    <Card title="Settle or correct" className="print:hidden">
      <div className="divide-y divide-border">
        {mayPay && isOpen && money.creditCents > 0 ? (
          <Way title="Apply client credit…" note={`${formatDollars(money.creditCents)} of credit is there.`}>
            <ApplyCreditForm {...common} creditCents={money.creditCents} />
          </Way>
        ) : null}
        {mayPay && isOpen && !isDeposit && money.deposits.length > 0 ? (
          <Way title="Apply a deposit…" note="Revenue appears as this invoice's; the deposit is held no longer.">
            <ApplyDepositForm {...common} deposits={money.deposits} />
          </Way>
        ) : null}
        {mayCredit ? (
          <div className="py-3 first:pt-0 last:pb-0">
            <TextLink href={`${home}/credit-notes/new?invoice=${invoice.id}`}>Credit note</TextLink>
            <p className="text-sm text-text-muted">Takes back a part of the invoice, or all of it, with its tax.</p>
          </div>
        ) : null}
        {mayPay && isOpen && !isDeposit ? (
          <Way
            title="Write off…"
            note="For what will never be paid: the firm bears it as bad debt. Revenue and tax stay as they were."
          >
            <WriteOffForm {...common} />
          </Way>
        ) : null}
        {scope.can("invoices.void") ? (
          <Way title="Void this invoice…" note={voidNote(invoice, paidCents)}>
            {paidCents === 0 ? <VoidForm {...common} /> : null}
          </Way>
        ) : null}
      </div>
    </Card>
  );
}

function voidNote({ kind }: Settleable, paidCents: number): string {
  if (paidCents !== 0)
    return `${formatDollars(paidCents)} of payments, credit or credit notes is applied to it. Undo those first.`;
  return kind === "deposit"
    ? "The number stays and the entry is reversed on the day of the void."
    : "The number stays and the entry is reversed on the day of the void. Time on it can be invoiced again.";
}

function Way({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <Fold title={title} className="py-3 first:pt-0 last:pb-0">
      <p className="mt-3 max-w-[70ch] text-text-muted">{note}</p>
      {children}
    </Fold>
  );
}

"use client";

import { useState } from "react";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { FieldRow, HiddenField } from "@/components/form/form-parts";
import { MoneyField } from "@/components/form/number-field";
import { SelectField } from "@/components/form/select-field";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import { Fold } from "@/components/ui/fold";
import { formatCents, formatDollars, parseMoney } from "@/lib/kernel/decimal-text";
import type { Cents } from "@/lib/kernel/money";
import type { PaymentParts } from "@/lib/payments/payment-parts";
import { splitRefund } from "@/lib/payments/split-refund";
import { refundPaymentAction } from "../actions";
import { type AccountChoice, accountOptions } from "../payment-details";

type RefundFormProps = {
  companyId: string;
  today: string;
  payment: { id: string; number: string; receivedOn: string; depositAccountId: string };
  left: PaymentParts;
  leftCents: Cents;
  /** The invoices' numbers, by their ids. */
  numbers: Record<string, string>;
  accounts: AccountChoice[];
};

/** Money given back. Before it is sent it says which invoices will owe again and what comes out of client credit. */
export function RefundForm({ companyId, today, payment, left, leftCents, numbers, accounts }: RefundFormProps) {
  const start = formatCents(leftCents);
  const [typed, setTyped] = useState(start);
  const facts = effects(typed, left, leftCents, numbers);
  return (
    <Card className="print:hidden">
      <Fold title="Refund this payment…">
        <p className="mt-3 max-w-[70ch] text-text-muted">
          For money that goes back to the client. The invoices that it had paid owe again; what of it is client credit
          is taken from there.
        </p>
        <Form
          action={refundPaymentAction}
          companyId={companyId}
          className="mt-4"
          confirm={{
            title: `Refund ${amountText(typed)} of payment ${payment.number}?`,
            facts,
            effect: "Posts the refund to the journal on the day that you chose. It can be undone later.",
            action: "Refund",
          }}
        >
          <HiddenField name="paymentId" value={payment.id} />
          <FieldRow>
            <MoneyField
              name="amount"
              label="Amount"
              defaultValue={start}
              most={leftCents}
              hint={`${formatDollars(leftCents)} is left to refund.`}
              onValueChange={setTyped}
            />
            <DateField
              name="refundedOn"
              label="Refunded on"
              defaultValue={today > payment.receivedOn ? today : payment.receivedOn}
              min={payment.receivedOn}
            />
          </FieldRow>
          <FieldRow>
            <SelectField
              name="accountId"
              label="Taken from"
              defaultValue={payment.depositAccountId}
              options={accountOptions(accounts)}
            />
            <TextField name="reason" label="Reason" hint="It stands in the audit log and on the refund." />
          </FieldRow>
          <Submit icon="undo" pendingText="Refunding…">
            Refund
          </Submit>
        </Form>
      </Fold>
    </Card>
  );
}

/** What the refund will do, as far as the amount can be read. */
function effects(typed: string, left: PaymentParts, leftCents: Cents, numbers: Record<string, string>) {
  const amount = parseMoney(typed);
  if (!amount.ok || amount.value <= 0 || amount.value > leftCents) return [];
  const { placed, creditCents } = splitRefund(amount.value, left);
  return [
    ...placed.map((part) => ({
      term: `${numbers[part.invoiceId] ?? "Invoice"} owes again`,
      value: formatDollars(part.amountCents),
    })),
    ...(creditCents > 0 ? [{ term: "Out of client credit", value: formatDollars(creditCents) }] : []),
  ];
}

function amountText(typed: string): string {
  const amount = parseMoney(typed);
  return amount.ok ? formatDollars(amount.value) : "a part";
}

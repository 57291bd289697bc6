"use client";

import { useState } from "react";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { FieldRow, FormActions, HiddenField } from "@/components/form/form-parts";
import { MoneyField } from "@/components/form/number-field";
import { Submit } from "@/components/form/submit";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { recordPaymentAction } from "../actions";
import { type AccountChoice, PaymentDetails, type PaymentStart } from "../payment-details";
import { ExcessField } from "./excess-field";
import { FreshFigures } from "./fresh-figures";
import { PlacementGrid } from "./placement-grid";
import { goesWhere, type OpenInvoice, type Parts, spread } from "./spread";

export type PaymentFormProps = {
  companyId: string;
  today: string;
  client: { id: string; name: string };
  /** In the order in which money is spread over them. */
  invoices: OpenInvoice[];
  amount: string;
  hint?: string;
  /** The expected payment that this is. */
  planned?: PaymentStart & { paymentId: string };
  accounts: AccountChoice[];
  cancelHref: string;
};

/** Money of one client: over its open invoices as the person says, and what is left becomes its credit. */
export function PaymentForm({ companyId, today, client, invoices, planned, accounts, ...rest }: PaymentFormProps) {
  const { amount, parts, type, place, spreadAgain } = usePlacing(rest.amount, invoices);
  return (
    <Form action={recordPaymentAction} companyId={companyId} className="max-w-4xl">
      <HiddenField name="clientId" value={client.id} />
      <FreshFigures />
      {planned ? <HiddenField name="paymentId" value={planned.paymentId} /> : null}
      <Card>
        <div className="space-y-5">
          <FieldRow>
            <MoneyField
              name="amount"
              label="Amount"
              defaultValue={rest.amount}
              hint={rest.hint}
              onValueChange={type}
              autoFocus
            />
            <DateField name="receivedOn" label="Received on" defaultValue={today} />
          </FieldRow>
          <ExcessField clientName={client.name} />
          <PaymentDetails accounts={accounts} start={planned} />
        </div>
      </Card>
      <Card title="Open invoices" flush={invoices.length > 0}>
        <PlacementGrid
          clientName={client.name}
          invoices={invoices}
          parts={parts}
          onChange={place}
          onSpread={spreadAgain}
        />
        <WhereItGoes {...goesWhere(amount, parts, invoices)} />
      </Card>
      <FormActions sticky>
        <Submit>Record payment</Submit>
        <LinkButton href={rest.cancelHref} variant="ghost">
          Cancel
        </LinkButton>
      </FormActions>
    </Form>
  );
}

/** The amount spreads itself as it is typed, until a part was typed by hand. */
function usePlacing(start: string, invoices: OpenInvoice[]) {
  const [amount, setAmount] = useState(start);
  const [own, setOwn] = useState<Parts | null>(null);
  const parts = own ?? spread(amount, invoices);
  return {
    amount,
    parts,
    type: setAmount,
    place: (id: string, text: string) => setOwn({ ...parts, [id]: text }),
    spreadAgain: () => setOwn(null),
  };
}

function WhereItGoes({ placed, credit, tooMuch }: ReturnType<typeof goesWhere>) {
  return (
    <p role="status" className="border-t border-border px-4 py-3 tabular-nums">
      {tooMuch > 0 ? (
        <span className="text-danger-fg">{formatDollars(tooMuch)} more is put on invoices than came in.</span>
      ) : (
        <>
          {formatDollars(placed)} goes to invoices, {formatDollars(credit)} becomes client credit.
        </>
      )}
    </p>
  );
}

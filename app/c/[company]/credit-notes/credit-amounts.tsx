"use client";

import { useState } from "react";
import { Field, useField } from "@/components/form/field";
import { useFormContext } from "@/components/form/form-context";
import { FieldRow } from "@/components/form/form-parts";
import { MoneyInput } from "@/components/form/number-input";
import { NativeSelect } from "@/components/form/select-field";
import { tidyMoney } from "@/components/form/typed-number";
import { Button } from "@/components/ui/button";
import { formatCents, formatDollars, parseMoney } from "@/lib/kernel/decimal-text";
import { type Cents, cents } from "@/lib/kernel/money";
import { splitNote, taxFor } from "@/lib/payments/credit-note";

type Amounts = { subtotalCents: Cents; taxCents: Cents };
type Line = Amounts & { id: string; label: string };

/**
 * Amount and tax of a credit note. The tax goes with the amount as on the invoice until somebody types it; below stands
 * what the total will do.
 */
export function CreditAmounts(props: {
  invoice: Amounts & { number: string };
  left: Amounts;
  openCents: Cents;
  lines: Line[];
  start: { subtotal: string; tax: string };
}) {
  const { invoice, left, openCents, lines, start } = props;
  const { touch } = useFormContext();
  const amount = {
    name: "subtotal",
    label: "Amount before tax",
    defaultValue: start.subtotal,
    hint: `${formatDollars(left.subtotalCents)} of ${invoice.number} is left to credit.`,
  };
  const taxed = {
    ...{ name: "tax", label: "Tax", defaultValue: start.tax },
    hint: `${formatDollars(left.taxCents)} of its tax is left. It follows the amount until you type it.`,
  };
  const { field: amountField, control: amountControl } = useField(amount);
  const { field: taxField, control: taxControl } = useField(taxed);
  const [subtotal, setSubtotal] = useState(amountField.value);
  const [tax, setTax] = useState(taxField.value);
  const [isTyped, setTyped] = useState(false);

  function follow(text: string) {
    setSubtotal(text);
    const parsed = parseMoney(text);
    if (!isTyped && parsed.ok && parsed.value >= 0) setTax(formatCents(taxFor(parsed.value, invoice, left)));
  }
  function take(chosen: { subtotalCents: number; taxCents: number }) {
    setTyped(false);
    setSubtotal(formatCents(Math.min(chosen.subtotalCents, left.subtotalCents)));
    setTax(formatCents(Math.min(chosen.taxCents, left.taxCents)));
    touch();
  }

  return (
    <>
      <Shortcuts lines={lines} onWhole={() => take(left)} onLine={take} />
      <FieldRow>
        <Field field={amountField} {...amount}>
          <MoneyInput
            {...amountControl}
            value={subtotal}
            onChange={(event) => follow(event.target.value)}
            onBlur={(event) => setSubtotal(tidyMoney(event.target.value))}
          />
        </Field>
        <Field field={taxField} {...taxed}>
          <MoneyInput
            {...taxControl}
            value={tax}
            onChange={(event) => {
              setTyped(true);
              setTax(event.target.value);
            }}
            onBlur={(event) => setTax(tidyMoney(event.target.value))}
          />
        </Field>
      </FieldRow>
      <Effect subtotal={subtotal} tax={tax} openCents={openCents} number={invoice.number} />
    </>
  );
}

function Shortcuts(props: { lines: Line[]; onWhole: () => void; onLine: (line: Line) => void }) {
  const { lines, onWhole, onLine } = props;
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <Button size="sm" onClick={onWhole}>
        Whole invoice
      </Button>
      {lines.length > 0 ? (
        <span className="block w-full max-w-xs">
          <NativeSelect
            aria-label="Credit one line"
            placeholder="One line…"
            value=""
            onChange={(event) => {
              const line = lines.find(({ id }) => id === event.target.value);
              if (line) onLine(line);
            }}
            options={lines.map(({ id, label }) => ({ value: id, label }))}
          />
        </span>
      ) : null}
    </div>
  );
}

/** The total, and where it will go as the invoice stands now. */
function Effect(props: { subtotal: string; tax: string; openCents: Cents; number: string }) {
  const total = centsOf(props.subtotal) + centsOf(props.tax);
  const { onInvoiceCents, creditCents } = splitNote(total, props.openCents);
  const ways = [
    onInvoiceCents > 0 ? `${formatDollars(onInvoiceCents)} lowers what ${props.number} owes` : null,
    creditCents > 0 ? `${formatDollars(creditCents)} becomes client credit` : null,
  ].filter(Boolean);
  return (
    <p aria-live="polite" className="rounded-lg bg-surface-2 px-3 py-2.5 tabular-nums">
      <strong>{`Total ${formatDollars(total)}`}</strong>
      {ways.length > 0 ? `: ${ways.join(", and ")}.` : ""}
    </p>
  );
}

function centsOf(text: string): Cents {
  const parsed = parseMoney(text);
  return parsed.ok && parsed.value >= 0 ? parsed.value : cents(0);
}

"use client";

import { type Control, useController } from "react-hook-form";
import { fieldId, useFormContext } from "@/components/form/form-context";
import { DiscountInput } from "@/components/form/number-input";
import { depositOf } from "@/lib/invoicing/estimate";
import type { InvoiceTotals } from "@/lib/invoicing/invoice";
import { formatCents, parseDiscount } from "@/lib/kernel/decimal-text";
import { cents } from "@/lib/kernel/money";
import type { LinesForm } from "./line-grid";

/** What is asked for at acceptance, typed as a part or a sum, and what is left then. */
export function DepositRows({ control, totals }: { control: Control<LinesForm>; totals: InvoiceTotals | null }) {
  const { id: formId, state } = useFormContext();
  const { field } = useController({ control, name: "deposit" });
  const id = fieldId(formId, "deposit");
  const parsed = parseDiscount(field.value);
  const deposit = totals && parsed.ok ? depositOf(totals.totalCents, parsed.value) : cents(0);
  return (
    <>
      <div className="flex items-center justify-between gap-4">
        <dt className="flex items-center gap-2">
          <label htmlFor={id}>Deposit</label>
          <span className="w-24">
            <DiscountInput
              {...field}
              id={id}
              placeholder="30%"
              aria-invalid={state.fields.deposit ? true : undefined}
            />
          </span>
        </dt>
        <dd>{totals ? formatCents(deposit) : "–"}</dd>
      </div>
      {totals && deposit > 0 && deposit <= totals.totalCents ? (
        <div className="flex justify-between gap-4 text-text-muted">
          <dt>Balance after deposit</dt>
          <dd>{formatCents(totals.totalCents - deposit)}</dd>
        </div>
      ) : null}
    </>
  );
}

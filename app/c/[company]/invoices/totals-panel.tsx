"use client";

import type { Control } from "react-hook-form";
import { useController } from "react-hook-form";
import { FieldError } from "@/components/form/field";
import { fieldId, useFormContext } from "@/components/form/form-context";
import { PercentInput } from "@/components/form/number-input";
import { cx } from "@/components/ui/cx";
import type { InvoiceTotals } from "@/lib/invoicing/invoice";
import { formatCents } from "@/lib/kernel/decimal-text";
import { sentences } from "@/lib/kernel/refusal";
import type { LinesForm } from "./line-grid";

/** Subtotal, tax and total, live; the tax percentage is typed here. */
export function TotalsPanel({ control, totals }: { control: Control<LinesForm>; totals: InvoiceTotals | null }) {
  const { id: formId, state } = useFormContext();
  const { field } = useController({ control, name: "taxPercent" });
  const error = state.fields.taxPercent;
  const id = fieldId(formId, "taxPercent");
  return (
    <div className="flex flex-col items-end gap-2">
      <dl aria-live="polite" className="w-full max-w-xs space-y-2 tabular-nums">
        <Row term="Subtotal">{totals ? formatCents(totals.subtotalCents) : "–"}</Row>
        <div className="flex items-center justify-between gap-4">
          <dt className="flex items-center gap-2">
            <label htmlFor={id}>Tax</label>
            <span className="w-24">
              <PercentInput {...field} id={id} aria-invalid={error ? true : undefined} />
            </span>
          </dt>
          <dd>{totals ? formatCents(totals.taxCents) : "–"}</dd>
        </div>
        <Row term="Total" className="border-t border-border-strong pt-2 text-lg font-semibold">
          {totals ? `$${formatCents(totals.totalCents)}` : "–"}
        </Row>
      </dl>
      {totals ? null : <FieldError id={`${id}-large`}>{sentences.amount_too_large}</FieldError>}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </div>
  );
}

function Row({ term, className, children }: { term: string; className?: string; children: string }) {
  return (
    <div className={cx("flex justify-between gap-4", className)}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

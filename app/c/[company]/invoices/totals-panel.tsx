"use client";

import type { ReactNode } from "react";
import type { Control } from "react-hook-form";
import { useController } from "react-hook-form";
import { FieldError } from "@/components/form/field";
import { fieldId, useFormContext } from "@/components/form/form-context";
import { DiscountInput, PercentInput } from "@/components/form/number-input";
import { cx } from "@/components/ui/cx";
import type { InvoiceTotals } from "@/lib/invoicing/invoice";
import { formatCents } from "@/lib/kernel/decimal-text";
import { sentences } from "@/lib/kernel/refusal";
import type { LinesForm } from "./line-grid";

/** Subtotal, discount, tax and total, live; the document's discount and tax percentage are typed here. */
export function TotalsPanel(props: {
  control: Control<LinesForm>;
  totals: InvoiceTotals | null;
  untaxed?: boolean | undefined;
  /** What must be known beside the tax. */
  taxNote?: ReactNode;
  children?: ReactNode;
}) {
  const { control, totals, untaxed, taxNote } = props;
  const { id: formId, state } = useFormContext();
  const { field } = useController({ control, name: "taxPercent" });
  const { field: discount } = useController({ control, name: "discount" });
  const error = state.fields.taxPercent ?? state.fields.discount ?? state.fields.deposit;
  const id = fieldId(formId, "taxPercent");
  const discountId = fieldId(formId, "discount");
  return (
    <div className="flex flex-col items-end gap-2">
      <dl aria-live="polite" className="w-full max-w-xs space-y-2 tabular-nums">
        <Row term="Subtotal">{totals ? formatCents(totals.subtotalCents + totals.discountCents) : "–"}</Row>
        <div className="flex items-center justify-between gap-4">
          <dt className="flex items-center gap-2">
            <label htmlFor={discountId}>Discount</label>
            <span className="w-24">
              <DiscountInput
                {...discount}
                id={discountId}
                placeholder="10%"
                aria-invalid={state.fields.discount ? true : undefined}
              />
            </span>
          </dt>
          <dd>{totals ? formatCents(0 - totals.discountCents) : "–"}</dd>
        </div>
        {untaxed ? null : (
          <div className="flex items-center justify-between gap-4">
            <dt className="flex items-center gap-2">
              <label htmlFor={id}>Tax</label>
              <span className="w-24">
                <PercentInput {...field} id={id} aria-invalid={state.fields.taxPercent ? true : undefined} />
              </span>
            </dt>
            <dd>{totals ? formatCents(totals.taxCents) : "–"}</dd>
          </div>
        )}
        {taxNote ? <div className="text-right text-sm text-text-muted">{taxNote}</div> : null}
        <Row term="Total" className="border-t border-border-strong pt-2 text-lg font-semibold">
          {totals ? `$${formatCents(totals.totalCents)}` : "–"}
        </Row>
        {props.children}
      </dl>
      {untaxed ? <input type="hidden" name="taxPercent" value="0" /> : null}
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

"use client";

import { Day } from "@/components/display/day";
import { Money } from "@/components/display/money";
import { FieldError } from "@/components/form/field";
import { fieldId, useFormContext } from "@/components/form/form-context";
import { HiddenField } from "@/components/form/form-parts";
import { MoneyInput } from "@/components/form/number-input";
import { Button } from "@/components/ui/button";
import { Cell, HeadCell, NumericCell, RowHead, Table, TableHead, TableRow } from "@/components/ui/table";
import type { PlainDate } from "@/lib/kernel/dates";
import { type OpenInvoice, type Parts, sentPlacements } from "./spread";

type GridProps = {
  clientName: string;
  invoices: OpenInvoice[];
  parts: Parts;
  onChange: (id: string, text: string) => void;
  onSpread: () => void;
};

/** How much goes to which invoice: filled in by itself, and each part may be changed. */
export function PlacementGrid({ clientName, invoices, parts, onChange, onSpread }: GridProps) {
  const { id: formId, state, touch } = useFormContext();
  const error = state.fields.placements;
  if (invoices.length === 0)
    return (
      <p className="pb-3 text-text-muted">
        Nothing is open for <bdi>{clientName}</bdi>: all of it becomes client credit.
      </p>
    );
  return (
    <>
      <HiddenField name="placements" value={sentPlacements(parts, invoices)} />
      {error ? <FieldError id={`${fieldId(formId, "placements")}-error`}>{error}</FieldError> : null}
      <Table caption="Open invoices" bare cards>
        <TableHead>
          <HeadCell>Invoice</HeadCell>
          <HeadCell>Due</HeadCell>
          <HeadCell numeric>Total</HeadCell>
          <HeadCell numeric>Open</HeadCell>
          <HeadCell numeric className="w-44">
            From this payment
          </HeadCell>
        </TableHead>
        <tbody>
          {invoices.map((invoice, index) => (
            <PlacementRow
              key={invoice.id}
              index={index}
              invoice={invoice}
              text={parts[invoice.id] ?? ""}
              onChange={(text) => onChange(invoice.id, text)}
            />
          ))}
        </tbody>
      </Table>
      <div className="flex justify-end px-4 py-2">
        <Button
          size="sm"
          icon="undo"
          variant="ghost"
          onClick={() => {
            onSpread();
            touch();
          }}
        >
          Spread again
        </Button>
      </div>
    </>
  );
}

function PlacementRow(props: { index: number; invoice: OpenInvoice; text: string; onChange: (text: string) => void }) {
  const { index, invoice, text, onChange } = props;
  const { id: formId, state } = useFormContext();
  const name = `placements.${index}.amount`;
  const id = fieldId(formId, name);
  const error = state.fields[name];
  return (
    <TableRow cards>
      <RowHead place="title">{invoice.number}</RowHead>
      <Cell label="Due">
        <Day value={invoice.dueOn as PlainDate} />
      </Cell>
      <NumericCell label="Total">
        <Money cents={invoice.totalCents} />
      </NumericCell>
      <NumericCell label="Open">
        <Money cents={invoice.openCents} />
      </NumericCell>
      <NumericCell label="From this payment">
        <span className="ml-auto block w-36">
          <MoneyInput
            id={id}
            aria-label={`Amount for ${invoice.number}`}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${id}-error` : undefined}
            placeholder="0.00"
            value={text}
            onChange={(event) => onChange(event.currentTarget.value)}
            onBlur={(event) => {
              if (event.currentTarget.value !== text) onChange(event.currentTarget.value);
            }}
          />
        </span>
        {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      </NumericCell>
    </TableRow>
  );
}

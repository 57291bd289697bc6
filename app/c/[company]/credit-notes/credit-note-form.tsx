import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { FieldRow, FormActions, HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { PlainDate } from "@/lib/kernel/dates";
import { formatCents } from "@/lib/kernel/decimal-text";
import type { FormAction } from "@/lib/kernel/form-state";
import { startingAmounts } from "@/lib/payments/credit-note";
import type { getCreditable } from "@/lib/payments/credit-note-queries";
import { CreditAmounts } from "./credit-amounts";

type Draft = {
  id: string;
  revision: number;
  notedOn: PlainDate;
  reason: string;
  subtotalCents: number;
  taxCents: number;
};

/** New, of an invoice, or a draft that goes on; the tax follows the amount until it is typed. */
export function CreditNoteForm(props: {
  action: FormAction;
  companyId: string;
  today: PlainDate;
  of: Awaited<ReturnType<typeof getCreditable>>;
  draft?: Draft;
  cancelHref: string;
}) {
  const { action, companyId, today, of, draft, cancelHref } = props;
  const { invoice, lines, left, openCents } = of;
  const start = draft ?? startingAmounts(left, openCents);
  return (
    <Form action={action} companyId={companyId} className="max-w-3xl">
      {draft ? (
        <>
          <HiddenField name="creditNoteId" value={draft.id} />
          <HiddenField name="revision" value={String(draft.revision)} />
        </>
      ) : (
        <HiddenField name="invoiceId" value={invoice.id} />
      )}
      <Card>
        <div className="space-y-5">
          <CreditAmounts
            invoice={{
              number: invoice.number ?? "",
              subtotalCents: invoice.subtotalCents,
              taxCents: invoice.taxCents,
            }}
            left={left}
            openCents={openCents}
            lines={lines.map(({ id, description, subtotalCents, taxCents }) => ({
              ...{ id, subtotalCents, taxCents },
              label: `${description.split("\n")[0]?.slice(0, 60)}, ${formatCents(subtotalCents)}`,
            }))}
            start={{ subtotal: formatCents(start.subtotalCents), tax: formatCents(start.taxCents) }}
          />
          <FieldRow>
            <TextField
              name="reason"
              label="Reason"
              defaultValue={draft?.reason}
              hint="The client reads it on the credit note."
            />
            <DateField
              name="notedOn"
              label="Date"
              defaultValue={draft?.notedOn ?? today}
              min={invoice.issuedOn}
              hint="It is posted on this day."
            />
          </FieldRow>
        </div>
      </Card>
      <FormActions sticky>
        <Submit>{draft ? "Save draft" : "Create draft"}</Submit>
        <LinkButton href={cancelHref} variant="ghost">
          Cancel
        </LinkButton>
      </FormActions>
    </Form>
  );
}

import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { FieldRow, HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import { Fold } from "@/components/ui/fold";
import { formatDollars } from "@/lib/kernel/decimal-text";
import type { FormAction } from "@/lib/kernel/form-state";

/** Folded away: rare, and in the books for ever. For bills, their payments and expenses alike. */
export function VoidForm(props: {
  action: FormAction;
  companyId: string;
  what: string;
  name: string;
  id: string;
  amountCents: number;
  why: string;
  effect: string;
  /** The first day on which it can be taken back. */
  from: string;
  today: string;
}) {
  const { action, companyId, what, name, id, amountCents, why, effect, from, today } = props;
  return (
    <Card className="print:hidden">
      <Fold title={`Void this ${what}…`}>
        <p className="mt-3 max-w-[70ch] text-text-muted">{why}</p>
        <Form
          action={action}
          companyId={companyId}
          className="mt-4"
          confirm={{
            title: `Void this ${what}?`,
            facts: [{ term: "Amount", value: formatDollars(amountCents) }],
            effect,
            action: `Void ${what}`,
            danger: true,
          }}
        >
          <HiddenField name={name} value={id} />
          <FieldRow>
            <TextField name="reason" label="Reason" hint="It stands in the audit log." />
            <DateField name="voidedOn" label="Day of the void" defaultValue={today > from ? today : from} min={from} />
          </FieldRow>
          <Submit variant="danger" icon="ban" pendingText="Voiding…">
            {`Void ${what}`}
          </Submit>
        </Form>
      </Fold>
    </Card>
  );
}

import { CheckboxField, RadioGroup } from "@/components/form/choice-fields";
import { Form } from "@/components/form/form";
import { FormActions, HiddenField } from "@/components/form/form-parts";
import { MoneyField } from "@/components/form/number-field";
import { Submit } from "@/components/form/submit";
import { TextArea, TextField } from "@/components/form/text-field";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { formatCents } from "@/lib/kernel/decimal-text";
import type { FormAction } from "@/lib/kernel/form-state";

type Item = {
  id: string;
  revision: number;
  kind: string;
  name: string;
  description: string;
  unitPriceCents: number | null;
  isTaxable: boolean;
};

export function ItemForm(props: { action: FormAction; companyId: string; item?: Item; cancelHref: string }) {
  const { action, companyId, item, cancelHref } = props;
  const price = item?.unitPriceCents ?? null;
  return (
    <Form action={action} companyId={companyId} className="max-w-3xl">
      {item ? (
        <>
          <HiddenField name="itemId" value={item.id} />
          <HiddenField name="revision" value={String(item.revision)} />
        </>
      ) : null}
      <Card>
        <div className="space-y-5">
          <RadioGroup
            name="kind"
            label="Kind"
            defaultValue={item?.kind ?? "service"}
            options={[
              { value: "service", label: "Service", hint: "Charged by the hour; time is entered on it." },
              { value: "product", label: "Product", hint: "Charged by the piece." },
            ]}
          />
          <TextField name="name" label="Name" defaultValue={item?.name} autoFocus={!item} />
          <TextArea
            name="description"
            label="Description"
            hint="Proposed as the text of an invoice line."
            defaultValue={item?.description}
            optional
          />
          <MoneyField
            name="unitPriceCents"
            label="Price"
            hint="Empty for a service that is charged at the project's or the member's hourly rate."
            defaultValue={price === null ? "" : formatCents(price)}
            optional
            className="max-w-60"
          />
          <CheckboxField name="isTaxable" label="Sales tax applies" defaultChecked={item?.isTaxable} />
        </div>
      </Card>
      <FormActions sticky>
        <Submit>{item ? "Save item" : "Create item"}</Submit>
        <LinkButton href={cancelHref} variant="ghost">
          Cancel
        </LinkButton>
      </FormActions>
    </Form>
  );
}

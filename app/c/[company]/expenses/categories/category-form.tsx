import { Form } from "@/components/form/form";
import { FieldRow, HiddenField } from "@/components/form/form-parts";
import { type Option, SelectField } from "@/components/form/select-field";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import type { FormAction } from "@/lib/kernel/form-state";

export function CategoryForm(props: {
  action: FormAction;
  companyId: string;
  accounts: Option[];
  category?: { id: string; revision: number; name: string; accountId: string };
}) {
  const { action, companyId, accounts, category } = props;
  return (
    <Form action={action} companyId={companyId} className="max-w-3xl">
      {category ? (
        <>
          <HiddenField name="categoryId" value={category.id} />
          <HiddenField name="revision" value={String(category.revision)} />
        </>
      ) : null}
      <Card title={category ? undefined : "New category"}>
        <div className="space-y-5">
          <FieldRow>
            <TextField name="name" label="Name" defaultValue={category?.name} />
            <SelectField
              name="accountId"
              label="Account"
              options={accounts}
              defaultValue={category?.accountId ?? accounts[0]?.value}
              hint="Where its expenses are posted from now on."
            />
          </FieldRow>
          <Submit>{category ? "Save category" : "Add category"}</Submit>
        </div>
      </Card>
    </Form>
  );
}

import { Form } from "@/components/form/form";
import { FieldRow, FormActions, HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { TextArea, TextField } from "@/components/form/text-field";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { FormAction } from "@/lib/kernel/form-state";

type Vendor = {
  id: string;
  revision: number;
  name: string;
  email: string;
  phone: string;
  address: string;
  note: string;
};

export function VendorForm(props: { action: FormAction; companyId: string; vendor?: Vendor; cancelHref: string }) {
  const { action, companyId, vendor, cancelHref } = props;
  return (
    <Form action={action} companyId={companyId} className="max-w-3xl">
      {vendor ? (
        <>
          <HiddenField name="vendorId" value={vendor.id} />
          <HiddenField name="revision" value={String(vendor.revision)} />
        </>
      ) : null}
      <Card>
        <div className="space-y-5">
          <TextField name="name" label="Name" defaultValue={vendor?.name} autoFocus />
          <FieldRow>
            <TextField name="email" label="E-mail" type="email" defaultValue={vendor?.email} optional />
            <TextField name="phone" label="Phone" type="tel" defaultValue={vendor?.phone} optional />
          </FieldRow>
          <TextArea name="address" label="Address" defaultValue={vendor?.address} rows={4} optional />
          <TextArea name="note" label="Internal note" defaultValue={vendor?.note} rows={3} optional />
        </div>
      </Card>
      <FormActions sticky>
        <Submit>{vendor ? "Save vendor" : "Create vendor"}</Submit>
        <LinkButton href={cancelHref} variant="ghost">
          Cancel
        </LinkButton>
      </FormActions>
    </Form>
  );
}

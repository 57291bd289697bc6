import { Form } from "@/components/form/form";
import { FieldRow, FormActions, HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { TextArea, TextField } from "@/components/form/text-field";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { FormAction } from "@/lib/kernel/form-state";

type Client = {
  id: string;
  revision: number;
  name: string;
  contactName: string;
  email: string;
  phone: string;
  address: string;
  note: string;
};

export function ClientForm(props: { action: FormAction; companyId: string; client?: Client; cancelHref: string }) {
  const { action, companyId, client, cancelHref } = props;
  return (
    <Form action={action} companyId={companyId} className="max-w-3xl">
      {client ? (
        <>
          <HiddenField name="clientId" value={client.id} />
          <HiddenField name="revision" value={String(client.revision)} />
        </>
      ) : null}
      <Card>
        <div className="space-y-5">
          <TextField name="name" label="Name" defaultValue={client?.name} hint="As it stands on invoices." autoFocus />
          <TextField name="contactName" label="Contact" defaultValue={client?.contactName} optional />
          <FieldRow>
            <TextField name="email" label="E-mail" type="email" defaultValue={client?.email} optional />
            <TextField name="phone" label="Phone" type="tel" defaultValue={client?.phone} optional />
          </FieldRow>
          <TextArea name="address" label="Address" defaultValue={client?.address} rows={4} optional />
          <TextArea name="note" label="Internal note" defaultValue={client?.note} rows={3} optional />
        </div>
      </Card>
      <FormActions sticky>
        <Submit>{client ? "Save client" : "Create client"}</Submit>
        <LinkButton href={cancelHref} variant="ghost">
          Cancel
        </LinkButton>
      </FormActions>
    </Form>
  );
}

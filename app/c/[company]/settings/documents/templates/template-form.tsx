import { CheckboxField } from "@/components/form/choice-fields";
import { Form } from "@/components/form/form";
import { FormActions, HiddenField } from "@/components/form/form-parts";
import { SelectField } from "@/components/form/select-field";
import { Submit } from "@/components/form/submit";
import { TextArea, TextField } from "@/components/form/text-field";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { DocumentTexts } from "@/lib/invoicing/document-template";
import type { FormAction } from "@/lib/kernel/form-state";
import { kindOptions } from "./template-kinds";

type Template = DocumentTexts & { id: string; revision: number; name: string; isDefault: boolean; isActive: boolean };

export function TemplateForm(props: {
  action: FormAction;
  companyId: string;
  template?: Template;
  cancelHref: string;
}) {
  const { action, companyId, template, cancelHref } = props;
  return (
    <Form action={action} companyId={companyId} className="max-w-3xl">
      {template ? (
        <>
          <HiddenField name="templateId" value={template.id} />
          <HiddenField name="revision" value={String(template.revision)} />
        </>
      ) : null}
      <Card>
        <div className="space-y-5">
          <TextField name="name" label="Name" defaultValue={template?.name} hint="Only your team sees it." autoFocus />
          {template ? null : <SelectField name="kind" label="For" options={kindOptions} defaultValue="invoice" />}
          <TextArea name="headerText" label="Header, above the lines" defaultValue={template?.headerText} optional />
          <TextArea name="notes" label="Notes to the client" defaultValue={template?.notes} optional />
          <TextArea name="terms" label="Terms" defaultValue={template?.terms} rows={5} optional />
          <TextArea name="footerText" label="Footer, at the end" defaultValue={template?.footerText} optional />
          <CheckboxField
            name="isDefault"
            label="Use for new documents"
            hint="Each kind of document has one default; this template takes its place."
            defaultChecked={template?.isDefault}
          />
          {template ? (
            <CheckboxField
              name="isActive"
              label="Active"
              hint="One that is not active is not offered any more. Documents keep its words."
              defaultChecked={template.isActive}
            />
          ) : null}
        </div>
      </Card>
      <FormActions sticky>
        <Submit>{template ? "Save template" : "Create template"}</Submit>
        <LinkButton href={cancelHref} variant="ghost">
          Cancel
        </LinkButton>
      </FormActions>
    </Form>
  );
}

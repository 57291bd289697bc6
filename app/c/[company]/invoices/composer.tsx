"use client";

import { useState } from "react";
import { ComboboxField } from "@/components/form/combobox-field";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { FieldRow, FormActions, HiddenField } from "@/components/form/form-parts";
import { SelectField } from "@/components/form/select-field";
import { Submit } from "@/components/form/submit";
import { TextArea, TextField } from "@/components/form/text-field";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { FormAction } from "@/lib/kernel/form-state";
import type { CatalogChoice, ComposerLine } from "./composer-lines";
import { LineGrid } from "./line-grid";

export type ComposerDraft = {
  invoiceId?: string;
  revision?: number;
  clientId: string;
  projectId: string;
  issuedOn: string;
  dueOn: string;
  reference: string;
  notes: string;
  taxPercent: string;
  lines: ComposerLine[];
};

export type ComposerProps = {
  action: FormAction;
  companyId: string;
  companyName: string;
  draft: ComposerDraft;
  clients: { id: string; name: string }[];
  projects: { id: string; label: string; clientId: string }[];
  items: CatalogChoice[];
  cancelHref: string;
};

/** The invoice as paper, edited in place. Its sums come from the same code as the server's, which recomputes them. */
export function Composer({
  action,
  companyId,
  companyName,
  draft,
  clients,
  projects,
  items,
  cancelHref,
}: ComposerProps) {
  const [clientId, setClientId] = useState(draft.clientId);
  const ofClient = projects.filter((project) => project.clientId === clientId);
  return (
    <Form action={action} companyId={companyId} className="max-w-5xl">
      {draft.invoiceId ? <HiddenField name="invoiceId" value={draft.invoiceId} /> : null}
      {draft.revision === undefined ? null : <HiddenField name="revision" value={String(draft.revision)} />}
      <Card className="shadow-2">
        <div className="space-y-8 sm:p-4">
          <div className="flex flex-wrap items-baseline justify-between gap-4">
            <p className="text-xl font-semibold tracking-tight">{companyName}</p>
            <p className="text-xl text-text-muted">Invoice</p>
          </div>
          <div className="space-y-5">
            <FieldRow>
              <ComboboxField
                name="clientId"
                label="Bill to"
                defaultValue={draft.clientId}
                options={clients.map((client) => ({ value: client.id, label: client.name }))}
                onValueChange={setClientId}
              />
              <SelectField
                key={clientId}
                name="projectId"
                label="Project"
                optional
                placeholder="No project"
                defaultValue={clientId === draft.clientId ? draft.projectId : ""}
                options={ofClient.map((project) => ({ value: project.id, label: project.label }))}
              />
            </FieldRow>
            <FieldRow columns={3}>
              <DateField name="issuedOn" label="Invoice date" defaultValue={draft.issuedOn} />
              <DateField name="dueOn" label="Due date" defaultValue={draft.dueOn} />
              <TextField name="reference" label="Client reference" defaultValue={draft.reference} optional />
            </FieldRow>
          </div>
          <LineGrid lines={draft.lines} items={items} taxPercent={draft.taxPercent} />
          <TextArea name="notes" label="Notes to the client" defaultValue={draft.notes} rows={3} optional />
        </div>
      </Card>
      <FormActions sticky>
        <Submit>Save draft</Submit>
        <LinkButton href={cancelHref} variant="ghost">
          Cancel
        </LinkButton>
      </FormActions>
    </Form>
  );
}

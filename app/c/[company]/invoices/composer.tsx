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
import type { DocumentTexts } from "@/lib/invoicing/document-template";
import type { FormAction } from "@/lib/kernel/form-state";
import type { CatalogChoice, ComposerLine } from "./composer-lines";
import { LineGrid } from "./line-grid";
import { ProjectNumbersField } from "./project-numbers-field";
import { type TemplateChoice, TextsFold } from "./texts-fold";

/** What is composed: its word on the paper, the field that names it, and its second day. */
export type Composed = {
  word: string;
  toLabel: string;
  idName: "invoiceId" | "estimateId";
  until: { name: "dueOn" | "validUntil"; label: string };
};

export const composedInvoice: Composed = {
  word: "Invoice",
  toLabel: "Bill to",
  idName: "invoiceId",
  until: { name: "dueOn", label: "Due date" },
};

export type ComposerDraft = DocumentTexts & {
  id?: string;
  revision?: number;
  kind?: string;
  clientId: string;
  projectId: string;
  /** Where the project may number it. */
  useProjectNumbers?: boolean;
  issuedOn: string;
  until: string;
  reference: string;
  taxPercent: string;
  discount: string;
  /** Where one may be asked for. */
  deposit?: string;
  lines: ComposerLine[];
};

export type ComposerProps = {
  action: FormAction;
  companyId: string;
  companyName: string;
  composed: Composed;
  draft: ComposerDraft;
  clients: { id: string; name: string }[];
  projects: { id: string; label: string; clientId: string }[];
  items: CatalogChoice[];
  templates: TemplateChoice[];
  cancelHref: string;
};

/** An invoice, estimate or proposal as paper, edited in place. Its sums come from the same code as the server's, which recomputes them. */
export function Composer({
  action,
  companyId,
  companyName,
  composed,
  draft,
  clients,
  projects,
  items,
  templates,
  cancelHref,
}: ComposerProps) {
  const [clientId, setClientId] = useState(draft.clientId);
  const isDeposit = draft.kind === "deposit";
  const [projectId, setProjectId] = useState(draft.projectId);
  const ofClient = projects.filter((project) => project.clientId === clientId);
  return (
    <Form action={action} companyId={companyId} className="max-w-5xl">
      {draft.id ? <HiddenField name={composed.idName} value={draft.id} /> : null}
      {draft.kind ? <HiddenField name="kind" value={draft.kind} /> : null}
      {draft.revision === undefined ? null : <HiddenField name="revision" value={String(draft.revision)} />}
      <Card className="shadow-2">
        <div className="space-y-8 sm:p-4">
          <div className="flex flex-wrap items-baseline justify-between gap-4">
            <p className="text-xl font-semibold tracking-tight">{companyName}</p>
            <p className="text-xl text-text-muted">{isDeposit ? "Deposit invoice" : composed.word}</p>
          </div>
          <div className="space-y-5">
            <FieldRow>
              <ComboboxField
                name="clientId"
                label={composed.toLabel}
                defaultValue={draft.clientId}
                options={clients.map((client) => ({ value: client.id, label: client.name }))}
                onValueChange={(value) => {
                  setClientId(value);
                  setProjectId(value === draft.clientId ? draft.projectId : "");
                }}
              />
              <SelectField
                key={clientId}
                name="projectId"
                label="Project"
                optional
                placeholder="No project"
                defaultValue={clientId === draft.clientId ? draft.projectId : ""}
                options={ofClient.map((project) => ({ value: project.id, label: project.label }))}
                onValueChange={setProjectId}
              />
            </FieldRow>
            {projectId && draft.useProjectNumbers !== undefined ? (
              <ProjectNumbersField defaultChecked={draft.useProjectNumbers} />
            ) : null}
            <FieldRow columns={3}>
              <DateField name="issuedOn" label={`${composed.word} date`} defaultValue={draft.issuedOn} />
              <DateField {...composed.until} defaultValue={draft.until} />
              <TextField name="reference" label="Client reference" defaultValue={draft.reference} optional />
            </FieldRow>
          </div>
          <LineGrid items={items} {...draft} untaxed={isDeposit} />
          <TextArea name="notes" label="Notes to the client" defaultValue={draft.notes} rows={3} optional />
          <TextsFold draft={draft} templates={templates} />
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

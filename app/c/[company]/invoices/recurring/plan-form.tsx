"use client";

import { useState } from "react";
import { ComboboxField } from "@/components/form/combobox-field";
import { Form } from "@/components/form/form";
import { FieldRow, FormActions, HiddenField } from "@/components/form/form-parts";
import { SelectField } from "@/components/form/select-field";
import { Submit } from "@/components/form/submit";
import { TextArea, TextField } from "@/components/form/text-field";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { FormAction } from "@/lib/kernel/form-state";
import type { CatalogChoice, ComposerLine } from "../composer-lines";
import { LineGrid } from "../line-grid";
import { ProjectNumbersField } from "../project-numbers-field";
import { RhythmFields, type RhythmTyped } from "./rhythm-fields";

export type PlanTyped = RhythmTyped & {
  planId?: string;
  revision?: number;
  name: string;
  clientId: string;
  projectId: string;
  useProjectNumbers: boolean;
  dueDays: string;
  issues: string;
  reference: string;
  notes: string;
  taxPercent: string;
  discount: string;
  lines: ComposerLine[];
};

export function PlanForm(props: {
  action: FormAction;
  companyId: string;
  plan: PlanTyped;
  clients: { id: string; name: string }[];
  projects: { id: string; label: string; clientId: string }[];
  items: CatalogChoice[];
  cancelHref: string;
}) {
  const { plan } = props;
  return (
    <Form action={props.action} companyId={props.companyId} className="max-w-5xl">
      {plan.planId ? <HiddenField name="planId" value={plan.planId} /> : null}
      {plan.revision === undefined ? null : <HiddenField name="revision" value={String(plan.revision)} />}
      <Card title="When">
        <div className="space-y-5">
          <TextField name="name" label="Name" defaultValue={plan.name} hint="For you; it is not on the invoices." />
          <RhythmFields plan={plan} />
        </div>
      </Card>
      <Card title="What">
        <div className="space-y-5">
          <WhoFields plan={plan} clients={props.clients} projects={props.projects} />
          <FieldRow columns={3}>
            <SelectField
              name="issues"
              label="Each invoice"
              defaultValue={plan.issues}
              options={[
                { value: "automatically", label: "Is issued" },
                { value: "draft", label: "Waits as a draft" },
              ]}
            />
            <TextField name="dueDays" label="Days until due" inputMode="numeric" defaultValue={plan.dueDays} />
            <TextField name="reference" label="Client reference" defaultValue={plan.reference} optional />
          </FieldRow>
          <p className="max-w-[70ch] text-sm text-text-muted">
            Each invoice has the texts below as they are typed here: a month or a year in them would be the same on all.
            The invoice’s own date says when it was.
          </p>
          <LineGrid lines={plan.lines} items={props.items} taxPercent={plan.taxPercent} discount={plan.discount} />
          <TextArea name="notes" label="Notes to the client" defaultValue={plan.notes} rows={3} optional />
        </div>
      </Card>
      <FormActions sticky>
        <Submit>Save plan</Submit>
        <LinkButton href={props.cancelHref} variant="ghost">
          Cancel
        </LinkButton>
      </FormActions>
    </Form>
  );
}

function WhoFields({
  plan,
  clients,
  projects,
}: {
  plan: PlanTyped;
  clients: { id: string; name: string }[];
  projects: { id: string; label: string; clientId: string }[];
}) {
  const [clientId, setClientId] = useState(plan.clientId);
  const [projectId, setProjectId] = useState(plan.projectId);
  const ofClient = projects.filter((project) => project.clientId === clientId);
  return (
    <>
      <FieldRow>
        <ComboboxField
          name="clientId"
          label="Bill to"
          defaultValue={plan.clientId}
          options={clients.map((client) => ({ value: client.id, label: client.name }))}
          onValueChange={(value) => {
            setClientId(value);
            setProjectId(value === plan.clientId ? plan.projectId : "");
          }}
        />
        <SelectField
          key={clientId}
          name="projectId"
          label="Project"
          optional
          placeholder="No project"
          defaultValue={clientId === plan.clientId ? plan.projectId : ""}
          options={ofClient.map((project) => ({ value: project.id, label: project.label }))}
          onValueChange={setProjectId}
        />
      </FieldRow>
      {projectId ? <ProjectNumbersField defaultChecked={plan.useProjectNumbers} /> : null}
    </>
  );
}

import type { ReactNode } from "react";
import { RadioGroup } from "@/components/form/choice-fields";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { FieldRow, FormActions, HiddenField } from "@/components/form/form-parts";
import { MoneyField } from "@/components/form/number-field";
import { Submit } from "@/components/form/submit";
import { TextArea, TextField } from "@/components/form/text-field";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { formatCents, formatMinutes } from "@/lib/kernel/decimal-text";
import type { FormAction } from "@/lib/kernel/form-state";
import { MemberBoxes } from "./member-boxes";

type Project = {
  id: string;
  revision: number;
  name: string;
  description: string;
  billing: string;
  hourlyRateCents: number | null;
  flatFeeCents: number | null;
  budgetMinutes: number | null;
  dueOn: string | null;
  members: { id: string }[];
};

/** `client` is the picker of a new project; an old one keeps its client, since time and documents name it. */
export function ProjectForm(props: {
  action: FormAction;
  companyId: string;
  project?: Project;
  client: ReactNode;
  members: { id: string; name: string; role: string }[];
  cancelHref: string;
}) {
  const { action, companyId, project, client, members, cancelHref } = props;
  return (
    <Form action={action} companyId={companyId} className="max-w-3xl">
      {project ? (
        <>
          <HiddenField name="projectId" value={project.id} />
          <HiddenField name="revision" value={String(project.revision)} />
        </>
      ) : null}
      <Card>
        <div className="space-y-5">
          {client}
          <TextField name="name" label="Name" defaultValue={project?.name} />
          <TextArea name="description" label="Description" defaultValue={project?.description} optional />
          <BillingFields project={project} />
          <FieldRow>
            <TextField
              name="budgetMinutes"
              label="Budget in hours"
              hint="Such as 40, 37.5 or 40:30."
              defaultValue={project?.budgetMinutes ? formatMinutes(project.budgetMinutes) : ""}
              optional
            />
            <DateField name="dueOn" label="Due" defaultValue={project?.dueOn ?? ""} optional />
          </FieldRow>
          <MemberBoxes members={members} assigned={project?.members.map((member) => member.id) ?? []} />
        </div>
      </Card>
      <FormActions sticky>
        <Submit>{project ? "Save project" : "Create project"}</Submit>
        <LinkButton href={cancelHref} variant="ghost">
          Cancel
        </LinkButton>
      </FormActions>
    </Form>
  );
}

/** Only the amount that the chosen billing uses is in sight; the styles do it, so it works without scripts. */
function BillingFields({ project }: { project?: Project }) {
  return (
    <div className="group/billing space-y-5">
      <RadioGroup
        name="billing"
        label="Billing"
        defaultValue={project?.billing ?? "hourly"}
        inline
        options={[
          { value: "hourly", label: "Hourly" },
          { value: "flat", label: "Flat fee" },
        ]}
      />
      <MoneyField
        name="hourlyRateCents"
        label="Hourly rate"
        hint="Empty: each member's own rate. The price of a service goes before both."
        defaultValue={amountText(project?.hourlyRateCents)}
        optional
        className="max-w-60 group-has-[input[value=flat]:checked]/billing:hidden"
      />
      <MoneyField
        name="flatFeeCents"
        label="Flat fee"
        defaultValue={amountText(project?.flatFeeCents)}
        className="max-w-60 group-has-[input[value=hourly]:checked]/billing:hidden"
      />
    </div>
  );
}

function amountText(amount: number | null | undefined): string {
  return amount === null || amount === undefined ? "" : formatCents(amount);
}

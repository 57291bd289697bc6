import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { LinkButton } from "@/components/ui/button";
import { makeNextAction, pausePlanAction, resumePlanAction } from "../actions";

export function PlanActions(props: {
  home: string;
  companyId: string;
  plan: { id: string; isActive: boolean };
  hasNext: boolean;
}) {
  const { home, companyId, plan, hasNext } = props;
  return (
    <>
      <LinkButton href={`${home}/invoices/recurring/${plan.id}/edit`} icon="pencil">
        Edit
      </LinkButton>
      <Form action={plan.isActive ? pausePlanAction : resumePlanAction} companyId={companyId} inline>
        <HiddenField name="planId" value={plan.id} />
        <Submit variant="secondary" icon={plan.isActive ? "pause" : "play"}>
          {plan.isActive ? "Pause" : "Resume"}
        </Submit>
      </Form>
      {plan.isActive && hasNext ? (
        <Form action={makeNextAction} companyId={companyId} inline>
          <HiddenField name="planId" value={plan.id} />
          <Submit icon="receipt-text" pendingText="Creating…">
            Create next invoice
          </Submit>
        </Form>
      ) : null}
    </>
  );
}

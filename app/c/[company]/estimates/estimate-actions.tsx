import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { LinkButton } from "@/components/ui/button";
import { PrintButton } from "@/components/ui/print-button";
import type { Scope } from "@/lib/access/scope";
import { kindWords } from "@/lib/invoicing/estimate";
import type { getEstimate } from "@/lib/invoicing/estimate-queries";
import { formatDay } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { deleteEstimateAction, duplicateEstimateAction, sendEstimateAction } from "./actions";

type EstimateRecord = Awaited<ReturnType<typeof getEstimate>>;
type ActionsProps = { scope: Scope; home: string; record: EstimateRecord };

/** What can be done with it as it stands, by this role; the client's answer has its own place below. */
export function EstimateActions(props: ActionsProps) {
  const { scope, record } = props;
  const { id, status } = record.estimate;
  return (
    <>
      {scope.can("estimates.write") ? (
        <Form action={duplicateEstimateAction} companyId={scope.company.id} inline>
          <HiddenField name="estimateId" value={id} />
          <Submit variant="ghost" pendingText="Duplicating…">
            Duplicate
          </Submit>
        </Form>
      ) : null}
      {status === "draft" ? <DraftActions {...props} /> : <PrintButton />}
    </>
  );
}

function DraftActions({ scope, home, record }: ActionsProps) {
  const { estimate, client } = record;
  const { word, path } = kindWords[estimate.kind];
  const noun = word.toLowerCase();
  const identity = (
    <>
      <HiddenField name="estimateId" value={estimate.id} />
      <HiddenField name="revision" value={String(estimate.revision)} />
    </>
  );
  return (
    <>
      {scope.can("estimates.write") ? (
        <>
          <Form
            action={deleteEstimateAction}
            companyId={scope.company.id}
            inline
            confirm={{
              title: "Delete this draft?",
              effect: "The draft is gone for good.",
              action: "Delete draft",
              danger: true,
            }}
          >
            {identity}
            <Submit variant="ghost" icon="trash" pendingText="Deleting…">
              Delete
            </Submit>
          </Form>
          <LinkButton href={`${home}${path}/${estimate.id}/edit`} icon="pencil">
            Edit
          </LinkButton>
        </>
      ) : null}
      {scope.can("estimates.send") ? (
        <Form
          action={sendEstimateAction}
          companyId={scope.company.id}
          inline
          confirm={{
            title: `Mark this ${noun} as sent to ${client.name}?`,
            facts: [
              { term: "Total", value: formatDollars(estimate.totalCents) },
              { term: "Valid until", value: formatDay(estimate.validUntil) },
            ],
            effect: "It gets the next number and can't be changed afterwards. Nothing is posted to the books.",
            action: "Mark as sent",
          }}
        >
          {identity}
          <Submit icon="send" pendingText="Sending…">
            Mark as sent
          </Submit>
        </Form>
      ) : null}
    </>
  );
}

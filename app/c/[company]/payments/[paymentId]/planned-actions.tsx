import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { LinkButton } from "@/components/ui/button";
import { deletePlannedAction } from "../actions";
import type { PaymentRecord } from "./payment-facts";

/** What can be done with money that is still expected. */
export function PlannedActions(props: { home: string; companyId: string; payment: PaymentRecord["payment"] }) {
  const { home, companyId, payment } = props;
  return (
    <>
      <Form
        action={deletePlannedAction}
        companyId={companyId}
        inline
        confirm={{
          title: "Delete this expected payment?",
          effect: "It is gone for good. Nothing of it was in the books.",
          action: "Delete",
          danger: true,
        }}
      >
        <HiddenField name="paymentId" value={payment.id} />
        <HiddenField name="revision" value={String(payment.revision)} />
        <Submit variant="ghost" icon="trash" pendingText="Deleting…">
          Delete
        </Submit>
      </Form>
      <LinkButton href={`${home}/payments/${payment.id}/edit`} icon="pencil">
        Edit
      </LinkButton>
      <LinkButton href={`${home}/payments/new?payment=${payment.id}`} variant="primary" icon="banknote">
        It came in
      </LinkButton>
    </>
  );
}

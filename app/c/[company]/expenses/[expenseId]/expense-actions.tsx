import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { FieldRow, HiddenField } from "@/components/form/form-parts";
import { type Option, SelectField } from "@/components/form/select-field";
import { Submit } from "@/components/form/submit";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { deleteExpenseAction, reimburseExpenseAction, submitExpensesAction } from "../actions";

/** What can be done with a draft. */
export function DraftActions({ here, companyId, id }: { here: string; companyId: string; id: string }) {
  return (
    <>
      <Form
        action={deleteExpenseAction}
        companyId={companyId}
        inline
        confirm={{ title: "Delete this draft?", effect: "It is gone for good.", action: "Delete draft", danger: true }}
      >
        <HiddenField name="expenseId" value={id} />
        <Submit variant="ghost" icon="trash" pendingText="Deleting…">
          Delete
        </Submit>
      </Form>
      <LinkButton href={`${here}/edit`} icon="pencil">
        Edit
      </LinkButton>
      <Form action={submitExpensesAction} companyId={companyId} inline>
        <HiddenField name="expenseIds[]" value={id} />
        <Submit icon="send" pendingText="Submitting…">
          Submit
        </Submit>
      </Form>
    </>
  );
}

/** The member gets his money back. */
export function ReimburseForm(props: {
  companyId: string;
  id: string;
  member: string;
  accounts: Option[];
  today: string;
  from: string;
}) {
  const { companyId, id, member, accounts, today, from } = props;
  return (
    <Card title={`Reimburse ${member}`} className="print:hidden">
      <Form action={reimburseExpenseAction} companyId={companyId}>
        <HiddenField name="expenseId" value={id} />
        <FieldRow>
          <DateField name="reimbursedOn" label="Paid back on" defaultValue={today} min={from} />
          <SelectField name="accountId" label="Paid from" options={accounts} defaultValue={accounts[0]?.value} />
        </FieldRow>
        <Submit icon="banknote" pendingText="Recording…">
          Record reimbursement
        </Submit>
      </Form>
    </Card>
  );
}

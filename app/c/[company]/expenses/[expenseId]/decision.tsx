import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { enter } from "@/lib/doors/page";
import { mayApproveOwnTime } from "@/lib/time/approve-time";
import { decideExpensesAction } from "../actions";

/** What an approver says of a submitted expense, as on the page of all that wait. */
export async function Decision(props: {
  params: Promise<{ company: string }>;
  expense: { id: string; memberId: string };
}) {
  const { params, expense } = props;
  const scope = await enter(params, "expenses.approve");
  if (expense.memberId === scope.member.id && !(await mayApproveOwnTime(scope)))
    return <Banner>This expense is your own. Another manager approves it.</Banner>;
  return (
    <Card title="Approve or return" className="print:hidden">
      <Form action={decideExpensesAction} companyId={scope.company.id} inline label="Approve or return">
        <HiddenField name="expenseIds[]" value={expense.id} />
        {/* Enter in the reason presses the form's first button: that must be the return, or it would approve. */}
        <button type="submit" name="intent" value="return" hidden aria-hidden="true" tabIndex={-1} />
        <TextField
          name="reason"
          label="Reason for a return"
          hint="Its member reads it beside the expense. An approval needs none."
          optional
        />
        <div className="flex flex-wrap gap-2">
          <Submit name="intent" value="approve" icon="check" pendingText="Approving…">
            Approve
          </Submit>
          <Submit name="intent" value="return" variant="secondary" icon="undo" pendingText="Returning…">
            Return to draft
          </Submit>
        </div>
      </Form>
    </Card>
  );
}

import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { LinkButton } from "@/components/ui/button";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { deleteBillAction, postBillAction } from "../actions";

type Bill = { id: string; revision: number; status: string; totalCents: number; vendorId: string };

/** What can be done with the bill as it stands. */
export function BillActions(props: { home: string; companyId: string; bill: Bill; vendor: string; openCents: number }) {
  const { home, companyId, bill, vendor, openCents } = props;
  if (bill.status !== "draft") {
    return openCents > 0 ? (
      <LinkButton href={`${home}/bills/pay?vendor=${bill.vendorId}&bill=${bill.id}`} variant="primary" icon="banknote">
        Pay bill
      </LinkButton>
    ) : null;
  }
  const draft = (
    <>
      <HiddenField name="billId" value={bill.id} />
      <HiddenField name="revision" value={String(bill.revision)} />
    </>
  );
  return (
    <>
      <Form
        action={deleteBillAction}
        companyId={companyId}
        inline
        confirm={{
          title: "Delete this draft?",
          effect: "The draft is gone for good.",
          action: "Delete draft",
          danger: true,
        }}
      >
        {draft}
        <Submit variant="ghost" icon="trash" pendingText="Deleting…">
          Delete
        </Submit>
      </Form>
      <LinkButton href={`${home}/bills/${bill.id}/edit`} icon="pencil">
        Edit
      </LinkButton>
      <Form
        action={postBillAction}
        companyId={companyId}
        inline
        confirm={{
          title: "Post this bill?",
          facts: [
            { term: "Vendor", value: vendor },
            { term: "Total", value: formatDollars(bill.totalCents) },
          ],
          effect: "It gets its number, its cost and what is owed enter the books, and it is locked.",
          action: "Post bill",
        }}
      >
        {draft}
        <Submit icon="book-open" pendingText="Posting…">
          Post bill
        </Submit>
      </Form>
    </>
  );
}

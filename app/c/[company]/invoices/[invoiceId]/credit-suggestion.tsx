import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { Banner } from "@/components/ui/banner";
import { formatCents, formatDollars } from "@/lib/kernel/decimal-text";
import { applyCreditAction } from "../settle-actions";

/** The client's credit could pay for this: one press, and a dialog that says what it does. */
export function CreditSuggestion(props: {
  companyId: string;
  today: string;
  invoice: { id: string; number: string };
  clientName: string;
  creditCents: number;
  balanceCents: number;
}) {
  const { companyId, today, invoice, clientName, creditCents, balanceCents } = props;
  const amount = Math.min(creditCents, balanceCents);
  return (
    <Banner
      title={`${clientName} has ${formatDollars(creditCents)} credit`}
      actions={
        <Form
          action={applyCreditAction}
          companyId={companyId}
          inline
          confirm={{
            title: `Apply ${formatDollars(amount)} of credit to ${invoice.number}?`,
            facts: [
              { term: "Open before", value: formatDollars(balanceCents) },
              { term: "Open after", value: formatDollars(balanceCents - amount) },
              { term: "Credit left", value: formatDollars(creditCents - amount) },
            ],
            effect: `${formatDollars(amount)} leaves Client Credit and Accounts Receivable, dated today. It can be undone.`,
            action: "Apply credit",
          }}
        >
          <HiddenField name="invoiceId" value={invoice.id} />
          <HiddenField name="appliedOn" value={today} />
          <HiddenField name="amount" value={formatCents(amount)} />
          <HiddenField name="memo" value="" />
          <Submit pendingText="Applying…">{`Apply ${formatDollars(amount)}`}</Submit>
        </Form>
      }
    >
      It can pay for this invoice.
    </Banner>
  );
}

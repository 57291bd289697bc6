import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { FieldRow, HiddenField } from "@/components/form/form-parts";
import { MoneyField } from "@/components/form/number-field";
import { SelectField } from "@/components/form/select-field";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import type { PlainDate } from "@/lib/kernel/dates";
import { formatCents, formatDollars } from "@/lib/kernel/decimal-text";
import { applyCreditAction, applyDepositAction, writeOffAction } from "../settle-actions";

type Common = {
  companyId: string;
  today: PlainDate;
  invoice: { id: string; number: string; issuedOn: PlainDate };
  balanceCents: number;
};

export function ApplyCreditForm({
  companyId,
  today,
  invoice,
  balanceCents,
  creditCents,
}: Common & { creditCents: number }) {
  return (
    <Form action={applyCreditAction} companyId={companyId} className="mt-4">
      <HiddenField name="invoiceId" value={invoice.id} />
      <FieldRow columns={3}>
        <MoneyField
          name="amount"
          label="Credit to apply"
          defaultValue={formatCents(Math.min(creditCents, balanceCents))}
          hint={`${formatDollars(balanceCents)} is open.`}
        />
        <DateField name="appliedOn" label="Applied on" defaultValue={today} min={invoice.issuedOn} />
        <TextField name="memo" label="Memo" optional />
      </FieldRow>
      <Submit pendingText="Applying…">Apply credit</Submit>
    </Form>
  );
}

export function ApplyDepositForm(props: Common & { deposits: { id: string; number: string; leftCents: number }[] }) {
  const { companyId, today, invoice, balanceCents, deposits } = props;
  return (
    <Form action={applyDepositAction} companyId={companyId} className="mt-4">
      <HiddenField name="invoiceId" value={invoice.id} />
      <FieldRow columns={3}>
        <SelectField
          name="depositInvoiceId"
          label="Deposit"
          defaultValue={deposits[0]?.id}
          options={deposits.map(({ id, number, leftCents }) => ({
            value: id,
            label: `${number}, ${formatDollars(leftCents)} left`,
          }))}
        />
        <MoneyField
          name="amount"
          label="Amount of it"
          defaultValue={formatCents(Math.min(deposits[0]?.leftCents ?? 0, balanceCents))}
          hint={`${formatDollars(balanceCents)} is open.`}
        />
        <DateField name="appliedOn" label="Applied on" defaultValue={today} min={invoice.issuedOn} />
      </FieldRow>
      <Submit pendingText="Applying…">Apply deposit</Submit>
    </Form>
  );
}

export function WriteOffForm({ companyId, today, invoice, balanceCents }: Common) {
  return (
    <Form
      action={writeOffAction}
      companyId={companyId}
      className="mt-4"
      confirm={{
        title: `Write off ${invoice.number}?`,
        facts: [{ term: "Open now", value: formatDollars(balanceCents) }],
        effect:
          "The amount leaves Accounts Receivable and goes to Bad Debt on the day that you chose. It can be undone.",
        action: "Write off",
        danger: true,
      }}
    >
      <HiddenField name="invoiceId" value={invoice.id} />
      <FieldRow columns={3}>
        <MoneyField
          name="amount"
          label="Amount given up"
          most={balanceCents}
          defaultValue={formatCents(balanceCents)}
          hint={`${formatDollars(balanceCents)} is open.`}
        />
        <DateField name="writtenOffOn" label="Written off on" defaultValue={today} min={invoice.issuedOn} />
        <TextField name="reason" label="Reason" hint="It stands in the audit log." />
      </FieldRow>
      <Submit variant="danger" pendingText="Writing off…">
        Write off
      </Submit>
    </Form>
  );
}

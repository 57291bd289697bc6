import { FieldRow } from "@/components/form/form-parts";
import { SelectField } from "@/components/form/select-field";
import { TextArea, TextField } from "@/components/form/text-field";
import { methodLabels, type PaymentMethod, paymentMethods } from "@/lib/payments/payment";

const methods = paymentMethods.map((method) => ({ value: method, label: methodLabels[method] }));

export type AccountChoice = { id: string; code: string; name: string; role: string | null };
export type PaymentStart = { method: PaymentMethod; depositAccountId: string; reference: string; note: string };

/** How it is paid and where it goes: the same fields for money that came in and for money that is expected. */
export function PaymentDetails({ accounts, start }: { accounts: AccountChoice[]; start?: PaymentStart }) {
  const cash = accounts.find((account) => account.role === "cash") ?? accounts[0];
  return (
    <>
      <FieldRow>
        <SelectField name="method" label="Method" defaultValue={start?.method ?? "check"} options={methods} />
        <SelectField
          name="depositAccountId"
          label="Put into"
          defaultValue={start?.depositAccountId ?? cash?.id}
          options={accountOptions(accounts)}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          name="reference"
          label="Reference"
          defaultValue={start?.reference}
          optional
          hint="Such as the check's number."
        />
        <TextArea name="note" label="Note" defaultValue={start?.note} rows={2} optional />
      </FieldRow>
    </>
  );
}

export function accountOptions(accounts: AccountChoice[]) {
  return accounts.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }));
}

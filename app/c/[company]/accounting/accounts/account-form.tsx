import { CheckboxField } from "@/components/form/choice-fields";
import { Form } from "@/components/form/form";
import { FieldRow, FormActions, HiddenField } from "@/components/form/form-parts";
import { SelectField } from "@/components/form/select-field";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { FormAction } from "@/lib/kernel/form-state";
import { type AccountRole, type AccountType, accountTypes, typeLabels } from "@/lib/ledger/account";

type Account = {
  id: string;
  revision: number;
  code: string;
  name: string;
  type: AccountType;
  role: AccountRole | null;
  isBank: boolean;
  hasPostings: boolean;
};

export function AccountForm(props: { action: FormAction; companyId: string; account?: Account; cancelHref: string }) {
  const { action, companyId, account, cancelHref } = props;
  return (
    <Form action={action} companyId={companyId} className="max-w-3xl">
      {account ? (
        <>
          <HiddenField name="accountId" value={account.id} />
          <HiddenField name="revision" value={String(account.revision)} />
        </>
      ) : null}
      <Card>
        <div className="space-y-5">
          <FieldRow>
            {account?.role ? (
              <FixedField name="code" label="Code" value={account.code} text={account.code} why={systemWhy} />
            ) : (
              <TextField
                name="code"
                label="Code"
                defaultValue={account?.code}
                hint="Accounts are listed by it, such as 6100."
                autoFocus
              />
            )}
            <TypeField account={account} />
          </FieldRow>
          <TextField name="name" label="Name" defaultValue={account?.name} />
          <BankField account={account} />
        </div>
      </Card>
      <FormActions sticky>
        <Submit>{account ? "Save account" : "Create account"}</Submit>
        <LinkButton href={cancelHref} variant="ghost">
          Cancel
        </LinkButton>
      </FormActions>
    </Form>
  );
}

const systemWhy = "Invoices and payments post to this account, so its code and type stay as they are.";
const postedWhy = "It has postings. Another type would move them to another statement.";

function TypeField({ account }: { account: Account | undefined }) {
  if (account?.role || account?.hasPostings)
    return (
      <FixedField
        name="type"
        label="Type"
        value={account.type}
        text={typeLabels[account.type]}
        why={account.role ? null : postedWhy}
      />
    );
  return (
    <SelectField
      name="type"
      label="Type"
      placeholder="Choose…"
      defaultValue={account?.type}
      options={accountTypes.map((type) => ({ value: type, label: typeLabels[type] }))}
      hint="Assets and expenses grow by debits, the others by credits."
    />
  );
}

/** A system account is what it is; of the others only an asset may hold money. */
function BankField({ account }: { account: Account | undefined }) {
  if (account?.role) return account.isBank ? <HiddenField name="isBank" value="on" /> : null;
  if (account?.hasPostings && account.type !== "asset") return null;
  return (
    <CheckboxField
      name="isBank"
      label="Bank account"
      defaultChecked={account?.isBank}
      hint="An asset that money is received into and paid from, such as checking, savings or petty cash."
    />
  );
}

/** What can't be changed here, as text with the reason; it is sent as it is. */
function FixedField(props: { name: string; label: string; value: string; text: string; why: string | null }) {
  return (
    <div className="min-w-0">
      <HiddenField name={props.name} value={props.value} />
      <p className="mb-1 font-medium">{props.label}</p>
      <p className="flex min-h-9 items-center tabular-nums">{props.text}</p>
      {props.why ? <p className="mt-1.5 text-sm text-pretty text-text-muted">{props.why}</p> : null}
    </div>
  );
}

"use client";

import { FieldError } from "@/components/form/field";
import { fieldId, useFormContext } from "@/components/form/form-context";
import { MoneyInput } from "@/components/form/number-input";
import { cx } from "@/components/ui/cx";
import { formatCents } from "@/lib/kernel/decimal-text";
import type { OpeningAccount } from "@/lib/ledger/opening";
import { centsOf, type Sides, type Stated } from "./stated";

const gridClass = "grid-cols-2 gap-x-3 gap-y-1 md:grid-cols-[minmax(0,1fr)_8.5rem_8.5rem_8rem_8rem]";

/** Every account with what is stated, what the books say on that day, and what would be posted. */
export function OpeningGrid(props: { accounts: OpeningAccount[]; stated: Stated; onChange: (stated: Stated) => void }) {
  const { accounts, stated, onChange } = props;
  const { id: formId, state, touch } = useFormContext();
  const error = state.fields.lines;
  const set = (accountId: string, sides: Sides) => {
    touch();
    onChange({ ...stated, [accountId]: sides });
  };
  return (
    <fieldset id={fieldId(formId, "lines")} tabIndex={-1} className="min-w-0">
      <legend className="mb-2 font-medium">Balances</legend>
      <div
        className={cx(gridClass, "hidden border-b border-border pb-1.5 text-xs font-medium text-text-muted md:grid")}
      >
        <span>Account</span>
        <span className="text-right">Debit, USD</span>
        <span className="text-right">Credit, USD</span>
        <span className="text-right">In the books</span>
        <span className="text-right">Difference</span>
      </div>
      {error ? <FieldError id={`${fieldId(formId, "lines")}-error`}>{error}</FieldError> : null}
      <ol className="divide-y divide-border">
        {accounts.map((account) => (
          <Row
            key={account.accountId}
            account={account}
            sides={stated[account.accountId] ?? { debit: "", credit: "" }}
            onChange={(sides) => set(account.accountId, sides)}
          />
        ))}
      </ol>
    </fieldset>
  );
}

function Row(props: { account: OpeningAccount; sides: Sides; onChange: (sides: Sides) => void }) {
  const { account, sides, onChange } = props;
  const difference = centsOf(sides) - account.booksCents;
  const name = `${account.code} ${account.name}`;
  return (
    <li className={cx(gridClass, "grid items-center py-2")}>
      <span className="col-span-2 md:col-span-1">
        {name}
        {account.isControl ? <span className="block text-sm text-text-muted">From its documents</span> : null}
      </span>
      {(["debit", "credit"] as const).map((side) => (
        <MoneyInput
          key={side}
          aria-label={`${name} ${side}`}
          placeholder={side === "debit" ? "Debit" : "Credit"}
          className="md:placeholder:opacity-0"
          value={sides[side]}
          onChange={(event) => onChange({ ...sides, [side]: event.target.value })}
        />
      ))}
      <span className="text-right tabular-nums text-text-muted">
        <span className="md:hidden">In the books </span>
        {formatCents(account.booksCents)}
      </span>
      <span className={cx("text-right tabular-nums", account.isControl && difference !== 0 && "text-danger-fg")}>
        <span className="md:hidden">Difference </span>
        {formatCents(difference)}
      </span>
    </li>
  );
}

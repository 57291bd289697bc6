"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { FormActions, HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { Card } from "@/components/ui/card";
import { formatDollars } from "@/lib/kernel/decimal-text";
import type { FormAction } from "@/lib/kernel/form-state";
import type { OpeningAccount } from "@/lib/ledger/opening";
import { CsvBox } from "./csv-box";
import { OpeningGrid } from "./opening-grid";
import { type Stated, sentBalances, totalsOf } from "./stated";

export function OpeningForm(props: {
  action: FormAction;
  companyId: string;
  day: string;
  accounts: OpeningAccount[];
  home: string;
}) {
  const { action, companyId, day, accounts, home } = props;
  const [stated, setStated] = useState<Stated>({});
  const router = useRouter();
  const { debitCents, creditCents } = totalsOf(stated);
  const off = debitCents - creditCents;
  /** Draws anew what the books say on the day; the figures that were typed stay. */
  function compareOn(on: string) {
    if (on && on !== day) router.replace(`${home}?on=${on}` as never, { scroll: false });
  }
  return (
    <Form action={action} companyId={companyId} className="max-w-5xl">
      <Card>
        <div className="space-y-6">
          <DateField
            name="openedOn"
            label="At the end of"
            defaultValue={day}
            onLeave={compareOn}
            className="max-w-56"
          />
          <CsvBox accounts={accounts} onRead={setStated} />
          <OpeningGrid accounts={accounts} stated={stated} onChange={setStated} />
          <p role="status" className={off === 0 ? "text-success-fg" : "text-danger-fg"}>
            {off !== 0
              ? `${off > 0 ? "Debits" : "Credits"} are ${formatDollars(Math.abs(off))} more.`
              : debitCents > 0
                ? `Balanced: ${formatDollars(debitCents)} on both sides.`
                : null}
          </p>
          <HiddenField name="lines" value={sentBalances(accounts, stated)} />
        </div>
      </Card>
      <FormActions sticky>
        <Submit pendingText="Posting…">Post opening balances</Submit>
      </FormActions>
    </Form>
  );
}

"use client";

import { DateField } from "@/components/form/date-field";
import { Form } from "@/components/form/form";
import { FormActions, HiddenField } from "@/components/form/form-parts";
import type { Option } from "@/components/form/select-field";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { FormAction } from "@/lib/kernel/form-state";
import { EntryGrid } from "./entry-grid";

export function EntryForm(props: {
  action: FormAction;
  companyId: string;
  today: string;
  corrects: { id: string; number: number } | null;
  accounts: Option[];
  cancelHref: string;
}) {
  const { action, companyId, today, corrects, accounts, cancelHref } = props;
  return (
    <Form action={action} companyId={companyId} className="max-w-5xl">
      <Card>
        <div className="space-y-6">
          <div className="grid items-start gap-x-4 gap-y-5 sm:grid-cols-[12rem_minmax(0,1fr)]">
            <DateField name="entryOn" label="Date" defaultValue={today} />
            <TextField name="memo" label="Memo" hint="What it is for. Every ledger shows it." />
          </div>
          {corrects ? (
            <>
              <HiddenField name="correctsEntryId" value={corrects.id} />
              <TextField
                name="correctionReason"
                label={`Why entry ${corrects.number} is corrected`}
                hint="Both entries stay, and show each other and this reason."
              />
            </>
          ) : null}
          <EntryGrid accounts={accounts} />
        </div>
      </Card>
      <FormActions sticky>
        <Submit pendingText="Posting…">Post entry</Submit>
        <LinkButton href={cancelHref} variant="ghost">
          Cancel
        </LinkButton>
      </FormActions>
    </Form>
  );
}

import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import type { Scope } from "@/lib/access/scope";
import { formatDay, type PlainDate } from "@/lib/kernel/dates";
import type { PeriodId } from "@/lib/kernel/ids";
import { deletePeriodAction } from "../actions";

type Deletable = {
  id: PeriodId;
  name: string;
  startsOn: PlainDate;
  endsOn: PlainDate;
  status: "open" | "closed";
  closedAt: Date | null;
};

/** The way out of a period that was made wrongly; one that was closed once has none. */
export function DeletePeriod({ scope, period }: { scope: Scope; period: Deletable }) {
  if (period.status !== "open" || period.closedAt || !scope.can("periods.close")) return null;
  return (
    <Form
      action={deletePeriodAction}
      companyId={scope.company.id}
      inline
      confirm={{
        title: `Delete ${period.name}?`,
        facts: [{ term: "Days", value: `${formatDay(period.startsOn)} to ${formatDay(period.endsOn)}` }],
        effect: "The period is gone for good. Entries dated inside stay as they are, and its days stay open.",
        action: "Delete period",
        danger: true,
      }}
    >
      <HiddenField name="periodId" value={period.id} />
      <Submit variant="ghost" icon="trash" pendingText="Deleting…">
        Delete
      </Submit>
    </Form>
  );
}

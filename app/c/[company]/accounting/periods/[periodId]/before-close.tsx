import type { Scope } from "@/lib/access/scope";
import type { PlainDate } from "@/lib/kernel/dates";
import type { PeriodId } from "@/lib/kernel/ids";
import { closeChecklist } from "@/lib/reconciliation/close-checklist";
import { Checklist } from "./checklist";
import { CloseForm } from "./close-form";

/** The checklist, computed from the books at this moment, and below it the deed. */
export async function BeforeClose(props: {
  scope: Scope<"periods.read" | "members.read">;
  home: string;
  period: { id: PeriodId; name: string; startsOn: PlainDate; endsOn: PlainDate };
}) {
  const { scope, home, period } = props;
  const points = await closeChecklist(scope, period);
  return (
    <>
      <Checklist home={home} points={points} />
      <CloseForm scope={scope} period={period} points={points} />
    </>
  );
}

import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { Submit } from "@/components/form/submit";
import { TextArea, TextField } from "@/components/form/text-field";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import type { Scope } from "@/lib/access/scope";
import { formatDay, type PlainDate } from "@/lib/kernel/dates";
import type { PeriodId } from "@/lib/kernel/ids";
import type { CheckPoint } from "@/lib/reconciliation/close-checklist";
import { closePeriodAction } from "../actions";
import { WhoMay } from "./who-may";

type Closable = { id: PeriodId; name: string; startsOn: PlainDate; endsOn: PlainDate };

/** With blocking points the button answers what is missing, and neither it nor the way to those points asks anything. */
export function CloseForm(props: { scope: Scope<"members.read">; period: Closable; points: CheckPoint[] }) {
  const { scope, period, points } = props;
  const standing = points.filter((point) => point.count > 0);
  const blocking = standing.filter((point) => point.severity === "block").length;
  const toJudge = standing.filter((point) => point.severity === "warn");
  if (!scope.can("periods.close"))
    return (
      <Banner kind="lock" title="You can look, and an admin closes">
        <WhoMay scope={scope} may="periods.close" verb="close this period" />
      </Banner>
    );
  const days = `${formatDay(period.startsOn)} to ${formatDay(period.endsOn)}`;
  return (
    <Card
      title={`Close ${period.name}`}
      description={
        blocking > 0
          ? `${blocking === 1 ? "One point blocks" : `${blocking} points block`} the close. Settle what blocks in the checklist first.`
          : undefined
      }
    >
      <Form
        action={closePeriodAction}
        companyId={scope.company.id}
        inline={blocking > 0}
        confirm={
          blocking > 0
            ? undefined
            : {
                title: `Close ${period.name}?`,
                facts: [{ term: "Days", value: days }],
                effect:
                  "From now on nothing dated inside or before is posted, changed or voided, by anyone. Corrections go into the next open period. Only an owner can reopen it, with a reason.",
                action: `Close ${period.name}`,
              }
        }
      >
        <HiddenField name="periodId" value={period.id} />
        {toJudge.map((point) => (
          <TextField
            key={point.key}
            name={`reason.${point.key}`}
            label={`${point.title}: ${point.count.toLocaleString("en-US")}`}
            hint="Say why the close is right all the same. It stands on the certificate."
          />
        ))}
        <TextArea name="note" label="Note" rows={2} optional hint="It stands on the certificate." />
        <Submit icon="lock" variant={blocking > 0 ? "secondary" : "primary"} pendingText="Closing…">
          Close {period.name}
        </Submit>
      </Form>
    </Card>
  );
}

import { Day } from "@/components/display/day";
import { Status } from "@/components/display/status";
import { Card } from "@/components/ui/card";
import { type Description, DescriptionList } from "@/components/ui/description-list";
import { getSubscription, type Subscription } from "@/lib/billing/queries";
import { standingOf } from "@/lib/billing/subscription";
import { type SeatUsage, seatUsage } from "@/lib/companies/seats";
import { enter } from "@/lib/doors/page";
import { lastDayOf } from "@/lib/kernel/dates";
import { planNames } from "@/lib/kernel/plans";

type Params = Promise<{ company: string }>;

/** How the company stands with us: for everybody the plan and who decides, for who decides all of it. */
export async function StandingCard({ params, deciders }: { params: Params; deciders: string[] }) {
  const scope = await enter(params, "company.read");
  const items: Description[] = [
    { term: "Plan now", value: planNames[scope.company.plan] },
    ...(scope.can("billing.read") ? await detailsOf(params) : []),
    { term: "Who can have it changed", value: deciders.join(", ") },
  ];
  return (
    <Card className="max-w-3xl">
      <DescriptionList layout="lines" items={items} />
    </Card>
  );
}

async function detailsOf(params: Params): Promise<Description[]> {
  const scope = await enter(params, "billing.read");
  const [subscription, seats] = await Promise.all([getSubscription(scope), seatUsage(scope)]);
  const { status, isComped, compedUntil, trialEndsAt, currentPeriodEndsAt, cancelAtPeriodEnd } = subscription;
  const day = (end: Date) => <Day value={lastDayOf(scope.company.timeZone, end)} />;
  const standing = standingOf(subscription, scope.now);
  return [
    { term: "Status", value: <Status of="subscription" status={standing} /> },
    ...(standing === "trialing" && trialEndsAt ? [{ term: "Last day of the trial", value: day(trialEndsAt) }] : []),
    ...(isComped && compedUntil ? [{ term: "Free of charge until", value: day(compedUntil) }] : []),
    ...(status !== "trialing" && currentPeriodEndsAt
      ? [{ term: cancelAtPeriodEnd ? "Ends on" : "Paid until", value: day(currentPeriodEndsAt) }]
      : []),
    { term: "Seats", value: seatWords(seats, subscription), numeric: true },
  ];
}

function seatWords({ members: used, allowed }: SeatUsage, { extraSeats }: Subscription): string {
  return `${used} of ${allowed} taken${extraSeats > 0 ? `, ${extraSeats} of them extra` : ""}`;
}

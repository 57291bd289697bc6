import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { type Permission, planFor } from "@/lib/access/permissions";
import { basics, catalog, extraSeat, features } from "@/lib/billing/catalog";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { type Plan, planNames, plans } from "@/lib/kernel/plans";

/** The plans side by side, each with what it adds to the one before. */
export function PlanCards({ plan: current, asked }: { plan: Plan; asked: Permission | null }) {
  const wanted = asked ? planFor(asked) : null;
  return (
    <ul className="grid gap-4 md:grid-cols-3">
      {plans.map((plan, n) => (
        <li key={plan} className="flex flex-col rounded-lg border border-border bg-surface p-4 shadow-1">
          <div className="flex min-h-6 flex-wrap items-center justify-between gap-2">
            <h3 className="font-semibold">{planNames[plan]}</h3>
            {plan === current ? <Badge tone="success">Yours</Badge> : null}
            {plan === wanted ? (
              <Badge tone="info" icon="lock-open">
                Opens it
              </Badge>
            ) : null}
          </div>
          <PriceOf plan={plan} />
          <p className="mt-4 text-sm text-text-muted">
            {n === 0 ? "With" : `All of ${planNames[plans[n - 1] ?? plan]}, and`}
          </p>
          <ul className="mt-1.5 space-y-1.5">
            {addedBy(plan).map((words) => (
              <li key={words} className="flex gap-2">
                <Icon name="check" className="mt-0.5 size-4 text-success-fg" />
                <span className="min-w-0">{words}</span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function PriceOf({ plan }: { plan: Plan }) {
  const { month, year, seats } = catalog[plan];
  return (
    <>
      <p className="mt-1 tabular-nums">
        <span className="text-2xl font-semibold tracking-tight">{formatDollars(month)}</span>
        <span className="text-text-muted">{` a month, or ${formatDollars(year)} a year`}</span>
      </p>
      <p className="mt-1 text-sm text-text-muted tabular-nums">
        {`${seats} ${seats === 1 ? "seat" : "seats"}; each further one ${formatDollars(extraSeat.month)} a month or ${formatDollars(extraSeat.year)} a year`}
      </p>
    </>
  );
}

function addedBy(plan: Plan): string[] {
  const own = features.filter(({ rights }) => planFor(rights[0]) === plan).map(({ words }) => words);
  return plan === "starter" ? [...basics, ...own] : own;
}

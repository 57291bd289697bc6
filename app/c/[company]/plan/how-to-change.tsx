import { Card } from "@/components/ui/card";
import { catalog } from "@/lib/billing/catalog";
import { seatUsage } from "@/lib/companies/seats";
import { enter } from "@/lib/doors/page";
import { planNames, plans } from "@/lib/kernel/plans";

/** For who may have it changed: how, and what a smaller plan would mean for the people who are here. */
export async function HowToChange({ params }: { params: Promise<{ company: string }> }) {
  const scope = await enter(params, "billing.write");
  const { members: used } = await seatUsage(scope);
  const small = plans.filter((plan) => catalog[plan].seats < used);
  return (
    <Card title="How to change it" className="max-w-3xl">
      <div className="space-y-2 text-pretty">
        <p>
          {`Plan, seats and payment of ${scope.company.name} are set by the people who run EZ360PM for you, at the word of one of its owners or admins. Tell them the plan and how many people need a seat. It holds at once, and the audit log says so.`}
        </p>
        {small.length > 0 ? (
          <p className="text-text-muted">
            {`${small.map((plan) => planNames[plan]).join(" and ")} ${small.length === 1 ? "has" : "have"} fewer seats than the ${used} that are taken. Without extra seats nobody would be put out, but nobody else could join.`}
          </p>
        ) : null}
      </div>
    </Card>
  );
}

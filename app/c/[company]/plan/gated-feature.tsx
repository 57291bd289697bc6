import { Banner } from "@/components/ui/banner";
import { type Permission, planFor } from "@/lib/access/permissions";
import { features } from "@/lib/billing/catalog";
import { type Plan, planNames } from "@/lib/kernel/plans";

/** What lies behind the closed door that led here, and which plan opens it. */
export function GatedFeature({ right, plan }: { right: Permission; plan: Plan }) {
  const feature = features.find(({ rights }) => (rights as readonly Permission[]).includes(right));
  const needed = planNames[planFor(right)];
  return (
    <Banner kind="lock" title={`${feature?.words ?? "This"}: with the plan ${needed}`}>
      {`The company has ${planNames[plan]}, and this comes with ${needed}. What you enter is kept in full on every plan, and is all there once the plan is changed.`}
    </Banner>
  );
}

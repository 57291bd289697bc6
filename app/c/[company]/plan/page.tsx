import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { Banner } from "@/components/ui/banner";
import { SectionHeading } from "@/components/ui/section-heading";
import { isPermission, verdictOn } from "@/lib/access/permissions";
import { listDeciders } from "@/lib/companies/queries";
import { enter } from "@/lib/doors/page";
import { one } from "@/lib/kernel/listing";
import { planNames } from "@/lib/kernel/plans";
import { GatedFeature } from "./gated-feature";
import { HowToChange } from "./how-to-change";
import { lockTitles } from "./lock-titles";
import { PlanCards } from "./plan-cards";
import { StandingCard } from "./standing-card";
import { TakeAlong } from "./take-along";

export const metadata: Metadata = { title: "Plan" };

/**
 * What the company has subscribed to and what each plan has. Closed doors lead here: to what opens them, and to who can do
 * something about it.
 */
export default async function PlanPage({ params, searchParams }: PageProps<"/c/[company]/plan">) {
  const scope = await enter(params, "company.read");
  const { name, plan, access } = scope.company;
  const asked = one((await searchParams).for);
  const gated = isPermission(asked) && verdictOn(scope, asked) === "upgrade_required" ? asked : null;
  const deciders = await listDeciders(scope);
  return (
    <>
      <PageHeader title="Plan" description={`What ${name} has of EZ360PM: ${planNames[plan]}.`} />
      <div className="space-y-6">
        {access.state === "locked" ? (
          <Banner kind="lock" title={`${lockTitles[access.why]}, and the company is locked`}>
            <p>
              Nothing is deleted: everything that was entered is kept, and is there again as soon as the company is
              opened. Until then the dashboard, this page and your other companies stay open.
            </p>
          </Banner>
        ) : null}
        {gated ? <GatedFeature right={gated} plan={plan} /> : null}
        <StandingCard params={params} deciders={deciders} />
        {scope.can("billing.write") ? <HowToChange params={params} /> : null}
        <section className="space-y-3">
          <SectionHeading title="What each plan has" description="Prices in US dollars." />
          <PlanCards plan={plan} asked={gated} />
        </section>
        {scope.can("data.export") ? <TakeAlong params={params} /> : null}
      </div>
    </>
  );
}

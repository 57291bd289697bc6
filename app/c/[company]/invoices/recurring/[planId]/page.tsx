import type { Metadata } from "next";
import { Day } from "@/components/display/day";
import { Status } from "@/components/display/status";
import { Timeline } from "@/components/display/timeline";
import { PageHeader } from "@/components/layout/page-header";
import { AsideLayout } from "@/components/ui/aside-layout";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { enter, idOf, orNotFound } from "@/lib/doors/page";
import { listTimeline } from "@/lib/events/queries";
import { getPlan } from "@/lib/recurring/queries";
import { MadeInvoices } from "./made-invoices";
import { PlanActions } from "./plan-actions";
import { PlanFacts } from "./plan-facts";

export const metadata: Metadata = { title: "Recurring plan" };

export default async function PlanPage({ params }: PageProps<"/c/[company]/invoices/recurring/[planId]">) {
  const scope = await enter(params, "recurring.read");
  const planId = idOf("recurringPlan", (await params).planId);
  const found = await orNotFound(getPlan(scope, planId));
  const { plan, client, skips, next, due } = found;
  const facts = await listTimeline(scope, { subjectId: planId });
  const home = `/c/${scope.company.slug}`;
  return (
    <>
      <PageHeader
        title={plan.name}
        breadcrumbs={[{ label: "Recurring invoices", href: `${home}/invoices/recurring` }]}
        status={<Status of="plan" status={plan.isActive ? "active" : "paused"} />}
        description={<bdi>{client.name}</bdi>}
        actions={
          scope.can("recurring.write") ? (
            <PlanActions
              home={home}
              companyId={scope.company.id}
              plan={plan}
              hasNext={due.length > 0 || next.length > 0}
            />
          ) : null
        }
      />
      <AsideLayout
        aside={
          <>
            <Card title="Next invoices">
              {!plan.isActive ? (
                <p className="text-text-muted">
                  Paused. Nothing is made until you resume it; what came due meanwhile is made then.
                </p>
              ) : next.length === 0 ? (
                <p className="text-text-muted">The plan has come to its end.</p>
              ) : (
                <ul className="space-y-1.5 tabular-nums">
                  {next.map((day) => (
                    <li key={day}>
                      <Day value={day} />
                    </li>
                  ))}
                </ul>
              )}
            </Card>
            <Timeline facts={facts} timeZone={scope.company.timeZone} />
          </>
        }
      >
        {skips.map((skip) => (
          <Banner key={`${skip.occurrenceOn} ${skip.reason}`} kind="warning">
            <Day value={skip.occurrenceOn} /> was skipped: {skip.reason}
          </Banner>
        ))}
        <PlanFacts home={home} found={found} />
        <MadeInvoices home={home} made={found.made} />
      </AsideLayout>
    </>
  );
}

import { Money } from "@/components/display/money";
import { PageHeader } from "@/components/layout/page-header";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import { Stat, StatRow } from "@/components/ui/stat";
import { enter } from "@/lib/doors/page";
import type { LockReason } from "@/lib/kernel/company-access";
import { formatDay } from "@/lib/kernel/dates";
import { cashIn, receivables } from "@/lib/reports/dashboard";
import { lockTitles } from "../plan/lock-titles";

type Params = Promise<{ company: string }>;

/** Of a locked company: that it is, what to do, and for managers how its money stands. */
export async function LockedDashboard({ params, why }: { params: Params; why: LockReason }) {
  const scope = await enter(params, "company.read");
  return (
    <>
      <PageHeader title={scope.company.name} description={formatDay(scope.today)} />
      <div className="space-y-6">
        <Banner
          kind="lock"
          title={lockTitles[why]}
          actions={
            <LinkButton href={`/c/${scope.company.slug}/plan`} variant="primary">
              What to do
            </LinkButton>
          }
        >
          The company is locked. Everything that was entered is kept as it is.
        </Banner>
        {scope.can("dashboard.read") ? <MoneyNow params={params} /> : null}
      </div>
    </>
  );
}

async function MoneyNow({ params }: { params: Params }) {
  const scope = await enter(params, "dashboard.read");
  const [owed, cash] = await Promise.all([receivables(scope), cashIn(scope)]);
  return (
    <StatRow>
      <Stat label="Open" value={<Money cents={owed.open.cents} currency />} hint="Of issued invoices" />
      <Stat label="Overdue" value={<Money cents={owed.overdue.cents} currency />} hint="After their due day" />
      <Stat
        label="Received in 30 days"
        value={<Money cents={cash.lastDays.cents} currency />}
        hint="Payments less refunds"
      />
    </StatRow>
  );
}

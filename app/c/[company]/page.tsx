import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import type { Scope } from "@/lib/access/scope";
import { enter } from "@/lib/doors/page";
import { formatDay } from "@/lib/kernel/dates";
import { listRequest } from "@/lib/kernel/listing";
import { sumTimeByDay, timeFilters } from "@/lib/time/queries";
import { weekOf } from "@/lib/time/week";
import { Attention } from "./dashboard/attention";
import { companyFigures } from "./dashboard/company-figures";
import { Figures } from "./dashboard/figures";
import { GettingStarted } from "./dashboard/getting-started";
import { greetingAt } from "./dashboard/greeting";
import { LockedDashboard } from "./dashboard/locked-dashboard";
import { MoneyCards } from "./dashboard/money-cards";
import { MyWork } from "./dashboard/my-work";
import { RecentInvoices } from "./dashboard/recent-invoices";
import { SeatsNotice } from "./seats-notice";

export const metadata: Metadata = { title: "Dashboard" };

/** What needs attention today. Staff see what is theirs; managers see the company. Where it is locked, how it stands. */
export default async function DashboardPage({ params }: PageProps<"/c/[company]">) {
  const { company } = await enter(params, "company.read");
  if (company.access.state === "locked") return <LockedDashboard params={params} why={company.access.why} />;
  const scope = await enter(params, "company.read", "time.read", "timer.use", "projects.read");
  const seesCompany = scope.can("dashboard.read");
  const [week, figures] = await Promise.all([myWeek(scope), seesCompany ? companyFigures(params) : null]);
  const home = `/c/${scope.company.slug}`;
  return (
    <>
      <PageHeader
        title={`${greetingAt(scope.now, scope.company.timeZone)}, ${scope.member.name}`}
        description={
          <>
            <bdi>{scope.company.name}</bdi>
            {`, ${formatDay(scope.today)}`}
          </>
        }
        actions={
          scope.can("invoices.write") ? (
            <>
              <LinkButton href={`${home}/payments/new`} icon="banknote">
                Record payment
              </LinkButton>
              <LinkButton href={`${home}/invoices/from-time`} variant="primary" icon="receipt-text">
                Invoice time
              </LinkButton>
            </>
          ) : (
            <LinkButton href={`${home}/time/new`} variant="primary" icon="plus">
              New time entry
            </LinkButton>
          )
        }
      />
      {scope.can("billing.read") ? <SeatsNotice params={params} /> : null}
      <div className="space-y-6">
        {figures ? (
          <>
            <GettingStarted home={home} has={figures.owed.has} />
            <Attention home={home} figures={figures} />
            <Figures home={home} figures={figures} week={week} />
            {figures.owed.has.invoice ? <MoneyCards home={home} figures={figures} /> : null}
            <RecentInvoices home={home} recent={figures.recent} />
          </>
        ) : (
          <MyWork scope={scope} home={home} week={week} />
        )}
      </div>
    </>
  );
}

async function myWeek(scope: Scope<"time.read">): Promise<{ minutes: number; href: string }> {
  const { from, to } = weekOf(scope.today);
  const mine = { from, to, member: scope.member.id };
  const asked = listRequest(mine, { sorts: ["day"], defaultSort: "day", filters: timeFilters });
  const days = await sumTimeByDay(scope, asked);
  return {
    minutes: days.reduce((sum, day) => sum + day.minutes, 0),
    href: `/c/${scope.company.slug}/time?${new URLSearchParams(mine)}`,
  };
}

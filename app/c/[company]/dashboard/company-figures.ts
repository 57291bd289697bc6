import { enter } from "@/lib/doors/page";
import { listInvoices } from "@/lib/invoicing/queries";
import { listRequest } from "@/lib/kernel/listing";
import { cashIn, lastMonthsClose, receivables, unbilledTime } from "@/lib/reports/dashboard";
import { countSubmittedTime } from "@/lib/time/approval-queries";

export type CompanyFigures = Awaited<ReturnType<typeof companyFigures>>;

/** What a manager's dashboard says of the whole company. Seven queries, however large it is; fewer on a lower plan. */
export async function companyFigures(params: Promise<{ company: string }>) {
  const scope = await enter(params, "dashboard.read", "invoices.read");
  const newest = { ...listRequest({}, { sorts: ["issued"], defaultSort: "-issued" }), limit: 6 };
  const [owed, unbilled, cash, close, waiting, recent] = await Promise.all([
    receivables(scope),
    unbilledTime(scope),
    cashIn(scope),
    scope.can("periods.read") ? closeOf(params) : null,
    scope.can("time.approve") ? waitingTime(params) : null,
    listInvoices(scope, { ...newest, filters: {} }),
  ]);
  return { owed, unbilled, cash, close, waiting, seesReports: scope.can("reports.read"), recent: recent.rows };
}

async function closeOf(params: Promise<{ company: string }>) {
  return lastMonthsClose(await enter(params, "periods.read"));
}

async function waitingTime(params: Promise<{ company: string }>) {
  return countSubmittedTime(await enter(params, "time.approve"));
}

import { enter } from "@/lib/doors/page";
import { listInvoices } from "@/lib/invoicing/queries";
import { listRequest } from "@/lib/kernel/listing";
import { cashIn, lastMonthsClose, receivables, unbilledTime } from "@/lib/reports/dashboard";
import { countSubmittedTime } from "@/lib/time/approval-queries";

export type CompanyFigures = Awaited<ReturnType<typeof companyFigures>>;

/** What a manager's dashboard says of the whole company. Seven queries, however large it is. */
export async function companyFigures(params: Promise<{ company: string }>) {
  const scope = await enter(params, "reports.read", "invoices.read", "time.approve", "periods.read");
  const newest = { ...listRequest({}, { sorts: ["issued"], defaultSort: "-issued" }), limit: 6 };
  const [owed, unbilled, cash, close, waiting, recent] = await Promise.all([
    receivables(scope),
    unbilledTime(scope),
    cashIn(scope),
    lastMonthsClose(scope),
    countSubmittedTime(scope),
    listInvoices(scope, { ...newest, filters: {} }),
  ]);
  return { owed, unbilled, cash, close, waiting, recent: recent.rows };
}

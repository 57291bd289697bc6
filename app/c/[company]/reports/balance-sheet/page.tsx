import type { Metadata } from "next";
import { enter } from "@/lib/doors/page";
import { balanceSheetReport } from "@/lib/reports/balance-sheet";
import { ReportPage } from "../report-page";

export const metadata: Metadata = { title: "Balance sheet" };

export default async function BalanceSheetPage(props: PageProps<"/c/[company]/reports/balance-sheet">) {
  const scope = await enter(props.params, "reports.read");
  return <ReportPage scope={scope} report={balanceSheetReport} query={await props.searchParams} />;
}

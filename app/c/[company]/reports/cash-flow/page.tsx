import type { Metadata } from "next";
import { enter } from "@/lib/doors/page";
import { cashFlowReport } from "@/lib/reports/cash-flow";
import { ReportPage } from "../report-page";

export const metadata: Metadata = { title: "Cash flow" };

export default async function CashFlowPage(props: PageProps<"/c/[company]/reports/cash-flow">) {
  const scope = await enter(props.params, "reports.advanced", "reports.read");
  return <ReportPage scope={scope} report={cashFlowReport} query={await props.searchParams} />;
}

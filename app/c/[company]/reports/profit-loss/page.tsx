import type { Metadata } from "next";
import { enter } from "@/lib/doors/page";
import { profitLossReport } from "@/lib/reports/profit-loss";
import { ReportPage } from "../report-page";

export const metadata: Metadata = { title: "Profit and loss" };

export default async function ProfitLossPage(props: PageProps<"/c/[company]/reports/profit-loss">) {
  const scope = await enter(props.params, "reports.read");
  return <ReportPage scope={scope} report={profitLossReport} query={await props.searchParams} />;
}

import type { Metadata } from "next";
import { enter } from "@/lib/doors/page";
import { revenueByClientReport } from "@/lib/reports/revenue-by-client";
import { ReportPage } from "../report-page";

export const metadata: Metadata = { title: "Revenue by client" };

export default async function RevenueByClientPage(props: PageProps<"/c/[company]/reports/revenue-by-client">) {
  const scope = await enter(props.params, "reports.read");
  return <ReportPage scope={scope} report={revenueByClientReport} query={await props.searchParams} />;
}

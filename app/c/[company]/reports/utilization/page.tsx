import type { Metadata } from "next";
import { enter } from "@/lib/doors/page";
import { utilizationReport } from "@/lib/reports/utilization";
import { ReportPage } from "../report-page";

export const metadata: Metadata = { title: "Utilization" };

export default async function UtilizationPage(props: PageProps<"/c/[company]/reports/utilization">) {
  const scope = await enter(props.params, "reports.advanced", "reports.read");
  return <ReportPage scope={scope} report={utilizationReport} query={await props.searchParams} />;
}

import type { Metadata } from "next";
import { enter } from "@/lib/doors/page";
import { jobCostingReport } from "@/lib/reports/job-costing";
import { ReportPage } from "../report-page";

export const metadata: Metadata = { title: "Job costing" };

export default async function JobCostingPage(props: PageProps<"/c/[company]/reports/job-costing">) {
  const scope = await enter(props.params, "reports.advanced", "reports.read");
  return <ReportPage scope={scope} report={jobCostingReport} query={await props.searchParams} />;
}

import type { Metadata } from "next";
import { enter } from "@/lib/doors/page";
import { projectProfitabilityReport } from "@/lib/reports/project-profitability";
import { ReportPage } from "../report-page";

export const metadata: Metadata = { title: "Project profitability" };

export default async function ProjectProfitabilityPage(props: PageProps<"/c/[company]/reports/project-profitability">) {
  const scope = await enter(props.params, "reports.advanced", "reports.read");
  return <ReportPage scope={scope} report={projectProfitabilityReport} query={await props.searchParams} />;
}

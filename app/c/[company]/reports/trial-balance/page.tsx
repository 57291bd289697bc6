import type { Metadata } from "next";
import { enter } from "@/lib/doors/page";
import { trialBalanceReport } from "@/lib/reports/trial-balance";
import { ReportPage } from "../report-page";

export const metadata: Metadata = { title: "Trial balance" };

export default async function TrialBalancePage(props: PageProps<"/c/[company]/reports/trial-balance">) {
  const scope = await enter(props.params, "reports.read");
  return <ReportPage scope={scope} report={trialBalanceReport} query={await props.searchParams} />;
}

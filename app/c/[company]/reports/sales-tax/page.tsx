import type { Metadata } from "next";
import { enter } from "@/lib/doors/page";
import { salesTaxReport } from "@/lib/reports/sales-tax";
import { ReportPage } from "../report-page";

export const metadata: Metadata = { title: "Sales tax liability" };

export default async function SalesTaxPage(props: PageProps<"/c/[company]/reports/sales-tax">) {
  const scope = await enter(props.params, "reports.read");
  return <ReportPage scope={scope} report={salesTaxReport} query={await props.searchParams} />;
}

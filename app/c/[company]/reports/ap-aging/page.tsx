import type { Metadata } from "next";
import { enter } from "@/lib/doors/page";
import { isId } from "@/lib/kernel/ids";
import { isolate } from "@/lib/kernel/isolate";
import { listRequest, one } from "@/lib/kernel/listing";
import { bucketLabels, isAgeBucket } from "@/lib/reports/age-buckets";
import { listAgedBills } from "@/lib/reports/aged-bills";
import { apAgingReport } from "@/lib/reports/ap-aging";
import { askedReport, queryOfAsk } from "@/lib/reports/ask";
import { queryOf } from "../report-head";
import { ReportPage } from "../report-page";
import { AgedBills } from "./aged-bills";

export const metadata: Metadata = { title: "A/P aging" };

export default async function ApAgingPage(props: PageProps<"/c/[company]/reports/ap-aging">) {
  const scope = await enter(props.params, "reports.read");
  const query = await props.searchParams;
  const ask = askedReport(apAgingReport.asks, query, scope.today);
  const bucketText = one(query.bucket);
  const bucket = isAgeBucket(bucketText) ? bucketText : null;
  const vendorId = isId("vendor", query.vendor) ? query.vendor : null;
  const isCell = bucket !== null || vendorId !== null || one(query.all) === "1";
  const page = listRequest(query, { sorts: ["due"], defaultSort: "due" });
  const cell = isCell ? await listAgedBills(scope, { asOf: ask.to, vendorId, bucket }, page) : null;
  const home = `/c/${scope.company.slug}`;
  const whose = vendorId ? isolate(cell?.rows[0]?.vendorName ?? "One vendor") : "All vendors";
  return (
    <ReportPage scope={scope} report={apAgingReport} query={query}>
      {cell ? (
        <div className="mb-6">
          <AgedBills
            home={home}
            query={query}
            cell={cell}
            what={`${whose}, ${bucket ? bucketLabels[bucket].toLowerCase() : "all ages"}`}
            backHref={`${home}/reports/ap-aging?${queryOf(queryOfAsk(apAgingReport.asks, ask))}`}
          />
        </div>
      ) : null}
    </ReportPage>
  );
}

import type { Metadata } from "next";
import { enter } from "@/lib/doors/page";
import { isId } from "@/lib/kernel/ids";
import { isolate } from "@/lib/kernel/isolate";
import { listRequest, one } from "@/lib/kernel/listing";
import { bucketLabels, isAgeBucket } from "@/lib/reports/age-buckets";
import { listAgedInvoices } from "@/lib/reports/aged-invoices";
import { arAgingReport } from "@/lib/reports/ar-aging";
import { askedReport, queryOfAsk } from "@/lib/reports/ask";
import { queryOf } from "../report-head";
import { ReportPage } from "../report-page";
import { AgedInvoices } from "./aged-invoices";

export const metadata: Metadata = { title: "A/R aging" };

export default async function ArAgingPage(props: PageProps<"/c/[company]/reports/ar-aging">) {
  const scope = await enter(props.params, "reports.read");
  const query = await props.searchParams;
  const ask = askedReport(arAgingReport.asks, query, scope.today);
  const bucketText = one(query.bucket);
  const bucket = isAgeBucket(bucketText) ? bucketText : null;
  const clientId = isId("client", query.client) ? query.client : null;
  const isCell = bucket !== null || clientId !== null || one(query.all) === "1";
  const page = listRequest(query, { sorts: ["due"], defaultSort: "due" });
  const which = { asOf: ask.to, known: ask.known, clientId, bucket };
  const cell = isCell ? await listAgedInvoices(scope, which, page) : null;
  const home = `/c/${scope.company.slug}`;
  const whose = clientId ? isolate(cell?.rows[0]?.clientName ?? "One client") : "All clients";
  return (
    <ReportPage scope={scope} report={arAgingReport} query={query}>
      {cell ? (
        <div className="mb-6">
          <AgedInvoices
            home={home}
            query={query}
            cell={cell}
            what={`${whose}, ${bucket ? bucketLabels[bucket].toLowerCase() : "all ages"}`}
            backHref={`${home}/reports/ar-aging?${queryOf(queryOfAsk(arAgingReport.asks, ask))}`}
          />
        </div>
      ) : null}
    </ReportPage>
  );
}

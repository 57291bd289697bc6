import type { NextRequest } from "next/server";
import type { Scope } from "@/lib/access/scope";
import type { Download } from "@/lib/doors/download";
import { askedReport } from "@/lib/reports/ask";
import { sheetCsv } from "@/lib/reports/csv-sheet";
import type { Report } from "@/lib/reports/report";
import { requireDays } from "@/lib/reports/report-days";

/** A report as a file: what its page shows for the same address. */
export async function reportFile(scope: Scope, report: Report, request: NextRequest): Promise<Download> {
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const ask = requireDays(askedReport(report.asks, query, scope.today));
  const sheet = await report.make(scope as Parameters<Report["make"]>[0], ask);
  const from = report.asks.days === "range" ? `${ask.from ?? "first"}-` : "";
  return { filename: `${report.slug}-${from}${ask.to}.csv`, body: sheetCsv(sheet) };
}

import { apAgingReport } from "./ap-aging";
import { arAgingReport } from "./ar-aging";
import { balanceSheetReport } from "./balance-sheet";
import { cashFlowReport } from "./cash-flow";
import { jobCostingReport } from "./job-costing";
import { profitLossReport } from "./profit-loss";
import { projectProfitabilityReport } from "./project-profitability";
import type { Report } from "./report";
import { revenueByClientReport } from "./revenue-by-client";
import { salesTaxReport } from "./sales-tax";
import { trialBalanceReport } from "./trial-balance";
import { utilizationReport } from "./utilization";

/** Every report that is a sheet, as the reports' home, the command line and the tests go through them. */
export const allReports: readonly Report[] = [
  profitLossReport,
  balanceSheetReport,
  trialBalanceReport,
  cashFlowReport,
  arAgingReport,
  apAgingReport,
  revenueByClientReport,
  salesTaxReport,
  utilizationReport,
  jobCostingReport,
  projectProfitabilityReport,
];

import type { Scope } from "@/lib/access/scope";
import type { Asks, ReportAsk } from "./ask";
import type { Sheet } from "./sheet";

export const reportGroups = {
  statements: { title: "Statements", words: "How the firm stands, and how it got there." },
  balances: { title: "Receivables and payables", words: "Who owes the firm, and whom the firm owes." },
  sales: { title: "Sales and tax", words: "Who the work was done for, and what of it is the state's." },
  work: { title: "Work", words: "Where the hours went, and what they brought in." },
} as const;

export type ReportGroup = keyof typeof reportGroups;

/** A report whole: its place, what it can be asked for, and how it is made. Page, file and command line read it here. */
export type Report = {
  /** Its address below the reports, and its name on the command line. */
  slug: string;
  title: string;
  /** One sentence. */
  words: string;
  group: ReportGroup;
  right: "reports.read" | "reports.advanced";
  asks: Asks;
  make: (scope: Scope<"reports.read" | "reports.advanced">, ask: ReportAsk) => Promise<Sheet>;
};

import type { PlainDate } from "@/lib/kernel/dates";
import type { CompanyFigures } from "./company-figures";

/** The money of some days, line by line; for who sees no reports, the payments of those days. */
export function moneyHref(
  home: string,
  { seesReports }: Pick<CompanyFigures, "seesReports">,
  { from, to }: { from: PlainDate; to: PlainDate },
): string {
  const days = `from=${from}&to=${to}`;
  return seesReports ? `${home}/reports/lines?of=client-money&${days}` : `${home}/payments?status=received&${days}`;
}

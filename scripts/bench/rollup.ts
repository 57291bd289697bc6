import type { Stage } from "./stage";
import type { Line } from "./table";
import { measuredWithout } from "./without";

/** What the month rollup costs that keeps reports flat: the product against itself with the rollup's trigger off. */
export function rollup(stage: Stage): Promise<Line[]> {
  return measuredWithout(stage, {
    what: "month rollup",
    database: "ez360_bench_rollup",
    sql: "alter table journal_entries disable trigger journal_entries_to_months",
    target: { share: 0.8 },
  });
}

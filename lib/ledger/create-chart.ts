import { accounts } from "@/db/schema";
import type { Work } from "@/lib/access/scope";
import { newId } from "@/lib/kernel/ids";
import { defaultChart } from "./account";

/** The accounts of a new company. */
export async function createChart(work: Work): Promise<void> {
  const rows = defaultChart.map((account) => ({ companyId: work.company.id, id: newId("account"), ...account }));
  await work.db.insert(accounts).values(rows);
}

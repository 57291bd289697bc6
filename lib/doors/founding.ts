import type { Database } from "@/db/client";
import type { Permission } from "@/lib/access/permissions";
import { mint, type Reader, type Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { enqueue } from "@/lib/jobs/enqueue";
import { dayIn } from "@/lib/kernel/dates";
import type { CompanyId, MemberId } from "@/lib/kernel/ids";
import type { RatePpm } from "@/lib/kernel/money";
import { createChart } from "@/lib/ledger/create-chart";

type Founded = { id: CompanyId; slug: string; name: string; timeZone: string; memberId: MemberId; ownerName: string };

/** What a company starts its life with, once its row and its owner stand: chart of accounts, first fact, welcome. */
export async function foundCompany(db: Database, company: Founded, now: Date): Promise<void> {
  const { id, slug, name, timeZone } = company;
  const work = mint<Work<Permission>>({
    rights: {} as Work<Permission>["rights"],
    company: { id, slug, name, timeZone, defaultDueDays: 30, defaultTaxPpm: 0 as RatePpm },
    member: { id: company.memberId, name: company.ownerName, role: "owner" },
    now,
    today: dayIn(timeZone, now),
    can: () => true,
    read: (query) => query(db as Reader),
    db,
    requestId: company.id,
    tally: { recorded: 0 },
  });
  await createChart(work);
  await record(work, "company.created", id, { summary: `${name} was created` });
  await enqueue(work, "send-welcome-email", { companyId: id, memberId: company.memberId });
}

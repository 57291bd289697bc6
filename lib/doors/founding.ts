import { type Database, inTransaction } from "@/db/client";
import type { Permission } from "@/lib/access/permissions";
import { mint, type Reader, type RecordedFact, type Work } from "@/lib/access/scope";
import { trialPlan } from "@/lib/billing/subscription";
import { createCompany } from "@/lib/companies/create-company";
import { env } from "@/lib/env";
import { record } from "@/lib/events/record";
import { createDefaultCategory } from "@/lib/expenses/save-category";
import { createUser } from "@/lib/identity/create-user";
import type { Founder } from "@/lib/identity/sign-up";
import { enqueue } from "@/lib/jobs/enqueue";
import { openAccess } from "@/lib/kernel/company-access";
import { dayIn } from "@/lib/kernel/dates";
import type { FactorPolicy } from "@/lib/kernel/factor-policy";
import { type CompanyId, type MemberId, newId, type UserId } from "@/lib/kernel/ids";
import type { RatePpm } from "@/lib/kernel/money";
import { createChart } from "@/lib/ledger/create-chart";

type Founded = { id: CompanyId; slug: string; name: string; timeZone: string; memberId: MemberId; ownerName: string };

/** What belongs into the same transaction, such as spending the proof of the address; it holds `holds`. */
type Along = { first?: (db: Database) => Promise<void>; holds?: string };

/** A user, a company and its owner, in one transaction: what signing up makes. Refuses an address that is taken. */
export function found(
  founder: Founder & { emailVerifiedAt: Date | null },
  now: Date,
  { first, holds = "" }: Along = {},
): Promise<{ userId: UserId; slug: string }> {
  const userId = newId("user");
  const { companyName, name, timeZone, email, passwordHash, emailVerifiedAt } = founder;
  const begin = async (db: Database) => {
    await first?.(db);
    await createUser(db, { id: userId, email, name, passwordHash, emailVerifiedAt });
  };
  return foundFor({ userId, name, companyName, timeZone }, now, { first: begin, holds });
}

/** A company of somebody who has a login. */
export function foundFor(
  {
    userId,
    name: ownerName,
    companyName: name,
    timeZone,
  }: Pick<Founder, "name" | "companyName" | "timeZone"> & {
    userId: UserId;
  },
  now: Date,
  { first, holds = "" }: Along = {},
): Promise<{ userId: UserId; slug: string }> {
  const id = newId("company");
  const facts: RecordedFact[] = [];
  return inTransaction(
    { companyId: id, userId, holds },
    async (db, leave) => {
      await first?.(db);
      const factorPolicy = factorPolicyAtFirst();
      const company = { id, name, timeZone, factorPolicy, ownerUserId: userId, ownerName };
      const { slug, memberId } = await createCompany(db, company, now);
      await outfit({ db, leave, facts }, { ...company, slug, memberId }, now);
      return { userId, slug, memberId };
    },
    { keeping: ({ memberId }) => ({ companyId: id, memberId, actor: ownerName, requestId: id, at: now, facts }) },
  );
}

/** Where money is real, whoever keeps the books has a second factor, until an owner decides otherwise. */
function factorPolicyAtFirst(): FactorPolicy {
  return env().EZ360_PROFILE === "production" ? "managers" : "off";
}

/** What a company starts its life with, once its row and its owner stand: chart of accounts, first fact, welcome. */
async function outfit(
  inside: { db: Database; leave: Work["leave"]; facts: RecordedFact[] },
  company: Founded,
  now: Date,
): Promise<void> {
  const { id, slug, name, timeZone } = company;
  const work = mint<Work<Permission>>({
    rights: {} as Work<Permission>["rights"],
    company: {
      id,
      slug,
      name,
      timeZone,
      defaultDueDays: 30,
      defaultEstimateValidDays: 30,
      defaultTaxPpm: 0 as RatePpm,
      creditRule: "suggest",
      plan: trialPlan,
      access: openAccess,
      factorPolicy: factorPolicyAtFirst(),
      fiscalYearStartMonth: 1,
    },
    member: { id: company.memberId, name: company.ownerName, role: "owner", needsFactor: false, factorDueAt: null },
    now,
    today: dayIn(timeZone, now),
    can: () => true,
    read: (query) => query(inside.db as Reader),
    ...inside,
    requestId: company.id,
  });
  await createChart(work);
  await createDefaultCategory(work);
  record(work, "company.created", id, { summary: `${name} was created` });
  await enqueue(work, "send-welcome-email", { companyId: id, memberId: company.memberId });
}

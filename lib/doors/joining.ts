import { type Database, inTransaction } from "@/db/client";
import { mint, type Reader, type RecordedFact, type Work } from "@/lib/access/scope";
import { acceptInvitation, type Joiner } from "@/lib/companies/accept-invitation";
import { dayIn } from "@/lib/kernel/dates";
import { type CompanyId, newId } from "@/lib/kernel/ids";
import { companyOf } from "./seat";

type Joining = { companyId: CompanyId; tokenHash: string; joiner: Joiner };

/**
 * Whoever holds an invitation's link joins, in one transaction that is his own deed in the company's log. `first`: what
 * belongs into it, such as making the login. Returns the company's slug.
 */
export async function joinCompany(
  { companyId, tokenHash, joiner }: Joining,
  now: Date,
  first?: (db: Database) => Promise<void>,
): Promise<string> {
  const facts: RecordedFact[] = [];
  const requestId = newId("event");
  const joined = await inTransaction(
    { companyId, userId: joiner.userId, holds: tokenHash },
    async (db, leave) => {
      await first?.(db);
      const company = await companyOf(db, companyId, now);
      const work = mint<Work>({
        ...{ rights: {}, company },
        member: { id: newId("member"), name: joiner.name, role: "staff", needsFactor: false, factorDueAt: null },
        ...{ now, today: dayIn(company.timeZone, now), can: () => false, read: (query) => query(db as Reader) },
        ...{ db, leave, facts, requestId },
      });
      return { slug: company.slug, ...(await acceptInvitation(work, tokenHash, joiner)) };
    },
    { keeping: ({ memberId }) => ({ companyId, memberId, actor: joiner.name, requestId, at: now, facts }) },
  );
  return joined.slug;
}

import { and, eq } from "drizzle-orm";
import { type Database, inTransaction, type KeptDeed } from "@/db/client";
import { isRetryable, refusalOf, violatedConstraint } from "@/db/refusals";
import { requests } from "@/db/schema";
import { may, type Permission } from "@/lib/access/permissions";
import { mint, type Reader, type RecordedFact, type Scope, type Work } from "@/lib/access/scope";
import { assert } from "@/lib/kernel/assert";
import { dayIn } from "@/lib/kernel/dates";
import { Refusal } from "@/lib/kernel/refusal";
import type { Seat } from "./seat";

/**
 * The deed that a form asked for: its id makes a second try answer as the first did. With other input it is another
 * deed, and is refused instead of answered.
 */
export type Deed = {
  requestId: string;
  action: string;
  inputHash: string;
  /** EZ360's own: what the database refuses to a company's members. */
  isOperators?: boolean;
};

const attempts = 4;

/** Reading only; each read is a transaction of its own that sees this company's rows and no others. */
export function openScope<P extends Permission>(seat: Seat, rights: readonly P[], now: Date): Scope<P> {
  const companyId = seat.company.id;
  return mint<Scope<P>>({
    ...basics(seat, rights, now),
    read: (query) => inTransaction({ companyId }, (db) => query(db as Reader), { readOnly: true }),
  });
}

/**
 * One transaction around one deed. Commits what `run` did and keeps its answer under the request's id; throws a
 * `Refusal` with nothing done. Deadlocks are tried again; a write that recorded no fact is a bug and is rolled back.
 * Roles are settled before: callers are doors.
 */
export async function runWork<P extends Permission, R>(
  seat: Seat,
  rights: readonly P[],
  deed: Deed,
  now: Date,
  run: (work: Work<P>) => Promise<R>,
): Promise<R> {
  for (let attempt = 1; ; attempt++) {
    const facts: RecordedFact[] = [];
    const keeping = (result: R) => kept(seat, deed, now, facts, result);
    try {
      return await inTransaction(
        { companyId: seat.company.id, operator: deed.isOperators ?? false },
        (db, leave) => run(openWork(seat, rights, deed, now, { db, leave, facts })),
        { keeping },
      );
    } catch (error) {
      if (isRetryable(error) && attempt < attempts) continue;
      const answered = await answerOfFirst<R>(seat, deed, error);
      if (answered) return answered.result;
      if (violatedConstraint(error) === "requests_pkey") throw new Refusal("form_used");
      throw refusalOf(error) ?? error;
    }
  }
}

function openWork<P extends Permission>(
  seat: Seat,
  rights: readonly P[],
  { requestId }: Deed,
  now: Date,
  inside: { db: Database; leave: Work["leave"]; facts: RecordedFact[] },
): Work<P> {
  const read: Work["read"] = (query) => query(inside.db as Reader);
  return mint<Work<P>>({ ...basics(seat, rights, now), ...inside, read, requestId });
}

function kept({ company, member }: Seat, deed: Deed, at: Date, facts: RecordedFact[], result: unknown): KeptDeed {
  const { requestId, action, inputHash } = deed;
  assert(facts.length > 0, `${action} recorded nothing`);
  const answer = { action, inputHash, result: { value: result ?? null } };
  return { companyId: company.id, memberId: member.id, actor: member.name, requestId, at, facts, answer };
}

/** A repeated form: its first try has been carried out, so this one failed on it. It is answered as the first was. */
async function answerOfFirst<R>(seat: Seat, deed: Deed, error: unknown): Promise<{ result: R } | null> {
  const repeated = error instanceof Refusal || violatedConstraint(error) !== null || refusalOf(error) !== null;
  if (!repeated) return null;
  const companyId = seat.company.id;
  const [first] = await inTransaction(
    { companyId },
    (db) =>
      db
        .select({ result: requests.result })
        .from(requests)
        .where(
          and(
            eq(requests.companyId, companyId),
            eq(requests.requestId, deed.requestId),
            eq(requests.memberId, seat.member.id),
            eq(requests.action, deed.action),
            eq(requests.inputHash, deed.inputHash),
          ),
        ),
    { readOnly: true },
  );
  return first ? { result: (first.result as { value: R }).value } : null;
}

function basics<P extends Permission>(seat: Seat, rights: readonly P[], now: Date) {
  return {
    rights: Object.fromEntries(rights.map((right) => [right, true])) as { [K in P]: true },
    company: seat.company,
    member: seat.member,
    now,
    today: dayIn(seat.company.timeZone, now),
    can: (permission: Permission) => may(seat, permission),
  };
}

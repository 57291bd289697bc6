import { and, eq } from "drizzle-orm";
import { type Database, inTransaction } from "@/db/client";
import { isRetryable, refusalOf, violatedConstraint } from "@/db/refusals";
import { requests } from "@/db/schema";
import { mayRole, type Permission } from "@/lib/access/permissions";
import { mint, type Reader, type Scope, type Work } from "@/lib/access/scope";
import { assert } from "@/lib/kernel/assert";
import { dayIn } from "@/lib/kernel/dates";
import { Refusal } from "@/lib/kernel/refusal";
import type { Seat } from "./seat";

/**
 * The deed that a form asked for: its id makes a second try answer as the first did. With other input it is another
 * deed, and is refused instead of answered.
 */
export type Deed = { requestId: string; action: string; inputHash: string };

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
    try {
      return await inTransaction({ companyId: seat.company.id }, (db) => carryOut(seat, rights, deed, now, db, run));
    } catch (error) {
      if (isRetryable(error) && attempt < attempts) continue;
      const answered = await answerOfFirst<R>(seat, deed, error);
      if (answered) return answered.result;
      if (violatedConstraint(error) === "requests_pkey") throw new Refusal("form_used");
      throw refusalOf(error) ?? error;
    }
  }
}

async function carryOut<P extends Permission, R>(
  seat: Seat,
  rights: readonly P[],
  deed: Deed,
  now: Date,
  db: Database,
  run: (work: Work<P>) => Promise<R>,
): Promise<R> {
  const tally = { recorded: 0 };
  const work = mint<Work<P>>({
    ...basics(seat, rights, now),
    read: (query) => query(db as Reader),
    db,
    requestId: deed.requestId,
    tally,
  });
  const result = await run(work);
  assert(tally.recorded > 0, `${deed.action} recorded nothing`);
  await db.insert(requests).values({
    companyId: seat.company.id,
    requestId: deed.requestId,
    memberId: seat.member.id,
    action: deed.action,
    inputHash: deed.inputHash,
    result: { value: result ?? null },
    answeredAt: now,
  });
  return result;
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
    can: (permission: Permission) => mayRole(seat.member.role, permission),
  };
}

import { desc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { accountEvents, users } from "@/db/schema";
import type { UserId } from "@/lib/kernel/ids";
import type { AccountEventType } from "./account-event";
import { recoveryCodesLeft } from "./recovery-codes";
import { listSessions, type OpenSession } from "./sessions";
import { type Factors, factorsOf } from "./sign-in";

export type AccountEvent = {
  id: string;
  type: AccountEventType;
  at: Date;
  address: string;
  userAgent: string;
};

export type Security = {
  passwordChangedAt: Date | null;
  factors: Factors;
  recoveryCodes: number;
  sessions: OpenSession[];
  history: AccountEvent[];
};

const shown = 20;

/** All that the page of one's own security shows. The transaction names the person. */
export async function getSecurity(db: Database, userId: UserId, now: Date): Promise<Security> {
  const [user] = await db
    .select({ passwordChangedAt: users.passwordChangedAt })
    .from(users)
    .where(eq(users.id, userId));
  return {
    passwordChangedAt: user?.passwordChangedAt ?? null,
    factors: await factorsOf(db, userId),
    recoveryCodes: await recoveryCodesLeft(db, userId),
    sessions: await listSessions(db, userId, now),
    history: await listAccountEvents(db, userId),
  };
}

/** The newest twenty. */
async function listAccountEvents(db: Database, userId: UserId): Promise<AccountEvent[]> {
  const rows = await db
    .select({
      ...{ id: accountEvents.id, type: accountEvents.type, at: accountEvents.at },
      ...{ address: accountEvents.address, userAgent: accountEvents.userAgent },
    })
    .from(accountEvents)
    .where(eq(accountEvents.userId, userId))
    .orderBy(desc(accountEvents.at), desc(accountEvents.id))
    .limit(shown);
  return rows.map((row) => ({ ...row, type: row.type as AccountEventType }));
}

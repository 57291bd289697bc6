import type { Database } from "@/db/client";
import { accountEvents } from "@/db/schema";
import { newId, type UserId } from "@/lib/kernel/ids";
import type { AccountEventType } from "./account-event";
import type { Caller } from "./caller";

/** A fact about a person's account, forever. The transaction names the person. */
export async function recordAccountEvent(
  db: Database,
  userId: UserId,
  type: AccountEventType,
  caller: Caller,
  at: Date,
  facts: Record<string, unknown> = {},
): Promise<void> {
  await db.insert(accountEvents).values({
    ...{ id: newId("accountEvent"), userId, type, at, facts },
    ...{ address: caller.address, userAgent: caller.userAgent.slice(0, 255), requestId: caller.requestId },
  });
}

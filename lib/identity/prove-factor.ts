import type { Database } from "@/db/client";
import type { UserId } from "@/lib/kernel/ids";
import { takeCode } from "./authenticator";
import { spendRecoveryCode } from "./recovery-codes";

/** A code of the app or a recovery code, told apart by their form. Refuses in words what is wrong or was used. */
export async function proveFactor(
  db: Database,
  userId: UserId,
  code: string,
  now: Date,
): Promise<"authenticator" | "recovery_code"> {
  if (/^\d{6}$/.test(code)) {
    await takeCode(db, userId, code, now);
    return "authenticator";
  }
  await spendRecoveryCode(db, userId, code, now);
  return "recovery_code";
}

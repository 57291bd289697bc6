import "server-only";
import { type Database, inTransaction } from "@/db/client";
import { rememberDevice } from "@/lib/identity/devices";
import { enqueueMail } from "@/lib/identity/mails";
import { recordAccountEvent } from "@/lib/identity/record-account-event";
import { openSession, type Shown } from "@/lib/identity/sessions";
import { getLogin } from "@/lib/identity/sign-in";
import type { UserId } from "@/lib/kernel/ids";
import { currentCaller } from "./caller";
import { dropCookie, markDevice, setSessionCookie } from "./cookies";

export type Entrance = {
  userId: UserId;
  shown: Shown;
  /** By what the person came in; it stands in the history. */
  by: "password" | "authenticator" | "recovery_code" | "mailed_code" | "passkey" | "address";
  /** What must be done in the same transaction, such as spending the proof; it holds `holds`. */
  first?: (db: Database) => Promise<void>;
  holds?: string;
};

/** A new session in the database and the cookie, the history written, a new browser told by mail. Only an action may call it. */
export async function startSession({ userId, shown, by, first, holds }: Entrance, now: Date): Promise<void> {
  const caller = await currentCaller();
  const device = await markDevice();
  const token = await inTransaction({ userId, ...(holds ? { holds } : {}) }, async (db) => {
    await first?.(db);
    const isNew = await rememberDevice(db, userId, device, caller, now);
    await recordAccountEvent(db, userId, "sign_in.done", caller, now, { by });
    if (isNew) await tellOfDevice(db, userId, now);
    return openSession(db, userId, shown, caller, now);
  });
  await setSessionCookie(token);
  await dropCookie("proof");
}

async function tellOfDevice(db: Database, userId: UserId, now: Date): Promise<void> {
  const { name, email } = await getLogin(db, userId);
  const { userAgent, address } = await currentCaller();
  const to = { name, address: email };
  await enqueueMail(db, { kind: "new_device", to, userAgent, address, at: `${now.toISOString().slice(0, 16)} UTC` });
}

import { inTransaction } from "@/db/client";
import type { InvitedRole } from "@/lib/companies/invitation";
import { inviteMember } from "@/lib/companies/invite-member";
import { type Desk, makeLogin } from "@/lib/doors/console";
import { joinCompany } from "@/lib/doors/joining";
import { type AccountMail, unsealMail } from "@/lib/identity/mails";
import { hashOf } from "@/lib/identity/secret";
import { findSession, openSession } from "@/lib/identity/sessions";
import { present } from "@/lib/kernel/assert";
import type { UserId } from "@/lib/kernel/ids";
import { noon, password, personAt } from "../../world";

const caller = { address: "203.0.113.9", userAgent: "Firefox", requestId: "req-team" };

export async function mailsTo(address: string): Promise<AccountMail[]> {
  const { rows } = await inTransaction({}, (db) =>
    db.execute<{ payload: { sealed: string } }>(
      "select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'send-account-mail' order by j.id",
    ),
  );
  return rows.map(({ payload }) => unsealMail(payload.sealed)).filter((mail) => mail.to.address === address);
}

/** The secret of the newest link that was mailed there. */
export async function linkTo(address: string): Promise<string> {
  const mail = (await mailsTo(address)).filter((one) => one.kind === "invitation").at(-1);
  return present(mail?.kind === "invitation" ? mail : null, "an invitation's mail").link;
}

export async function invited(desk: Desk, email: string, role: InvitedRole = "staff", now = noon) {
  const { invitationId } = await desk.work((work) => inviteMember(work, { email, displayName: "", role }), { now });
  return { invitationId, token: await linkTo(email) };
}

/** A login with that address accepts, as the page of the link does it. */
export async function accepts(desk: Desk, token: string, email: string, userId?: UserId, now = noon) {
  const id = userId ?? (await makeLogin({ email, name: email, password }, noon));
  const joiner = { userId: id, email, name: email };
  await joinCompany({ companyId: desk.seat.company.id, tokenHash: hashOf(token), joiner }, now);
  return id;
}

/** An open session of whoever sits there: its token. */
export async function sessionOf(desk: Desk): Promise<string> {
  const { userId } = await personAt(desk);
  const shown = { provedAt: noon, secondFactorAt: null };
  return inTransaction({ userId }, (db) => openSession(db, userId, shown, caller, noon));
}

export async function isOpen(token: string): Promise<boolean> {
  return (await inTransaction({ holds: hashOf(token) }, (db) => findSession(db, token, noon))) !== null;
}

/** What the history of a person's own account says, oldest first. */
export async function accountHistory(userId: UserId): Promise<{ type: string; facts: Record<string, unknown> }[]> {
  const { rows } = await inTransaction({ userId }, (db) =>
    db.execute<{ type: string; facts: Record<string, unknown> }>(
      "select type, facts from account_events order by at, id",
    ),
  );
  return rows;
}

import "server-only";
import type { Route } from "next";
import { redirect } from "next/navigation";
import { type Database, inTransaction } from "@/db/client";
import { refusalOf } from "@/db/refusals";
import { type Joiner, refuseOver } from "@/lib/companies/accept-invitation";
import { roleNames } from "@/lib/companies/invitation";
import { findHeldInvitation, type HeldInvitation } from "@/lib/companies/team-queries";
import { createUser } from "@/lib/identity/create-user";
import { acceptInput, joinInput } from "@/lib/identity/inputs";
import { hashPassword } from "@/lib/identity/password";
import { refuseWeak } from "@/lib/identity/password-strength";
import { hashOf } from "@/lib/identity/secret";
import { findLogin } from "@/lib/identity/sign-in";
import { dayIn, formatDay } from "@/lib/kernel/dates";
import type { FormAction } from "@/lib/kernel/form-state";
import { newId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import { asFormData, inputOf, parse, stateOfError } from "../form-data";
import { joinCompany } from "../joining";
import { currentUser } from "../session";
import { startSession } from "../start-session";

export type Offer = {
  companyName: string;
  inviter: string;
  role: string;
  email: string;
  displayName: string;
  until: string;
};

/** `own`: it is for whoever is signed in. `others`: for another address than his. `login`, `new`: nobody is signed in. */
export type InvitationView =
  | { is: "over"; sentence: string }
  | ({ is: "own" | "login" | "new" } & Offer)
  | ({ is: "others"; signedInAs: string } & Offer);

/** What the page of the link shows. Opening it accepts nothing: mail programs open links too. */
export async function viewInvitation(token: string, now = new Date()): Promise<InvitationView> {
  try {
    const offer = offerOf(await held(token, now));
    const user = await currentUser();
    if (user) return user.email === offer.email ? { is: "own", ...offer } : { is: "others", ...withWhom(offer, user) };
    return { is: (await hasLogin(offer.email)) ? "login" : "new", ...offer };
  } catch (error) {
    if (error instanceof Refusal) return { is: "over", sentence: error.message };
    throw error;
  }
}

/** By whoever is signed in with the address that was invited. */
export const acceptInvitation: FormAction = async (_state, posted) => {
  const input = inputOf(asFormData(posted));
  const parsed = parse(acceptInput, input);
  if (!parsed.ok) return parsed.state;
  let slug: string;
  try {
    const user = await currentUser();
    if (!user) throw new Refusal("signed_out");
    slug = await join(parsed.data.token, user, new Date());
  } catch (error) {
    return stateOfError(refusalOf(error) ?? error, input);
  }
  redirect(`/c/${slug}` as Route);
};

/** By whoever has no login yet: the link came by mail, so it proves the address that the login is made for. */
export const joinAsNew: FormAction = async (_state, posted) => {
  const input = inputOf(asFormData(posted));
  const parsed = parse(joinInput, input);
  if (!parsed.ok) return parsed.state;
  let slug: string;
  try {
    const now = new Date();
    const { token, name, password } = parsed.data;
    const { email, companyName } = offerOf(await held(token, now));
    refuseWeak("password", password, [name, email, companyName, "ez360pm"]);
    const passwordHash = await hashPassword(password);
    const id = newId("user");
    const login = { id, email, name, passwordHash, emailVerifiedAt: now };
    slug = await join(token, { userId: id, email, name }, now, (db) => createUser(db, login));
    await startSession({ userId: id, shown: { provedAt: now, secondFactorAt: null }, by: "address" }, now);
  } catch (error) {
    return stateOfError(refusalOf(error) ?? error, input);
  }
  redirect(`/c/${slug}` as Route);
};

async function join(token: string, joiner: Joiner, now: Date, first?: (db: Database) => Promise<void>) {
  const { companyId } = await held(token, now);
  return joinCompany({ companyId, tokenHash: hashOf(token), joiner }, now, first);
}

async function held(token: string, now: Date): Promise<HeldInvitation> {
  const found = await inTransaction({ holds: hashOf(token) }, (db) => findHeldInvitation(db, token), {
    readOnly: true,
  });
  if (!found) throw new Refusal("link_unknown");
  refuseOver(found, found.timeZone ?? "UTC", now);
  return found;
}

function offerOf({ companyName, timeZone, inviterName, role, email, displayName, expiresAt }: HeldInvitation): Offer {
  return {
    companyName: companyName ?? "",
    inviter: inviterName,
    role: roleNames[role].toLowerCase(),
    ...{ email, displayName, until: formatDay(dayIn(timeZone ?? "UTC", expiresAt)) },
  };
}

function withWhom(offer: Offer, user: { email: string }) {
  return { ...offer, signedInAs: user.email };
}

async function hasLogin(email: string): Promise<boolean> {
  return (await inTransaction({ address: email }, (db) => findLogin(db, email), { readOnly: true })) !== null;
}

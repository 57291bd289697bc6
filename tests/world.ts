import { eq } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { members, users } from "@/db/schema";
import { changeSubscription } from "@/lib/billing/change-subscription";
import { addMember } from "@/lib/companies/add-member";
import { billingOffice } from "@/lib/doors/billing-office";
import { type Desk, deskOf, foundWith, makeLogin } from "@/lib/doors/console";
import type { SignedIn } from "@/lib/identity/sessions";
import { present } from "@/lib/kernel/assert";
import { plainDate } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import type { Role } from "@/lib/kernel/roles";

/**
 * Two companies on a fixed day, built as the product builds them. Whatever a test does in one, the other must not
 * notice. Noon in New York on Wednesday, 18 November 2026.
 */
export const noon = new Date("2026-11-18T17:00:00Z");
export const today = plainDate("2026-11-18");

export type Firm = { slug: string; owner: Desk; admin: Desk; manager: Desk; staff: Desk };
export type World = { a: Firm; b: Firm };

/** Everybody's. */
export const password = "correct horse battery";

let built = 0;

/** A new world each time, beside the earlier ones of the same file. */
export async function world(): Promise<World> {
  built += 1;
  return { a: await firm(`alpha${built}`, "Alpha Survey"), b: await firm(`beta${built}`, "Beta Design") };
}

/** One company with a person in each role. `key` must be new in this database: it is in every e-mail address. */
export async function firm(key: string, companyName: string): Promise<Firm> {
  const owner = person(key, "owner");
  const { slug } = await foundWith({ ...owner, companyName, timeZone: "America/New_York" }, noon);
  await (await billingOffice(slug)).work((work) => changeSubscription(work, { status: "active" }), noon);
  const ownersDesk = await deskOf(slug, owner.email);
  const join = async (role: Role, hourlyRateCents: Cents | null): Promise<Desk> => {
    const user = person(key, role);
    const userId = await makeLogin(user, noon);
    await ownersDesk.work((work) => addMember(work, { userId, displayName: user.name, role, hourlyRateCents }), {
      now: noon,
    });
    return atNoon(await deskOf(slug, user.email));
  };
  return {
    slug,
    owner: atNoon(ownersDesk),
    admin: await join("admin", null),
    manager: await join("manager", cents(15_000)),
    staff: await join("staff", cents(9_000)),
  };
}

/** Who sits at this desk, as a door finds him signed in. */
export async function personAt({ seat }: Desk): Promise<SignedIn> {
  const companyId = seat.company.id;
  const [user] = await inTransaction({ companyId }, (db) =>
    db
      .select({ userId: users.id, email: users.email, name: users.name })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(eq(members.id, seat.member.id)),
  );
  return { ...present(user, "user"), sessionId: newId("session"), provedAt: noon, secondFactorAt: null };
}

function person(key: string, role: Role) {
  return { email: `${role}@${key}.test`, name: `${key} ${role}`, password };
}

/** The same desk with the world's clock where a test gives none. */
function atNoon(desk: Desk): Desk {
  return {
    seat: desk.seat,
    scope: (now = noon) => desk.scope(now),
    work: (run, options) => desk.work(run, { now: noon, ...options }),
  };
}

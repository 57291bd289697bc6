import { randomUUID } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { companies, members, users } from "@/db/schema";
import { type Permission, permissions } from "@/lib/access/permissions";
import type { Scope, Work } from "@/lib/access/scope";
import { createUser } from "@/lib/identity/create-user";
import { hashPassword } from "@/lib/identity/password";
import type { Founder } from "@/lib/identity/sign-up";
import { newId, type UserId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import { found } from "./founding";
import type { Seat } from "./seat";
import { findSeat } from "./seat";
import { openScope, runWork } from "./work";

/**
 * The door for the command line, the seed and the tests: whoever can run them has the database anyway. It acts as a
 * member, through the same transaction, record and refusals as a form; the role alone is not asked.
 */
export type Desk = {
  seat: Seat;
  scope: (now?: Date) => Scope<Permission>;
  work: <R>(
    run: (work: Work<Permission>) => Promise<R>,
    options?: { now?: Date; requestId?: string; inputHash?: string },
  ) => Promise<R>;
};

const all = Object.keys(permissions) as Permission[];

export async function deskOf(slug: string, email: string): Promise<Desk> {
  const [user] = await inTransaction({ address: email }, (db) => db.select().from(users).where(eq(users.email, email)));
  const seat = user ? await findSeat(user.id, slug) : null;
  if (!seat) throw new Refusal("not_found");
  return deskAt(seat);
}

/** The desk of a company's first owner: what reports and exports of the command line are read as. */
export async function ownersDesk(slug: string): Promise<Desk> {
  const companyId = (await listCompanies()).find((company) => company.slug === slug)?.id;
  if (!companyId) throw new Refusal("not_found");
  const [owner] = await inTransaction({ companyId }, (db) =>
    db
      .select({ userId: members.userId })
      .from(members)
      .where(and(eq(members.companyId, companyId), eq(members.role, "owner"), eq(members.isActive, true)))
      .orderBy(asc(members.id)),
  );
  const seat = owner ? await findSeat(owner.userId, slug) : null;
  if (!seat) throw new Refusal("not_found");
  return deskAt(seat);
}

/** A login, as signing up makes it, for the seed and the tests: nobody has to prove the address. */
export async function makeLogin(person: { email: string; name: string; password: string }, now: Date): Promise<UserId> {
  const id = newId("user");
  const { email, name } = person;
  const passwordHash = await hashPassword(person.password);
  await inTransaction({ userId: id }, (db) => createUser(db, { id, email, name, passwordHash, emailVerifiedAt: now }));
  return id;
}

/** A company and its owner, as signing up makes them once the address is proved. */
export async function foundWith(
  founder: Omit<Founder, "passwordHash"> & { password: string },
  now: Date,
): Promise<{ userId: UserId; slug: string }> {
  const { password, ...rest } = founder;
  return found({ ...rest, passwordHash: await hashPassword(password), emailVerifiedAt: now }, now);
}

export function listCompanies() {
  return inTransaction(
    { operator: true },
    (db) =>
      db
        .select({ id: companies.id, slug: companies.slug, name: companies.name })
        .from(companies)
        .orderBy(asc(companies.slug)),
    { readOnly: true },
  );
}

export function deskAt(seat: Seat): Desk {
  return {
    seat,
    scope: (now = new Date()) => openScope(seat, all, now),
    work: (run, { now = new Date(), requestId = randomUUID(), inputHash = "" } = {}) =>
      runWork(seat, all, { requestId, action: "console", inputHash }, now, run),
  };
}

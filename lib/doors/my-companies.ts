import "server-only";
import { and, eq, gt, sql } from "drizzle-orm";
import type { Route } from "next";
import { redirect } from "next/navigation";
import type { Database } from "@/db/client";
import { companies, members } from "@/db/schema";
import { newCompanyInput } from "@/lib/companies/inputs";
import { count } from "@/lib/identity/limits";
import type { FormAction } from "@/lib/kernel/form-state";
import type { UserId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import { asFormData, inputOf, parse, stateOfError } from "./form-data";
import { foundFor } from "./founding";
import { currentUser } from "./session";

/** Another company of whoever is signed in; he is its owner. */
export const foundAnother: FormAction = async (_state, posted) => {
  const input = inputOf(asFormData(posted));
  const user = await currentUser();
  if (!user) return stateOfError(new Refusal("signed_out"), input);
  const parsed = parse(newCompanyInput, input);
  if (!parsed.ok) return parsed.state;
  let slug: string;
  try {
    const { userId, name } = user;
    await count("sign_up", userId);
    const now = new Date();
    const first = (db: Database) => refuseTwice(db, userId, parsed.data.companyName, now);
    ({ slug } = await foundFor({ userId, name, ...parsed.data }, now, { first }));
  } catch (error) {
    return stateOfError(error, input);
  }
  redirect(`/c/${slug}` as Route);
};

const minute = 60_000;

/** A button that was pressed twice makes one company. */
async function refuseTwice(db: Database, userId: UserId, name: string, now: Date): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`founding:${userId}`}, 0))`);
  const [same] = await db
    .select({ name: companies.name })
    .from(members)
    .innerJoin(companies, eq(companies.id, members.companyId))
    .where(
      and(
        eq(members.userId, userId),
        eq(members.role, "owner"),
        eq(companies.name, name),
        gt(companies.createdAt, new Date(now.getTime() - minute)),
      ),
    );
  if (same) throw new Refusal("company_just_made", same);
}

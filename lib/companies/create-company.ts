import type { Database } from "@/db/client";
import { companies, members, numberSeries } from "@/db/schema";
import { startTrial } from "@/lib/billing/start-trial";
import type { FactorPolicy } from "@/lib/kernel/factor-policy";
import { type CompanyId, type MemberId, newId, type UserId } from "@/lib/kernel/ids";
import { defaultSeries } from "./series";

export type NewCompany = {
  id: CompanyId;
  name: string;
  timeZone: string;
  factorPolicy: FactorPolicy;
  ownerUserId: UserId;
  ownerName: string;
};

/** The tenant with its trial, its number series and its owner. The transaction must already name the new company. */
export async function createCompany(
  db: Database,
  company: NewCompany,
  now: Date,
): Promise<{ slug: string; memberId: MemberId }> {
  const slug = slugOf(company.name, company.id);
  const { id: companyId, name, timeZone, factorPolicy } = company;
  await db.insert(companies).values({ id: companyId, slug, name, timeZone, factorPolicy });
  await startTrial(db, companyId, now);
  const memberId = newId("member");
  await db.insert(members).values({
    companyId,
    id: memberId,
    userId: company.ownerUserId,
    displayName: company.ownerName,
    role: "owner",
  });
  await db.insert(numberSeries).values(defaultSeries.map((row) => ({ companyId, ...row })));
  return { slug, memberId };
}

/** `acme-design-4q7x`: readable, and unique by the end of the id, so that nobody learns which names are taken. */
function slugOf(name: string, id: CompanyId): string {
  const words = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return `${words.slice(0, 40).replace(/-+$/, "") || "company"}-${id.slice(-4)}`;
}

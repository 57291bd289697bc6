import { sql } from "drizzle-orm";
import { isDifference } from "@/db/refusals";
import type { Work } from "@/lib/access/scope";
import { record } from "@/lib/events/record";
import { isId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import { Refusal } from "@/lib/kernel/refusal";
import { post } from "@/lib/ledger/post";
import { applyCredit } from "@/lib/payments/apply-credit";
import { type Finding, readFindings } from "./drift";
import { findMissingEntries, missingPosting, subjectOf } from "./drift/missing-entries";
import type { ApproveRepairInput } from "./inputs";

/**
 * Carries out a repair that was proposed, as a person approved it. The finding is looked for once more: one that is gone,
 * because somebody else approved it or the books are right again, refuses `finding_gone`, so approving twice repairs once.
 * Periods hold here as everywhere: a repair dated in a closed one is refused. So is an entry after which the books would
 * still differ, as where a bill and its payment have both lost theirs.
 */
export async function approveRepair(
  work: Work<"books.repair" | "payments.write">,
  { kind, subjectId }: ApproveRepairInput,
) {
  // one approval after the other: the second sees what the first repaired
  await work.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`repairs:${work.company.id}`}, 0))`);
  const finding = (await readFindings(work, work.db)).find((one) => one.kind === kind && one.subjectId === subjectId);
  if (!finding) throw new Refusal("finding_gone");
  const entryId = await repairs[kind](work, finding);
  record(work, "repair.approved", subjectId, {
    summary: `A repair was approved: ${finding.title}`,
    facts: { kind, entryId, entry: finding.entry, change: finding.change },
    invoiceId: isId("invoice", subjectId) ? subjectId : null,
  });
  return { kind };
}

type Repair = (work: Work<"books.repair" | "payments.write">, finding: Finding) => Promise<string | null>;

const repairs: Record<ApproveRepairInput["kind"], Repair> = {
  post_missing: async (work, { subjectId }) => {
    const missing = (await findMissingEntries(work, work.db)).find((one) => subjectOf(one) === subjectId);
    if (!missing) throw new Refusal("finding_gone");
    const { id } = await post(work, await missingPosting(work, work.db, missing));
    await work.db.execute(sql`set constraints all immediate`).catch((error: unknown) => {
      throw isDifference(error) ? new Refusal("repair_alone", { what: missing.label }) : error;
    });
    return id;
  },
  apply_unapplied: async (work, { subjectId, entry }) => {
    if (!isId("invoice", subjectId)) throw new Refusal("finding_gone");
    const amount = cents(Math.max(...(entry?.lines ?? []).map(({ amountCents }) => amountCents), 0)) as Cents;
    const applied = await applyCredit(work, {
      invoiceId: subjectId,
      appliedOn: work.today,
      amount,
      memo: "Drift repair",
    });
    return applied.settlementId;
  },
  /** All months at once: the database adds them up while every posting waits. */
  recalculate: async (work) => {
    await work.db.execute(sql`select rebuild_account_months(${work.company.id})`);
    return null;
  },
};

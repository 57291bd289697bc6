import { randomUUID } from "node:crypto";
import { isWorking } from "@/lib/kernel/company-access";
import type { CompanyId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import { makeOccurrence, skipOccurrence } from "@/lib/recurring/make-occurrence";
import { listDue } from "@/lib/recurring/queries";
import { listCompanies } from "./console";
import { type Seat, seatIn } from "./seat";
import { openScope, runWork } from "./work";

type DuePlan = Awaited<ReturnType<typeof listDue>>[number];

/**
 * The door of the daily run: every due occurrence of every company, each in a transaction of its own that names the
 * company and acts as the plan's creator. What is refused is told on the plan and tried again the next day; what breaks
 * does not keep the others from being made, and fails the job at the end.
 */
export async function makeRecurringInvoices(now = new Date()): Promise<void> {
  const broken: unknown[] = [];
  for (const company of await listCompanies()) {
    try {
      broken.push(...(await makeDueOf(company.id, now)));
    } catch (error) {
      broken.push(error);
    }
  }
  if (broken.length > 0) throw new AggregateError(broken, `${broken.length} recurring invoices could not be made`);
}

/** One company's; what broke of it. Where nobody works nothing is made; it is made up for once the company is open again. */
export async function makeDueOf(companyId: CompanyId, now = new Date()): Promise<unknown[]> {
  const seat = await seatIn(companyId, undefined, now);
  if (!seat || !isWorking(seat.company.access)) return [];
  const broken: unknown[] = [];
  for (const plan of await listDue(openScope(seat, ["recurring.read"], now))) {
    const acting = await seatIn(companyId, plan.createdBy, now);
    for (const occurrenceOn of plan.due) {
      try {
        await makeOne(actingAs(acting ?? seat, plan), plan, occurrenceOn, now);
      } catch (error) {
        broken.push(error);
      }
    }
  }
  return broken;
}

async function makeOne(seat: Seat, plan: DuePlan, occurrenceOn: DuePlan["due"][number], now: Date): Promise<void> {
  const rights = ["recurring.write", "invoices.write", "invoices.issue"] as const;
  const deed = () => ({ requestId: randomUUID(), action: "recurring.make", inputHash: "" });
  const which = { planId: plan.id, occurrenceOn };
  try {
    await runWork(seat, rights, deed(), now, (work) => makeOccurrence(work, which));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (["occurrence_made", "occurrence_gone", "plan_paused"].includes(error.code)) return;
    if (error.code === "busy") throw error;
    const reason = error.message;
    await runWork(seat, rights, deed(), now, (work) => skipOccurrence(work, { ...which, reason })).catch(toldAlready);
  }
}

function toldAlready(error: unknown): void {
  if (!(error instanceof Refusal && error.code === "occurrence_made")) throw error;
}

/** A manager made the plan, and it goes on with a manager's rights whatever became of him; the audit names the plan. */
function actingAs(seat: Seat, { name }: DuePlan): Seat {
  return { ...seat, member: { ...seat.member, name: `Recurring plan ${name}`, role: "manager" } };
}

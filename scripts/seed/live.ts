import { addDays, addMonths, firstOfMonth, formatMonth, lastOfMonth } from "@/lib/kernel/dates";
import { say } from "../local/terminal";
import type { Deed } from "./agenda";
import { scheduleBooks, schedulePeriods } from "./books";
import { type Clock, clockOn, isWorkday } from "./calendar";
import { scheduleCredit } from "./credit";
import type { Firm } from "./firm";
import { scheduleInvoices } from "./invoices";
import { scheduleArchivedClient, scheduleProjects } from "./projects";
import { countRows } from "./statistics";
import { logDay, scheduleApprovals, submitDay } from "./time";

export function scheduleLife(firm: Firm): void {
  schedulePeriods(firm);
  scheduleProjects(firm);
  scheduleArchivedClient(firm);
  scheduleBooks(firm);
  scheduleApprovals(firm);
  scheduleInvoices(firm);
  scheduleCredit(firm);
}

/**
 * From the founding to yesterday, a day after the other: what is dated later never comes before what is dated earlier. Within
 * a day time is entered and payments come in while the rest goes on, as in any office.
 */
export async function live(firm: Firm): Promise<void> {
  for (let day = firm.foundedOn; day < firm.today; day = addDays(day, 1)) {
    if (isWorkday(day)) {
      const clock = clockOn(day);
      const paid = inOrder(firm.till.take(day), clockOn(day));
      await Promise.all([logDay(firm, clockOn(day)), paid, inOrder(firm.agenda.take(day), clock)]);
      await submitDay(firm, clock);
    }
    if (day !== lastOfMonth(day)) continue;
    sayMonth(firm, day);
    if (day === lastOfMonth(addMonths(firm.foundedOn, 1))) await countRows();
  }
}

async function inOrder(deeds: Deed[], clock: Clock): Promise<void> {
  for (const deed of deeds) await deed(clock);
}

function sayMonth({ plan, counts }: Firm, day: Firm["today"]): void {
  const { timeEntries, invoices, payments } = counts;
  const month = formatMonth(firstOfMonth(day)).padEnd(14);
  say(`  ${plan.companyName} ${month} ${timeEntries} time entries, ${invoices} invoices, ${payments} payments`);
}

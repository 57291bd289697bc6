import { addDays, firstOfMonth, formatMonth, lastOfMonth } from "@/lib/kernel/dates";
import { say } from "../local/terminal";
import { scheduleBooks, schedulePeriods } from "./books";
import { clockOn, isWorkday } from "./calendar";
import type { Firm } from "./firm";
import { scheduleInvoices } from "./invoices";
import { scheduleArchivedClient, scheduleProjects } from "./projects";
import { logDay, scheduleApprovals, submitDay } from "./time";

export function scheduleLife(firm: Firm): void {
  schedulePeriods(firm);
  scheduleProjects(firm);
  scheduleArchivedClient(firm);
  scheduleBooks(firm);
  scheduleApprovals(firm);
  scheduleInvoices(firm);
}

/** From the founding to yesterday, a day after the other: what is dated later never comes before what is dated earlier. */
export async function live(firm: Firm): Promise<void> {
  for (let day = firm.foundedOn; day < firm.today; day = addDays(day, 1)) {
    if (isWorkday(day)) {
      const clock = clockOn(day);
      for (const deed of firm.agenda.take(day)) await deed(clock);
      await logDay(firm, clock);
      await submitDay(firm, clock);
    }
    if (day === lastOfMonth(day)) sayMonth(firm, day);
  }
}

function sayMonth({ plan, counts }: Firm, day: Firm["today"]): void {
  const { timeEntries, invoices, payments } = counts;
  const month = formatMonth(firstOfMonth(day)).padEnd(14);
  say(`  ${plan.companyName} ${month} ${timeEntries} time entries, ${invoices} invoices, ${payments} payments`);
}

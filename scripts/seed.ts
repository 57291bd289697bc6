import { parseArgs } from "node:util";
import { closePool, pool } from "@/db/client";
import { startAsTool } from "@/lib/env";
import { dayIn } from "@/lib/kernel/dates";
import type { UserId } from "@/lib/kernel/ids";
import { writePrivately } from "./local/files";
import { say } from "./local/terminal";
import { runMain, Trouble } from "./local/trouble";
import { zone } from "./seed/calendar";
import { scheduleCorrections } from "./seed/corrections";
import { scheduleEstimates } from "./seed/estimates";
import type { Firm } from "./seed/firm";
import { demoPassword, foundFirm, refuseSecondSeed } from "./seed/found-firm";
import { leaveOpen, scheduleLandmarks } from "./seed/landmarks";
import { live, scheduleLife } from "./seed/live";
import { northmoor, smallNorthmoor } from "./seed/northmoor";
import { scheduleRecurring } from "./seed/recurring";
import { scheduleSpending } from "./seed/spending";
import { countRows } from "./seed/statistics";
import { tidewell } from "./seed/tidewell";
import { setTimeRules } from "./seed/time";

/**
 * `npm run db:seed -- [--logins FILE] [--small]`: two firms with a plausible past, made by the product's own commands, day by
 * day up to now. Chance falls the same way on every run, and all days count back from today in New York.
 * Only the order within a day may differ, and with it the numbers of entries and invoices.
 *
 * Promised on every day and at every size, in the first firm, Northmoor Design & Survey:
 * - Logins owner@, admin@, manager@ and staff@northmoor.example, all with the password `demo-password`. The admin belongs to
 *   the second firm too, Tidewell Drafting Studio; that one's owner is owner@tidewell.example.
 * - The client `Alder & Pike Architects` with two projects: the hourly `Harbor Street boundary survey` ($135.00, budget 60 hours; the
 *   staff login is assigned, and worked 2:00 on each Tuesday and Thursday: at least six approved entries that no invoice
 *   takes, and at least two that wait for approval) and the flat `Harbor Street planting plan` ($6,400.00).
 * - The client `Larkspur Dental Group` with six invoices, found by their reference: PO 7001 paid, PO 7002 overdue,
 *   PO 7003 partly paid, PO 7004 issued, PO 7005 void, PO 7006 a draft of today.
 * - The client `Quillfeather Foods` with one invoice, PO 7010, and a credit of $250.00 from overpaying it.
 * - The client `Corbel & Finch Builders`, found by reference: PO 7201 paid, a part of it credited, which is client credit;
 *   PO 7202 open, with a void credit note and a draft one; the deposit PO 7203 applied to PO 7204, which has 7,000 and its tax
 *   to pay; the deposit PO 7205 held; PO 7206 paid but for a rest that was written off.
 * - The staff login has no timer, two drafts of today, and one entry that came back with a reason. The timer of
 *   devon@northmoor.example runs since 47 minutes.
 * - Periods cover every day of the firm until the end of this month. Closed are: all until five months ago, as one period for
 *   each calendar year, the closing entry of a year that was over with it; the month four months ago (opened again with a reason, and closed again), the month three months ago. The last three months,
 *   the current one included, are open.
 * - Payments over several invoices at once, one of them refunded in part; two payments in advance, one of which is used in
 *   part; a credit of $75.00 that was granted; one payment of $1,250.00 that is still expected, in ten days.
 * - Two recurring plans: `Site records, monthly retainer`, which has made its invoices, and
 *   `Yearly marker inspection`, which is paused.
 * - Eight expenses and two vendors' bills a month, nearly all settled. Of the last days: an expense that is a draft, one that
 *   waits for approval, one void and one billable to Alder & Pike; a bill that is a draft and one that is overdue.
 * - Estimates and proposals in every state, fourteen in all; of the accepted ones one is invoiced whole, one in part, one by
 *   its deposit. Each kind of document has the default template `Standard terms`.
 * - `Wickerwork Catering` is an archived client, `Blueprint copies` a deactivated item.
 */
async function main(): Promise<number> {
  const started = performance.now();
  const { logins, small } = readArguments();
  startAsTool();
  // a seed that a crash cuts short is made again, so no commit of it has to wait for the disk
  pool().on("connect", (client) => void client.query("set synchronous_commit = off"));
  const now = new Date();
  const today = dayIn(zone, now);
  const plan = small ? smallNorthmoor : northmoor;
  for (const one of [plan, tidewell]) await refuseSecondSeed(one);

  const users = new Map<string, UserId>();
  const first = await foundFirm(plan, users, today);
  const second = await foundFirm(tidewell, users, today);
  for (const firm of [first, second]) scheduleLife(firm);
  await setTimeRules(second);
  scheduleLandmarks(first);
  scheduleCorrections(first);
  scheduleRecurring(first);
  scheduleSpending(first);
  scheduleEstimates(first);
  await Promise.all([live(first).then(() => leaveOpen(first, now)), live(second)]);
  await countRows();
  await closePool();

  const all = [...loginsOf(first, ["owner", "admin", "manager", "staff"]), ...loginsOf(second, ["owner"])];
  if (logins) writeLogins(logins, all);
  for (const { email, role, companySlug } of all) say(`  ${email}  ${role} of ${companySlug}`);
  say(`Seeded in ${Math.round((performance.now() - started) / 1_000)} s. Every password is ${demoPassword}`);
  return 0;
}

function readArguments(): { logins?: string | undefined; small: boolean } {
  try {
    const options = { logins: { type: "string" }, small: { type: "boolean", default: false } } as const;
    return parseArgs({ options, allowPositionals: false }).values;
  } catch {
    throw new Trouble("Usage: npm run db:seed -- [--logins FILE] [--small]", 2);
  }
}

/** The logins whose mailbox is called after their role. */
function loginsOf({ slug, people }: Firm, mailboxes: string[]) {
  return mailboxes.flatMap((mailbox) =>
    people
      .filter(({ plan }) => plan.email.startsWith(`${mailbox}@`))
      .map(({ plan }) => ({ email: plan.email, password: demoPassword, role: plan.role, companySlug: slug })),
  );
}

function writeLogins(file: string, logins: ReturnType<typeof loginsOf>): void {
  writePrivately(file, `${JSON.stringify(logins, null, 2)}\n`);
}

await runMain(main);

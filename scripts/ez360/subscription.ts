import type { Work } from "@/lib/access/scope";
import {
  changeSubscription,
  compCompany,
  endComp,
  reactivateCompany,
  type SubscriptionChange,
  suspendCompany,
} from "@/lib/billing/change-subscription";
import { getSubscription, type Subscription } from "@/lib/billing/queries";
import { accessOf, isSubscriptionStatus, subscriptionStatuses } from "@/lib/billing/subscription";
import { seatUsage } from "@/lib/companies/seats";
import { billingOffice } from "@/lib/doors/billing-office";
import { type CompanyAccess, lockWords } from "@/lib/kernel/company-access";
import { addDays, beginningOf, isPlainDate, lastDayOf } from "@/lib/kernel/dates";
import { isPlan, planNames, plans } from "@/lib/kernel/plans";
import { say } from "../local/terminal";
import { Misuse, needed, type Options } from "./options";

/** Shows what a company pays, after what was asked to be changed. All of it is one transaction, told in the company's log. */
export async function subscription(options: Options): Promise<number> {
  const deeds = deedsOf(options);
  const office = await billingOffice(needed(options.company, "company"));
  if (deeds.length > 0) {
    await office.work(async (work) => {
      for (const deed of deeds) await deed(work);
    });
  }
  const scope = office.scope();
  const row = await getSubscription(scope);
  const { members: used, allowed } = await seatUsage(scope);
  const { slug, name, timeZone } = scope.company;
  say(`${slug}  ${name}`);
  for (const [term, value] of linesOf(row, timeZone)) say(`  ${term.padEnd(12)}${value}`);
  say(`  ${"seats".padEnd(12)}${used} of ${allowed} taken`);
  say(`  ${"means".padEnd(12)}${meaningOf(accessOf(row, scope.now))}`);
  return 0;
}

type Deed = (work: Work<"billing.write">) => Promise<void>;

function deedsOf(options: Options): Deed[] {
  const { plan, status, trialEnds, extraSeats, compUntil, reason = "", suspend, reactivate } = options;
  if (suspend && reactivate) throw new Misuse("--suspend and --reactivate exclude each other.");
  if (reason && compUntil === undefined && !suspend) throw new Misuse("--reason goes with --comp-until or --suspend.");
  const deeds: Deed[] = [];
  if ([plan, status, trialEnds, extraSeats].some((given) => given !== undefined)) {
    const changeIn = changeOf(options);
    deeds.push((work) => changeSubscription(work, changeIn(work.company.timeZone)));
  }
  if (compUntil !== undefined) deeds.push(compDeed(compUntil, reason));
  if (suspend) {
    const why = needed(reason, "reason");
    deeds.push((work) => suspendCompany(work, why));
  }
  if (reactivate) deeds.push(reactivateCompany);
  return deeds;
}

/** Days end where the company is. */
function changeOf({ plan, status, trialEnds, extraSeats }: Options): (zone: string) => SubscriptionChange {
  if (plan !== undefined && !isPlan(plan)) throw new Misuse(`--plan is ${plans.join(", ")}.`);
  if (status !== undefined && !isSubscriptionStatus(status)) {
    throw new Misuse(`--status is ${subscriptionStatuses.join(", ")}.`);
  }
  if (extraSeats !== undefined && !/^\d{1,4}$/.test(extraSeats)) throw new Misuse("--extra-seats is a whole number.");
  return (zone) => ({
    ...(plan === undefined ? {} : { plan }),
    ...(status === undefined ? {} : { status }),
    ...(trialEnds === undefined ? {} : { trialEndsAt: beginningOf(zone, addDays(trialEnds, 1)) }),
    ...(extraSeats === undefined ? {} : { extraSeats: Number(extraSeats) }),
  });
}

function compDeed(text: string, reason: string): Deed {
  if (text === "none") return endComp;
  if (text !== "forever" && !isPlainDate(text)) throw new Misuse("--comp-until is a date, forever or none.");
  const why = needed(reason, "reason");
  return (work) => {
    const until = text === "forever" ? null : beginningOf(work.company.timeZone, addDays(text, 1));
    return compCompany(work, { until, reason: why });
  };
}

function linesOf(row: Subscription, zone: string): [term: string, value: string][] {
  const lines: [string, string | false | null][] = [
    ["plan", `${planNames[row.plan]}${row.interval ? `, paid by the ${row.interval}` : ""}`],
    ["status", row.status],
    ["trial ends", row.trialEndsAt && lastDayOf(zone, row.trialEndsAt)],
    ["overdue", row.pastDueSince && `since ${row.pastDueSince.toISOString()}`],
    ["period ends", row.currentPeriodEndsAt && lastDayOf(zone, row.currentPeriodEndsAt)],
    [
      "comped",
      row.isComped &&
        `${row.compedUntil ? `until ${lastDayOf(zone, row.compedUntil)}` : "for good"}: ${row.compedReason}`,
    ],
    ["suspended", row.suspendedAt && `since ${row.suspendedAt.toISOString()}: ${row.suspendedReason}`],
  ];
  return lines.flatMap(([term, value]): [string, string][] => (value ? [[term, value]] : []));
}

function meaningOf(access: CompanyAccess): string {
  switch (access.state) {
    case "open":
      return access.trialDaysLeft === null ? "open" : `open, ${access.trialDaysLeft} days of the trial are left`;
    case "grace":
      return `open, a payment is overdue: locked in ${access.daysLeft} days`;
    case "locked":
      return `locked: ${lockWords[access.why]}`;
    case "suspended":
      return "suspended: nobody enters";
  }
}

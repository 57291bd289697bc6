/** Why a company is locked: what ran out, or what was not paid. */
export type LockReason = "trial_ended" | "payment_overdue" | "canceled" | "ended" | "paused";

/**
 * How far a company's members get. `open`: everywhere, in a trial with the days that are left of it. `grace`: everywhere,
 * though a payment is overdue. `locked`: to what permissions.ts leaves open. `suspended`: nowhere.
 */
export type CompanyAccess =
  | { state: "open"; trialDaysLeft: number | null }
  | { state: "grace"; daysLeft: number }
  | { state: "locked"; why: LockReason }
  | { state: "suspended" };

export const openAccess: CompanyAccess = { state: "open", trialDaysLeft: null };

/** Whether its members work in it: what goes on by itself goes on there alone. */
export function isWorking({ state }: CompanyAccess): boolean {
  return state === "open" || state === "grace";
}

/** As the end of a sentence: “… is locked: its trial has ended”. */
export const lockWords: Record<LockReason, string> = {
  trial_ended: "its trial has ended",
  payment_overdue: "its payment is overdue",
  canceled: "its subscription was canceled",
  ended: "its subscription has ended",
  paused: "its subscription is paused",
};

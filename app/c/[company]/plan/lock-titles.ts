import type { LockReason } from "@/lib/kernel/company-access";

export const lockTitles: Record<LockReason, string> = {
  trial_ended: "The trial has ended",
  payment_overdue: "The payment for EZ360PM is overdue",
  canceled: "The subscription was canceled",
  ended: "The subscription has ended",
  paused: "The subscription is paused",
};

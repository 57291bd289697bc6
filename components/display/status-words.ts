import type { IconName } from "@/components/ui/icon";
import type { Tone } from "@/components/ui/tone";

export type StatusLook = { word: string; tone: Tone; icon: IconName; struck?: boolean };

const looks = {
  invoice: {
    draft: { word: "Draft", tone: "neutral", icon: "circle-dashed" },
    issued: { word: "Issued", tone: "info", icon: "send" },
    partly_paid: { word: "Partly paid", tone: "warning", icon: "circle-half" },
    paid: { word: "Paid", tone: "success", icon: "circle-check" },
    written_off: { word: "Written off", tone: "neutral", icon: "circle-slash" },
    overdue: { word: "Overdue", tone: "danger", icon: "clock" },
    void: { word: "Void", tone: "neutral", icon: "ban", struck: true },
  },
  estimate: {
    draft: { word: "Draft", tone: "neutral", icon: "circle-dashed" },
    sent: { word: "Sent", tone: "info", icon: "send" },
    expired: { word: "Expired", tone: "warning", icon: "clock" },
    accepted: { word: "Accepted", tone: "success", icon: "circle-check" },
    declined: { word: "Declined", tone: "danger", icon: "circle-x" },
    withdrawn: { word: "Withdrawn", tone: "neutral", icon: "undo" },
  },
  time: {
    draft: { word: "Draft", tone: "neutral", icon: "circle-dashed" },
    submitted: { word: "Submitted", tone: "info", icon: "send" },
    approved: { word: "Approved", tone: "teal", icon: "check" },
    billed: { word: "Billed", tone: "success", icon: "receipt-text" },
    void: { word: "Void", tone: "neutral", icon: "ban", struck: true },
  },
  payment: {
    pending: { word: "Pending", tone: "neutral", icon: "circle-dashed" },
    received: { word: "Received", tone: "success", icon: "circle-check" },
    partly_refunded: { word: "Partly refunded", tone: "warning", icon: "circle-half" },
    refunded: { word: "Refunded", tone: "danger", icon: "undo" },
    void: { word: "Void", tone: "neutral", icon: "ban", struck: true },
  },
  credit_note: {
    draft: { word: "Draft", tone: "neutral", icon: "circle-dashed" },
    posted: { word: "Posted", tone: "success", icon: "circle-check" },
    void: { word: "Void", tone: "neutral", icon: "ban", struck: true },
  },
  reconciliation: {
    differs: { word: "Differs", tone: "danger", icon: "circle-x" },
    overpaid: { word: "Overpaid", tone: "violet", icon: "circle-dot" },
    credit_over: { word: "Over-credited", tone: "violet", icon: "circle-dot" },
    matched: { word: "Matched", tone: "success", icon: "circle-check" },
    partial: { word: "Partly settled", tone: "warning", icon: "circle-half" },
    unpaid: { word: "Unpaid", tone: "info", icon: "send" },
  },
  expense: {
    draft: { word: "Draft", tone: "neutral", icon: "circle-dashed" },
    submitted: { word: "Submitted", tone: "info", icon: "send" },
    approved: { word: "Approved", tone: "teal", icon: "check" },
    reimbursed: { word: "Reimbursed", tone: "success", icon: "circle-check" },
    void: { word: "Void", tone: "neutral", icon: "ban", struck: true },
  },
  bill: {
    draft: { word: "Draft", tone: "neutral", icon: "circle-dashed" },
    posted: { word: "Posted", tone: "info", icon: "book-open" },
    partly_paid: { word: "Partly paid", tone: "warning", icon: "circle-half" },
    paid: { word: "Paid", tone: "success", icon: "circle-check" },
    overdue: { word: "Overdue", tone: "danger", icon: "clock" },
    void: { word: "Void", tone: "neutral", icon: "ban", struck: true },
  },
  billPayment: {
    paid: { word: "Paid", tone: "success", icon: "circle-check" },
    void: { word: "Void", tone: "neutral", icon: "ban", struck: true },
  },
  period: {
    open: { word: "Open", tone: "info", icon: "lock-open" },
    closed: { word: "Closed", tone: "success", icon: "lock" },
    reopened: { word: "Reopened", tone: "warning", icon: "undo" },
  },
  settlement: {
    standing: { word: "Recorded", tone: "success", icon: "circle-check" },
    void: { word: "Undone", tone: "neutral", icon: "undo", struck: true },
  },
  year: {
    running: { word: "In progress", tone: "info", icon: "clock" },
    open: { word: "Open", tone: "warning", icon: "lock-open" },
    closed: { word: "Closed", tone: "success", icon: "lock" },
    taken_back: { word: "Reopened", tone: "warning", icon: "undo" },
    empty: { word: "Nothing to close", tone: "neutral", icon: "circle-dashed" },
  },
  project: {
    active: { word: "Active", tone: "success", icon: "circle-dot" },
    closed: { word: "Closed", tone: "neutral", icon: "circle-slash" },
  },
  client: {
    active: { word: "Active", tone: "success", icon: "circle-dot" },
    archived: { word: "Archived", tone: "neutral", icon: "inbox" },
  },
  plan: {
    active: { word: "Active", tone: "success", icon: "circle-dot" },
    paused: { word: "Paused", tone: "neutral", icon: "pause" },
    skipped: { word: "Skipped", tone: "warning", icon: "triangle-alert" },
  },
  subscription: {
    trialing: { word: "Trial", tone: "info", icon: "clock" },
    active: { word: "Active", tone: "success", icon: "circle-check" },
    comped: { word: "Free of charge", tone: "success", icon: "circle-check" },
    past_due: { word: "Payment overdue", tone: "warning", icon: "triangle-alert" },
    canceled: { word: "Canceled", tone: "neutral", icon: "circle-slash" },
    ended: { word: "Ended", tone: "neutral", icon: "circle-slash" },
    paused: { word: "Paused", tone: "neutral", icon: "pause" },
  },
  account: {
    active: { word: "Active", tone: "success", icon: "circle-dot" },
    inactive: { word: "Inactive", tone: "neutral", icon: "circle-slash" },
  },
} as const satisfies Record<string, Record<string, StatusLook>>;

export type StatusOf = typeof looks;
export type StatusKind = keyof StatusOf;

/** How a status looks. One that is not known shows its own word, neutral, and breaks nothing. */
export function statusLook<K extends StatusKind>(
  of: K,
  status: (keyof StatusOf[K] & string) | (string & {}),
): StatusLook {
  const known: Record<string, StatusLook> = looks[of];
  return known[status] ?? { word: status, tone: "neutral", icon: "circle-dashed" };
}

/** The status as cells of a table row: `name`, `name_tone` and `name_icon`, for a column of the kind `badge`. */
export function statusCells<N extends string>(
  name: N,
  of: StatusKind,
  status: string,
  word?: string,
): Record<N | `${N}_tone` | `${N}_icon`, string> {
  const look = statusLook(of, status);
  return { [name]: word ?? look.word, [`${name}_tone`]: look.tone, [`${name}_icon`]: look.icon } as Record<
    N | `${N}_tone` | `${N}_icon`,
    string
  >;
}

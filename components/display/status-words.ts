import type { IconName } from "@/components/ui/icon";
import type { Tone } from "@/components/ui/tone";

export type StatusLook = { word: string; tone: Tone; icon: IconName; struck?: boolean };

const looks = {
  invoice: {
    draft: { word: "Draft", tone: "neutral", icon: "circle-dashed" },
    issued: { word: "Issued", tone: "info", icon: "send" },
    partly_paid: { word: "Partly paid", tone: "warning", icon: "circle-half" },
    paid: { word: "Paid", tone: "success", icon: "circle-check" },
    overdue: { word: "Overdue", tone: "danger", icon: "clock" },
    void: { word: "Void", tone: "neutral", icon: "ban", struck: true },
  },
  time: {
    draft: { word: "Draft", tone: "neutral", icon: "circle-dashed" },
    submitted: { word: "Submitted", tone: "info", icon: "send" },
    approved: { word: "Approved", tone: "teal", icon: "check" },
    billed: { word: "Billed", tone: "success", icon: "receipt-text" },
    void: { word: "Void", tone: "neutral", icon: "ban", struck: true },
  },
  payment: {
    received: { word: "Received", tone: "success", icon: "circle-check" },
    void: { word: "Void", tone: "neutral", icon: "ban", struck: true },
  },
  period: {
    open: { word: "Open", tone: "info", icon: "lock-open" },
    closed: { word: "Closed", tone: "success", icon: "lock" },
    reopened: { word: "Reopened", tone: "warning", icon: "undo" },
  },
  project: {
    active: { word: "Active", tone: "success", icon: "circle-dot" },
    closed: { word: "Closed", tone: "neutral", icon: "circle-slash" },
  },
  client: {
    active: { word: "Active", tone: "success", icon: "circle-dot" },
    archived: { word: "Archived", tone: "neutral", icon: "inbox" },
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

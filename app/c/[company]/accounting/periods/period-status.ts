/** Open, closed, or open again after a close. */
export function periodStatus(period: { status: "open" | "closed"; reopenedAt: Date | null }) {
  if (period.status === "closed") return "closed";
  return period.reopenedAt ? "reopened" : "open";
}

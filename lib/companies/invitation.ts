import type { Role } from "@/lib/kernel/roles";

/** An owner is never invited: he founds the company, or an owner makes him one. */
export const invitedRoles = ["staff", "manager", "admin"] as const satisfies readonly Role[];

export type InvitedRole = (typeof invitedRoles)[number];

const day = 24 * 60 * 60 * 1000;

/** The link of the mail lives as long. */
export const invitationLife = 7 * day;

export const roleNames: Record<Role, string> = { staff: "Staff", manager: "Manager", admin: "Admin", owner: "Owner" };

/** What each may, for whoever chooses. */
export const roleHints: Record<Role, string> = {
  staff: "Own time and expenses, and the projects they are assigned to.",
  manager: "All clients, projects, time, invoices and payments, and the reports.",
  admin: "Also the books, the settings and the team.",
  owner: "Everything, with reopening closed periods and handing the company on.",
};

type Open = { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date };

/** Derived, never stored. */
export function invitationStanding(
  { acceptedAt, revokedAt, expiresAt }: Open,
  now: Date,
): "accepted" | "revoked" | "expired" | "open" {
  if (acceptedAt) return "accepted";
  if (revokedAt) return "revoked";
  return expiresAt <= now ? "expired" : "open";
}

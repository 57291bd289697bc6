/** The roles inside one company, from least to most. A check means "at least". */
export const roles = ["staff", "manager", "admin", "owner"] as const;

export type Role = (typeof roles)[number];

export function isAtLeast(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}

import { isAtLeast, type Role } from "./roles";

/** Of whom a company wants a second factor: of nobody by rule, of managers and up, or of everybody. */
export const factorPolicies = ["off", "managers", "all"] as const;

export type FactorPolicy = (typeof factorPolicies)[number];

export const factorPolicyNames: Record<FactorPolicy, string> = {
  off: "Nobody, unless asked person by person",
  managers: "Managers, admins and owners",
  all: "Everybody",
};

/** `isAsked`: of this person, whatever the rule. */
export function needsFactor(policy: FactorPolicy, role: Role, isAsked: boolean): boolean {
  return isAsked || policy === "all" || (policy === "managers" && isAtLeast(role, "manager"));
}

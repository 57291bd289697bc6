/** What a company has subscribed to, from least to most. A gate means "at least". */
export const plans = ["starter", "professional", "premium"] as const;

export type Plan = (typeof plans)[number];

export const planNames: Record<Plan, string> = {
  starter: "Starter",
  professional: "Professional",
  premium: "Premium",
};

export function isPlan(text: string): text is Plan {
  return (plans as readonly string[]).includes(text);
}

export function includesPlan(plan: Plan, needed: Plan): boolean {
  return plans.indexOf(plan) >= plans.indexOf(needed);
}

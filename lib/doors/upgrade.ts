import { type Permission, planFor } from "@/lib/access/permissions";
import { planNames } from "@/lib/kernel/plans";
import { Refusal } from "@/lib/kernel/refusal";

/** What a company on a lower plan is told, in forms and files alike. */
export function upgradeFor(right: Permission): Refusal {
  return new Refusal("upgrade_required", { plan: planNames[planFor(right)] });
}

import type { Lack, Permission } from "@/lib/access/permissions";
import { planFor, roleFor } from "@/lib/access/permissions";
import { lockWords } from "@/lib/kernel/company-access";
import { planNames } from "@/lib/kernel/plans";
import { Refusal } from "@/lib/kernel/refusal";
import type { Seat } from "./seat";

/** What somebody is told whose right is missing, in forms and files alike. */
export function refusalFor({ company }: Seat, right: Permission, lack: Lack): Refusal {
  switch (lack) {
    case "suspended":
      return new Refusal("suspended", { company: company.name });
    case "forbidden":
      return new Refusal("forbidden", { role: roleFor(right) });
    case "locked": {
      const reason = company.access.state === "locked" ? lockWords[company.access.why] : "";
      return new Refusal("locked", { company: company.name, reason });
    }
    case "upgrade_required":
      return new Refusal("upgrade_required", { plan: planNames[planFor(right)] });
  }
}

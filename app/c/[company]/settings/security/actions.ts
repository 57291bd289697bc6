"use server";

import { editSecurityInput } from "@/lib/companies/inputs";
import { updateSecurity } from "@/lib/companies/update-company";
import { action } from "@/lib/doors/action";

export const updateSecurityAction = action({
  name: "company.update-security",
  can: "security.write",
  input: editSecurityInput,
  run: updateSecurity,
  leadsTo: (_, { revision }) => `/settings/security?saved=${revision}`,
});

"use server";

import { editCompanyInput } from "@/lib/companies/inputs";
import { updateCompany } from "@/lib/companies/update-company";
import { action } from "@/lib/doors/action";

export const updateCompanyAction = action({
  name: "company.update",
  can: "company.write",
  input: editCompanyInput,
  run: updateCompany,
  leadsTo: (_, { revision }) => `/settings/company?saved=${revision}`,
});

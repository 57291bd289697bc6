"use server";

import { editTimeSettingsInput } from "@/lib/companies/inputs";
import { updateTimeSettings } from "@/lib/companies/update-company";
import { action } from "@/lib/doors/action";

export const updateTimeSettingsAction = action({
  name: "company.update-time",
  can: "company.write",
  input: editTimeSettingsInput,
  run: updateTimeSettings,
  leadsTo: (_, { revision }) => `/settings/time?saved=${revision}`,
});

"use server";

import { editNumberingInput } from "@/lib/companies/inputs";
import { updateNumbering } from "@/lib/companies/update-numbering";
import { action } from "@/lib/doors/action";

export const updateNumberingAction = action({
  name: "numbering.update",
  can: "numbering.write",
  input: editNumberingInput,
  run: updateNumbering,
  leadsTo: (_, { series, revision }) => `/settings/numbering?saved=${series}-${revision}`,
});

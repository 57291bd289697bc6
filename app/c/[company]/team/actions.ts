"use server";

import { editMemberInput } from "@/lib/companies/inputs";
import { updateMember } from "@/lib/companies/update-member";
import { action } from "@/lib/doors/action";

export const updateMemberAction = action({
  name: "member.update",
  can: "members.write",
  input: editMemberInput,
  run: updateMember,
  leadsTo: () => "/team",
});

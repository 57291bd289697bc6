"use server";

import { changeRole } from "@/lib/companies/change-role";
import { reactivateMember } from "@/lib/companies/deactivate-member";
import {
  changeRoleInput,
  editMemberInput,
  invitationInput,
  inviteMemberInput,
  memberInput,
  transferInput,
} from "@/lib/companies/inputs";
import { inviteMember } from "@/lib/companies/invite-member";
import { resendInvitation, revokeInvitation } from "@/lib/companies/renew-invitation";
import { endMemberSessions, resetMemberFactors, unlockMember } from "@/lib/companies/secure-member";
import { transferOwnership } from "@/lib/companies/transfer-ownership";
import { updateMember } from "@/lib/companies/update-member";
import { action } from "@/lib/doors/action";
import { count } from "@/lib/identity/limits";
import { dismissMember } from "@/lib/time/dismiss-member";

export const updateMemberAction = action({
  name: "member.update",
  can: "members.write",
  input: editMemberInput,
  run: updateMember,
});

export const inviteMemberAction = action({
  name: "member.invite",
  can: "members.invite",
  input: inviteMemberInput,
  before: ({ member }) => count("invitation", member.id),
  run: inviteMember,
  leadsTo: () => "/team",
});

export const resendInvitationAction = action({
  name: "invitation.resend",
  can: "members.invite",
  input: invitationInput,
  before: ({ member }) => count("invitation", member.id),
  run: resendInvitation,
  says: ({ email }) => `A new link is on its way to ${email}; the last one is over.`,
});

export const revokeInvitationAction = action({
  name: "invitation.revoke",
  can: "members.invite",
  input: invitationInput,
  run: revokeInvitation,
});

export const changeRoleAction = action({
  name: "member.change-role",
  can: "members.roles",
  input: changeRoleInput,
  run: changeRole,
  says: () => "The role is changed, and they are signed out.",
});

export const deactivateMemberAction = action({
  name: "member.deactivate",
  can: ["members.write", "timer.use"],
  input: memberInput,
  run: dismissMember,
});

export const reactivateMemberAction = action({
  name: "member.reactivate",
  can: "members.write",
  input: memberInput,
  run: reactivateMember,
});

export const endMemberSessionsAction = action({
  name: "member.sign-out",
  can: "members.secure",
  input: memberInput,
  run: endMemberSessions,
  says: () => "They are signed out everywhere.",
});

export const resetMemberFactorsAction = action({
  name: "member.reset-factors",
  can: "members.secure",
  input: memberInput,
  run: resetMemberFactors,
  says: () => "The second factor is reset. They set up a new one after they sign in.",
});

export const unlockMemberAction = action({
  name: "member.unlock",
  can: "members.secure",
  input: memberInput,
  run: unlockMember,
  says: () => "They can try to sign in again at once.",
});

export const transferOwnershipAction = action({
  name: "company.transfer",
  can: "company.transfer",
  input: transferInput,
  run: transferOwnership,
  leadsTo: () => "/team",
});

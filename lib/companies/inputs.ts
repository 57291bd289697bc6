import { z } from "zod";
import { creditRules } from "@/lib/kernel/credit-rule";
import { factorPolicies } from "@/lib/kernel/factor-policy";
import {
  checkbox,
  emailField,
  idField,
  optionalEmail,
  optionalMoney,
  optionalText,
  percentField,
  revisionField,
  textField,
} from "@/lib/kernel/fields";
import { roles } from "@/lib/kernel/roles";
import { invitedRoles } from "./invitation";
import { patternTrouble, resets } from "./number-pattern";
import { roundingModes } from "./rounding";
import { type NumberedSeries, seriesLabels } from "./series";
import { isTimeZone } from "./time-zone-choices";

const numberedSeries = Object.keys(seriesLabels) as [NumberedSeries, ...NumberedSeries[]];

const days = "Enter a whole number of days from 0 to 365.";

/** From the issue of an invoice until it is due, or of an estimate until it expires. */
const daysField = z
  .string({ error: days })
  .trim()
  .refine((text) => /^\d{1,3}$/.test(text) && Number(text) <= 365, days)
  .transform(Number);

const month = z
  .string({ error: "Choose a month." })
  .refine((text) => /^([1-9]|1[0-2])$/.test(text), "Choose a month from the list.")
  .transform(Number);

export const editCompanyInput = z.object({
  revision: revisionField(),
  name: textField("the name of your company", { max: 160 }),
  address: optionalText("an address", { max: 500 }),
  email: optionalEmail(),
  phone: optionalText("a phone number", { max: 40 }),
  timeZone: z
    .string({ error: "Choose a time zone." })
    .refine((zone) => zone !== "", "Choose a time zone.")
    .refine((zone) => zone === "" || isTimeZone(zone), "Choose a time zone from the list."),
  defaultDueDays: daysField,
  defaultEstimateValidDays: daysField,
  defaultTaxPpm: percentField("a sales tax"),
  creditRule: z.enum(creditRules, { error: "Choose what happens to client credit." }),
  fiscalYearStartMonth: month,
});

const hours = "Enter the hours of a week from 0 to 168, in quarters, such as 40 or 37.5.";

export const editMemberInput = z.object({
  memberId: idField("member", "a member"),
  costRateCents: optionalMoney("what an hour costs"),
  weeklyMinutes: z
    .string({ error: hours })
    .trim()
    .refine((text) => /^\d{1,3}(\.(?:0|00|25|5|50|75))?$/.test(text) && Number(text) <= 168, hours)
    .transform((text) => Number(text) * 60),
});

export type EditMemberInput = z.output<typeof editMemberInput>;

const chooseRole = { error: "Choose a role." };

export const inviteMemberInput = z.object({
  email: emailField(),
  displayName: optionalText("a name", { max: 100 }),
  role: z.enum(invitedRoles, chooseRole),
});

export const invitationInput = z.object({ invitationId: idField("invitation", "an invitation") });

export const memberInput = z.object({ memberId: idField("member", "a member") });

export const changeRoleInput = memberInput.extend({ role: z.enum(roles, chooseRole) });

export const transferInput = memberInput.extend({ companyName: textField("the name of the company", { max: 160 }) });

/** Another company of somebody who has one, or a login, already. */
export const newCompanyInput = z.object({
  companyName: textField("the name of your company", { max: 160 }),
  timeZone: z
    .string({ error: "Choose a time zone." })
    .refine((zone) => isTimeZone(zone), "Choose a time zone from the list."),
});

export type InviteMemberInput = z.output<typeof inviteMemberInput>;
export type InvitationInput = z.output<typeof invitationInput>;
export type MemberInput = z.output<typeof memberInput>;
export type ChangeRoleInput = z.output<typeof changeRoleInput>;
export type TransferInput = z.output<typeof transferInput>;

function wholeMinutes(from: number, to: number) {
  const sentence = `Enter whole minutes from ${from} to ${to}.`;
  return z
    .string({ error: sentence })
    .trim()
    .refine((text) => /^\d{1,3}$/.test(text) && Number(text) >= from && Number(text) <= to, sentence)
    .transform(Number);
}

export const editTimeSettingsInput = z
  .object({
    revision: revisionField(),
    timeRounding: z.enum(roundingModes, { error: "Choose how time is rounded." }),
    timeRoundingMinutes: wholeMinutes(1, 60),
    timeMinimumMinutes: wholeMinutes(0, 240),
    timeNeedsApproval: checkbox(),
    timeOwnApproval: checkbox(),
  })
  .refine(({ timeMinimumMinutes, timeRoundingMinutes }) => timeMinimumMinutes % timeRoundingMinutes === 0, {
    message: "Enter a whole multiple of the minutes that time is rounded to, or 0.",
    path: ["timeMinimumMinutes"],
  });

export type EditTimeSettingsInput = z.output<typeof editTimeSettingsInput>;

export const editSecurityInput = z.object({
  revision: revisionField(),
  factorPolicy: z.enum(factorPolicies, { error: "Choose of whom it is wanted." }),
});

export type EditSecurityInput = z.output<typeof editSecurityInput>;

export const editNumberingInput = z
  .object({
    series: z.enum(numberedSeries, { error: "Choose a series." }),
    revision: revisionField(),
    pattern: textField("a pattern", { max: 40 }),
    /** A field called `reset` would hide the form's own way to be reset, which React takes. */
    beginsAnew: z.enum(resets, { error: "Choose when numbers begin anew." }),
  })
  .superRefine(({ pattern, beginsAnew }, context) => {
    const trouble = patternTrouble(pattern, beginsAnew);
    if (trouble) context.addIssue({ code: "custom", path: ["pattern"], message: trouble });
  });

export type EditNumberingInput = z.output<typeof editNumberingInput>;
export type EditCompanyInput = z.output<typeof editCompanyInput>;

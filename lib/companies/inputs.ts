import { z } from "zod";
import { percentField, revisionField, textField } from "@/lib/kernel/fields";
import { isTimeZone } from "./time-zone-choices";

const days = "Enter a whole number of days from 0 to 365.";

/** From the issue of an invoice until it is due. */
const dueDays = z
  .string({ error: days })
  .trim()
  .refine((text) => /^\d{1,3}$/.test(text) && Number(text) <= 365, days)
  .transform(Number);

export const editCompanyInput = z.object({
  revision: revisionField(),
  name: textField("the name of your company", { max: 160 }),
  timeZone: z
    .string({ error: "Choose a time zone." })
    .refine((zone) => zone !== "", "Choose a time zone.")
    .refine((zone) => zone === "" || isTimeZone(zone), "Choose a time zone from the list."),
  defaultDueDays: dueDays,
  defaultTaxPpm: percentField("a sales tax"),
});

export type EditCompanyInput = z.output<typeof editCompanyInput>;

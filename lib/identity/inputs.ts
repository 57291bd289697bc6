import { z } from "zod";
import { emailField, textField } from "@/lib/kernel/fields";

export const signInInput = z.object({
  email: emailField(),
  password: z.string({ error: "Enter your password." }).min(1, "Enter your password.").max(1_000),
});

/** Eight characters at least, no composition rules, up to 128: NIST 800-63B-4. */
export const signUpInput = z.object({
  name: textField("your name", { max: 100 }),
  email: emailField(),
  password: z
    .string({ error: "Choose a password." })
    .min(8, "Use at least 8 characters.")
    .max(128, "Use 128 characters or fewer."),
  companyName: textField("the name of your company", { max: 160 }),
  timeZone: z
    .string()
    .default("America/New_York")
    .transform((zone) => (Intl.supportedValuesOf("timeZone").includes(zone) ? zone : "America/New_York")),
});

export type SignInInput = z.output<typeof signInInput>;
export type SignUpInput = z.output<typeof signUpInput>;

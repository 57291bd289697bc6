import { z } from "zod";
import { emailField, idField, textField } from "@/lib/kernel/fields";

const tooLong = "Use 128 characters or fewer.";

const givenPassword = z.string({ error: "Enter your password." }).min(1, "Enter your password.").max(1_000, tooLong);

/** Eight characters at least, no composition rules, up to 128: NIST 800-63B-4. How guessable it is is asked apart. */
const newPassword = z.string({ error: "Choose a password." }).min(8, "Use at least 8 characters.").max(128, tooLong);

/** It stands in the head of mails. */
function oneLine(field: ReturnType<typeof textField>) {
  return field.refine((text) => !text.includes("\n"), "Use one line.");
}

export const signInInput = z.object({ email: emailField(), password: givenPassword });

export const signUpInput = z.object({
  name: oneLine(textField("your name", { max: 100 })),
  email: emailField(),
  password: newPassword,
  companyName: oneLine(textField("the name of your company", { max: 160 })),
  timeZone: z
    .string()
    .default("America/New_York")
    .transform((zone) => (Intl.supportedValuesOf("timeZone").includes(zone) ? zone : "America/New_York")),
});

/** Six digits as people type them: spaces between are theirs. */
const digits = z
  .string({ error: "Enter the code." })
  .transform((text) => text.replace(/\s/g, ""))
  .refine((text) => /^\d{6}$/.test(text), "The code has six digits.");

export const codeInput = z.object({ code: digits });

/** A code of the app, or a recovery code. */
export const factorField = z
  .string({ error: "Enter the code." })
  .transform((text) => text.replace(/\s/g, ""))
  .refine(
    (text) => /^\d{6}$/.test(text) || /^[0-9a-z]{5}-?[0-9a-z]{5}$/i.test(text),
    "Enter the six digits of your app, or a recovery code such as abcde-23456.",
  );

export const factorInput = z.object({ code: factorField });

/** The link of a mail. Whatever else stands there is no link of ours. */
export const linkInput = z.object({
  token: z.string().max(100).default(""),
  password: z.string().max(1_000).optional(),
});

/** The link of an invitation; it has the company beside the secret. */
const invitationToken = z.string().max(100).default("");

export const acceptInput = z.object({ token: invitationToken });

export const joinInput = z.object({
  token: invitationToken,
  name: textField("your name", { max: 100 }),
  password: newPassword,
});

export const askResetInput = z.object({ email: emailField() });

export const resetInput = z.object({
  token: z.string().max(100).default(""),
  code: z.string().max(20).default(""),
  password: newPassword,
});

export const changePasswordInput = z.object({ currentPassword: givenPassword, password: newPassword });

export const changeEmailInput = z.object({ email: emailField(), currentPassword: givenPassword });

export const endSessionInput = z.object({ sessionId: idField("session", "a session") });

/** What the browser's authenticator answered, as JSON; the library reads it, and believes nothing of it. */
const credential = z
  .string({ error: "Use the button, then follow your browser." })
  .min(1, "Use the button, then follow your browser.")
  .max(20_000)
  .transform((text, context) => {
    try {
      const read: unknown = JSON.parse(text);
      if (typeof read === "object" && read !== null && "id" in read && typeof read.id === "string") return read;
    } catch {
      // not JSON: no authenticator's answer
    }
    context.addIssue({ code: "custom", message: "Use the button, then follow your browser." });
    return z.NEVER;
  });

export const passkeyInput = z.object({ credential });

export const newPasskeyInput = z.object({
  credential,
  name: oneLine(textField("a name for it", { max: 60 })),
});

export const removePasskeyInput = z.object({ credentialId: z.string().max(1_500).min(1) });

export type SignInInput = z.output<typeof signInInput>;
export type SignUpInput = z.output<typeof signUpInput>;

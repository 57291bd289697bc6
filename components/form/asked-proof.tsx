"use client";

import { useFormContext } from "./form-context";
import { TextField } from "./text-field";

/** The field that a form grows when it has to be shown once more who sends it. */
export function AskedProof() {
  const { asks } = useFormContext().state;
  if (asks === null) return null;
  return asks === "code" ? (
    <TextField
      name="proof"
      label="Code of your authenticator app"
      autoComplete="one-time-code"
      spellCheck={false}
      hint="Or a recovery code. Then press the button again."
    />
  ) : (
    <TextField
      name="proof"
      label="Your password"
      type="password"
      autoComplete="current-password"
      hint="Then press the button again."
    />
  );
}

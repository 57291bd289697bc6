import { TextField } from "./text-field";

/**
 * A code that proves something. `digits` are six from a mail or an app; a `factor` may also be a recovery code, which has
 * letters, so a phone shows all its keys.
 */
export function CodeField({
  takes,
  label = "Code",
  hint,
  autoFocus,
  className,
}: {
  takes: "digits" | "factor";
  label?: string;
  hint?: string;
  autoFocus?: boolean;
  className?: string;
}) {
  return (
    <TextField
      name="code"
      label={label}
      hint={hint}
      autoFocus={autoFocus}
      autoComplete="one-time-code"
      inputMode={takes === "digits" ? "numeric" : undefined}
      spellCheck={false}
      className={className}
    />
  );
}

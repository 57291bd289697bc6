import { formatDay, isPlainDate } from "@/lib/kernel/dates";
import { Refusal } from "@/lib/kernel/refusal";

/**
 * The database says its refusals as SQLSTATEs of class EZ (db/migrations/0001_guards.sql). Here each becomes the
 * sentence that the commands use. Null means: not a refusal but a bug, or a conflict that a retry mends.
 */
export function refusalOf(error: unknown): Refusal | null {
  const cause = postgresError(error);
  if (!cause) return null;
  const detail = cause.detail ?? "";
  switch (cause.code) {
    case "EZ001":
      // the guard of the periods themselves names no day to choose
      return cause.hint && isPlainDate(cause.hint)
        ? new Refusal("period_closed", { period: detail, day: formatDay(cause.hint) })
        : new Refusal("period_before_closed", { period: detail });
    case "EZ006":
      return new Refusal("account_inactive", { account: detail });
    case "EZ007":
    // out of time, so undone: somebody else held what it needed
    case "57014":
    case "40001":
    case "40P01":
    case "55P03":
      return new Refusal("busy");
    case "EZ008":
      return new Refusal("credit_spent");
    case "EZ012":
      return new Refusal("deposit_used");
    case "EZ013":
      return new Refusal("last_owner");
    case "EZ014":
      return new Refusal("factors_elsewhere", { name: detail });
    case "22003":
      return new Refusal("amount_too_large");
    case "23P01":
      return new Refusal("period_overlaps", { period: "that exists already" });
    case "23505":
      return numberTaken(cause);
    default:
      return null;
  }
}

/** A document's number exists: patterns were changed so that two ways lead to it. Those of entries nobody sets. */
function numberTaken({ constraint = "" }: PostgresError): Refusal | null {
  const isNumber = constraint.endsWith("_number_key") && constraint !== "journal_entries_number_key";
  return isNumber ? new Refusal("number_taken") : null;
}

/** A deadlock or a serialization failure: the same work, tried again, may pass. */
export function isRetryable(error: unknown): boolean {
  const code = postgresError(error)?.code;
  return code === "40001" || code === "40P01";
}

/** Document and journal differ: no command brings that about, so it is a bug everywhere but where drift is repaired. */
export function isDifference(error: unknown): boolean {
  return postgresError(error)?.code === "EZ009";
}

/** The unique or foreign key that was hurt, by its name. */
export function violatedConstraint(error: unknown): string | null {
  const cause = postgresError(error);
  return cause && (cause.code === "23505" || cause.code === "23503") ? (cause.constraint ?? null) : null;
}

type PostgresError = { code: string; detail?: string; hint?: string; constraint?: string };

function postgresError(error: unknown): PostgresError | null {
  for (let e = error, depth = 0; e instanceof Error && depth < 5; e = e.cause, depth++) {
    if ("code" in e && typeof e.code === "string" && /^[0-9A-Z]{5}$/.test(e.code)) return e as Error & PostgresError;
  }
  return null;
}

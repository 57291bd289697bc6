import "server-only";
import { inTransaction } from "@/db/client";
import { factorInput } from "@/lib/identity/inputs";
import { count, forget } from "@/lib/identity/limits";
import { isPassword } from "@/lib/identity/password";
import { proveFactor } from "@/lib/identity/prove-factor";
import { recordAccountEvent } from "@/lib/identity/record-account-event";
import { isFresh } from "@/lib/identity/session";
import { renewSession, type SignedIn } from "@/lib/identity/sessions";
import { getLogin } from "@/lib/identity/sign-in";
import type { FormState } from "@/lib/kernel/form-state";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import { currentCaller } from "./caller";
import { setSessionCookie } from "./cookies";
import { type FormInput, stateOf } from "./form-data";
import type { Seat } from "./seat";
import { factorsHere, factorVerdict } from "./second-factor";

/**
 * Null where a form may be carried out; else what the form is answered: it grows a field, and what was typed is kept.
 * Asked for what is dangerous (`dangerous`: shown within ten minutes), and where the company's rule wants the factor again.
 * What is shown renews the session.
 */
export async function showAgain(
  user: SignedIn,
  seat: Seat | null,
  input: FormInput,
  dangerous: boolean,
  now: Date,
): Promise<FormState | null> {
  const verdict = seat ? await factorVerdict(user, seat, now) : "fine";
  if (verdict === "set_up") return stateOf(new Refusal("factor_needed"), input);
  if (!dangerous && verdict !== "confirm") return null;
  const { authenticator } = await factorsHere(user);
  if (verdict === "confirm" && !authenticator) return stateOf(new Refusal("confirm_elsewhere"), input);
  const asks = authenticator ? "code" : "password";
  const shownAt = asks === "code" ? user.secondFactorAt : user.provedAt;
  if (verdict !== "confirm" && isFresh(shownAt, now)) return null;
  const given = typeof input.proof === "string" ? input.proof : "";
  try {
    if (given === "") throw new Refusal("prove_again");
    await prove(user, asks, given, now);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return { ...stateOf(error, input), asks };
    throw error;
  }
}

/** The password or a code; wrong ones are counted. The session goes on under a new token. */
export async function prove(user: SignedIn, asks: "password" | "code", given: string, now: Date): Promise<void> {
  const { userId } = user;
  const limit = asks === "code" ? "second_factor" : "password";
  await count(limit, userId);
  const caller = await currentCaller();
  const token = await inTransaction({ userId }, async (db) => {
    if (asks === "password") await requireRight(await getLogin(db, userId), given);
    else await proveFactor(db, userId, codeOf(given), now);
    await recordAccountEvent(db, userId, "identity.confirmed", caller, now);
    const shown = asks === "code" ? { provedAt: now, secondFactorAt: now } : { provedAt: now };
    return renewSession(db, user, shown, caller, now);
  }).catch((error: unknown) => {
    throw error instanceof Refusal && error.fields.code ? refuseField("proof", error.code, error.details) : error;
  });
  await setSessionCookie(token);
  await forget(limit, userId);
}

async function requireRight({ passwordHash }: { passwordHash: string }, given: string): Promise<void> {
  if (!(await isPassword(given.slice(0, 1_000), passwordHash))) throw refuseField("proof", "password_wrong");
}

function codeOf(given: string): string {
  const parsed = factorInput.safeParse({ code: given });
  if (parsed.success) return parsed.data.code;
  throw refuseField("proof", "authenticator_wrong");
}

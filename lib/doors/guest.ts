import "server-only";
import type { Route } from "next";
import { redirect } from "next/navigation";
import { inTransaction } from "@/db/client";
import { refusalOf } from "@/db/refusals";
import { signInInput, signUpInput } from "@/lib/identity/inputs";
import { authenticate } from "@/lib/identity/sign-in";
import type { FormAction } from "@/lib/kernel/form-state";
import { asFormData, inputOf, parse, stateOfError } from "./form-data";
import { found } from "./founding";
import { safeNext } from "./next-path";
import { endCookieSession, startCookieSession } from "./session";

/** Signs in and goes on to the page that was asked for, or to the companies. */
export const signIn: FormAction = async (_state, posted) => {
  const input = inputOf(asFormData(posted));
  const parsed = parse(signInInput, input);
  if (!parsed.ok) return parsed.state;
  try {
    const user = await inTransaction({}, (db) => authenticate(db, parsed.data));
    await startCookieSession(user.userId);
  } catch (error) {
    return stateOfError(error, input);
  }
  redirect(safeNext(input.next) as Route);
};

/** A user, a company with sensible defaults, and its owner; then signed in. */
export const signUp: FormAction = async (_state, posted) => {
  const input = inputOf(asFormData(posted));
  const parsed = parse(signUpInput, input);
  if (!parsed.ok) return parsed.state;
  let slug: string;
  try {
    const founded = await found(parsed.data, new Date());
    await startCookieSession(founded.userId);
    slug = founded.slug;
  } catch (error) {
    return stateOfError(refusalOf(error) ?? error, input);
  }
  redirect(`/c/${slug}` as Route);
};

export async function signOut(): Promise<void> {
  await endCookieSession();
  redirect("/sign-in");
}

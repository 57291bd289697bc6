import "server-only";
import type { Route } from "next";
import { redirect } from "next/navigation";
import { asFormData, inputOf } from "../form-data";
import { safeNext } from "../next-path";
import { endCookieSession } from "../session";

/** Then to sign in, or to where the form says: a page that looks different to who is signed out. */
export async function signOut(posted?: unknown): Promise<void> {
  const { next } = inputOf(asFormData(posted));
  await endCookieSession();
  redirect((next ? safeNext(next) : "/sign-in") as Route);
}

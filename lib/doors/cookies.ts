import "server-only";
import { cookies } from "next/headers";
import { proofLife } from "@/lib/identity/proof";
import { newToken } from "@/lib/identity/secret";
import { sessionSeconds } from "@/lib/identity/session";
import { cookieNames, isSecure } from "./cookie-names";

const year = 365 * 24 * 60 * 60;

export function setSessionCookie(token: string): Promise<void> {
  return set(cookieNames.session(), token, sessionSeconds);
}

export function setProofCookie(token: string): Promise<void> {
  return set(cookieNames.proof(), token, proofLife.sign_up / 1000);
}

export function setPasskeyCookie(token: string): Promise<void> {
  return set(cookieNames.passkey(), token, proofLife.passkey / 1000);
}

export async function passkeyToken(): Promise<string | null> {
  return (await cookies()).get(cookieNames.passkey())?.value ?? null;
}

export async function sessionToken(): Promise<string | null> {
  return (await cookies()).get(cookieNames.session())?.value ?? null;
}

export async function proofToken(): Promise<string | null> {
  return (await cookies()).get(cookieNames.proof())?.value ?? null;
}

export async function deviceToken(): Promise<string | null> {
  return (await cookies()).get(cookieNames.device())?.value ?? null;
}

/** The browser's mark, or a new one. */
export async function markDevice(): Promise<string> {
  const token = (await deviceToken()) ?? newToken();
  await set(cookieNames.device(), token, year);
  return token;
}

export async function dropCookie(which: keyof typeof cookieNames): Promise<void> {
  await set(cookieNames[which](), "", 0);
}

async function set(name: string, value: string, maxAge: number): Promise<void> {
  (await cookies()).set(name, value, { httpOnly: true, sameSite: "lax", secure: isSecure(), path: "/", maxAge });
}

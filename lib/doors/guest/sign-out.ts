import "server-only";
import { redirect } from "next/navigation";
import { endCookieSession } from "../session";

export async function signOut(): Promise<void> {
  await endCookieSession();
  redirect("/sign-in");
}

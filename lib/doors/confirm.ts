import "server-only";
import type { Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { FormAction } from "@/lib/kernel/form-state";
import { Refusal } from "@/lib/kernel/refusal";
import { asFormData, inputOf, parse, stateOf, stateOfError } from "./form-data";
import { safeNext } from "./next-path";
import { requireUser } from "./page";
import { passkeyHost } from "./passkey-challenge";
import { factorsHere } from "./second-factor";
import { currentUser } from "./session";
import { prove } from "./step-up";

/** By what this person can show once more that it is he. */
export async function waysToConfirm(): Promise<{ asks: "code" | "password" | null; passkey: boolean }> {
  const { authenticator, passkey } = await factorsHere(await requireUser());
  const asks = authenticator ? "code" : passkey ? null : "password";
  return { asks, passkey: passkey && passkeyHost() !== null };
}

const input = z.object({
  proof: z.string({ error: "Enter it here." }).min(1, "Enter it here.").max(1_000),
  next: z.string().optional(),
});

/** Shows it once more, and goes back to where it was asked. The session goes on under a new token. */
export const confirmIdentity: FormAction = async (_state, posted) => {
  const given = inputOf(asFormData(posted));
  const user = await currentUser();
  if (!user) return stateOf(new Refusal("signed_out"), given);
  const parsed = parse(input, given);
  if (!parsed.ok) return parsed.state;
  try {
    const { authenticator } = await factorsHere(user);
    await prove(user, authenticator ? "code" : "password", parsed.data.proof, new Date());
  } catch (error) {
    return stateOfError(error, given);
  }
  redirect(safeNext(parsed.data.next) as Route);
};

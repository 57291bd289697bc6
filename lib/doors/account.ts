import "server-only";
import { randomUUID } from "node:crypto";
import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { type Database, inTransaction } from "@/db/client";
import type { AccountEventType } from "@/lib/identity/account-event";
import type { Caller } from "@/lib/identity/caller";
import { recordAccountEvent } from "@/lib/identity/record-account-event";
import { renewSession, type Shown, type SignedIn } from "@/lib/identity/sessions";
import { type FormAction, type FormState, idleForm } from "@/lib/kernel/form-state";
import { Refusal } from "@/lib/kernel/refusal";
import { currentCaller } from "./caller";
import { setProofCookie, setSessionCookie } from "./cookies";
import { asFormData, inputOf, parse, stateOfError } from "./form-data";
import { currentUser } from "./session";
import { showAgain } from "./step-up";

/** One's own account, inside one transaction that names the person. */
export type Account = { db: Database; user: SignedIn; caller: Caller; now: Date };

/** What an account form leads to: words, what is shown once, a session that goes on under a new token. */
export type AccountOutcome = {
  says?: string;
  reveals?: string[];
  renews?: Partial<Shown>;
  /** What this browser holds from now on, to prove something by a mailed code. */
  proof?: string;
  leadsTo?: string;
};

type AccountDoor<S extends z.ZodType> = {
  input: S;
  /** What stands in the account's history. */
  event: AccountEventType;
  /** Before the transaction, and kept when it is rolled back: counted tries. */
  before?: (user: SignedIn, input: z.output<S>) => Promise<void>;
  /** Wants to be shown within ten minutes that it is the person. */
  fresh?: true;
  run: (account: Account, input: z.output<S>) => Promise<AccountOutcome>;
};

/** The door of every form about one's own account: signed in → input → one transaction, with its fact. */
export function accountAction<S extends z.ZodType>(door: AccountDoor<S>): FormAction {
  return async (_state, posted) => {
    const input = inputOf(asFormData(posted));
    const user = await currentUser();
    if (!user) return stateOfError(new Refusal("signed_out"), input);
    const parsed = parse(door.input, input);
    if (!parsed.ok) return parsed.state;
    if (door.fresh) {
      const shown = await showAgain(user, null, input, true, new Date());
      if (shown) return shown;
    }
    let outcome: AccountOutcome;
    try {
      await door.before?.(user, parsed.data);
      outcome = await carryOut(user, door, parsed.data);
    } catch (error) {
      return stateOfError(error, input);
    }
    revalidatePath("/account", "layout");
    if (outcome.leadsTo) redirect(outcome.leadsTo as Route);
    return doneWith(outcome);
  };
}

async function carryOut<S extends z.ZodType>(
  user: SignedIn,
  door: AccountDoor<S>,
  input: z.output<S>,
): Promise<AccountOutcome> {
  const [caller, now] = [await currentCaller(), new Date()];
  const { outcome, token } = await inTransaction({ userId: user.userId }, async (db) => {
    const outcome = await door.run({ db, user, caller, now }, input);
    await recordAccountEvent(db, user.userId, door.event, caller, now);
    const token = outcome.renews ? await renewSession(db, user, outcome.renews, caller, now) : null;
    return { outcome, token };
  });
  if (token) await setSessionCookie(token);
  if (outcome.proof) await setProofCookie(outcome.proof);
  return outcome;
}

function doneWith({ says, reveals = [] }: AccountOutcome): FormState {
  return { ...idleForm, status: "done", message: says ?? null, reveals, nextRequestId: randomUUID() };
}

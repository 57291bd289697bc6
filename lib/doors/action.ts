import "server-only";
import { createHash, randomUUID } from "node:crypto";
import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import type { z } from "zod";
import { missing, needsFresh, type Permission } from "@/lib/access/permissions";
import type { Work } from "@/lib/access/scope";
import type { SignedIn } from "@/lib/identity/sessions";
import { type FormAction, type FormState, idleForm } from "@/lib/kernel/form-state";
import { Refusal } from "@/lib/kernel/refusal";
import { asFormData, type FormInput, inputOf, parse, stateOf, stateOfError } from "./form-data";
import { refusalFor } from "./lack";
import { findSeat, type Seat } from "./seat";
import { currentUser } from "./session";
import { showAgain } from "./step-up";
import { runWork } from "./work";

type ActionDoor<P extends Permission, S extends z.ZodType, R> = {
  /** The name under which the request's answer is kept. */
  name: string;
  can: P | readonly P[];
  input: S;
  /** Before the transaction, and kept when it is rolled back: counted tries. */
  before?: (seat: Seat, input: z.output<S>) => Promise<void>;
  run: (work: Work<P>, input: z.output<S>) => Promise<R>;
  /** Where to go after the commit, below `/c/[company]`. Without it the page stays and is drawn anew. */
  leadsTo?: (result: R, input: z.output<S>) => string;
  /** What is worth saying about what was done, where the page that stays does not show it. */
  says?: (result: R) => string | null;
};

/**
 * The door of every form: signed in → member of the company in the URL → the form is of that company → right → input →
 * one transaction. After the commit the page is refreshed or left; a redirect inside would roll it back.
 */
export function action<P extends Permission, S extends z.ZodType, R>(door: ActionDoor<P, S, R>): FormAction {
  const rights = [door.can].flat() as P[];
  return async (_state, posted) => {
    const user = await currentUser();
    const input = inputOf(asFormData(posted));
    if (!user) return stateOf(new Refusal("signed_out"), input);
    const seat = await seatOfForm(user);
    if (input.companyId !== seat.company.id) return stateOf(new Refusal("wrong_company"), input);
    const lack = missing(seat, rights);
    if (lack?.verdict === "forbidden") forbidden();
    if (lack) return stateOf(refusalFor(seat, lack.right, lack.verdict), input);
    const parsed = parse(door.input, input);
    if (!parsed.ok) return parsed.state;
    const shown = await showAgain(user, seat, input, rights.some(needsFresh), new Date());
    if (shown) return shown;

    let result: R;
    try {
      await door.before?.(seat, parsed.data);
      const deed = { requestId: requestIdOf(input), action: door.name, inputHash: hashOf(input) };
      result = await runWork(seat, rights, deed, new Date(), (work) => door.run(work, parsed.data));
    } catch (error) {
      return stateOfError(error, input);
    }
    revalidatePath(`/c/${seat.company.slug}`, "layout");
    if (door.leadsTo) redirect(`/c/${seat.company.slug}${door.leadsTo(result, parsed.data)}` as Route);
    return done(door.says?.(result) ?? null);
  };
}

function done(message: string | null): FormState {
  return { ...idleForm, status: "done", message, nextRequestId: randomUUID() };
}

/** The company is in the URL of the page that the form stands on; the middleware hands on its path. */
async function seatOfForm(user: SignedIn): Promise<Seat> {
  const slug = /^\/c\/([^/?]+)/.exec((await headers()).get("x-path") ?? "")?.[1];
  const seat = slug ? await findSeat(user.userId, slug) : null;
  return seat ?? notFound();
}

/** Of all that was sent but the id itself: the same work sent again has the same. */
function hashOf({ requestId: _, ...input }: FormInput): string {
  const sent = Object.entries(input)
    .filter(([name]) => name !== "proof")
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(sent)).digest("hex");
}

function requestIdOf(input: FormInput): string {
  const given = input.requestId;
  return typeof given === "string" && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

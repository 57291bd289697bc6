import "server-only";
import type { Route } from "next";
import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { cache } from "react";
import { missing, type Permission } from "@/lib/access/permissions";
import type { Scope } from "@/lib/access/scope";
import type { SignedIn } from "@/lib/identity/sessions";
import { type Id, type IdKind, isId, type UserId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import { listSeats, type Seat } from "./seat";
import { factorVerdict } from "./second-factor";
import { currentUser } from "./session";
import { openScope } from "./work";

/** Read once for each request: the door looks for one of them, the shell lists them. */
const seatsOf = cache((userId: UserId) => listSeats(userId));

/**
 * The door of every page of a company: signed in, a member, with each of these rights. Or it never returns: the
 * sign-in page, "not found" for a company that one is not in, "not allowed" for a role that is too low, for a plan that
 * is too low or a company that is locked the page that says what opens it, and the page that says it is suspended.
 */
export async function enter<P extends Permission = never>(
  params: Promise<{ company: string }>,
  ...rights: P[]
): Promise<Scope<P>> {
  const { company } = await params;
  const seat = await requireSeat(company);
  const lack = missing(seat, rights);
  if (lack?.verdict === "suspended") redirect(`/suspended?company=${seat.company.slug}` as Route);
  if (lack?.verdict === "forbidden") forbidden();
  await requireFactor(seat);
  if (lack) redirect(`/c/${seat.company.slug}/plan?for=${lack.right}` as Route);
  return openScope(seat, rights, new Date());
}

/** Where the company's rule wants the second factor: to where it is shown or set up, and back. */
async function requireFactor(seat: Seat): Promise<void> {
  const verdict = await verdictHere(seat);
  if (verdict === "confirm") redirect(`/account/confirm?next=${encodeURIComponent(await pathHere())}` as Route);
  if (verdict === "set_up") redirect("/account/security/authenticator?due=now" as Route);
}

/** Whether the shell has to say that a second factor is wanted soon. */
export async function isFactorWanted(slug: string): Promise<boolean> {
  return (await verdictHere(await requireSeat(slug))) === "grace";
}

/** Asked once for each request, by the shell and the page in it. */
const verdictHere = cache(async (seat: Seat) => factorVerdict(await requireUser(), seat, new Date()));

async function pathHere(): Promise<string> {
  return (await headers()).get("x-path") ?? "/";
}

export async function requireUser(): Promise<SignedIn> {
  const user = await currentUser();
  if (user) return user;
  redirect(`/sign-in?next=${encodeURIComponent(await pathHere())}` as Route);
}

export async function requireSeat(slug: string): Promise<Seat> {
  const user = await requireUser();
  const seats = await seatsOf(user.userId);
  return seats.find(({ company }) => company.slug === slug) ?? notFound();
}

/** The companies of whoever is signed in. */
export async function mySeats(): Promise<Seat[]> {
  const user = await requireUser();
  return seatsOf(user.userId);
}

/** In which times of one's own account are told: that of the first company, or New York's for whoever is in none. */
export async function myTimeZone(): Promise<string> {
  const [first] = await mySeats();
  return first?.company.timeZone ?? "America/New_York";
}

/** An id from the path. One of the wrong kind, or no id at all, is the page "not found", before any query. */
export function idOf<K extends IdKind>(kind: K, segment: string): Id<K> {
  return isId(kind, segment) ? segment : notFound();
}

/** A page's read in which "no such record" is the page "not found". */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Refusal && error.code === "not_found") notFound();
    throw error;
  }
}

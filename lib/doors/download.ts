import "server-only";
import { headers } from "next/headers";
import { needsFresh, type Permission, verdictOn } from "@/lib/access/permissions";
import type { Scope } from "@/lib/access/scope";
import { log } from "@/lib/gateways/log";
import { isFresh } from "@/lib/identity/session";
import type { SignedIn } from "@/lib/identity/sessions";
import { Refusal, type RefusalCode } from "@/lib/kernel/refusal";
import { refusalFor } from "./lack";
import { findSeat, type Seat } from "./seat";
import { factorVerdict } from "./second-factor";
import { currentUser } from "./session";
import { openScope } from "./work";

/** A file to save. A long one comes piece by piece and is sent as it is made. */
export type Download = { filename: string; body: string | AsyncIterable<string> };

/**
 * The door of every file that is downloaded: signed in → member of the company in the URL → right. A refusal is answered
 * as problem+json (RFC 9457) with the sentence that a page would show.
 */
export async function download<P extends Permission>(
  params: Promise<{ company: string }>,
  right: P,
  make: (scope: Scope<P>) => Promise<Download>,
): Promise<Response> {
  const requestId = (await headers()).get("x-request-id");
  try {
    return fileOf(await make(await admit((await params).company, right)), requestId);
  } catch (error) {
    if (error instanceof Refusal) return problem(error, requestId);
    logBug(error, requestId);
    return problem(null, requestId);
  }
}

async function admit<P extends Permission>(slug: string, right: P): Promise<Scope<P>> {
  const user = await currentUser();
  if (!user) throw new Refusal("signed_out");
  const seat = await findSeat(user.userId, slug);
  if (!seat) throw new Refusal("not_found");
  const verdict = verdictOn(seat, right);
  if (verdict !== "yes") throw refusalFor(seat, right, verdict);
  await requireShown(user, seat, right);
  return openScope(seat, [right], new Date());
}

/** A file has no form that could ask: the page it is linked from does. */
async function requireShown(user: SignedIn, seat: Seat, right: Permission): Promise<void> {
  const now = new Date();
  const verdict = await factorVerdict(user, seat, now);
  if (verdict === "set_up") throw new Refusal("factor_needed");
  const shownAt = user.secondFactorAt ?? user.provedAt;
  if (verdict === "confirm" || (needsFresh(right) && !isFresh(shownAt, now))) throw new Refusal("prove_again");
}

const unshared = { "cache-control": "no-store", "x-content-type-options": "nosniff" };

/** Spreadsheets take a file for UTF-8 only if it begins so. */
const byteOrderMark = "\ufeff";

function fileOf({ filename, body }: Download, requestId: string | null): Response {
  return new Response(typeof body === "string" ? byteOrderMark + body : streamOf(body, requestId), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${filename.replace(/[^\w.-]+/g, "-")}"`,
      ...unshared,
    },
  });
}

/** What breaks halfway breaks the connection off, so that nobody takes half a file for the whole. */
function streamOf(pieces: AsyncIterable<string>, requestId: string | null): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const source = pieces[Symbol.asyncIterator]();
  return new ReadableStream({
    start: (stream) => stream.enqueue(encoder.encode(byteOrderMark)),
    pull: async (stream) => {
      try {
        const { done, value } = await source.next();
        if (done) stream.close();
        else stream.enqueue(encoder.encode(value));
      } catch (error) {
        logBug(error, requestId);
        stream.error(error);
      }
    },
    cancel: async () => {
      await source.return?.();
    },
  });
}

const answers: Partial<Record<RefusalCode, { status: number; title: string }>> = {
  signed_out: { status: 401, title: "Signed out" },
  forbidden: { status: 403, title: "Not allowed" },
  prove_again: { status: 403, title: "Show that it is you" },
  factor_needed: { status: 403, title: "Second factor needed" },
  upgrade_required: { status: 403, title: "Not in this plan" },
  locked: { status: 403, title: "Locked" },
  suspended: { status: 403, title: "Suspended" },
  not_found: { status: 404, title: "Not found" },
  invalid_input: { status: 400, title: "Bad request" },
};

/** Null is a bug of ours, of which nothing is told but the id to find it by. */
function problem(refusal: Refusal | null, requestId: string | null): Response {
  const code = refusal?.code ?? "internal";
  const fallback = refusal ? { status: 409, title: "Refused" } : { status: 500, title: "Our fault" };
  const { status, title } = (refusal && answers[refusal.code]) ?? fallback;
  const detail = refusal?.message ?? "Something went wrong on our side. Try again in a moment.";
  const errors = Object.entries(refusal?.fields ?? {}).map(([parameter, said]) => ({ parameter, detail: said }));
  const body = { type: `urn:ez360pm:problem:${code}`, title, status, detail, code, requestId, errors };
  return Response.json(body, { status, headers: { "content-type": "application/problem+json", ...unshared } });
}

/** By its kind alone: a failed query's message carries the values that it was asked with. */
function logBug(error: unknown, requestId: string | null): void {
  log().error({ error: error instanceof Error ? error.name : "unknown", requestId }, "download failed");
}

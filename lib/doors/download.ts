import "server-only";
import { mayRole, type Permission } from "@/lib/access/permissions";
import type { Scope } from "@/lib/access/scope";
import { Refusal } from "@/lib/kernel/refusal";
import { findSeat } from "./seat";
import { currentUser } from "./session";
import { openScope } from "./work";

export type Download = { filename: string; body: string | AsyncIterable<string> };

/**
 * The door of every file that is read off the books: the same person, company and role as of its page. Refusals are
 * problem+json (RFC 9457); nothing of it is kept by a cache on the way.
 */
export async function download<P extends Permission>(
  params: Promise<{ company: string }>,
  right: P,
  read: (scope: Scope<P>) => Promise<Download>,
): Promise<Response> {
  const user = await currentUser();
  if (!user) return problem(401, "Your session has ended. Sign in again.");
  const seat = await findSeat(user.userId, (await params).company);
  if (!seat) return problem(404, "There is no such file.");
  if (!mayRole(seat.member.role, right)) return problem(403, "Your role does not allow this.");
  try {
    const { filename, body } = await read(openScope(seat, [right], new Date()));
    return new Response(typeof body === "string" ? body : streamOf(body), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${filename.replace(/[^\w.-]+/g, "-")}"`,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  } catch (error) {
    if (error instanceof Refusal) return problem(error.code === "not_found" ? 404 : 409, error.message);
    throw error;
  }
}

function problem(status: number, detail: string): Response {
  return Response.json(
    { type: "about:blank", status, detail },
    { status, headers: { "content-type": "application/problem+json", "cache-control": "no-store" } },
  );
}

function streamOf(parts: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const iterator = parts[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: () => void iterator.return?.(),
  });
}

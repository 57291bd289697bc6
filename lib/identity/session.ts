/** Why a session is over. */
export type EndedBy = "sign_out" | "person" | "password" | "role" | "removal" | "admin" | "renewal" | "support";

/** Nothing seen of it for so long ends a session: half a day, or whoever finds the browser open goes on in it. */
export const idleMilliseconds = 12 * 60 * 60 * 1000;

/** Thirty days at most; the cookie lives as long. */
export const sessionSeconds = 30 * 24 * 60 * 60;

/** A proof counts for what is dangerous as long as this. */
export const freshMilliseconds = 10 * 60 * 1000;

export function isFresh(provedAt: Date | null, now: Date): boolean {
  return provedAt !== null && now.getTime() - provedAt.getTime() < freshMilliseconds;
}

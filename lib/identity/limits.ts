import { createHmac } from "node:crypto";
import { RateLimiterRes } from "rate-limiter-flexible";
import { rateLimiter } from "@/db/rate-limiter";
import { Refusal } from "@/lib/kernel/refusal";
import { waitText } from "./wait-text";

const minutes = 60;
const hours = 60 * minutes;

/** How often what may be tried in how many seconds. A sign-in that was right does not count: a whole office has one address. */
const limits = {
  sign_in: { points: 20, seconds: 10 * minutes },
  sign_up: { points: 10, seconds: 10 * minutes },
  reset: { points: 8, seconds: 15 * minutes },
  second_factor: { points: 5, seconds: 5 * minutes },
  proof_mail: { points: 3, seconds: hours },
  password: { points: 10, seconds: 15 * minutes },
  passkey: { points: 30, seconds: 10 * minutes },
  invitation: { points: 20, seconds: hours },
} as const;

export type Limit = keyof typeof limits;

/** One try more by `who` (an address, an account). Refuses the one that is too many, and says how long to wait. */
export async function count(limit: Limit, who: string): Promise<void> {
  try {
    await limiter(limit).consume(keyOf(who));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new Refusal("too_many", { wait: waitText(error.msBeforeNext) });
  }
}

/** The try was a right one: it counts for nothing. */
export async function giveBack(limit: Limit, who: string): Promise<void> {
  await limiter(limit).reward(keyOf(who));
}

export async function forget(limit: Limit, who: string): Promise<void> {
  await limiter(limit).delete(keyOf(who));
}

/** Addresses of people and networks are not kept to be read. */
export function keyOf(who: string): string {
  return createHmac("sha256", "ez360pm rate limits").update(who).digest("base64url");
}

function limiter(limit: Limit) {
  return rateLimiter(limit, limits[limit].points, limits[limit].seconds);
}

import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { rateLimiter } from "@/db/rate-limiter";
import { rateLimits } from "@/db/schema";
import { keyOf } from "./limits";

const day = 24 * 60 * 60;

/** After so many wrong passwords in a row, so many seconds of rest. */
const rests = [
  { failures: 20, seconds: day },
  { failures: 10, seconds: 60 * 60 },
  { failures: 5, seconds: 5 * 60 },
];

/** So many wrong passwords on one account in a day, from wherever: somebody is at it. */
const siegeAt = 100;

/**
 * Who tries: an account together with the browser it knows, or else with the network. A stranger locks himself out and
 * nobody else: the account's own browsers are another pair, and a network's another.
 */
export type Pair = { account: string; from: string };

/** Milliseconds until this pair may try again, or null when it may. */
export async function restOf(pair: Pair): Promise<number | null> {
  const rest = await lock().get(pairKey(pair));
  return rest && rest.consumedPoints > 0 && rest.msBeforeNext > 0 ? rest.msBeforeNext : null;
}

/** One wrong password more. The count is kept for a day, the rest begins with the fifth, tenth and twentieth. */
export async function failed(pair: Pair): Promise<void> {
  const key = pairKey(pair);
  const { consumedPoints } = await failures().penalty(key);
  await siege().penalty(keyOf(pair.account));
  const rest = rests.find((one) => consumedPoints >= one.failures);
  const isDue = rests.some((one) => one.failures === consumedPoints) || consumedPoints > 20;
  if (rest && isDue) await lock().block(key, rest.seconds);
}

/** A right password: the pair begins anew. */
export async function cleared(pair: Pair): Promise<void> {
  await Promise.all([failures().delete(pairKey(pair)), lock().delete(pairKey(pair))]);
}

/** Whether so many tried this account's password that one alone does not let a new browser in. */
export async function isUnderSiege(account: string): Promise<boolean> {
  const seen = await siege().get(keyOf(account));
  return (seen?.consumedPoints ?? 0) >= siegeAt;
}

/** What an admin's unlocking does: whoever was locked out of this account may try again, from everywhere. */
export async function liftLockout(db: Database, account: string): Promise<void> {
  for (const name of ["failures", "lock", "siege"])
    await db.delete(rateLimits).where(sql`starts_with(${rateLimits.key}, ${`${name}:${keyOf(account)}`})`);
}

/** Begins with the account's own key, so that all its pairs are found together. */
function pairKey({ account, from }: Pair): string {
  return `${keyOf(account)}.${keyOf(`${account}\n${from}`)}`;
}

const many = 1_000_000;
const failures = () => rateLimiter("failures", many, day);
const lock = () => rateLimiter("lock", many, day);
const siege = () => rateLimiter("siege", many, day);

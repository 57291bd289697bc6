type Asked<T extends readonly (() => PromiseLike<unknown>)[]> = { -readonly [K in keyof T]: Awaited<ReturnType<T[K]>> };

/**
 * Statements that do not wait for each other's answers: sent one behind the other on the same connection, carried out in
 * that order, answered in one round trip. A lock in the first holds for the next, which sees what was committed meanwhile.
 * Throws what the first of them threw, and not before the last is answered: nothing is under way after the rollback.
 */
export async function together<T extends readonly (() => PromiseLike<unknown>)[]>(...asks: T): Promise<Asked<T>> {
  const answers = await Promise.allSettled(asks.map((ask) => ask().then((answer) => answer)));
  const failed = answers.find((answer) => answer.status === "rejected");
  if (failed) throw failed.reason;
  return answers.map((answer) => (answer as PromiseFulfilledResult<unknown>).value) as Asked<T>;
}

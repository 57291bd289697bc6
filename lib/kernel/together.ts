export type Ask = () => PromiseLike<unknown>;

type Asked<T extends readonly Ask[]> = { -readonly [K in keyof T]: Awaited<ReturnType<T[K]>> };

/**
 * Statements that do not wait for each other's answers: sent one behind the other on the same connection, carried out in
 * that order, answered in one round trip. A lock in the first holds for the next, which sees what was committed meanwhile.
 * Throws what the first of them threw, and not before the last is answered: nothing is under way after the rollback.
 */
export async function together<T extends readonly Ask[]>(...asks: T): Promise<Asked<T>> {
  const answers = await Promise.allSettled(asks.map((ask) => ask().then((answer) => answer)));
  const failed = answers.find((answer) => answer.status === "rejected");
  if (failed) throw failed.reason;
  return answers.map((answer) => (answer as PromiseFulfilledResult<unknown>).value) as Asked<T>;
}

/**
 * Statements whose answers nobody waits for: sent at once, carried out in their order before all that is asked after
 * them. `carriedOut` throws what the first of them threw.
 */
export function leaving() {
  const left: Promise<unknown>[] = [];
  return {
    leave: (...asks: Ask[]): void => {
      for (const ask of asks) {
        const answer = ask().then((found) => found) as Promise<unknown>;
        // said when all is carried out, not before
        answer.catch(() => undefined);
        left.push(answer);
      }
    },
    carriedOut: (): Promise<unknown> => together(...left.map((answer) => () => answer)),
  };
}

import type { Meter } from "./meter";

/** What one deed cost, on the clock and in processor time. */
export type Cost = { wallMs: number; nodeMs: number; databaseMs: number };

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}

/** Does the deed once for each item, `writers` at a time. With several writers `wallMs` is the time from one finished deed to the next. */
export async function burst<T>(meter: Meter, items: T[], writers: number, deed: (item: T) => Promise<unknown>): Promise<Cost> {
  const queue = items[Symbol.iterator]();
  const before = meter.read();
  await Promise.all(
    Array.from({ length: writers }, async () => {
      for (const item of queue) {
        meter.checkpoint();
        await deed(item);
      }
    }),
  );
  const after = meter.read();
  return {
    wallMs: (after.wallMs - before.wallMs) / items.length,
    nodeMs: (after.nodeMs - before.nodeMs) / items.length,
    databaseMs: (after.databaseMs - before.databaseMs) / items.length,
  };
}

export function medianCost(costs: Cost[]): Cost {
  return {
    wallMs: median(costs.map((cost) => cost.wallMs)),
    nodeMs: median(costs.map((cost) => cost.nodeMs)),
    databaseMs: median(costs.map((cost) => cost.databaseMs)),
  };
}

/** Sides measured in turn, A B A B, since the machine's mood changes: one round to warm up, then the rounds that count. */
export async function inTurn<S extends string, T>(
  rounds: number,
  sides: Record<S, () => Promise<T>>,
): Promise<Record<S, T[]>> {
  const names = Object.keys(sides) as S[];
  const measured = Object.fromEntries(names.map((name) => [name, [] as T[]])) as Record<S, T[]>;
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const result = await sides[name]();
      if (round > 0) measured[name].push(result);
    }
  }
  return measured;
}

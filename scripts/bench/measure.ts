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
export async function burst<T>(
  meter: Meter,
  items: T[],
  writers: number,
  deed: (item: T) => Promise<unknown>,
): Promise<Cost> {
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

/** Processor time is counted in hundredths of a second, too coarse for one round: its mean over all of them is exact. */
export function meanCpu(costs: Cost[]): { nodeMs: number; databaseMs: number } {
  const mean = (pick: (cost: Cost) => number) => costs.reduce((sum, cost) => sum + pick(cost), 0) / costs.length;
  return { nodeMs: mean((cost) => cost.nodeMs), databaseMs: mean((cost) => cost.databaseMs) };
}

export type Compared = { figure: number; floor: number; ratio: number };

/** The medians of both sides, and the median of the ratios round by round: the machine's mood is the same within a round. */
export function compared(product: number[], floor: number[]): Compared {
  const ratios = product.map((figure, round) => figure / (floor[round] ?? Number.NaN));
  return { figure: median(product), floor: median(floor), ratio: median(ratios) };
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

import type { Pool } from "pg";
import { openPool } from "@/db/client";
import { withLogin } from "../local/database-url";
import { productClerk } from "./documents";
import { openFirm } from "./firm";
import { inTurn } from "./measure";
import { inBulk, migratedDatabase, type Stage } from "./stage";
import type { Line, Target } from "./table";
import { round, writtenLine } from "./writing";

const WRITERS = 8;

type Without = {
  /** What is taken away, in the words of the table. */
  what: string;
  database: string;
  /** Takes it away, for the superuser. */
  sql: string;
  target: Target;
  /** What the product's own pool is replaced by on that side. */
  pool?: (pool: Pool) => Pool;
};

/** What one part of the product costs: the product as it is against itself on a database where that part is taken away. */
export async function measuredWithout(
  stage: Stage,
  { what, database, sql, target, pool = same }: Without,
): Promise<Line[]> {
  const server = withLogin(stage.adminUrl, { database: "postgres" });
  const { urls, adminUrl } = await migratedDatabase(stage.run, server, database);
  await inBulk(adminUrl, (client) => client.query(sql));
  const whole = openPool(stage.urls.appUrl, WRITERS);
  const founding = openPool(urls.appUrl, WRITERS);
  try {
    const clerk = await onPool(whole, async () => productClerk(await openFirm(`${database}with`)));
    const lessClerk = await onPool(founding, async () => productClerk(await openFirm(`${database}without`)));
    await founding.end();
    const less = pool(openPool(urls.appUrl, WRITERS));
    const measured = await inTurn(stage.size.rounds, {
      on: () => onPool(whole, () => round(stage, clerk, WRITERS)),
      off: () => onPool(less, () => round(stage, lessClerk, WRITERS)),
    }).finally(() => less.end());
    const sides = { product: measured.on, floor: measured.off };
    return [
      writtenLine(`issue an invoice, ${what} on against off`, ["issue"], target, sides),
      writtenLine(`record a payment, ${what} on against off`, ["pay"], target, sides),
    ];
  } finally {
    await whole.end();
  }
}

const same = (pool: Pool) => pool;

/** The product's transactions on another pool than its own. */
async function onPool<T>(pool: Pool, body: () => Promise<T>): Promise<T> {
  const shared = globalThis as { ez360Pool?: Pool | undefined };
  const before = shared.ez360Pool;
  shared.ez360Pool = pool;
  try {
    return await body();
  } finally {
    shared.ez360Pool = before;
  }
}

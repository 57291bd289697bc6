import { and, eq, sql } from "drizzle-orm";
import { clients, creditEntries } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Scope, Work } from "@/lib/access/scope";
import type { PlainDate } from "@/lib/kernel/dates";
import { formatDollars } from "@/lib/kernel/decimal-text";
import type { ClientId } from "@/lib/kernel/ids";
import { type Cents, cents } from "@/lib/kernel/money";
import { Refusal, refuseField } from "@/lib/kernel/refusal";

/** What the firm owes this client: the sum of its credit ledger. */
export function creditOf(scope: Scope<"payments.read">, clientId: ClientId): Promise<Cents> {
  return readCredit(scope, clientId);
}

/** The client's credit, held until the commit: two deeds never spend it twice. Invoices are locked before it. */
export async function lockCredit(work: Work, clientId: ClientId): Promise<Cents> {
  const [client] = await work.db
    .select({ id: clients.id })
    .from(clients)
    .where(and(owned(work, clients), eq(clients.id, clientId)))
    .for("no key update");
  if (!client) throw new Refusal("not_found");
  return readCredit(work, clientId);
}

/**
 * The least that it is on any day from this one on, held until the commit. More than that cannot be taken from it on that
 * day: credit of a later day pays nothing before it, and what was used meanwhile is used.
 */
export async function lockCreditFrom(work: Work, clientId: ClientId, day: PlainDate): Promise<Cents> {
  await lockCredit(work, clientId);
  const moved = work.db
    .select({
      day: sql<string>`greatest(${creditEntries.enteredOn}, ${day}::date)::text`.as("day"),
      amountCents: creditEntries.amountCents,
    })
    .from(creditEntries)
    .where(and(owned(work, creditEntries), eq(creditEntries.clientId, clientId)))
    .as("moved");
  const running = sql<string>`sum(sum(${moved.amountCents})) over (order by ${moved.day})`;
  const rows = await work.db.select({ day: moved.day, running }).from(moved).groupBy(moved.day);
  const known = rows.map((row) => Number(row.running));
  return cents(Math.max(0, rows.some((row) => row.day === day) ? Math.min(...known) : 0));
}

/** Refuses more than there is on that day and from then on. */
export async function requireCredit(work: Work, clientId: ClientId, amount: Cents, day: PlainDate): Promise<void> {
  const left = await lockCreditFrom(work, clientId, day);
  if (amount > left) throw refuseField("amount", "credit_short", { left: formatDollars(left) });
}

async function readCredit(scope: Scope, clientId: ClientId): Promise<Cents> {
  const [row] = await scope.read((db) =>
    db
      .select({ credit: sql<string>`coalesce(sum(${creditEntries.amountCents}), 0)` })
      .from(creditEntries)
      .where(and(owned(scope, creditEntries), eq(creditEntries.clientId, clientId))),
  );
  return cents(Number(row?.credit ?? 0));
}

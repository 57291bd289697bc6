import { and, asc, eq, gte, ilike, lte, or, type SQL, sql } from "drizzle-orm";
import { clients, creditEntries, creditNotes, payments, settlements } from "@/db/schema";
import { boundedCount, containing, keysetPage, type Order } from "@/lib/access/keyset";
import { owned } from "@/lib/access/owned";
import type { Reader, Scope } from "@/lib/access/scope";
import { isPlainDate } from "@/lib/kernel/dates";
import { parseMoney } from "@/lib/kernel/decimal-text";
import { type ClientId, isId } from "@/lib/kernel/ids";
import type { Cursor, ListRequest } from "@/lib/kernel/listing";
import { cents } from "@/lib/kernel/money";
import { type AllocationSource, allocationLabels } from "./allocation-queries";

export const creditSorts = ["entered"] as const;
export const creditFilters = ["client", "kind", "from", "to"] as const;

type CreditList = ListRequest<(typeof creditSorts)[number], (typeof creditFilters)[number]>;

const byDay: Order = { by: creditEntries.enteredOn, id: creditEntries.id, type: "date" };

/** What an entry of the credit ledger came of. */
const source = sql<AllocationSource>`case when ${creditEntries.paymentId} is not null then 'payment'
  when ${creditEntries.creditNoteId} is not null then 'credit_note' else ${settlements.kind} end`;

/**
 * The credit ledger of all clients, or of one: signed rows that nobody changes. `balanceCents` is what the client's credit
 * was after the row, and null where the rows are not one client's.
 */
export function listCreditEntries(scope: Scope<"payments.read">, request: CreditList) {
  return scope.read(async (db) => {
    const where = and(owned(scope, creditEntries), matching(request));
    const page = await keysetPage(request, byDay, where, ({ where: slice, orderBy, limit }) =>
      rowsOf(db, slice, isId("client", request.filters.client))
        .orderBy(...orderBy)
        .limit(limit),
    );
    return { ...page, total: await boundedCount(db, sql`${joined} where ${where}`) };
  });
}

/** All rows that match, the oldest first, a batch at a time, for a file. */
export async function* allCreditEntries(scope: Scope<"payments.read">, request: CreditList, batch = 2_000) {
  let after: Cursor | null = null;
  do {
    const { rows, next } = await listCreditEntries(scope, {
      ...request,
      ...{ descending: false, after, before: null, limit: batch },
    });
    yield rows;
    const last = rows.at(-1);
    after = next && last ? { value: last.sortKey, id: last.id } : null;
  } while (after);
}

export type ListedCreditEntry = Awaited<ReturnType<typeof listCreditEntries>>["rows"][number];

/** For the picker: whoever ever had credit, archived or not. */
export function listCreditClients(scope: Scope<"payments.read">) {
  return scope.read((db) =>
    db
      .select({ id: clients.id, name: clients.name })
      .from(clients)
      .where(
        and(
          owned(scope, clients),
          sql`exists (select from ${creditEntries} where ${creditEntries.companyId} = ${clients.companyId} and ${creditEntries.clientId} = ${clients.id})`,
        ),
      )
      .orderBy(asc(sql`lower(${clients.name})`))
      .limit(500),
  );
}

/** What the firm owes all its clients together, and how many of them. */
export async function totalCredit(scope: Scope<"payments.read">) {
  const balances = sql`select sum(${creditEntries.amountCents}) as balance from ${creditEntries}
    where ${owned(scope, creditEntries)} group by ${creditEntries.clientId}`;
  const { rows } = await scope.read((db) =>
    db.execute<{ credit: string; clients: string }>(
      sql`select coalesce(sum(balance), 0) as credit, count(*) filter (where balance > 0) as clients from (${balances}) held`,
    ),
  );
  return { creditCents: cents(Number(rows[0]?.credit ?? 0)), clients: Number(rows[0]?.clients ?? 0) };
}

function rowsOf(db: Reader, where: SQL | undefined, isOneClients: boolean) {
  return db
    .select({
      id: creditEntries.id,
      sortKey: creditEntries.enteredOn,
      clientId: creditEntries.clientId,
      clientName: clients.name,
      source,
      documentId: sql<string>`coalesce(${creditEntries.paymentId}, ${creditEntries.creditNoteId}, ${creditEntries.settlementId})`,
      documentNumber: sql<string>`coalesce(${payments.number}, ${creditNotes.number}, '')`,
      amountCents: creditEntries.amountCents,
      enteredOn: creditEntries.enteredOn,
      reason: creditEntries.reason,
      balanceCents: isOneClients ? running : sql<number | null>`null::bigint`,
    })
    .from(creditEntries)
    .innerJoin(clients, and(eq(clients.companyId, creditEntries.companyId), eq(clients.id, creditEntries.clientId)))
    .leftJoin(payments, and(eq(payments.companyId, creditEntries.companyId), eq(payments.id, creditEntries.paymentId)))
    .leftJoin(
      creditNotes,
      and(eq(creditNotes.companyId, creditEntries.companyId), eq(creditNotes.id, creditEntries.creditNoteId)),
    )
    .leftJoin(
      settlements,
      and(eq(settlements.companyId, creditEntries.companyId), eq(settlements.id, creditEntries.settlementId)),
    )
    .where(where);
}

/** The sum of the client's rows up to this one, in the order of the days; index credit_entries_client_idx. */
const running = sql<number | null>`(select sum(e.amount_cents) from ${creditEntries} e
  where e.company_id = ${creditEntries.companyId} and e.client_id = ${creditEntries.clientId}
    and (e.entered_on, e.id) <= (${creditEntries.enteredOn}, ${creditEntries.id}))`.mapWith(Number);

const joined = sql`${creditEntries} join ${clients} on ${clients.companyId} = ${creditEntries.companyId} and ${clients.id} = ${creditEntries.clientId}
  left join ${settlements} on ${settlements.companyId} = ${creditEntries.companyId} and ${settlements.id} = ${creditEntries.settlementId}`;

function matching({ search, filters }: CreditList): SQL | undefined {
  const text = containing(search);
  const amount = parseMoney(search);
  const kind = Object.keys(allocationLabels).find((known) => known === filters.kind);
  return and(
    search
      ? or(
          ilike(clients.name, text),
          ilike(creditEntries.reason, text),
          amount.ok ? sql`abs(${creditEntries.amountCents}) = ${Math.abs(amount.value)}` : undefined,
        )
      : undefined,
    kind ? sql`${source} = ${kind}` : undefined,
    isId("client", filters.client) ? eq(creditEntries.clientId, filters.client as ClientId) : undefined,
    filters.from && isPlainDate(filters.from) ? gte(creditEntries.enteredOn, filters.from) : undefined,
    filters.to && isPlainDate(filters.to) ? lte(creditEntries.enteredOn, filters.to) : undefined,
  );
}

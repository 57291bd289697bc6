import { and, asc, desc, eq, getTableColumns, gte, ilike, inArray, lte, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import {
  accountingPeriods,
  accounts,
  bills,
  clients,
  invoices,
  journalEntries,
  journalLines,
  members,
  projects,
} from "@/db/schema";
import { boundedCount, containing, keysetPage, type Order } from "@/lib/access/keyset";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { isPlainDate } from "@/lib/kernel/dates";
import { parseMoney } from "@/lib/kernel/decimal-text";
import { type AccountId, isId, type JournalEntryId, type PeriodId } from "@/lib/kernel/ids";
import type { ListRequest } from "@/lib/kernel/listing";
import { Refusal } from "@/lib/kernel/refusal";
import { accountTypes, controlRoles } from "./account";
import { balanceAsOf } from "./balances";
import { type SourceType, sourceTypes } from "./posting";

export const entrySorts = ["date", "number"] as const;
export const entryFilters = ["source", "account", "period", "from", "to"] as const;

type EntryList = ListRequest<(typeof entrySorts)[number], (typeof entryFilters)[number]>;

const entryOrders: Record<EntryList["sort"], Order> = {
  date: { by: journalEntries.entryOn, id: journalEntries.id, type: "date" },
  number: { by: journalEntries.number, id: journalEntries.id, type: "bigint" },
};

/** The chart by code, each account with its balance to this day, debit positive. */
export function listAccounts(
  scope: Scope<"accounting.read">,
  filters: { search?: string; type?: string; status?: string },
) {
  const text = containing(filters.search ?? "");
  const type = accountTypes.find((known) => known === filters.type);
  return scope.read((db) =>
    db
      .select({
        id: accounts.id,
        code: accounts.code,
        name: accounts.name,
        type: accounts.type,
        role: accounts.role,
        isActive: accounts.isActive,
        isBank: accounts.isBank,
        revision: accounts.revision,
        balanceCents: sql`${balanceAsOf(scope.today)}`.mapWith(Number),
      })
      .from(accounts)
      .where(
        and(
          owned(scope, accounts),
          filters.search ? or(ilike(accounts.code, text), ilike(accounts.name, text)) : undefined,
          type ? eq(accounts.type, type) : undefined,
          filters.status === "inactive" ? eq(accounts.isActive, false) : undefined,
          filters.status === "active" ? eq(accounts.isActive, true) : undefined,
        ),
      )
      .orderBy(asc(accounts.code)),
  );
}

/** Refuses `not_found`. An account with postings keeps its type. */
export async function getAccount(scope: Scope<"accounting.read">, accountId: AccountId) {
  const posted = sql`exists (select 1 from ${journalLines}
    where ${owned(scope, journalLines)} and ${journalLines.accountId} = ${accountId})`;
  const [account] = await scope.read((db) =>
    db
      .select({
        ...getTableColumns(accounts),
        hasPostings: posted.mapWith(Boolean),
        balanceCents: sql`${balanceAsOf(scope.today)}`.mapWith(Number),
      })
      .from(accounts)
      .where(and(owned(scope, accounts), eq(accounts.id, accountId))),
  );
  if (!account) throw new Refusal("not_found");
  return account;
}

/** Accounts that take a posting by hand. */
export async function listPostableAccounts(scope: Scope<"accounting.read">) {
  const all = await listAccounts(scope, { status: "active" });
  return all.filter((account) => !account.role || !controlRoles.includes(account.role));
}

export function listEntries(scope: Scope<"accounting.read">, request: EntryList) {
  const order = entryOrders[request.sort];
  return scope.read(async (db) => {
    const where = and(owned(scope, journalEntries), matching(request));
    const page = await keysetPage(request, order, where, ({ where: slice, orderBy, limit }) =>
      db
        .select({
          id: journalEntries.id,
          sortKey: sql<string>`${order.by}`,
          number: journalEntries.number,
          entryOn: journalEntries.entryOn,
          memo: journalEntries.memo,
          sourceType: journalEntries.sourceType,
          sourceId: journalEntries.sourceId,
          totalCents: journalEntries.totalCents,
        })
        .from(journalEntries)
        .where(slice)
        .orderBy(...orderBy)
        .limit(limit),
    );
    return { ...page, total: await boundedCount(db, sql`${journalEntries} where ${where}`) };
  });
}

/** The entry with its lines and, where it was reversed, by which. Refuses `not_found`. */
export function getEntry(scope: Scope<"accounting.read">, entryId: JournalEntryId) {
  return scope.read(async (db) => {
    const [entry] = await db
      .select({ entry: journalEntries, createdByName: members.displayName })
      .from(journalEntries)
      .leftJoin(members, and(eq(members.companyId, journalEntries.companyId), eq(members.id, journalEntries.createdBy)))
      .where(and(owned(scope, journalEntries), eq(journalEntries.id, entryId)));
    if (!entry) throw new Refusal("not_found");
    const lines = await db
      .select({
        lineNo: journalLines.lineNo,
        accountId: journalLines.accountId,
        code: accounts.code,
        name: accounts.name,
        amountCents: journalLines.amountCents,
        memo: journalLines.memo,
        clientId: journalLines.clientId,
        clientName: clients.name,
        projectId: journalLines.projectId,
        projectName: projects.name,
        invoiceId: journalLines.invoiceId,
        invoiceNumber: invoices.number,
        billId: journalLines.billId,
        billNumber: bills.number,
      })
      .from(journalLines)
      .innerJoin(accounts, and(eq(accounts.companyId, journalLines.companyId), eq(accounts.id, journalLines.accountId)))
      .leftJoin(clients, and(eq(clients.companyId, journalLines.companyId), eq(clients.id, journalLines.clientId)))
      .leftJoin(projects, and(eq(projects.companyId, journalLines.companyId), eq(projects.id, journalLines.projectId)))
      .leftJoin(invoices, and(eq(invoices.companyId, journalLines.companyId), eq(invoices.id, journalLines.invoiceId)))
      .leftJoin(bills, and(eq(bills.companyId, journalLines.companyId), eq(bills.id, journalLines.billId)))
      .where(and(owned(scope, journalLines), eq(journalLines.entryId, entryId)))
      .orderBy(asc(journalLines.lineNo));
    const related = [entry.entry.reversesEntryId].flatMap((id) => id ?? []);
    const others = await db
      .select({
        id: journalEntries.id,
        number: journalEntries.number,
        reversesEntryId: journalEntries.reversesEntryId,
      })
      .from(journalEntries)
      .where(
        and(
          owned(scope, journalEntries),
          or(
            eq(journalEntries.reversesEntryId, entryId),
            related.length > 0 ? inArray(journalEntries.id, related) : undefined,
          ),
        ),
      );
    return {
      ...entry,
      lines,
      reversedBy: others.find((other) => other.reversesEntryId === entryId) ?? null,
      reverses: others.find((other) => other.id === entry.entry.reversesEntryId) ?? null,
    };
  });
}

/** The entries that a document made: its own, and the reversal once it was voided. */
export function listEntriesOfSource(
  scope: Scope<"accounting.read">,
  source: { sourceTypes: SourceType[]; sourceId: string },
) {
  return scope.read((db) =>
    db
      .select({
        id: journalEntries.id,
        number: journalEntries.number,
        entryOn: journalEntries.entryOn,
        memo: journalEntries.memo,
        sourceType: journalEntries.sourceType,
        totalCents: journalEntries.totalCents,
      })
      .from(journalEntries)
      .where(
        and(
          owned(scope, journalEntries),
          inArray(journalEntries.sourceType, source.sourceTypes),
          eq(journalEntries.sourceId, source.sourceId),
        ),
      )
      .orderBy(asc(journalEntries.number)),
  );
}

/** Newest first, with who closed and reopened. */
export function listPeriods(scope: Scope<"periods.read">) {
  const closer = alias(members, "closer");
  const reopener = alias(members, "reopener");
  return scope.read((db) =>
    db
      .select({
        period: accountingPeriods,
        closedByName: closer.displayName,
        reopenedByName: reopener.displayName,
      })
      .from(accountingPeriods)
      .leftJoin(
        closer,
        and(eq(closer.companyId, accountingPeriods.companyId), eq(closer.id, accountingPeriods.closedBy)),
      )
      .leftJoin(
        reopener,
        and(eq(reopener.companyId, accountingPeriods.companyId), eq(reopener.id, accountingPeriods.reopenedBy)),
      )
      .where(owned(scope, accountingPeriods))
      .orderBy(desc(accountingPeriods.startsOn)),
  );
}

/** Refuses `not_found`. */
export async function getPeriod(scope: Scope<"periods.read">, periodId: PeriodId) {
  const all = await listPeriods(scope);
  const found = all.find(({ period }) => period.id === periodId);
  if (!found) throw new Refusal("not_found");
  return found;
}

function matching({ search, filters }: EntryList): SQL | undefined {
  const amount = parseMoney(search);
  const source = sourceTypes.find((known) => known === filters.source);
  return and(
    search
      ? or(
          ilike(journalEntries.memo, containing(search)),
          /^\d{1,15}$/.test(search) ? eq(journalEntries.number, Number(search)) : undefined,
          amount.ok ? eq(journalEntries.totalCents, amount.value) : undefined,
        )
      : undefined,
    source ? eq(journalEntries.sourceType, source) : undefined,
    isId("account", filters.account) ? touching(filters.account) : undefined,
    filters.period === "none" ? outsidePeriods : undefined,
    filters.from && isPlainDate(filters.from) ? gte(journalEntries.entryOn, filters.from) : undefined,
    filters.to && isPlainDate(filters.to) ? lte(journalEntries.entryOn, filters.to) : undefined,
  );
}

function touching(accountId: AccountId): SQL {
  return sql`exists (select 1 from ${journalLines} l where l.company_id = ${journalEntries.companyId}
    and l.entry_id = ${journalEntries.id} and l.account_id = ${accountId})`;
}

/** On days that no period covers: they stay open, whatever is closed. */
const outsidePeriods = sql`not exists (select 1 from ${accountingPeriods} p
  where p.company_id = ${journalEntries.companyId} and ${journalEntries.entryOn} between p.starts_on and p.ends_on)`;

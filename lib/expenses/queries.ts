import { and, eq, gte, ilike, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { clients, expenseCategories, expenses, invoiceLines, members, projects, vendors } from "@/db/schema";
import { boundedCount, containing, keysetPage, type Order } from "@/lib/access/keyset";
import { owned } from "@/lib/access/owned";
import type { Scope } from "@/lib/access/scope";
import { isPlainDate } from "@/lib/kernel/dates";
import { parseMoney } from "@/lib/kernel/decimal-text";
import { type ExpenseId, isId, type ProjectId } from "@/lib/kernel/ids";
import type { ListRequest } from "@/lib/kernel/listing";
import { cents } from "@/lib/kernel/money";
import { Refusal } from "@/lib/kernel/refusal";
import { labelColumn } from "@/lib/projects/visible";
import { expenseStatuses } from "./expense";

export const expenseSorts = ["day", "amount"] as const;
export const expenseFilters = ["status", "category", "member", "project", "client", "from", "to"] as const;

type ExpenseList = ListRequest<(typeof expenseSorts)[number], (typeof expenseFilters)[number]>;

const orders: Record<ExpenseList["sort"], Order> = {
  day: { by: expenses.spentOn, id: expenses.id, type: "date" },
  amount: { by: expenses.amountCents, id: expenses.id, type: "bigint" },
};

const ofMember = and(eq(members.companyId, expenses.companyId), eq(members.id, expenses.memberId));
const ofCategory = and(
  eq(expenseCategories.companyId, expenses.companyId),
  eq(expenseCategories.id, expenses.categoryId),
);
const ofProject = and(eq(projects.companyId, expenses.companyId), eq(projects.id, expenses.projectId));

/** Staff see their own. `status` also takes `owed`: approved, and still to be reimbursed. */
export function listExpenses(scope: Scope<"expenses.read">, request: ExpenseList) {
  const order = orders[request.sort];
  return scope.read(async (db) => {
    const where = and(visible(scope), matching(request));
    const page = await keysetPage(request, order, where, ({ where: slice, orderBy, limit }) =>
      db
        .select({
          id: expenses.id,
          sortKey: sql<string>`${order.by}`,
          number: expenses.number,
          status: expenses.status,
          spentOn: expenses.spentOn,
          merchant: expenses.merchant,
          description: expenses.description,
          memberId: expenses.memberId,
          createdBy: expenses.createdBy,
          memberName: members.displayName,
          categoryName: expenseCategories.name,
          projectLabel: labelColumn,
          amountCents: expenses.amountCents,
          isBillable: expenses.isBillable,
          isOwn: sql<boolean>`${expenses.paidFromAccountId} is null`,
          isBilled: sql<boolean>`${expenses.invoiceLineId} is not null`,
          returnedReason: expenses.returnedReason,
        })
        .from(expenses)
        .innerJoin(members, ofMember)
        .innerJoin(expenseCategories, ofCategory)
        .leftJoin(projects, ofProject)
        .where(slice)
        .orderBy(...orderBy)
        .limit(limit),
    );
    return { ...page, total: await boundedCount(db, sql`${expenses} where ${where}`) };
  });
}

/** The expense with all that its page says. Refuses `not_found`, also for somebody else's where staff look. */
export async function getExpense(scope: Scope<"expenses.read">, expenseId: ExpenseId) {
  const account = (column: SQL) => sql<string | null>`(select a.code || ' ' || a.name from accounts a
    where a.company_id = ${expenses.companyId} and a.id = ${column})`;
  const [expense] = await scope.read((db) =>
    db
      .select({
        expense: expenses,
        memberName: members.displayName,
        categoryName: expenseCategories.name,
        vendorName: vendors.name,
        clientName: clients.name,
        projectLabel: labelColumn,
        account: account(sql`${expenses.accountId}`),
        paidFrom: account(sql`${expenses.paidFromAccountId}`),
        reimbursedFrom: account(sql`${expenses.reimbursedFromAccountId}`),
        invoiceId: invoiceLines.invoiceId,
      })
      .from(expenses)
      .innerJoin(members, ofMember)
      .innerJoin(expenseCategories, ofCategory)
      .leftJoin(projects, ofProject)
      .leftJoin(vendors, and(eq(vendors.companyId, expenses.companyId), eq(vendors.id, expenses.vendorId)))
      .leftJoin(clients, and(eq(clients.companyId, expenses.companyId), eq(clients.id, expenses.clientId)))
      .leftJoin(
        invoiceLines,
        and(eq(invoiceLines.companyId, expenses.companyId), eq(invoiceLines.id, expenses.invoiceLineId)),
      )
      .where(and(visible(scope), eq(expenses.id, expenseId))),
  );
  if (!expense) throw new Refusal("not_found");
  return expense;
}

/** What was spent on a project and stands, from expenses alone. */
export async function sumProjectExpenses(scope: Scope<"expenses.read">, projectId: ProjectId) {
  const [row] = await scope.read((db) =>
    db
      .select({
        spent: sql<string>`coalesce(sum(${expenses.amountCents}), 0)`,
      })
      .from(expenses)
      .where(
        and(visible(scope), eq(expenses.projectId, projectId), inArray(expenses.status, ["approved", "reimbursed"])),
      ),
  );
  return { spentCents: cents(Number(row?.spent ?? 0)) };
}

function visible(scope: Scope): SQL | undefined {
  return and(
    owned(scope, expenses),
    scope.member.role === "staff" ? eq(expenses.memberId, scope.member.id) : undefined,
  );
}

function matching({ search, filters }: ExpenseList): SQL | undefined {
  const text = containing(search);
  const amount = parseMoney(search);
  const status = expenseStatuses.find((known) => known === filters.status);
  return and(
    search
      ? or(
          ilike(expenses.number, text),
          ilike(expenses.merchant, text),
          ilike(expenses.description, text),
          amount.ok ? eq(expenses.amountCents, amount.value) : undefined,
        )
      : undefined,
    status ? eq(expenses.status, status) : undefined,
    filters.status === "open" ? inArray(expenses.status, ["draft", "submitted"]) : undefined,
    filters.status === "owed" ? and(eq(expenses.status, "approved"), isNull(expenses.paidFromAccountId)) : undefined,
    isId("expenseCategory", filters.category) ? eq(expenses.categoryId, filters.category) : undefined,
    isId("member", filters.member) ? eq(expenses.memberId, filters.member) : undefined,
    isId("project", filters.project) ? eq(expenses.projectId, filters.project) : undefined,
    isId("client", filters.client) ? eq(expenses.clientId, filters.client) : undefined,
    filters.from && isPlainDate(filters.from) ? gte(expenses.spentOn, filters.from) : undefined,
    filters.to && isPlainDate(filters.to) ? lte(expenses.spentOn, filters.to) : undefined,
  );
}

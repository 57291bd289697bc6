import { and, eq, inArray } from "drizzle-orm";
import { violatedConstraint } from "@/db/refusals";
import { accounts, billLines, bills } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { changesOf } from "@/lib/events/changes";
import { record } from "@/lib/events/record";
import { type BillId, newId, type ProjectId } from "@/lib/kernel/ids";
import { maxCents } from "@/lib/kernel/money";
import { Refusal, refuseField } from "@/lib/kernel/refusal";
import { requireProject } from "@/lib/projects/require-project";
import { billTotals, isTooLarge } from "./bill";
import type { BillInput, EditBillInput, NewBillInput } from "./bill-inputs";
import { lockDraftBill } from "./lock-bill";
import { requireActiveVendor } from "./lock-vendor";

/** A draft: no number, nothing in the journal, open to change. */
export async function draftBill(work: Work<"bills.write">, input: NewBillInput) {
  const { lines, tax, ...head } = input;
  await requireActiveVendor(work, input.vendorId);
  const { totals, rows } = await linesOf(work, lines, tax);
  const id = newId("bill");
  await work.db
    .insert(bills)
    .values({ companyId: work.company.id, id, ...head, ...totals, createdBy: work.member.id })
    .catch(refuseTakenNumber);
  await writeLines(work, id, rows);
  record(work, "bill.drafted", id, {
    summary: "Bill was drafted",
    facts: { totalCents: totals.totalCents, lines: rows.length },
  });
  return { billId: id };
}

/** Saves a draft. Refuses `stale` when another tab saved first. */
export async function updateBill(work: Work<"bills.write">, input: EditBillInput) {
  const { billId, revision, lines, tax, ...head } = input;
  const { bill: before } = await lockDraftBill(work, billId, revision);
  if (head.vendorId !== before.vendorId) await requireActiveVendor(work, head.vendorId);
  const { totals, rows } = await linesOf(work, lines, tax);
  await work.db.delete(billLines).where(and(owned(work, billLines), eq(billLines.billId, billId)));
  await writeLines(work, billId, rows);
  const after = { ...head, ...totals };
  await work.db
    .update(bills)
    .set({ ...after, revision: revision + 1 })
    .where(and(owned(work, bills), eq(bills.id, billId)))
    .catch(refuseTakenNumber);
  record(work, "bill.updated", billId, { summary: "Bill draft was changed", facts: changesOf(before, after) });
  return { billId };
}

/** Throws a draft away. What was posted is voided, never deleted. */
export async function deleteBill(work: Work<"bills.write">, { billId, revision }: BillInput) {
  const { bill } = await lockDraftBill(work, billId, revision);
  await work.db.delete(billLines).where(and(owned(work, billLines), eq(billLines.billId, billId)));
  await work.db.delete(bills).where(and(owned(work, bills), eq(bills.id, billId)));
  record(work, "bill.deleted", billId, {
    summary: "Draft bill was deleted",
    facts: { totalCents: bill.totalCents, vendorNumber: bill.vendorNumber },
  });
}

async function linesOf(work: Work, lines: NewBillInput["lines"], tax: NewBillInput["tax"]) {
  const amounts = lines.map((line) => ({ quantity: line.quantity, unitPriceCents: line.unitPrice }));
  if (amounts.some(isTooLarge)) throw new Refusal("amount_too_large");
  // a draft without lines has no tax yet: there is nothing that it would be part of
  if (lines.length === 0 && tax > 0) throw refuseField("tax", "bill_no_lines");
  const { lines: parts, ...totals } = billTotals(amounts, tax);
  if (totals.totalCents > maxCents) throw new Refusal("amount_too_large");
  await requireExpenseAccounts(work, lines);
  const clientOf = await clientsOf(work, lines);
  const rows = lines.map((line, position) => ({
    position: position + 1,
    description: line.description,
    quantity: line.quantity,
    unitPriceCents: line.unitPrice,
    accountId: line.accountId,
    projectId: line.projectId,
    clientId: line.projectId ? (clientOf.get(line.projectId) ?? null) : null,
    ...(parts[position] as (typeof parts)[number]),
  }));
  return { totals, rows };
}

async function writeLines(work: Work, billId: BillId, rows: Awaited<ReturnType<typeof linesOf>>["rows"]) {
  if (rows.length === 0) return;
  const companyId = work.company.id;
  await work.db.insert(billLines).values(rows.map((row) => ({ companyId, id: newId("billLine"), billId, ...row })));
}

async function requireExpenseAccounts(work: Work, lines: NewBillInput["lines"]): Promise<void> {
  if (lines.length === 0) return;
  const wanted = [...new Set(lines.map((line) => line.accountId))];
  const found = await work.db
    .select()
    .from(accounts)
    .where(and(owned(work, accounts), inArray(accounts.id, wanted)));
  for (const [index, line] of lines.entries()) {
    const account = found.find(({ id }) => id === line.accountId);
    if (!account) throw new Refusal("not_found");
    if (account.type !== "expense" || !account.isActive) {
      throw refuseField(`lines.${index}.accountId`, "account_not_expense");
    }
  }
}

async function clientsOf(work: Work, lines: NewBillInput["lines"]) {
  const wanted = [...new Set(lines.flatMap((line) => line.projectId ?? []))] as ProjectId[];
  const found = [];
  for (const id of wanted) found.push(await requireProject(work, id));
  return new Map(found.map((project) => [project.id, project.clientId]));
}

function refuseTakenNumber(error: unknown): never {
  if (violatedConstraint(error) === "bills_vendor_number_key") throw refuseField("vendorNumber", "bill_number_taken");
  throw error;
}

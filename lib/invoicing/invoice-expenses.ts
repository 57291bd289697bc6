import type { Work } from "@/lib/access/scope";
import { attachExpenses, lockUnbilledExpenses } from "@/lib/expenses/bill-expenses";
import { chargeOf } from "@/lib/expenses/expense";
import { addDays, formatDay } from "@/lib/kernel/dates";
import type { InvoiceLineId } from "@/lib/kernel/ids";
import type { Quantity } from "@/lib/kernel/money";
import { Refusal } from "@/lib/kernel/refusal";
import { draftInvoice } from "./draft-invoice";
import type { InvoiceExpensesInput } from "./inputs";
import { maxLines, noDiscount } from "./invoice";

/**
 * A draft from chosen approved expenses, a line for each: the amount and its markup. They are locked and tied to their
 * lines, so nobody charges them twice; deleting the line, the draft, or voiding the invoice gives them back. The invoice
 * names a project when all of them are of one.
 */
export async function invoiceExpenses(work: Work<"invoices.write">, input: InvoiceExpensesInput) {
  if (input.expenseIds.length > maxLines) {
    throw new Refusal("invoice_too_long", { lines: input.expenseIds.length, most: maxLines });
  }
  const locked = await lockUnbilledExpenses(work, input.expenseIds, input.clientId);
  const chosen = locked.toSorted((a, b) => (a.spentOn < b.spentOn ? -1 : Number(a.spentOn > b.spentOn)));
  const [only = null, ...others] = new Set(chosen.map((expense) => expense.projectId));
  const { invoiceId, lineIds } = await draftInvoice(work, {
    kind: "standard",
    useProjectNumbers: false,
    clientId: input.clientId,
    projectId: others.length > 0 ? null : only,
    issuedOn: work.today,
    dueOn: addDays(work.today, work.company.defaultDueDays),
    reference: "",
    notes: "",
    taxPercent: work.company.defaultTaxPpm,
    discount: noDiscount,
    lines: chosen.map((expense) => ({
      lineId: null,
      itemId: null,
      description: [formatDay(expense.spentOn), expense.merchant, expense.description].filter(Boolean).join(" · "),
      quantity: 10_000 as Quantity,
      unitPrice: chargeOf(expense),
      discount: noDiscount,
      isTaxable: input.isTaxable,
      tax: null,
    })),
  });
  await attachExpenses(
    work,
    chosen.map(({ id }, i) => ({ expenseId: id, invoiceLineId: lineIds[i] as InvoiceLineId })),
  );
  return { invoiceId };
}

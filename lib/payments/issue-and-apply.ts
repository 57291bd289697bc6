import type { Work } from "@/lib/access/scope";
import type { IssueInvoiceInput } from "@/lib/invoicing/inputs";
import { issueInvoice } from "@/lib/invoicing/issue-invoice";
import { applyEstimateDeposits, lockWithDeposits } from "./apply-estimate-deposits";
import { applyByRule, heldForRule } from "./auto-apply";

/**
 * Issues a draft, puts the paid deposit of the estimate that it bills on it, and lets credit of the client pay the rest
 * where the company's rule says so. Refuses as `issueInvoice` does.
 */
export async function issueAndApply(work: Work<"invoices.issue">, input: IssueInvoiceInput) {
  const { draft, deposits } = await lockWithDeposits(work, input.invoiceId);
  const held = await heldForRule(work, draft.clientId);
  const issued = await issueInvoice(work, input);
  const invoice = { ...draft, number: issued.number, sequence: issued.sequence };
  await applyEstimateDeposits(work, invoice, deposits);
  await applyByRule(work, draft.clientId, [...held, invoice]);
  return issued;
}

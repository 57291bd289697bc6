import { and, eq } from "drizzle-orm";
import { invoices } from "@/db/schema";
import { owned } from "@/lib/access/owned";
import type { Work } from "@/lib/access/scope";
import { nextNumber, nextSequence } from "@/lib/companies/numbers";
import { record } from "@/lib/events/record";
import { formatDay } from "@/lib/kernel/dates";
import type { ProjectId } from "@/lib/kernel/ids";
import { Refusal } from "@/lib/kernel/refusal";
import { together } from "@/lib/kernel/together";
import { post } from "@/lib/ledger/post";
import { nextProjectNumber } from "@/lib/projects/project-numbers";
import { partiesNow } from "./document-parties";
import type { IssueInvoiceInput } from "./inputs";
import { lockDraft } from "./lock-invoice";
import { invoicePosting } from "./posting";

/**
 * Turns a draft into a receivable: numbered, posted to the journal on its invoice date, and from then on unchangeable,
 * the parties as they are now included. The number is taken last and without a gap. Refuses a draft without lines or of $0.00, a day to come (it could be
 * neither paid nor voided until then), and a closed period.
 */
export async function issueInvoice(work: Work<"invoices.issue">, { invoiceId, revision }: IssueInvoiceInput) {
  const { invoice: draft, lineIds } = await lockDraft(work, invoiceId, revision);
  if (lineIds.length === 0) throw new Refusal("invoice_no_lines");
  if (draft.totalCents === 0) throw new Refusal("invoice_zero");
  if (draft.issuedOn > work.today) throw new Refusal("invoice_ahead", { day: formatDay(draft.issuedOn) });

  const { number, sequence } = await numberOf(work, draft);
  const issued = { status: "issued" as const, number, sequence, issuedAt: work.now, issuedBy: work.member.id };
  work.leave(
    () =>
      work.db
        .update(invoices)
        .set({ ...issued, ...partiesNow(work, draft.clientId), revision: draft.revision + 1 })
        .where(and(owned(work, invoices), eq(invoices.id, invoiceId))),
    () => post(work, invoicePosting({ ...draft, number })),
  );
  record(work, "invoice.issued", invoiceId, {
    summary: `Invoice ${number} was issued`,
    facts: { number, totalCents: draft.totalCents, issuedOn: draft.issuedOn, dueOn: draft.dueOn },
    clientId: draft.clientId,
    projectId: draft.projectId,
    invoiceId,
  });
  return { invoiceId, number, sequence };
}

/** By the company's series, or by the project's; the sequence counts all of them. */
async function numberOf(work: Work, draft: { projectId: ProjectId | null; useProjectNumbers: boolean }) {
  const { projectId, useProjectNumbers } = draft;
  if (!useProjectNumbers || !projectId) return nextNumber(work, "invoice");
  const [sequence, number] = await together(
    () => nextSequence(work, "invoice"),
    () => nextProjectNumber(work, projectId),
  );
  return { sequence, number };
}

import { invoices } from "@/db/schema";
import type { Work } from "@/lib/access/scope";
import { requireActiveClient } from "@/lib/clients/lock-client";
import { record } from "@/lib/events/record";
import type { PlainDate } from "@/lib/kernel/dates";
import {
  type ClientId,
  type EstimateId,
  type InvoiceId,
  newId,
  type ProjectId,
  type RecurringPlanId,
} from "@/lib/kernel/ids";
import { refuseField } from "@/lib/kernel/refusal";
import { together } from "@/lib/kernel/together";
import { requireProject } from "@/lib/projects/require-project";
import { amountsOf, amountsRow, type DraftLine, refuseTaxOn, replaceLines, withIds } from "./draft-lines";
import type { NewInvoiceInput } from "./inputs";

/** The day of a recurring plan for which an invoice is made. */
export type Occurrence = { recurringPlanId: RecurringPlanId; occurrenceOn: PlainDate };

/**
 * A draft: no number, nothing in the journal, open to change. Refuses another client's project. What is accepted is
 * billed by the commands that hold it, which name it.
 */
export async function draftInvoice(
  work: Work<"invoices.write">,
  input: NewInvoiceInput,
  made: { invoiceId?: InvoiceId; occurrence?: Occurrence; estimateId?: EstimateId } = {},
) {
  const { lines: asked, taxPercent, discount, ...head } = input;
  await together(
    () => requireActiveClient(work, input.clientId),
    () => requireProjectOf(work, input.projectId, input.clientId),
  );
  requireProjectNumbers(input);

  const id = made.invoiceId ?? newId("invoice");
  const lines: DraftLine[] = withIds(asked, new Set());
  const totals = amountsOf(lines, taxPercent, discount);
  refuseTaxOn(head.kind, totals);
  const { totalCents } = totals;
  const drafted = {
    ...head,
    ...made.occurrence,
    ...(made.estimateId && { estimateId: made.estimateId }),
    ...amountsRow(totals, taxPercent, discount),
    createdBy: work.member.id,
  };
  await together(
    () => work.db.insert(invoices).values({ companyId: work.company.id, id, ...drafted }),
    () => replaceLines(work, id, lines, totals, new Set()),
  );
  record(work, "invoice.drafted", id, {
    summary: "Invoice was drafted",
    facts: { totalCents, lines: lines.length },
    clientId: input.clientId,
    projectId: input.projectId,
    invoiceId: id,
  });
  return { invoiceId: id, lineIds: lines.map((line) => line.id) };
}

export async function requireProjectOf(work: Work, projectId: ProjectId | null, clientId: ClientId): Promise<void> {
  if (!projectId) return;
  const project = await requireProject(work, projectId);
  if (project.clientId !== clientId) throw refuseField("projectId", "project_other_client");
}

/** Only where there is a project can its numbers be used. */
export function requireProjectNumbers(input: { projectId: ProjectId | null; useProjectNumbers: boolean }): void {
  if (input.useProjectNumbers && !input.projectId) throw refuseField("projectId", "project_numbers_alone");
}

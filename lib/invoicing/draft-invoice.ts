import { invoices } from "@/db/schema";
import type { Work } from "@/lib/access/scope";
import { requireActiveClient } from "@/lib/clients/lock-client";
import { record } from "@/lib/events/record";
import { type ClientId, newId, type ProjectId } from "@/lib/kernel/ids";
import { refuseField } from "@/lib/kernel/refusal";
import { together } from "@/lib/kernel/together";
import { requireProject } from "@/lib/projects/require-project";
import { amountsOf, type DraftLine, replaceLines, withIds } from "./draft-lines";
import type { NewInvoiceInput } from "./inputs";

/** A draft: no number, nothing in the journal, open to change. Refuses another client's project. */
export async function draftInvoice(work: Work<"invoices.write">, input: NewInvoiceInput) {
  const { lines: asked, taxPercent, ...head } = input;
  await together(
    () => requireActiveClient(work, input.clientId),
    () => requireProjectOf(work, input.projectId, input.clientId),
  );

  const id = newId("invoice");
  const lines: DraftLine[] = withIds(asked, new Set());
  const totals = amountsOf(lines, taxPercent);
  const { subtotalCents, taxCents, totalCents } = totals;
  const drafted = { ...head, taxPpm: taxPercent, subtotalCents, taxCents, totalCents, createdBy: work.member.id };
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

import type { Scope } from "@/lib/access/scope";
import type { getInvoice } from "@/lib/invoicing/queries";
import { projectLabel } from "@/lib/projects/project";

type InvoiceRecord = Awaited<ReturnType<typeof getInvoice>>;

/** The project that an invoice names, as pickers and links want it. */
export function projectOf({ invoice, projectNumber, projectName }: InvoiceRecord) {
  if (!invoice.projectId || projectNumber === null || projectName === null) return null;
  const label = projectLabel({ number: projectNumber, name: projectName });
  return { id: invoice.projectId, label, clientId: invoice.clientId };
}

/** The recurring plan that made it, for whom plans are. */
export function planOf(scope: Scope, { invoice, planName }: InvoiceRecord) {
  if (!invoice.recurringPlanId || planName === null || !scope.can("recurring.read")) return null;
  return { id: invoice.recurringPlanId, name: planName };
}

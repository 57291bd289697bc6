import type { getInvoice } from "@/lib/invoicing/queries";
import { projectLabel } from "@/lib/projects/project";

/** The project that an invoice names, as pickers and links want it. */
export function projectOf({ invoice, projectNumber, projectName }: Awaited<ReturnType<typeof getInvoice>>) {
  if (!invoice.projectId || projectNumber === null || projectName === null) return null;
  const label = projectLabel({ number: projectNumber, name: projectName });
  return { id: invoice.projectId, label, clientId: invoice.clientId };
}

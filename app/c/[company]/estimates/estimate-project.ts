import type { getEstimate } from "@/lib/invoicing/estimate-queries";
import { projectLabel } from "@/lib/projects/project";

/** The project that an estimate names, as pickers and links want it. */
export function projectOf({ estimate, projectNumber, projectName }: Awaited<ReturnType<typeof getEstimate>>) {
  if (!estimate.projectId || projectNumber === null || projectName === null) return null;
  const label = projectLabel({ number: projectNumber, name: projectName });
  return { id: estimate.projectId, label, clientId: estimate.clientId };
}

import { z } from "zod";
import { repairKinds } from "./drift/finding";

export const approveRepairInput = z.object({
  kind: z.enum(repairKinds, { error: "Reload the page and try again." }),
  subjectId: z.string({ error: "Reload the page and try again." }).min(1, "Reload the page and try again.").max(100),
});

export type ApproveRepairInput = z.output<typeof approveRepairInput>;

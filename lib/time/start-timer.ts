import { violatedConstraint } from "@/db/refusals";
import { timers } from "@/db/schema";
import type { Work } from "@/lib/access/scope";
import { requireActiveService } from "@/lib/catalog/lock-item";
import { record } from "@/lib/events/record";
import { Refusal } from "@/lib/kernel/refusal";
import { projectLabel } from "@/lib/projects/project";
import { requireOpenProject } from "@/lib/projects/require-project";
import type { StartTimerInput } from "./inputs";

/** Refuses `timer_running` while another runs or is paused: nothing that was counted is ever thrown away unasked. */
export async function startTimer(work: Work<"timer.use">, input: StartTimerInput) {
  const project = await requireOpenProject(work, input.projectId);
  if (input.itemId) await requireActiveService(work, input.itemId);

  const memberId = work.member.id;
  await work.db
    .insert(timers)
    .values({ companyId: work.company.id, memberId, ...input, startedAt: work.now, resumedAt: work.now })
    .catch(refuseSecondTimer);
  record(work, "timer.started", memberId, { summary: `Timer on ${projectLabel(project)} was started` });
}

function refuseSecondTimer(error: unknown): never {
  if (violatedConstraint(error) === "timers_pkey") throw new Refusal("timer_running");
  throw error;
}

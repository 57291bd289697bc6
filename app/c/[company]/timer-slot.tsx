import { Timer } from "@/components/time/timer";
import type { Scope } from "@/lib/access/scope";
import { listItemChoices } from "@/lib/catalog/queries";
import { listProjectChoices } from "@/lib/projects/queries";
import { findTimer, listRecentWork } from "@/lib/time/timer-queries";
import { timerAction } from "./time/actions";
import { projectOption, serviceOption } from "./time/options";

/** How many projects come with every page; the rest are found by typing. */
const projectsAtOnce = 30;

type TimerScope = Scope<"timer.use" | "projects.read" | "catalog.read">;

/** The timer of the shell. While it runs there is nothing to choose, so nothing is read to choose from. */
export async function TimerSlot({ scope }: { scope: TimerScope }) {
  const timer = await findTimer(scope);
  const choices = timer ? nothing : await choicesOf(scope);
  return (
    <Timer
      companyId={scope.company.id}
      home={`/c/${scope.company.slug}`}
      action={timerAction}
      serverNow={scope.now.getTime()}
      timer={
        timer && {
          ...timer,
          startedAt: timer.startedAt.getTime(),
          resumedAt: timer.resumedAt?.getTime() ?? null,
        }
      }
      {...choices}
    />
  );
}

const nothing = { recent: [], projects: [], services: [] };

async function choicesOf(scope: TimerScope) {
  const [recent, projects, services] = await Promise.all([
    listRecentWork(scope),
    listProjectChoices(scope, "", projectsAtOnce),
    listItemChoices(scope, { kind: "service" }),
  ]);
  return { recent, projects: projects.map(projectOption), services: services.map(serviceOption) };
}

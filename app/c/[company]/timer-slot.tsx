import { Timer } from "@/components/time/timer";
import { enter } from "@/lib/doors/page";
import { findTimer } from "@/lib/time/timer-queries";
import { timerAction } from "./time/actions";

/** The timer of the shell. What it can be started on is read when somebody opens it, not with every page. */
export async function TimerSlot({ params }: { params: Promise<{ company: string }> }) {
  const scope = await enter(params, "timer.use");
  const timer = await findTimer(scope);
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
    />
  );
}

"use client";

import { Submit } from "@/components/form/submit";
import { buttonClass } from "@/components/ui/button-class";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { formatClock, longestTimerSeconds } from "@/lib/time/timer";
import type { Clock } from "./timer-clock";
import { type TimerControl, TimerForm, TimerRefusal } from "./timer-control";
import { TimerPanel } from "./timer-panel";

export type TimedWork = Clock & {
  startedAt: number;
  projectId: string;
  projectLabel: string;
  itemName: string | null;
  note: string;
};

const longSeconds = 10 * 60 * 60;

/** The clock in the bar with its stop, and behind it what is timed and what else can be done. */
export function RunningTimer({
  timer,
  seconds,
  home,
  control,
}: {
  timer: TimedWork;
  seconds: number;
  home: string;
  control: TimerControl;
}) {
  const isPaused = timer.resumedAt === null;
  return (
    <>
      <TimerPanel
        opensFor={control.refused}
        className={buttonClass("secondary", "md", "min-w-0 rounded-r-none border-r-0")}
        summary={
          <>
            <Icon name={isPaused ? "pause" : "timer"} className={cx("size-4", !isPaused && "text-success-fg")} />
            <VisuallyHidden>{`Timer ${isPaused ? "paused at" : "running,"}`}</VisuallyHidden>
            <span className="tabular-nums">{formatClock(seconds)}</span>
            <span className="max-w-56 truncate font-normal text-text-muted max-lg:hidden">{timer.projectLabel}</span>
          </>
        }
      >
        <TimerRefusal refusal={control.refused} />
        <TimedFacts timer={timer} home={home} />
        <LongRun seconds={seconds} />
        <div className="mt-4 flex flex-wrap items-start gap-2">
          <TimerForm control={control} intent={isPaused ? "resume" : "pause"}>
            <Submit variant="secondary" icon={isPaused ? "play" : "pause"} pendingText="…">
              {isPaused ? "Resume" : "Pause"}
            </Submit>
          </TimerForm>
          <Discard control={control} seconds={seconds} />
        </div>
      </TimerPanel>
      <TimerForm control={control} intent="stop">
        <Submit icon="square" pendingText="…" className="rounded-l-none">
          Stop
        </Submit>
      </TimerForm>
    </>
  );
}

function TimedFacts({ timer, home }: { timer: TimedWork; home: string }) {
  return (
    <>
      <p className="font-semibold break-words">
        <TextLink href={`${home}/projects/${timer.projectId}`}>{timer.projectLabel}</TextLink>
      </p>
      {timer.itemName ? <p className="text-text-muted">{timer.itemName}</p> : null}
      {timer.note ? <p className="mt-2 break-words whitespace-pre-line">{timer.note}</p> : null}
    </>
  );
}

function LongRun({ seconds }: { seconds: number }) {
  if (seconds < longSeconds) return null;
  return (
    <p className="mt-3 text-warning-fg">
      {seconds > longestTimerSeconds
        ? "This timer ran for more than 24 hours. Discard it, and enter the time by hand."
        : "Still working? The timer has run for more than 10 hours."}
    </p>
  );
}

/** Two steps, since what was counted does not come back. */
function Discard({ control, seconds }: { control: TimerControl; seconds: number }) {
  return (
    <details className="group/discard min-w-0 open:basis-full">
      <summary className={buttonClass("ghost", "md", "list-none group-open/discard:hidden")}>Discard…</summary>
      <p className="mb-2 text-text-muted">The {formatClock(seconds)} on the clock are thrown away.</p>
      <TimerForm control={control} intent="discard">
        <Submit variant="danger" icon="trash" pendingText="…">
          Discard timer
        </Submit>
      </TimerForm>
    </details>
  );
}

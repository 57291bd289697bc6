"use client";

import { useActionState, useState } from "react";
import { v4 } from "uuid";
import { isReturned } from "@/components/form/form-context";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { type FormAction, type FormState, idleForm } from "@/lib/kernel/form-state";
import { useElapsed, useTitleClock } from "./timer-clock";
import { IdleTimer } from "./timer-idle";
import { RunningTimer, type TimedWork } from "./timer-running";
import { useTimerTabs } from "./timer-tabs";

export type TimerProps = {
  companyId: string;
  /** The company's address, such as `/c/alder-4q7x`. */
  home: string;
  action: FormAction;
  timer: TimedWork | null;
  /** The server's clock when it drew this, in milliseconds. */
  serverNow: number;
};

/**
 * The timer of the top bar, the same on every page and in every tab. Start, pause, resume, stop and discard are one
 * form action; all but the start work without scripts, which add the moving clock, the tab's title, the word between
 * tabs, and what it can be started on.
 */
export function Timer(props: TimerProps) {
  const { companyId, timer } = props;
  const [state, submit, pending] = useActionState(props.action, idleForm);
  const [firstId] = useState(() => v4());
  const shown = timer ? `${timer.startedAt}/${timer.resumedAt}/${timer.accumulatedSeconds}` : "none";
  useTimerTabs(companyId, shown);
  const isCurrent = useSameSince(state, shown);
  const control = {
    submit,
    pending,
    companyId,
    requestId: state.nextRequestId ?? firstId,
    refused: isCurrent && isReturned(state) ? state : null,
  };
  const rounded = timer === null && state.status === "done" ? state.message : null;
  return (
    <div className="flex min-w-0 items-center">
      <VisuallyHidden>
        <span role="status">{sayingOf(timer, state.status === "done", rounded)}</span>
      </VisuallyHidden>
      {rounded ? (
        <span aria-hidden="true" className="mr-2 text-sm text-text-muted tabular-nums max-md:hidden">
          {rounded}
        </span>
      ) : null}
      {timer ? (
        <Running key={timer.startedAt} {...props} timer={timer} control={control} />
      ) : (
        <IdleTimer {...props} control={control} />
      )}
    </div>
  );
}

function Running({
  timer,
  serverNow,
  home,
  control,
}: TimerProps & { timer: TimedWork; control: Parameters<typeof RunningTimer>[0]["control"] }) {
  const seconds = useElapsed(timer, serverNow);
  useTitleClock(seconds);
  return <RunningTimer timer={timer} seconds={seconds} home={home} control={control} />;
}

/** A refusal is about the timer that it refused; it goes when another tab changes that one. */
function useSameSince(state: FormState, shown: string): boolean {
  const [since, setSince] = useState({ state, shown });
  if (since.state !== state) setSince({ state, shown });
  return since.shown === shown;
}

/** Said once when it changes, never every second. */
function sayingOf(timer: TimedWork | null, isDone: boolean, rounded: string | null): string {
  if (timer) return `Timer ${timer.resumedAt === null ? "paused" : "running"} on ${timer.projectLabel}`;
  return isDone ? `Timer ended${rounded ? `: ${rounded}` : ""}` : "";
}

"use client";

import { ComboboxField } from "@/components/form/combobox-field";
import { Form } from "@/components/form/form";
import { HiddenField } from "@/components/form/form-parts";
import { SelectField } from "@/components/form/select-field";
import { Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import type { FormAction } from "@/lib/kernel/form-state";
import { isolate } from "@/lib/kernel/isolate";
import { type RecentWork, type TimerChoices, useTimerChoices } from "./timer-choices";
import { type TimerControl, TimerForm, TimerRefusal } from "./timer-control";
import { TimerPanel } from "./timer-panel";

/** No timer: what was worked on last starts with one press, anything else is chosen below. */
export function IdleTimer({
  companyId,
  home,
  action,
  control,
}: {
  companyId: string;
  home: string;
  action: FormAction;
  control: TimerControl;
}) {
  const { choices, failed, ask, retry } = useTimerChoices(home);
  return (
    <TimerPanel
      opensFor={control.refused}
      className={buttonClass("secondary")}
      onNear={ask}
      summary={
        <>
          <Icon name="timer" />
          <span className="max-sm:reader-only">Start timer</span>
        </>
      }
    >
      <TimerRefusal refusal={control.refused} />
      {choices ? (
        <Choices choices={choices} companyId={companyId} home={home} action={action} control={control} />
      ) : (
        <Awaited failed={failed} retry={retry} home={home} />
      )}
    </TimerPanel>
  );
}

function Choices({
  choices,
  companyId,
  home,
  action,
  control,
}: {
  choices: TimerChoices;
  companyId: string;
  home: string;
  action: FormAction;
  control: TimerControl;
}) {
  const { recent, projects, services } = choices;
  return (
    <>
      {recent.length > 0 ? <Recent recent={recent} control={control} /> : null}
      {projects.length > 0 ? (
        <Form action={action} companyId={companyId} inline label="Start timer">
          <HiddenField name="intent" value="start" />
          <ComboboxField
            name="projectId"
            label="Project"
            options={projects}
            searchUrl={`${home}/projects/choices`}
            placeholder="Choose a project"
          />
          <SelectField name="itemId" label="Service" options={services} placeholder="No service" optional />
          <TextField name="note" label="Note" optional />
          <Submit icon="play" pendingText="Starting…">
            Start
          </Submit>
        </Form>
      ) : (
        <p className="text-text-muted">There is no open project that you are assigned to.</p>
      )}
    </>
  );
}

/** Before the choices are here, and when they did not come. Without scripts they never do: time can be entered by hand. */
function Awaited({ failed, retry, home }: { failed: boolean; retry: () => void; home: string }) {
  if (!failed)
    return (
      <p role="status" className="text-text-muted">
        Loading projects…
        <noscript>
          {" "}
          Without scripts, <a href={`${home}/time/new`}>enter the time by hand</a>.
        </noscript>
      </p>
    );
  return (
    <div className="flex items-center justify-between gap-3">
      <p role="alert">Your projects could not be loaded.</p>
      <Button onClick={retry}>Try again</Button>
    </div>
  );
}

function Recent({ recent, control }: { recent: RecentWork[]; control: TimerControl }) {
  return (
    <div className="mb-4 border-b border-border pb-3">
      <p className="mb-1 text-sm font-medium text-text-muted">Continue</p>
      <ul className="-mx-2">
        {recent.map((work) => (
          <li key={`${work.projectId}${work.itemId}`}>
            <TimerForm
              control={control}
              intent="start"
              fields={{ projectId: work.projectId, itemId: work.itemId ?? "" }}
            >
              <button
                type="submit"
                className="flex min-h-9 w-full items-center gap-2.5 rounded-md px-2 py-1 text-left hover:bg-surface-3 pointer-coarse:min-h-11"
              >
                <Icon name="play" className="size-4 text-text-muted" />
                <span className="min-w-0">
                  <span className="block break-words">{work.projectLabel}</span>
                  <span className="block text-sm break-words text-text-muted">
                    {[work.itemName, work.clientName].flatMap((name) => (name ? isolate(name) : [])).join(" · ")}
                  </span>
                </span>
              </button>
            </TimerForm>
          </li>
        ))}
      </ul>
    </div>
  );
}

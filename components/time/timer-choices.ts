import { useRef, useState } from "react";
import type { ComboboxOption } from "@/components/form/combobox-field";

export type RecentWork = {
  projectId: string;
  projectLabel: string;
  clientName: string;
  itemId: string | null;
  itemName: string | null;
};

export type TimerChoices = { recent: RecentWork[]; projects: ComboboxOption[]; services: ComboboxOption[] };

/**
 * What the timer can be started on: asked for when the pointer or the focus nears the button, and again each time it is
 * opened. Null until the first answer; `failed` when there was none.
 */
export function useTimerChoices(home: string) {
  const [choices, setChoices] = useState<TimerChoices | null>(null);
  const [failed, setFailed] = useState(false);
  const asking = useRef<Promise<void> | null>(null);

  function ask() {
    asking.current ??= read(home)
      .then(setChoices, () => setFailed(true))
      .finally(() => {
        asking.current = null;
      });
  }

  function retry() {
    setFailed(false);
    ask();
  }

  return { choices, failed, ask, retry };
}

async function read(home: string): Promise<TimerChoices> {
  const response = await fetch(`${home}/time/timer-choices`, { headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`the choices answered ${response.status}`);
  return (await response.json()) as TimerChoices;
}

"use client";

import { useEffect, useRef, useState } from "react";
import type { ComboboxOption } from "./combobox-field";

const pauseMilliseconds = 150;

/** Choices from the server while somebody types. A later search overtakes an earlier one; a failure says so and keeps the list. */
export function useOptionSearch(options: ComboboxOption[], searchUrl: string | undefined) {
  const [found, setFound] = useState(options);
  const [status, setStatus] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  function search(text: string) {
    if (!searchUrl) return;
    running.current?.abort();
    if (text.trim() === "") {
      setFound(options);
      setStatus(null);
      return;
    }
    const controller = new AbortController();
    running.current = controller;
    setStatus("Searching…");
    void findOptions(searchUrl, text.trim(), controller.signal).then(
      (answer) => {
        if (controller.signal.aborted) return;
        setFound(answer);
        setStatus(answer.length === 0 ? `Nothing matches “${text.trim()}”.` : null);
      },
      () => {
        if (!controller.signal.aborted) setStatus("The search did not answer. Try again.");
      },
    );
  }

  return { found: searchUrl ? found : options, status, search };
}

async function findOptions(searchUrl: string, text: string, signal: AbortSignal): Promise<ComboboxOption[]> {
  await new Promise((resume) => setTimeout(resume, pauseMilliseconds));
  if (signal.aborted) return [];
  const url = new URL(searchUrl, window.location.href);
  url.searchParams.set("q", text);
  const response = await fetch(url, { signal, headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`search answered ${response.status}`);
  return (await response.json()) as ComboboxOption[];
}

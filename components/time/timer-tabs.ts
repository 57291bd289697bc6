"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

/**
 * Keeps the tabs of one member together: a tab whose timer changed tells the others, which then ask the server. A tab
 * that was out of sight for long asks by itself, since a phone may have acted meanwhile.
 */
export function useTimerTabs(companyId: string, state: string): void {
  const router = useRouter();
  const shown = useRef(state);
  const channel = useRef<BroadcastChannel | null>(null);
  useEffect(() => {
    const opened = new BroadcastChannel(`timer-${companyId}`);
    channel.current = opened;
    opened.onmessage = ({ data }) => {
      if (data !== shown.current) router.refresh();
    };
    return () => opened.close();
  }, [companyId, router]);
  useEffect(() => {
    if (shown.current === state) return;
    shown.current = state;
    channel.current?.postMessage(state);
  }, [state]);
  useEffect(() => {
    let hiddenSince = 0;
    const onChange = () => {
      if (document.hidden) hiddenSince = Date.now();
      else if (hiddenSince > 0 && Date.now() - hiddenSince > 30_000) router.refresh();
    };
    document.addEventListener("visibilitychange", onChange);
    return () => document.removeEventListener("visibilitychange", onChange);
  }, [router]);
}

"use client";

import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { PrintButton } from "@/components/ui/print-button";
import { useFormContext } from "./form-context";

/**
 * What the form's action shows this once, in place of its fields. It is kept with the form's answer and nowhere else, so it
 * stays while the page behind is drawn anew, and is gone with the page.
 */
export function Revealed({ title, next, children }: { title: string; next: ReactNode; children: ReactNode }) {
  const { state } = useFormContext();
  if (state.reveals.length === 0) return children;
  return (
    <div className="space-y-6">
      {state.message ? (
        <Banner kind="success" live="status">
          {state.message}
        </Banner>
      ) : null}
      <Codes title={title} codes={state.reveals} next={next} />
    </div>
  );
}

function Codes({ title, codes, next }: { title: string; codes: string[]; next: ReactNode }) {
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  // the button that was pressed is gone, and the focus with it
  useEffect(() => heading.current?.focus(), []);
  return (
    <section aria-labelledby={headingId} className="space-y-4">
      <div>
        <h2 id={headingId} ref={heading} tabIndex={-1} className="text-lg font-semibold outline-none">
          {title}
        </h2>
        <p className="mt-1 max-w-[60ch] text-pretty text-text-muted">
          They are shown this once. Print them, or keep them where you keep passwords, and not on the phone with the
          app. Each of them opens your account once.
        </p>
      </div>
      <ul className="grid max-w-md grid-cols-2 gap-x-6 gap-y-1.5 rounded-lg border border-border bg-surface-2 px-5 py-4 font-mono text-lg tabular-nums">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2 print:hidden">
        {next}
        <CopyButton text={codes.join("\n")} />
        <PrintButton />
      </div>
    </section>
  );
}

function CopyButton({ text }: { text: string }) {
  const [said, setSaid] = useState("Copy");
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Copied");
    } catch {
      setSaid("Copy by hand");
    }
  }
  return (
    <Button icon="copy" onClick={copy}>
      <span aria-live="polite">{said}</span>
    </Button>
  );
}

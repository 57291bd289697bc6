import type { ReactNode } from "react";
import { BrandMark } from "./brand-mark";

/** A whole page with one thing to say and a way on. */
export function MessagePage({
  code,
  title,
  children,
  actions,
}: {
  code?: string;
  title: string;
  children: ReactNode;
  actions: ReactNode;
}) {
  return (
    <main
      id="main"
      className="flex min-h-dvh flex-col items-start justify-center px-6 py-16 sm:items-center sm:text-center"
    >
      <BrandMark className="size-10" />
      {code ? <p className="mt-6 text-sm font-medium text-text-muted tabular-nums">{code}</p> : null}
      <h1 className="mt-1 text-2xl font-semibold tracking-tight text-balance">{title}</h1>
      <div className="mt-2 max-w-[52ch] text-pretty text-text-muted">{children}</div>
      <div className="mt-6 flex flex-wrap gap-2">{actions}</div>
    </main>
  );
}

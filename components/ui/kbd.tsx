export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="inline-flex min-w-5 items-center justify-center rounded-sm border border-border bg-surface-2 px-1 font-sans text-xs text-text-muted">
      {children}
    </kbd>
  );
}

import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { SkipLink } from "@/components/ui/skip-link";
import { BrandMark } from "./brand-mark";

const promises = [
  "Hours become invoices without typing them twice.",
  "Every payment lands in the books as it arrives.",
  "Closed months stay closed, and say why.",
];

/** The frame of sign-in, sign-up and their kin: the form on one side, what it opens on the other. */
export function AuthLayout({
  title,
  description,
  footer,
  children,
}: {
  title: string;
  description?: ReactNode;
  /** The other way in, below the card. */
  footer?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]">
      <SkipLink />
      <div className="flex flex-col px-4 py-8 sm:px-10">
        <header className="flex items-center gap-2.5 text-lg font-semibold tracking-tight">
          <BrandMark />
          EZ360PM
        </header>
        <main id="main" tabIndex={-1} className="m-auto w-full max-w-sm py-10 outline-none">
          <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
          {description ? <div className="mt-1.5 text-pretty text-text-muted">{description}</div> : null}
          <div className="mt-6">{children}</div>
          {footer ? <div className="mt-6 border-t border-border pt-4 text-text-muted">{footer}</div> : null}
        </main>
      </div>
      <aside
        aria-label="About EZ360PM"
        className="relative hidden overflow-hidden border-l border-border bg-surface-2 lg:block print:hidden"
      >
        <LedgerDrawing />
        <div className="absolute inset-x-12 bottom-14 max-w-md xl:inset-x-16">
          <p className="text-3xl font-semibold tracking-tight text-balance">
            The work, the invoices and the books, in one place.
          </p>
          <ul className="mt-6 space-y-3">
            {promises.map((promise) => (
              <li key={promise} className="flex gap-3 text-lg text-text-muted">
                <Icon name="check" className="mt-1 size-4 text-link" />
                {promise}
              </li>
            ))}
          </ul>
        </div>
      </aside>
    </div>
  );
}

const rows = [
  { words: 150, debit: 64, credit: 0 },
  { words: 118, debit: 0, credit: 64 },
  { words: 176, debit: 48, credit: 0 },
  { words: 96, debit: 0, credit: 30 },
  { words: 132, debit: 0, credit: 18 },
  { words: 160, debit: 72, credit: 0 },
  { words: 104, debit: 0, credit: 72 },
];

/** A page of a ledger, without words: left and right come out even. */
function LedgerDrawing() {
  return (
    <svg aria-hidden="true" viewBox="0 0 480 360" className="absolute -top-2 right-0 w-[88%] max-w-2xl">
      <rect x="20" y="40" width="480" height="300" rx="14" className="fill-surface stroke-border" />
      <rect x="44" y="66" width="92" height="9" rx="4.5" className="fill-text-subtle" opacity="0.55" />
      <rect x="330" y="66" width="46" height="9" rx="4.5" className="fill-border-strong" opacity="0.45" />
      <rect x="412" y="66" width="46" height="9" rx="4.5" className="fill-border-strong" opacity="0.45" />
      {rows.map((row, index) => {
        const y = 104 + index * 31;
        return (
          <g key={`${row.words}-${row.debit}-${row.credit}`}>
            <path d={`M44 ${y - 14}H500`} className="stroke-border" />
            <rect x="44" y={y - 3} width={row.words} height="8" rx="4" className="fill-surface-3" />
            <rect
              x={376 - row.debit}
              y={y - 3}
              width={row.debit}
              height="8"
              rx="4"
              className="fill-chart-1"
              opacity="0.8"
            />
            <rect
              x={458 - row.credit}
              y={y - 3}
              width={row.credit}
              height="8"
              rx="4"
              className="fill-chart-2"
              opacity="0.8"
            />
          </g>
        );
      })}
    </svg>
  );
}

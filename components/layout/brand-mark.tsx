import { cx } from "@/components/ui/cx";

/** The product's mark: two sides that come out even. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={cx("shrink-0", className ?? "size-8")}>
      <rect width="32" height="32" rx="8" className="fill-primary" />
      <g className="stroke-on-primary" fill="none" strokeWidth="3" strokeLinecap="round" strokeLinejoin="round">
        <path d="M8 10h8M8 16h6M8 22h8" />
        <path d="M20 10h4l-5 12h5" />
      </g>
    </svg>
  );
}

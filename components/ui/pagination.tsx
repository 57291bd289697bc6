import { LinkButton } from "./button";

/** Pages by key: there is a next and a previous, and no number that could be wrong by the time it is pressed. */
export function Pagination({
  text,
  previousHref,
  nextHref,
}: {
  /** Such as “1–50 of about 480”. */
  text: string;
  previousHref?: string | null;
  nextHref?: string | null;
}) {
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center justify-between gap-3 print:hidden">
      <p className="text-sm text-text-muted tabular-nums">{text}</p>
      {previousHref || nextHref ? (
        <div className="flex gap-2">
          {previousHref ? (
            <LinkButton href={previousHref} rel="prev" size="sm" icon="chevron-left">
              Previous
            </LinkButton>
          ) : null}
          {nextHref ? (
            <LinkButton href={nextHref} rel="next" size="sm" icon="chevron-right" className="flex-row-reverse">
              Next
            </LinkButton>
          ) : null}
        </div>
      ) : null}
    </nav>
  );
}

import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { PopoverPanel } from "./popover-panel";

export type Company = { name: string; slug: string };

/** Whose books these are, and the way to another company's. Plain anchors: a switch leaves nothing of the old one behind. */
export function CompanyHead({
  company,
  companies,
  drawerId,
}: {
  company: Company;
  companies: { name: string; href: string }[];
  drawerId: string;
}) {
  const head = (
    <>
      <span
        aria-hidden="true"
        className="flex size-8 shrink-0 items-center justify-center rounded-md bg-primary text-sm font-semibold text-on-primary"
      >
        {initials(company.name)}
      </span>
      <span className="min-w-0 flex-1 truncate text-left font-semibold group-data-collapsed/shell:md:reader-only">
        {company.name}
      </span>
    </>
  );
  const row = "flex min-h-11 w-full min-w-0 items-center gap-2.5 rounded-md px-1.5 group-data-collapsed/shell:md:px-1";
  return (
    <div className="flex items-center gap-1 px-2 pt-1.5 pb-3 group-data-collapsed/shell:md:px-1.5">
      {companies.length === 0 ? (
        <div className={row}>{head}</div>
      ) : (
        <>
          <button
            type="button"
            popoverTarget="company-menu"
            title="Switch company"
            className={cx(row, "hover:bg-surface-3")}
          >
            {head}
            <Icon name="chevrons-up-down" className="size-4 text-text-subtle group-data-collapsed/shell:md:hidden" />
          </button>
          <PopoverPanel id="company-menu" place="top-left">
            <nav aria-label="Companies">
              <p className="px-3.5 pt-3 text-xs font-medium text-text-subtle">Switch to</p>
              <ul className="p-1">
                {companies.map((other) => (
                  <li key={other.href}>
                    <a
                      href={other.href}
                      className="flex min-h-9 items-center rounded-md px-2.5 hover:bg-surface-3 pointer-coarse:min-h-11"
                    >
                      {other.name}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          </PopoverPanel>
        </>
      )}
      <IconButton
        icon="x"
        label="Close navigation"
        popoverTarget={drawerId}
        popoverTargetAction="hide"
        className="md:hidden"
      />
    </div>
  );
}

/** `Northwind Studio` → `NS`. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return (
    letters
      .map((word) => Array.from(word ?? "")[0] ?? "")
      .join("")
      .toUpperCase() || "•"
  );
}

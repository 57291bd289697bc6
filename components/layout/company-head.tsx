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
        <CompanyList company={company} companies={companies} />
      </PopoverPanel>
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

/** This company with its mark, the others, and the ways out of it. */
function CompanyList({ company, companies }: { company: Company; companies: { name: string; href: string }[] }) {
  const choices = [{ name: company.name, href: `/c/${company.slug}` }, ...companies];
  const line =
    "flex min-h-9 items-center gap-2.5 rounded-md px-2.5 py-1 hover:bg-surface-3 focus-visible:-outline-offset-2 pointer-coarse:min-h-11";
  return (
    <nav aria-label="Companies">
      <ul className="p-1">
        {choices.map(({ name, href }, place) => (
          <li key={href}>
            <a href={href} aria-current={place === 0 ? "true" : undefined} className={line}>
              <Icon name="check" className={cx("size-4 text-link", place > 0 && "invisible")} />
              <span className={cx("min-w-0 break-words", place === 0 && "font-semibold")}>{name}</span>
            </a>
          </li>
        ))}
      </ul>
      <ul className="border-t border-border p-1">
        {companies.length > 0 ? (
          <li>
            <a href="/companies" className={line}>
              <Icon name="briefcase" className="size-4 text-text-muted" />
              All your companies
            </a>
          </li>
        ) : null}
        <li>
          <a href="/companies/new" className={line}>
            <Icon name="plus" className="size-4 text-text-muted" />
            Create another company
          </a>
        </li>
      </ul>
    </nav>
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

"use client";

import { lazy, Suspense, useId, useRef, useState } from "react";
import { buttonClass } from "./button-class";
import { cx } from "./cx";
import { Icon, type IconName } from "./icon";
import { iconButtonClass } from "./icon-button-class";
import { menuEntryClass } from "./menu-entry-class";

/** A way to go, or a press of a form elsewhere on the page (`form` is that form's id). */
export type MenuEntry =
  | { kind: "link"; label: string; href: string; icon?: IconName }
  | { kind: "submit"; label: string; form: string; name?: string; value?: string; icon?: IconName; danger?: boolean }
  | { kind: "separator" };

const load = () => import("./menu-popup");
const MenuPopup = lazy(() => load().then((module) => ({ default: module.MenuPopup })));

/**
 * Actions that are needed now and then. Until a script comes, the button opens the browser's own popover; the menu with
 * its keys is fetched when the pointer or the focus comes near, and takes its place.
 */
export function Menu({ label, trigger, entries }: { label: string; trigger?: string; entries: MenuEntry[] }) {
  const anchor = useRef<HTMLButtonElement>(null);
  const plainId = useId();
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  return (
    <span className="inline-flex print:hidden">
      <button
        ref={anchor}
        type="button"
        popoverTarget={plainId}
        title={trigger ? undefined : label}
        aria-label={trigger ? undefined : label}
        aria-haspopup="menu"
        aria-expanded={open}
        onPointerEnter={load}
        onFocus={load}
        onClick={(event) => {
          event.preventDefault();
          setWanted(true);
          setOpen(!open);
        }}
        className={trigger ? buttonClass("secondary") : iconButtonClass}
      >
        {trigger ?? <Icon name="ellipsis" />}
        {trigger ? <Icon name="chevron-down" className="size-3.5 text-text-subtle" /> : null}
      </button>
      {wanted ? (
        <Suspense fallback={null}>
          <MenuPopup anchor={anchor} label={label} open={open} onOpenChange={setOpen} entries={entries} />
        </Suspense>
      ) : (
        <PlainEntries id={plainId} entries={entries} />
      )}
    </span>
  );
}

/** What the button opens without scripts: below it where the browser can place it so, else in the middle. */
function PlainEntries({ id, entries }: { id: string; entries: MenuEntry[] }) {
  return (
    <ul
      id={id}
      popover="auto"
      className="m-auto min-w-44 rounded-lg border border-border bg-surface p-1 text-text shadow-2 supports-[position-area:block-end]:inset-auto supports-[position-area:block-end]:m-0 supports-[position-area:block-end]:[position-area:block-end_span-inline-start]"
    >
      {entries.map((entry) =>
        entry.kind === "separator" ? null : (
          <li key={entry.label}>
            {entry.kind === "link" ? (
              <a href={entry.href} className={menuEntryClass}>
                {entry.label}
              </a>
            ) : (
              <button
                type="submit"
                form={entry.form}
                name={entry.name}
                value={entry.value}
                className={cx(menuEntryClass, entry.danger && "text-danger-fg")}
              >
                {entry.label}
              </button>
            )}
          </li>
        ),
      )}
    </ul>
  );
}

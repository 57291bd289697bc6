"use client";

import { type KeyboardEvent, type ToggleEvent, useId, useRef } from "react";
import { buttonClass } from "./button-class";
import { cx } from "./cx";
import { Icon, type IconName } from "./icon";
import { iconButtonClass } from "./icon-button-class";
import { NearLink } from "./near-link";

/** A way to go, or a press of a form elsewhere on the page (`form` is that form's id). */
export type MenuEntry =
  | { kind: "link"; label: string; href: string; icon?: IconName }
  | { kind: "submit"; label: string; form: string; name?: string; value?: string; icon?: IconName; danger?: boolean }
  | { kind: "separator" };

/**
 * Actions that are needed now and then: a button and the browser's own popover, which opens without scripts, closes on
 * Escape and outside, and gives the focus back. Scripts add the arrow keys, and the place where CSS can't anchor yet.
 */
export function Menu({ label, trigger, entries }: { label: string; trigger?: string; entries: MenuEntry[] }) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <span className="inline-flex print:hidden">
      <button
        ref={button}
        type="button"
        popoverTarget={id}
        title={trigger ? undefined : label}
        aria-label={trigger ? undefined : label}
        className={trigger ? buttonClass("secondary") : iconButtonClass}
      >
        {trigger ?? <Icon name="ellipsis" />}
        {trigger ? <Icon name="chevron-down" className="size-3.5 text-text-subtle" /> : null}
      </button>
      <ul
        id={id}
        popover="auto"
        onToggle={(event) => placeBelow(event, button.current)}
        onKeyDown={moveByArrows}
        onClick={(event) => event.currentTarget.hidePopover()}
        className={cx(
          "m-auto min-w-48 rounded-lg border border-border bg-surface p-1 text-text shadow-2",
          "supports-[position-area:block-end]:inset-auto supports-[position-area:block-end]:my-1 supports-[position-area:block-end]:mx-0",
          "supports-[position-area:block-end]:[position-area:block-end_span-inline-start] supports-[position-area:block-end]:[position-try-fallbacks:flip-block,flip-inline]",
        )}
      >
        {entries.map((entry, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a menu's entries keep their places
          <li key={at} className={cx(entry.kind === "separator" && "my-1 border-t border-border")}>
            <Entry entry={entry} />
          </li>
        ))}
      </ul>
    </span>
  );
}

const entryClass =
  "flex min-h-8 w-full items-center gap-2.5 rounded-md px-2.5 py-1 text-left select-none hover:bg-surface-3 focus-visible:-outline-offset-2 pointer-coarse:min-h-11";

function Entry({ entry }: { entry: MenuEntry }) {
  if (entry.kind === "separator") return null;
  const drawn = (
    <>
      {entry.icon ? <Icon name={entry.icon} className="size-4 opacity-80" /> : null}
      {entry.label}
    </>
  );
  if (entry.kind === "link")
    return (
      <NearLink href={entry.href} className={entryClass}>
        {drawn}
      </NearLink>
    );
  return (
    <button
      type="submit"
      form={entry.form}
      name={entry.name}
      value={entry.value}
      className={cx(entryClass, entry.danger && "text-danger-fg")}
    >
      {drawn}
    </button>
  );
}

/** For browsers without CSS anchors: below the button, its right edges in line. */
function placeBelow(event: ToggleEvent<HTMLElement>, button: HTMLButtonElement | null) {
  if (event.newState !== "open" || !button || CSS.supports("position-area", "block-end")) return;
  const box = button.getBoundingClientRect();
  const { style } = event.currentTarget;
  style.margin = "0";
  style.inset = `${box.bottom + 4}px ${Math.max(window.innerWidth - box.right, 8)}px auto auto`;
}

function moveByArrows(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("a, button")];
  const here = stops.indexOf(document.activeElement as HTMLElement);
  stops[(here + step + stops.length) % stops.length]?.focus();
}

"use client";

import { Menu as Base } from "@base-ui/react/menu";
import type { Route } from "next";
import Link from "next/link";
import type { RefObject } from "react";
import { cx } from "./cx";
import { Icon } from "./icon";
import type { MenuEntry } from "./menu";
import { menuEntryClass } from "./menu-entry-class";

/** The open part of Menu; loaded after it, see there. */
export function MenuPopup({
  anchor,
  label,
  open,
  onOpenChange,
  entries,
}: {
  anchor: RefObject<HTMLElement | null>;
  label: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  entries: MenuEntry[];
}) {
  return (
    <Base.Root
      open={open}
      onOpenChange={(next, details) => {
        // A press on the trigger closes by the trigger's own click; closing here as well would open it again.
        if (!next && details.event.target instanceof Node && anchor.current?.contains(details.event.target)) return;
        onOpenChange(next);
      }}
      modal={false}
    >
      <Base.Portal>
        <Base.Positioner anchor={anchor} align="end" sideOffset={4} className="z-40 outline-none">
          <Base.Popup
            aria-label={label}
            finalFocus={anchor}
            className="min-w-44 rounded-lg border border-border bg-surface p-1 text-text shadow-2 outline-none"
          >
            {entries.map((entry, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: entries are fixed for the life of a menu
              <Entry key={index} entry={entry} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Entry({ entry }: { entry: MenuEntry }) {
  if (entry.kind === "separator") return <Base.Separator className="my-1 h-px bg-border" />;
  const drawn = (
    <>
      {entry.icon ? <Icon name={entry.icon} className="size-4 opacity-80" /> : null}
      {entry.label}
    </>
  );
  if (entry.kind === "link")
    return (
      <Base.LinkItem render={<Link href={entry.href as Route} />} closeOnClick className={menuEntryClass}>
        {drawn}
      </Base.LinkItem>
    );
  return (
    <Base.Item onClick={() => press(entry)} className={cx(menuEntryClass, entry.danger && "text-danger-fg")}>
      {drawn}
    </Base.Item>
  );
}

/** Submits the form as its own button would; the button is made for it, so that its name and value go along. */
function press(entry: Extract<MenuEntry, { kind: "submit" }>) {
  const form = document.getElementById(entry.form);
  if (!(form instanceof HTMLFormElement)) return;
  const button = document.createElement("button");
  button.type = "submit";
  button.hidden = true;
  if (entry.name) button.name = entry.name;
  if (entry.value) button.value = entry.value;
  form.append(button);
  form.requestSubmit(button);
  button.remove();
}

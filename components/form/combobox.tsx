"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import type { ComboboxOption } from "./combobox-field";
import { controlClass } from "./control-class";
import type { ControlProps } from "./field";
import { useOptionSearch } from "./option-search";

/** The searchable form of ComboboxField; loaded after it, see there. */
export function Combobox({
  control,
  label,
  options,
  searchUrl,
  placeholder,
  startValue,
  takesFocus,
  onChoose,
}: {
  control: ControlProps;
  label: string;
  options: ComboboxOption[];
  searchUrl: string | undefined;
  placeholder: string | undefined;
  startValue: string;
  /** Whether the select that it replaces had the focus at the last moment. */
  takesFocus: RefObject<boolean>;
  onChoose: (value: string) => void;
}) {
  const [chosen, setChosen] = useState(() => options.find((option) => option.value === startValue) ?? null);
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLSpanElement>(null);
  const { found, status, search } = useOptionSearch(options, searchUrl);
  const items = useMemo(() => withChosen(found, chosen), [found, chosen]);
  const { name, id, ...input } = control;
  useEffect(() => {
    if (takesFocus.current) document.getElementById(id)?.focus();
    takesFocus.current = false;
  }, [id, takesFocus]);
  return (
    <Base.Root
      items={items}
      value={chosen}
      open={open}
      onOpenChange={setOpen}
      onValueChange={(option: ComboboxOption | null) => {
        setChosen(option);
        onChoose(option?.value ?? "");
      }}
      onInputValueChange={(text, { reason }) => {
        if (reason === "input-change" || reason === "input-clear" || reason === "clear-press") search(text);
      }}
      itemToStringLabel={(option: ComboboxOption) => option.label}
      isItemEqualToValue={(a: ComboboxOption, b: ComboboxOption) => a.value === b.value}
      filter={searchUrl ? null : undefined}
      autoHighlight
    >
      <input type="hidden" name={name} value={chosen?.value ?? ""} />
      <span ref={frame} className="relative block">
        <Base.InputGroup className="block">
          <Base.Input
            {...input}
            id={id}
            placeholder={placeholder ?? "Type to search"}
            onBlur={(event) => {
              if (!frame.current?.contains(event.relatedTarget)) setOpen(false);
            }}
            className={cx(controlClass, "pr-16")}
          />
          <span className="absolute inset-y-0 right-1 flex items-center text-text-subtle">
            <Base.Clear aria-label={`Clear ${label}`} className={smallButton}>
              <Icon name="x" />
            </Base.Clear>
            <Base.Trigger aria-label={`Show choices for ${label}`} className={smallButton}>
              <Icon name="chevrons-up-down" />
            </Base.Trigger>
          </span>
        </Base.InputGroup>
        {open ? (
          <Base.Portal container={frame}>
            <Base.Positioner
              sideOffset={4}
              onMouseDown={(event) => event.preventDefault()}
              className="z-40 outline-none"
            >
              <Choices label={label} status={status} />
            </Base.Positioner>
          </Base.Portal>
        ) : null}
      </span>
    </Base.Root>
  );
}

const smallButton =
  "flex size-7 items-center justify-center rounded-sm hover:bg-surface-3 hover:text-text pointer-coarse:size-9";

/**
 * The list stands beside its input and the focus stays in the input, so it needs no focus manager: Base UI's own popup
 * brings one, and it hides the rest of the page from assistive technology while links in it can still be reached.
 */
function Choices({ label, status }: { label: string; status: string | null }) {
  return (
    <div className="flex max-h-[min(20rem,var(--available-height))] w-(--anchor-width) min-w-48 max-w-(--available-width) flex-col rounded-lg border border-border bg-surface p-1 text-text shadow-2">
      <Base.Status className="text-sm text-text-muted">
        {status ? <span className="block px-2.5 py-2">{status}</span> : null}
      </Base.Status>
      <Base.Empty className="text-sm text-text-muted">
        {status ? null : <span className="block px-2.5 py-2">Nothing matches. Try another word.</span>}
      </Base.Empty>
      <Base.List aria-label={label} className="min-h-0 overflow-y-auto overscroll-contain outline-none">
        {(option: ComboboxOption) => (
          <Base.Item
            key={option.value}
            value={option}
            className="grid min-h-8 cursor-default grid-cols-[1fr_1rem] items-center gap-2 rounded-md px-2.5 py-1.5 select-none data-highlighted:bg-selected pointer-coarse:min-h-11"
          >
            <span className="min-w-0">
              <span className="block break-words">{option.label}</span>
              {option.hint ? <span className="block text-sm text-text-muted">{option.hint}</span> : null}
            </span>
            <Base.ItemIndicator className="text-link">
              <Icon name="check" />
            </Base.ItemIndicator>
          </Base.Item>
        )}
      </Base.List>
    </div>
  );
}

/** The chosen one stays among the items, or the list would forget its label while others are searched for. */
function withChosen(found: ComboboxOption[], chosen: ComboboxOption | null): ComboboxOption[] {
  if (!chosen || found.some((option) => option.value === chosen.value)) return found;
  return [...found, chosen];
}

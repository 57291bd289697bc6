"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import type { Combobox } from "./combobox";
import { Field, type FieldProps, useField } from "./field";
import { useFormContext } from "./form-context";
import { NativeSelect } from "./select-field";

export type ComboboxOption = { value: string; label: string; hint?: string };

export type ComboboxFieldProps = FieldProps & {
  /** All choices, or the first of them when `searchUrl` finds the rest; always with the one chosen now. */
  options: ComboboxOption[];
  /** Answers `?q=` with JSON `[{ value, label, hint }]`. */
  searchUrl?: string;
  placeholder?: string;
  onValueChange?: (value: string) => void;
};

/**
 * A choice from many, found by typing. It starts as the browser's own select, which is all there is without scripts,
 * and becomes searchable once its part of the program is here; what was chosen until then stays chosen.
 */
export function ComboboxField({ options, searchUrl, placeholder, onValueChange, ...props }: ComboboxFieldProps) {
  const { field, control } = useField(props);
  const { round, touch } = useFormContext();
  const select = useRef<HTMLSelectElement>(null);
  const hadFocus = useRef(false);
  const ready = useReadyToReplace(select);
  const native = (
    <NativeSelect
      key={field.value}
      ref={(element) => {
        select.current = element;
        return () => {
          hadFocus.current = document.activeElement === element;
        };
      }}
      {...control}
      options={options}
      placeholder={placeholder ?? "Choose…"}
      defaultValue={field.value}
      onChange={onValueChange ? (event) => onValueChange(event.currentTarget.value) : undefined}
    />
  );
  return (
    <Field field={field} {...props}>
      {ready === null ? (
        native
      ) : (
        <ready.Searched
          key={round}
          control={control}
          label={props.label}
          options={options}
          searchUrl={searchUrl}
          placeholder={placeholder}
          startValue={round === 0 ? ready.chosen : field.value}
          takesFocus={hadFocus}
          onChoose={(value) => {
            touch();
            onValueChange?.(value);
          }}
        />
      )}
    </Field>
  );
}

type Ready = { Searched: typeof Combobox; chosen: string };

/**
 * What replaces the select, with what is chosen in it at that moment. Not while somebody is in it: then it waits until
 * they leave. It is whole when it comes; a stand-in meanwhile would lose what was chosen in it.
 */
function useReadyToReplace(select: RefObject<HTMLSelectElement | null>): Ready | null {
  const [ready, setReady] = useState<Ready | null>(null);
  useEffect(() => {
    const element = select.current;
    if (!element) return;
    let live = true;
    let Searched: typeof Combobox | null = null;
    const replace = () => {
      if (live && Searched && document.activeElement !== element) setReady({ Searched, chosen: element.value });
    };
    import("./combobox").then(
      (module) => {
        Searched = module.Combobox;
        replace();
      },
      () => {},
    );
    element.addEventListener("blur", replace);
    return () => {
      live = false;
      element.removeEventListener("blur", replace);
    };
  }, [select]);
  return ready;
}

"use client";

import type { ComponentProps, FocusEvent } from "react";
import { cx } from "@/components/ui/cx";
import { controlClass } from "./control-class";
import { type Tidy, tidyDiscount, tidyMinutes, tidyMoney, tidyPercent, tidyQuantity } from "./typed-number";

export type NumberInputProps = Omit<ComponentProps<"input">, "type" | "inputMode">;

/** A text input for a number: selected as a whole when entered, tidied when left. The wheel never changes it. */
function NumberInput({
  tidy,
  before,
  after,
  className,
  onBlur,
  onFocus,
  ...rest
}: NumberInputProps & { tidy: Tidy; before?: string; after?: string }) {
  function leave(event: FocusEvent<HTMLInputElement>) {
    if (!event.currentTarget.readOnly) event.currentTarget.value = tidy(event.currentTarget.value);
    onBlur?.(event);
  }
  function enter(event: FocusEvent<HTMLInputElement>) {
    event.currentTarget.select();
    onFocus?.(event);
  }
  return (
    <span className="relative block">
      {before ? <Adornment className="left-3">{before}</Adornment> : null}
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        onBlur={leave}
        onFocus={enter}
        className={cx(controlClass, "text-right tabular-nums", before && "pl-7", after && "pr-8", className)}
        {...rest}
      />
      {after ? <Adornment className="right-3">{after}</Adornment> : null}
    </span>
  );
}

function Adornment({ className, children }: { className: string; children: string }) {
  return (
    <span
      aria-hidden="true"
      className={cx("pointer-events-none absolute inset-y-0 flex items-center text-text-subtle", className)}
    >
      {children}
    </span>
  );
}

/** Bare inputs for the cells of a grid; a form's own rows use the fields. Each needs an `aria-label` or a label of its own. */
export function MoneyInput(props: NumberInputProps) {
  return <NumberInput tidy={tidyMoney} before="$" {...props} />;
}

export function QuantityInput(props: NumberInputProps) {
  return <NumberInput tidy={tidyQuantity} {...props} />;
}

export function PercentInput(props: NumberInputProps) {
  return <NumberInput tidy={tidyPercent} after="%" {...props} />;
}

/** Takes `10%` or `25.00`. */
export function DiscountInput(props: NumberInputProps) {
  return <NumberInput tidy={tidyDiscount} {...props} {...{ inputMode: "text" as const }} />;
}

/** Takes `1:30`, `1.5` and `90m`; full keyboard, since phones' number pads have no colon. */
export function DurationInput(props: NumberInputProps) {
  return <NumberInput tidy={tidyMinutes} {...props} {...{ inputMode: "text" as const }} />;
}

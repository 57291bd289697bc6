import type { ComponentProps } from "react";
import { cx } from "./cx";
import { Icon, type IconName } from "./icon";
import { iconButtonClass } from "./icon-button-class";

/** A button without a word needs one for those who don't see the icon: `label` is its name and its tooltip. */
export function IconButton({
  icon,
  label,
  className,
  type = "button",
  ...rest
}: { icon: IconName; label: string } & Omit<ComponentProps<"button">, "aria-label" | "title" | "children">) {
  return (
    <button type={type} aria-label={label} title={label} className={cx(iconButtonClass, className)} {...rest}>
      <Icon name={icon} />
    </button>
  );
}

import type { Route } from "next";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class";
import { Icon, type IconName } from "./icon";
import { NearLink } from "./near-link";

type Look = { variant?: ButtonVariant; size?: ButtonSize; icon?: IconName; className?: string; children: ReactNode };

/** A plain button; inside a form, `Submit` is the one that shows the work under way. */
export function Button({
  variant,
  size,
  icon,
  className,
  children,
  type = "button",
  ...rest
}: Look & ComponentProps<"button">) {
  return (
    <button type={type} className={buttonClass(variant, size, className)} {...rest}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}

export type LinkButtonProps = Look & { href: Route | string } & Omit<ComponentProps<"a">, "href">;

/** A link that looks like a button: it goes somewhere, it changes nothing. Downloads and other hosts use a plain anchor. */
export function LinkButton({ variant, size, icon, className, children, href, ...rest }: LinkButtonProps) {
  const drawing = (
    <>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </>
  );
  const look = buttonClass(variant, size, className);
  if (rest.download !== undefined || !/^[/?]/.test(href))
    return (
      <a href={href} className={look} {...rest}>
        {drawing}
      </a>
    );
  return (
    <NearLink href={href} className={look} {...rest}>
      {drawing}
    </NearLink>
  );
}

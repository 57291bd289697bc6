import type { Route } from "next";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { NearLink } from "./near-link";

/** A link within text. */
export function TextLink({
  href,
  className,
  children,
}: {
  href: Route | string;
  className?: string;
  children: ReactNode;
}) {
  const look = cx("text-link underline decoration-link/40 underline-offset-2 hover:decoration-link", className);
  if (!/^[/?]/.test(href))
    return (
      <a href={href} className={look}>
        {children}
      </a>
    );
  return (
    <NearLink href={href} className={look}>
      {children}
    </NearLink>
  );
}

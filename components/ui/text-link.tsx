import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "./cx";

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
    <Link href={href as Route} className={look}>
      {children}
    </Link>
  );
}

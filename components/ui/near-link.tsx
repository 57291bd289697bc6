"use client";

import type { Route } from "next";
import Link from "next/link";
import { type ComponentProps, useState } from "react";

/**
 * The link within the product. It fetches its page ahead once the pointer or the focus is on it, not as soon as it is in
 * sight: a list of fifty rows would ask the server for fifty pages.
 */
export function NearLink({
  href,
  onPointerEnter,
  onFocus,
  ...rest
}: { href: Route | string } & Omit<ComponentProps<typeof Link>, "href" | "prefetch">) {
  const [near, setNear] = useState(false);
  return (
    <Link
      href={href as Route}
      prefetch={near ? null : false}
      onPointerEnter={(event) => {
        setNear(true);
        onPointerEnter?.(event);
      }}
      onFocus={(event) => {
        setNear(true);
        onFocus?.(event);
      }}
      {...rest}
    />
  );
}

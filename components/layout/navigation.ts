import type { IconName } from "@/components/ui/icon";

export type NavigationItem = {
  href: string;
  label: string;
  icon: IconName;
  current?: boolean;
  /** What stands before it, in words: the plan that it comes with. The way leads to the page that explains it. */
  gate?: string;
};
export type NavigationGroup = { group: string; items: NavigationItem[] };

/** The item whose address is the longest beginning of where we are, by whole segments. */
export function currentHref(hrefs: string[], pathname: string): string | null {
  const fits = hrefs.filter((href) => pathname === href || pathname.startsWith(href.endsWith("/") ? href : `${href}/`));
  return fits.reduce<string | null>((best, href) => (best === null || href.length > best.length ? href : best), null);
}

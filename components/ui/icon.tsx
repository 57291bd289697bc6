import { cx } from "./cx";
import type { IconName } from "./icon-names";

export type { IconName } from "./icon-names";

/** Always beside a word; an icon alone needs IconButton's label. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return <span aria-hidden="true" className={cx("icon", `i-${name}`, className ?? "size-4")} />;
}

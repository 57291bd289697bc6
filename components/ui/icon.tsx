import { cx } from "./cx";
import type { IconName } from "./icon-names";
import sprite from "./icons.svg";

export type { IconName } from "./icon-names";

/** Always beside a word; an icon alone needs IconButton's label. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg aria-hidden="true" className={cx("icon", className ?? "size-4")}>
      <use href={`${sprite.src}#${name}`} />
    </svg>
  );
}

import { cx } from "./cx";
import { Icon, type IconName } from "./icon";
import { type Tone, toneClass, toneIcon } from "./tone";

/** Icon, word and tone together; `struck` for what no longer counts. */
export function Badge({
  tone = "neutral",
  icon,
  struck,
  children,
}: {
  tone?: Tone;
  icon?: IconName;
  struck?: boolean;
  children: string;
}) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1 rounded-full py-0.5 pr-2 pl-1.5 text-xs font-medium whitespace-nowrap",
        toneClass[tone],
      )}
    >
      <Icon name={icon ?? toneIcon[tone]} className="size-3" />
      <span className={cx(struck && "line-through")}>{children}</span>
    </span>
  );
}

import { Icon } from "@/components/ui/icon";
import { NearLink } from "@/components/ui/near-link";
import { GateMark } from "./gate-mark";
import type { NavigationItem } from "./navigation";

/** What can be made from anywhere. */
export function CreateList({ items }: { items: NavigationItem[] }) {
  return (
    <ul className="p-1">
      {items.map((item) => (
        <li key={item.href}>
          <NearLink
            href={item.href}
            title={item.gate}
            className="flex min-h-9 items-center gap-2.5 rounded-md px-2.5 hover:bg-surface-3 pointer-coarse:min-h-11"
          >
            <Icon name={item.icon} className="size-4 text-text-muted" />
            {item.label}
            <GateMark gate={item.gate} />
          </NearLink>
        </li>
      ))}
    </ul>
  );
}

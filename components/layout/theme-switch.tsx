import { Icon, type IconName } from "@/components/ui/icon";
import { NearLink } from "@/components/ui/near-link";

export type Theme = "system" | "light" | "dark";

const themes: { theme: Theme; label: string; icon: IconName }[] = [
  { theme: "system", label: "System", icon: "monitor" },
  { theme: "light", label: "Light", icon: "sun" },
  { theme: "dark", label: "Dark", icon: "moon" },
];

/** Three buttons of one form; each sends `theme`, and the action puts it in the cookie of that name. */
export function ThemeSwitch({
  action,
  current,
}: {
  action: (formData: FormData) => void | Promise<void>;
  current: Theme;
}) {
  return (
    <form action={action} className="px-2.5 py-2">
      <p className="mb-1.5 text-sm text-text-muted">Theme</p>
      <div className="flex gap-0.5 rounded-md bg-surface-2 p-0.5">
        {themes.map(({ theme, label, icon }) => (
          <button
            key={theme}
            type="submit"
            name="theme"
            value={theme}
            aria-pressed={theme === current}
            className="flex min-h-7 flex-1 items-center justify-center gap-1.5 rounded-sm px-1 text-xs font-medium text-text-muted hover:text-text aria-pressed:bg-surface aria-pressed:text-text aria-pressed:shadow-1 pointer-coarse:min-h-11"
          >
            <Icon name={icon} className="size-3.5" />
            {label}
          </button>
        ))}
      </div>
    </form>
  );
}

const rowClass =
  "flex min-h-9 w-full items-center gap-2.5 rounded-md px-2.5 text-left hover:bg-surface-3 pointer-coarse:min-h-11";

/** A row of the account menu that leads somewhere. */
export function AccountLink({ icon, href, children }: { icon: IconName; href: string; children: string }) {
  return (
    <NearLink href={href} className={rowClass}>
      <Icon name={icon} className="size-4 text-text-muted" />
      {children}
    </NearLink>
  );
}

/** A row of the account menu that sends a form, such as signing out. */
export function AccountAction({ icon, children }: { icon: IconName; children: string }) {
  return (
    <button type="submit" className={rowClass}>
      <Icon name={icon} className="size-4 text-text-muted" />
      {children}
    </button>
  );
}

import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { initials } from "./company-head";
import { CreateList } from "./create-list";
import type { NavigationItem } from "./navigation";
import { PopoverPanel } from "./popover-panel";

export type ShellUser = { name: string; email: string; role: string };

export type TopBarProps = {
  user: ShellUser;
  create?: NavigationItem[];
  timer?: ReactNode;
  search?: ReactNode;
  actions?: ReactNode;
  account?: ReactNode;
  drawerId: string;
};

/** The banner: search, the running timer, what can be made, and whose account it is. */
export function TopBar({ user, create = [], timer, search, actions, account, drawerId }: TopBarProps) {
  return (
    <header className="sticky top-0 z-20 border-b border-border bg-surface pt-[env(safe-area-inset-top)] print:hidden">
      <div className="flex min-h-14 items-center gap-2 px-3 sm:gap-3 sm:px-6">
        <IconButton icon="menu" label="Open navigation" popoverTarget={drawerId} className="md:hidden" />
        <div className="min-w-0 flex-1">{search}</div>
        {timer}
        {actions}
        {create.length > 0 ? (
          <div className="max-md:hidden">
            <button type="button" popoverTarget="create-menu" className={buttonClass("primary")}>
              <Icon name="plus" />
              New
            </button>
            <PopoverPanel id="create-menu" place="top-right">
              <CreateList items={create} />
            </PopoverPanel>
          </div>
        ) : null}
        <AccountMenu user={user}>{account}</AccountMenu>
      </div>
    </header>
  );
}

function AccountMenu({ user, children }: { user: ShellUser; children: ReactNode }) {
  return (
    <div>
      <button
        type="button"
        popoverTarget="account-menu"
        aria-label={`Account of ${user.name}`}
        title={user.name}
        className="group/account flex size-8 items-center justify-center rounded-full pointer-coarse:size-11"
      >
        <span className="flex size-8 items-center justify-center rounded-full border border-border bg-surface-3 text-xs font-semibold text-text group-hover/account:border-border-strong">
          {initials(user.name)}
        </span>
      </button>
      <PopoverPanel id="account-menu" place="top-right">
        <div className="border-b border-border px-3.5 py-3">
          <p className="font-semibold break-words">{user.name}</p>
          <p className="text-sm break-all text-text-muted">{user.email}</p>
          <p className="mt-0.5 text-sm text-text-muted">{user.role}</p>
        </div>
        <div className="p-1">{children}</div>
      </PopoverPanel>
    </div>
  );
}

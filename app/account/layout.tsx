import type { ReactNode } from "react";
import { BrandMark } from "@/components/layout/brand-mark";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { NearLink } from "@/components/ui/near-link";
import { SkipLink } from "@/components/ui/skip-link";
import { mySeats, requireUser } from "@/lib/doors/page";
import { signOut } from "../(auth)/actions";

/** The frame of one's own account, which belongs to no company. Each page enters by a door of its own. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const [user, [first, ...others]] = await Promise.all([requireUser(), mySeats()]);
  return (
    <>
      <SkipLink />
      <header className="border-b border-border bg-surface pt-[env(safe-area-inset-top)] print:hidden">
        <div className="mx-auto flex min-h-14 max-w-4xl items-center gap-3 px-4 sm:px-6">
          <BrandMark />
          <NearLink
            href="/companies"
            className="flex min-h-8 min-w-0 flex-1 items-center gap-1 rounded-md font-medium text-text-muted hover:text-text pointer-coarse:min-h-11"
          >
            <Icon name="chevron-left" className="size-4 shrink-0" />
            <span className="truncate">{first && others.length === 0 ? first.company.name : "Your companies"}</span>
          </NearLink>
          <p className="min-w-0 truncate font-semibold max-sm:hidden">{user.name}</p>
          <form action={signOut}>
            <Button type="submit" icon="log-out">
              Sign out
            </Button>
          </form>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-4xl px-4 py-6 outline-none sm:px-6 print:p-0">
        {children}
      </main>
    </>
  );
}

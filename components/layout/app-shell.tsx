import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { SkipLink } from "@/components/ui/skip-link";
import { BottomBar } from "./bottom-bar";
import { type Company, CompanyHead } from "./company-head";
import { NavList } from "./nav-list";
import type { NavigationGroup, NavigationItem } from "./navigation";
import { ShellFrame } from "./shell-frame";
import { type ShellUser, TopBar } from "./top-bar";

export type AppShellProps = {
  company: Company;
  /** The other companies of this person; choosing one loads a new document. */
  companies?: { name: string; href: string }[];
  navigation: NavigationGroup[];
  /** Home, Time, Invoices for the bar at a phone's bottom: up to three, the first two before the plus. */
  shortcuts: NavigationItem[];
  /** What the plus makes. */
  create?: NavigationItem[];
  user: ShellUser;
  timer?: ReactNode;
  search?: ReactNode;
  /** Beside the create button in the top bar. */
  actions?: ReactNode;
  /** In the account menu: theme switch, links, the form that signs out. */
  account?: ReactNode;
  /** Across the top, above everything: support mode, read only. */
  notice?: ReactNode;
  children: ReactNode;
};

const drawerId = "navigation";

/** The frame of the signed-in product. All of it is drawn on the server; its links and popovers work before any script. */
export async function AppShell(props: AppShellProps) {
  const collapsed = (await cookies()).get("sidebar")?.value === "collapsed";
  return (
    <>
      <SkipLink />
      <ShellFrame
        collapsed={collapsed}
        drawerId={drawerId}
        sidebar={
          <nav aria-label="Main" className="pb-4">
            <CompanyHead company={props.company} companies={props.companies ?? []} drawerId={drawerId} />
            <div className="px-2">
              <NavList navigation={props.navigation} drawerId={drawerId} />
            </div>
          </nav>
        }
      >
        <div className="flex min-h-dvh min-w-0 flex-col print:block">
          <TopBar {...props} drawerId={drawerId} />
          {props.notice}
          <main
            id="main"
            tabIndex={-1}
            className="mx-auto w-full max-w-[90rem] flex-1 overflow-x-clip px-4 py-6 outline-none max-md:pb-28 sm:px-6 print:max-w-none print:p-0"
          >
            {props.children}
          </main>
        </div>
      </ShellFrame>
      <BottomBar shortcuts={props.shortcuts} create={props.create ?? []} drawerId={drawerId} />
    </>
  );
}

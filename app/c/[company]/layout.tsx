import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { AppShell } from "@/components/layout/app-shell";
import { AccountAction, AccountLink, type Theme, ThemeSwitch } from "@/components/layout/theme-switch";
import { enter, isFactorWanted, mySeats, requireUser } from "@/lib/doors/page";
import { chooseTheme, signOut } from "../../(auth)/actions";
import { AccessNotice } from "./access-notice";
import { FactorWanted } from "./factor-wanted";
import { makingsFor, navigationFor, shortcutsFor } from "./navigation";
import { TimerSlot } from "./timer-slot";

/** The shell around every page of a company. It guards nothing: each page and action enters by its own door. */
export default async function CompanyLayout(props: { params: Promise<{ company: string }>; children: ReactNode }) {
  const scope = await enter(props.params, "company.read");
  const [user, seats, jar] = await Promise.all([requireUser(), mySeats(), cookies()]);
  const theme = jar.get("theme")?.value;
  const wanted = await isFactorWanted(scope.company.slug);
  const others = seats.filter(({ company }) => company.id !== scope.company.id);
  return (
    <AppShell
      company={scope.company}
      companies={others.map(({ company }) => ({ name: company.name, href: `/c/${company.slug}` }))}
      navigation={navigationFor(scope)}
      shortcuts={shortcutsFor(scope)}
      create={makingsFor(scope)}
      user={{ name: scope.member.name, email: user.email, role: scope.member.role }}
      timer={scope.can("timer.use") ? <TimerSlot params={props.params} /> : null}
      notice={<AccessNotice scope={scope} />}
      account={
        <>
          <ThemeSwitch
            action={chooseTheme}
            current={(theme === "light" || theme === "dark" ? theme : "system") as Theme}
          />
          <AccountLink icon="shield-check" href="/account/security">
            Your account
          </AccountLink>
          <form action={signOut}>
            <AccountAction icon="log-out">Sign out</AccountAction>
          </form>
        </>
      }
    >
      {wanted ? <FactorWanted /> : null}
      {props.children}
    </AppShell>
  );
}

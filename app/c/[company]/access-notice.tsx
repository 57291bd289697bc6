import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/text-link";
import type { Scope } from "@/lib/access/scope";

/** Across every page, for who can do something about it: a payment that is overdue, loudly, and a trial under way, quietly. */
export function AccessNotice({ scope }: { scope: Scope<"company.read"> }) {
  const { access, slug } = scope.company;
  if (!scope.can("billing.read")) return null;
  if (access.state === "grace") return <GraceNotice home={`/c/${slug}`} daysLeft={access.daysLeft} />;
  if (access.state !== "open" || access.trialDaysLeft === null) return null;
  return (
    <section
      aria-label="Trial"
      className="border-b border-border bg-surface-2 px-4 py-1.5 text-sm text-text-muted sm:px-6 print:hidden"
    >
      <p>
        {`${days(access.trialDaysLeft)} left in the trial. `}
        <TextLink href={`/c/${slug}/plan`}>Plan and prices</TextLink>
      </p>
    </section>
  );
}

function GraceNotice({ home, daysLeft }: { home: string; daysLeft: number }) {
  return (
    <section
      aria-label="Payment overdue"
      className="flex gap-3 border-b border-warning-fg/25 bg-warning-bg px-4 py-2.5 sm:px-6 print:hidden"
    >
      <Icon name="triangle-alert" className="mt-0.5 size-4 text-warning-fg" />
      <p className="min-w-0 text-pretty">
        <strong className="font-semibold">{`The payment for EZ360PM is overdue. ${days(daysLeft)} left. `}</strong>
        After that the company is locked until it is paid; nothing is deleted.{" "}
        <TextLink href={`${home}/plan`}>See the plan</TextLink>
      </p>
    </section>
  );
}

function days(count: number): string {
  return `${count} ${count === 1 ? "day" : "days"}`;
}

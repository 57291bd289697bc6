import { Moment } from "@/components/display/moment";
import { Money } from "@/components/display/money";
import { DescriptionList } from "@/components/ui/description-list";
import { Icon } from "@/components/ui/icon";
import type { Scope } from "@/lib/access/scope";
import { formatDay } from "@/lib/kernel/dates";
import type { getPeriod } from "@/lib/ledger/queries";
import { type CloseFacts, closeFacts } from "@/lib/reconciliation/close-facts";
import { sealPeriod } from "@/lib/reconciliation/period-seal";
import { standingOf } from "./checklist";

type PeriodRecord = Awaited<ReturnType<typeof getPeriod>>;

/** What was closed, by whom, on what evidence, and whether the books still are what they were then. */
export function Certificate(props: {
  scope: Scope<"periods.read">;
  record: PeriodRecord;
  closed: Record<string, unknown> | undefined;
}) {
  const { scope, record, closed } = props;
  const { period, closedByName } = record;
  const facts = closeFacts.safeParse(closed);
  return (
    <article
      aria-label={`Certificate of the close of ${period.name}`}
      className="rounded-xl border border-border-strong bg-surface p-1.5 shadow-1 print:shadow-none"
    >
      <div className="space-y-6 rounded-lg border border-border px-4 py-6 sm:px-8 sm:py-8">
        <header className="text-center">
          <span className="inline-flex size-12 items-center justify-center rounded-full bg-success-bg text-success-fg">
            <Icon name="lock" className="size-6" />
          </span>
          <p className="mt-3 text-sm text-text-muted">{scope.company.name}</p>
          <h2 className="mt-1 text-2xl font-semibold tracking-tight">{period.name} is closed</h2>
          <p className="mt-1 text-text-muted">
            {formatDay(period.startsOn)} to {formatDay(period.endsOn)}
          </p>
          <p className="mt-3">
            Closed by <strong className="font-semibold">{closedByName ?? "a former member"}</strong>
            {period.closedAt ? (
              <>
                {" on "}
                <Moment at={period.closedAt} timeZone={scope.company.timeZone} />
              </>
            ) : null}
          </p>
        </header>
        {period.closeNote ? (
          <blockquote className="mx-auto max-w-[60ch] border-l-2 border-border-strong pl-4 whitespace-pre-line text-pretty">
            {period.closeNote}
          </blockquote>
        ) : null}
        {facts.success ? (
          <>
            <CheckedThen checklist={facts.data.checklist} />
            <Seal scope={scope} period={period} seal={facts.data.seal} />
          </>
        ) : null}
      </div>
    </article>
  );
}

function CheckedThen({ checklist }: Pick<CloseFacts, "checklist">) {
  return (
    <section className="mx-auto max-w-lg">
      <h3 className="font-semibold">As it was at the close</h3>
      <ul className="mt-2 divide-y divide-border">
        {checklist.map((point) => {
          const standing = standingOf(point);
          return (
            <li key={point.key} className="flex items-baseline gap-2.5 py-1.5">
              <Icon
                name={standing.icon}
                className={`size-4 translate-y-0.5 ${standing.tone === "success" ? "text-success-fg" : "text-warning-fg"}`}
              />
              <span className="min-w-0 flex-1">{point.title}</span>
              <span className="text-right text-text-muted tabular-nums">
                {point.count === 0 ? point.settled : point.count.toLocaleString("en-US")}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The seal of the close beside the one of this moment: equal, or it says that they are not. */
async function Seal(props: { scope: Scope<"periods.read">; period: PeriodRecord["period"]; seal: CloseFacts["seal"] }) {
  const { scope, period, seal } = props;
  const now = await sealPeriod(scope, period);
  const holds = now.fingerprint === seal.fingerprint;
  return (
    <section className="mx-auto max-w-lg border-t border-border pt-5">
      <DescriptionList
        items={[
          { term: "Entries", value: seal.entries.toLocaleString("en-US"), numeric: true },
          { term: "Debits, equal to credits", value: <Money cents={seal.postedCents} currency />, numeric: true },
          { term: "Trial balance at the end", value: <Money cents={seal.balanceCents} currency />, numeric: true },
          {
            term: "Fingerprint of the books",
            value: <span className="font-mono text-sm break-all">{shortPrint(seal.fingerprint)}</span>,
          },
        ]}
      />
      <p className={`mt-4 flex items-start gap-2 ${holds ? "text-success-fg" : "text-danger-fg"}`}>
        <Icon name={holds ? "shield-check" : "shield-alert"} className="mt-0.5 size-4" />
        <span className="text-pretty">
          {holds
            ? "Computed again just now: the books of this period are exactly as they were closed."
            : "Computed again just now: the balances are no longer those of the close. Entries on earlier days that no closed period covers have changed them."}
        </span>
      </p>
    </section>
  );
}

/** `3f9a 01bc 77de 5502`: enough for eyes to compare; the whole of it is in the audit log. */
function shortPrint(fingerprint: string): string {
  return fingerprint.slice(0, 16).replace(/(.{4})(?=.)/g, "$1 ");
}

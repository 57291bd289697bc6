import { Moment } from "@/components/display/moment";
import { Money } from "@/components/display/money";
import { DescriptionList } from "@/components/ui/description-list";
import { Icon } from "@/components/ui/icon";
import type { Scope } from "@/lib/access/scope";
import { formatDay } from "@/lib/kernel/dates";
import type { getPeriod } from "@/lib/ledger/queries";
import { type CloseFacts, closeFacts } from "@/lib/reconciliation/close-facts";
import { fingerprintOf, listSeals } from "@/lib/reconciliation/period-seal";
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
      className="rounded-xl border border-border-strong bg-surface p-1.5 shadow-1 print:border-0 print:p-0 print:shadow-none"
    >
      <div className="space-y-6 break-inside-avoid rounded-lg border border-border px-4 py-6 sm:px-8 sm:py-8">
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
              <span className="min-w-0 flex-1">
                {point.title}
                {point.reason ? <span className="block text-sm text-text-muted">{point.reason}</span> : null}
              </span>
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
  const state = (await listSeals(scope)).find((one) => one.periodId === period.id);
  const isSealed = Boolean(state?.expected);
  const holds = isSealed
    ? state?.expected === state?.found && state?.expected === seal.digest
    : seal.digest === "" && (await fingerprintOf(scope, period)) === seal.fingerprint;
  const print = isSealed
    ? { term: "Digest", value: <Print text={state?.expected ?? ""} /> }
    : { term: "Fingerprint of the balances", value: <Print text={seal.fingerprint} /> };
  const before = state?.previousDigest ? <Print text={state.previousDigest} /> : "None, the chain begins here";
  return (
    <section className="mx-auto max-w-lg space-y-4 border-t border-border pt-5">
      <DescriptionList
        items={[
          { term: "Entries", value: seal.entries.toLocaleString("en-US"), numeric: true },
          { term: "Debits, equal to credits", value: <Money cents={seal.postedCents} currency />, numeric: true },
          { term: "Trial balance at the end", value: <Money cents={seal.balanceCents} currency />, numeric: true },
        ]}
      />
      <DescriptionList
        layout="lines"
        items={isSealed ? [print, { term: "Digest of the period before", value: before }] : [print]}
      />
      {isSealed ? null : (
        <p className="text-sm text-text-muted">
          This period was closed before entries were sealed one by one. Its balances can be proved, not each entry.
        </p>
      )}
      <p className={`flex items-start gap-2 ${holds ? "text-success-fg" : "text-danger-fg"}`}>
        <Icon name={holds ? "shield-check" : "shield-alert"} className="mt-0.5 size-4" />
        <span className="text-pretty">{holds ? sentences.holds : sentences.broken}</span>
      </p>
    </section>
  );
}

const sentences = {
  holds: "Computed again just now: the books of this period are exactly as they were closed.",
  broken:
    "Computed again just now: the books of this period are no longer those of the close. The proof names what differs.",
};

/** `3f9a01bc 77de5502 …`: to be read aloud, and to be typed in from paper. */
function Print({ text }: { text: string }) {
  return <span className="font-mono text-xs break-words">{text.replace(/(.{8})(?=.)/g, "$1 ")}</span>;
}

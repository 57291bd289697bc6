import { Minutes } from "@/components/display/minutes";
import { Money } from "@/components/display/money";
import { Stat } from "@/components/ui/stat";
import { formatMinutes } from "@/lib/kernel/decimal-text";
import type { CompanyFigures } from "./company-figures";
import { moneyHref } from "./money-href";

/** The figures of the day. Each leads to the rows that it is the sum of. */
export function Figures(props: { home: string; figures: CompanyFigures; week: { minutes: number; href: string } }) {
  const { home, figures, week } = props;
  const { owed, unbilled, cash } = figures;
  const { from, to } = cash.lastDays;
  const rateless = unbilled.entriesWithoutRate;
  return (
    <div className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-3 xl:grid-cols-5">
      <Stat
        label="Open"
        value={<Money cents={owed.open.cents} currency />}
        hint={invoices(owed.open.count)}
        href={`${home}/invoices?status=open`}
      />
      <Stat
        label="Overdue"
        value={<Money cents={owed.overdue.cents} currency />}
        hint={invoices(owed.overdue.count)}
        tone={owed.overdue.count > 0 ? "danger" : "plain"}
        href={`${home}/invoices?status=overdue`}
      />
      <Stat
        label="Unbilled time"
        value={<Money cents={unbilled.cents} currency />}
        hint={`${formatMinutes(unbilled.minutes)} h at today’s rates${rateless > 0 ? `, ${rateless} without a rate` : ""}`}
        href={`${home}/invoices/from-time`}
      />
      <Stat
        label="Received in 30 days"
        value={<Money cents={cash.lastDays.cents} currency />}
        hint="Payments less refunds, without voided ones"
        href={moneyHref(home, figures, { from, to })}
      />
      <Stat label="My week" value={<Minutes value={week.minutes} />} hint="Hours, Monday to Sunday" href={week.href} />
    </div>
  );
}

function invoices(count: number): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? "invoice" : "invoices"}`;
}

import { CashChart } from "@/components/accounting/cash-chart";
import { BarMeter } from "@/components/ui/bar-meter";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { formatDollars } from "@/lib/kernel/decimal-text";
import { ageBuckets, bucketLabels } from "@/lib/reports/age-buckets";
import type { CompanyFigures } from "./company-figures";
import { moneyHref } from "./money-href";

const colours = [2, 1, 3, 6, 4] as const;

/** Who owes since when, and what came in. */
export function MoneyCards({ home, figures }: { home: string; figures: CompanyFigures }) {
  const { owed, cash } = figures;
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <Card
        title="Received by month"
        description="Payments less refunds, by the day the money moved, in US dollars"
        actions={
          <TextLink href={`${home}/payments`} className="text-sm">
            Payments
          </TextLink>
        }
      >
        <CashChart
          caption="Payments received by month"
          months={cash.months}
          hrefOf={(month) => moneyHref(home, figures, month)}
        />
      </Card>
      <Card
        title="Open by age"
        description="Days after the due day"
        actions={
          figures.seesReports ? (
            <TextLink href={`${home}/reports/ar-aging`} className="text-sm">
              A/R aging
            </TextLink>
          ) : null
        }
      >
        {owed.open.count === 0 ? (
          <p className="text-text-muted">Nothing is open.</p>
        ) : (
          <BarMeter
            label="Open amounts by age"
            parts={ageBuckets.map((bucket, index) => ({
              label: bucketLabels[bucket],
              value: owed.ages[bucket],
              text: formatDollars(owed.ages[bucket]),
              colour: colours[index] ?? 1,
              href: figures.seesReports ? `${home}/reports/ar-aging?bucket=${bucket}` : `${home}/invoices?status=open`,
            }))}
          />
        )}
      </Card>
    </div>
  );
}

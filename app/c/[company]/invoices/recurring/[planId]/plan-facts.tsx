import { Day } from "@/components/display/day";
import { Money } from "@/components/display/money";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { TextLink } from "@/components/ui/text-link";
import { formatQuantity } from "@/lib/kernel/decimal-text";
import { projectLabel } from "@/lib/projects/project";
import { rhythmWords } from "@/lib/recurring/plan";
import { planTotals } from "@/lib/recurring/plan-totals";
import type { getPlan } from "@/lib/recurring/queries";

type Found = Awaited<ReturnType<typeof getPlan>>;

/** When it makes what. */
export function PlanFacts({ home, found }: { home: string; found: Found }) {
  const { plan, client, lines, projectNumber: number, projectName: name } = found;
  const totals = planTotals(plan, lines);
  const project = plan.projectId && number !== null && name !== null ? projectLabel({ number, name }) : null;
  return (
    <Card title="The plan">
      <DescriptionList
        items={[
          { term: "Client", value: <TextLink href={`${home}/clients/${client.id}`}>{client.name}</TextLink> },
          ...(project
            ? [{ term: "Project", value: <TextLink href={`${home}/projects/${plan.projectId}`}>{project}</TextLink> }]
            : []),
          { term: "Repeats", value: rhythmWords(plan) },
          { term: "From", value: <Day value={plan.startsOn} /> },
          { term: "Ends", value: endOf(plan) },
          { term: "Each invoice", value: plan.issuesAutomatically ? "Is issued" : "Waits as a draft" },
          { term: "Due", value: `${plan.dueDays} days after its date` },
          { term: "Total", value: <Money cents={totals.totalCents} currency />, numeric: true },
        ]}
      />
      <ul className="mt-5 divide-y divide-border border-t border-border">
        {lines.map((line) => (
          <li key={line.position} className="flex justify-between gap-6 py-2">
            <span className="min-w-0 break-words whitespace-pre-line">{line.description}</span>
            <span className="tabular-nums text-text-muted">
              {formatQuantity(line.quantity)} × <Money cents={line.unitPriceCents} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function endOf({ endsOn, occurrences }: Found["plan"]) {
  if (endsOn) return <Day value={endsOn} />;
  return occurrences ? `After ${occurrences} ${occurrences === 1 ? "invoice" : "invoices"}` : "Never";
}

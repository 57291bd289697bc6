import { Day } from "@/components/display/day";
import { Minutes } from "@/components/display/minutes";
import { Money } from "@/components/display/money";
import { BarMeter } from "@/components/ui/bar-meter";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { TextLink } from "@/components/ui/text-link";
import { formatMinutes } from "@/lib/kernel/decimal-text";
import type { getProject } from "@/lib/projects/queries";
import type { sumProjectTime } from "@/lib/time/project-time";

type Project = Awaited<ReturnType<typeof getProject>>;
type Time = Awaited<ReturnType<typeof sumProjectTime>>;

export function ProjectFacts({ home, project, withMoney }: { home: string; project: Project; withMoney: boolean }) {
  const members = project.members.map((member) => (member.isActive ? member.name : `${member.name} (left)`));
  const money = [
    { term: "Billing", value: project.billing === "flat" ? "Flat fee" : "Hourly" },
    project.billing === "flat"
      ? { term: "Flat fee", value: <Money cents={project.flatFeeCents ?? 0} currency />, numeric: true }
      : {
          term: "Hourly rate",
          value:
            project.hourlyRateCents === null ? "Each member's own" : <Money cents={project.hourlyRateCents} currency />,
          numeric: true,
        },
  ];
  return (
    <Card title="Details">
      <DescriptionList
        items={[
          {
            term: "Client",
            value: <TextLink href={`${home}/clients/${project.clientId}`}>{project.clientName}</TextLink>,
          },
          ...(withMoney ? money : []),
          { term: "Due", value: <Day value={project.dueOn} /> },
          {
            term: "Offers",
            value: (
              <>
                <TextLink href={`${home}/estimates?project=${project.id}`}>Estimates</TextLink>
                {", "}
                <TextLink href={`${home}/proposals?project=${project.id}`}>Proposals</TextLink>
              </>
            ),
          },
          { term: "Members", value: members.join(", ") || "–" },
        ]}
      />
      {project.description ? (
        <p className="mt-4 max-w-[70ch] break-words whitespace-pre-line text-text-muted">{project.description}</p>
      ) : null}
    </Card>
  );
}

/** Time by how far it has come, against the budget where there is one. */
export function ProjectTime({ time, budgetMinutes }: { time: Time; budgetMinutes: number | null }) {
  const inWork = time.minutes - time.billedMinutes - time.unbilledMinutes;
  const left = budgetMinutes === null ? null : budgetMinutes - time.minutes;
  return (
    <Card
      title="Time"
      description={
        left === null ? (
          <>
            <Minutes value={time.minutes} /> in all, <Minutes value={time.billableMinutes} /> of it billable
          </>
        ) : (
          <>
            <Minutes value={time.minutes} /> of <Minutes value={budgetMinutes ?? 0} />,{" "}
            {left >= 0 ? (
              <>
                <Minutes value={left} /> left
              </>
            ) : (
              <strong className="font-semibold text-danger-fg">
                <Minutes value={-left} /> over budget
              </strong>
            )}
          </>
        )
      }
    >
      <BarMeter
        label={`Time used: ${formatMinutes(time.minutes)}${budgetMinutes === null ? "" : ` of ${formatMinutes(budgetMinutes)}`}`}
        total={Math.max(budgetMinutes ?? 0, time.minutes)}
        parts={[
          { label: "Billed", value: time.billedMinutes, text: formatMinutes(time.billedMinutes), colour: 2 },
          { label: "To invoice", value: time.unbilledMinutes, text: formatMinutes(time.unbilledMinutes), colour: 1 },
          { label: "Not approved or not billable", value: inWork, text: formatMinutes(inWork), colour: 3 },
        ]}
      />
    </Card>
  );
}

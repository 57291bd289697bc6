import { Minutes } from "@/components/display/minutes";
import { Card } from "@/components/ui/card";
import { Stat, StatRow } from "@/components/ui/stat";
import { TextLink } from "@/components/ui/text-link";
import type { Scope } from "@/lib/access/scope";
import { listProjectChoices } from "@/lib/projects/queries";
import { findTimer } from "@/lib/time/timer-queries";

/** What a member without further rights sees: the own week, the own timer, the projects assigned. */
export async function MyWork(props: {
  scope: Scope<"timer.use" | "projects.read">;
  home: string;
  week: { minutes: number; href: string };
}) {
  const { scope, home, week } = props;
  const [timer, projects] = await Promise.all([findTimer(scope), listProjectChoices(scope)]);
  const state = timer ? (timer.resumedAt ? "Running" : "Paused") : "Not running";
  return (
    <>
      <StatRow>
        <Stat
          label="My week"
          value={<Minutes value={week.minutes} />}
          hint="Hours, Monday to Sunday"
          href={week.href}
        />
        <Stat
          label="Timer"
          value={state}
          hint={timer?.projectLabel ?? "Start it at the top of any page"}
          href={`${home}/time`}
        />
      </StatRow>
      <Card title="My projects">
        {projects.length === 0 ? (
          <p className="text-text-muted">You are not assigned to an open project yet. A manager assigns you.</p>
        ) : (
          <ul className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
            {projects.map((project) => (
              <li key={project.id} className="min-w-0">
                <TextLink href={`${home}/projects/${project.id}`}>{project.label}</TextLink>
                <span className="block text-sm text-text-muted">{project.clientName}</span>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}

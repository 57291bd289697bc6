import { Day } from "@/components/display/day";
import { Minutes } from "@/components/display/minutes";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { listProjectsOfItem } from "@/lib/time/item-projects";

type Used = Awaited<ReturnType<typeof listProjectsOfItem>>;

/** Where a service is in use, so that whoever changes or deactivates it knows whom it touches. */
export function ItemProjects({ home, projects }: { home: string; projects: Used }) {
  return (
    <Card title="Used lately" description="Time of the last 90 days, by project.">
      {projects.length === 0 ? (
        <p className="text-text-muted">No time was entered on it.</p>
      ) : (
        <ul className="divide-y divide-border">
          {projects.map((project) => (
            <li key={project.projectId} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
              <span className="min-w-0 break-words">
                <TextLink href={`${home}/projects/${project.projectId}`}>{project.projectLabel}</TextLink>
                <span className="block text-sm text-text-muted">{project.clientName}</span>
              </span>
              <span className="text-right tabular-nums">
                <Minutes value={project.minutes} />
                <span className="block text-sm text-text-muted">
                  {project.lastOn ? (
                    <>
                      last on <Day value={project.lastOn} />
                    </>
                  ) : null}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

import { listItemChoices } from "@/lib/catalog/queries";
import { enter } from "@/lib/doors/page";
import { listProjectChoices } from "@/lib/projects/queries";
import { listRecentWork } from "@/lib/time/timer-queries";
import { projectOption, serviceOptions } from "../options";

/** How many projects the panel opens with; the rest are found by typing. */
const projectsAtOnce = 30;

/** What the timer can be started on, asked for when its panel is opened: no page waits for it. */
export async function GET(_request: Request, { params }: RouteContext<"/c/[company]/time/timer-choices">) {
  const scope = await enter(params, "timer.use", "projects.read", "catalog.read");
  const [recent, projects, services] = await Promise.all([
    listRecentWork(scope),
    listProjectChoices(scope, "", projectsAtOnce),
    listItemChoices(scope, { kind: "service" }),
  ]);
  return Response.json({ recent, projects: projects.map(projectOption), services: serviceOptions(scope, services) });
}

import { enter } from "@/lib/doors/page";
import { listRequest } from "@/lib/kernel/listing";
import { listProjectChoices } from "@/lib/projects/queries";
import { projectOption } from "../../time/options";

/** The projects that match what is being typed into a picker: `?q=`. */
export async function GET(request: Request, { params }: RouteContext<"/c/[company]/projects/choices">) {
  const scope = await enter(params, "projects.read");
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const { search } = listRequest(query, { sorts: ["number"], defaultSort: "number" });
  const choices = await listProjectChoices(scope, search, 30);
  return Response.json(choices.map(projectOption));
}

import { takePolicyReports } from "@/lib/doors/policy-reports";

/** Browsers post here by themselves. Nobody reads the answer, and whoever tries things out learns nothing from it. */
export async function POST(request: Request): Promise<Response> {
  await takePolicyReports(request);
  return new Response(null, { status: 204 });
}

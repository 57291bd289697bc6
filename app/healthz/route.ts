import { isHealthy } from "@/lib/doors/health";

export async function GET(): Promise<Response> {
  const healthy = await isHealthy();
  return Response.json(
    { status: healthy ? "pass" : "fail" },
    { status: healthy ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}

import { env } from "@/lib/env";
import { version } from "@/package.json";

export const dynamic = "force-dynamic";

export function GET(): Response {
  return Response.json(
    { name: "EZ360PM", version, environment: env().EZ360_PROFILE },
    { headers: { "cache-control": "no-store" } },
  );
}

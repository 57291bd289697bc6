import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/doors/session";

/** Settings are read when somebody asks, not when the product is built. */
function handler(request: NextRequest, context: RouteContext<"/api/auth/[...nextauth]">) {
  if (goals(request).some((goal) => !isAddress(goal))) return new Response("This leads nowhere.\n", { status: 400 });
  return NextAuth(request, context, authOptions());
}

/** Where next-auth would go on to; for what is no address it answers 500, as if the product were set up wrongly. */
function goals(request: NextRequest): string[] {
  const cookies = ["next-auth.callback-url", "__Secure-next-auth.callback-url"];
  const kept = cookies.map((name) => request.cookies.get(name)?.value);
  return [request.nextUrl.searchParams.get("callbackUrl"), ...kept].filter((goal) => typeof goal === "string");
}

function isAddress(goal: string): boolean {
  const text = goal.startsWith("/") ? `http://localhost${goal}` : goal;
  return goal === "" || (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol));
}

export { handler as GET, handler as POST };

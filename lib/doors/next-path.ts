/**
 * Where to go after signing in. Only to a page of our own, as a browser will read the path, not as it is spelled: an open
 * redirect would lend our name to somebody else's page. Anything else leads to the companies.
 */
export function safeNext(next: string | string[] | undefined): string {
  const home = "http://here.invalid";
  const path =
    typeof next === "string" && next.startsWith("/") && URL.canParse(next, home) ? new URL(next, home) : null;
  const isOurs = path?.origin === home && !path.pathname.startsWith("//") && !path.pathname.startsWith("/api");
  return path && isOurs ? path.pathname + path.search : "/companies";
}

import { missing, type Permission, planFor } from "@/lib/access/permissions";
import { companyFiles, companyPages } from "@/lib/access/route-table";
import { openAccess } from "@/lib/kernel/company-access";
import { type IdKind, idPrefixes } from "@/lib/kernel/ids";
import { type Plan, plans } from "@/lib/kernel/plans";
import { type Role, roles } from "@/lib/kernel/roles";
import { type Answer, type Ask, answerTo, status } from "./asking";
import { idsOf, type Rival } from "./rivals";

export type CompanyRoute = { pattern: string; kind: "page" | "file"; rights: readonly Permission[] };

/** What a parameter names where its name does not say the kind itself. */
const named: Record<string, IdKind> = {
  itemId: "catalogItem",
  entryId: "journalEntry",
  planId: "recurringPlan",
  templateId: "documentTemplate",
  categoryId: "expenseCategory",
};

/** Where a parameter is a day and no record. */
const days: Record<string, string> = { endsOn: "2026-12-31" };

/** Parameters by which pages find a record; each is asked with the other company's. */
const questions: Record<string, IdKind> = {
  ...{ client: "client", project: "project", vendor: "vendor", invoice: "invoice", payment: "payment" },
  ...{ service: "catalogItem", member: "member", copy: "invoice", bill: "bill", account: "account" },
};

/** What a page must be asked with; without it there is nothing that it would draw. */
const asks: Record<string, string> = { "/c/[company]/reports/lines": "?of=receipts" };

export const companyRoutes: CompanyRoute[] = [
  ...Object.entries(companyPages).map(([pattern, rights]) => ({ pattern, kind: "page" as const, rights })),
  ...Object.entries(companyFiles).map(([pattern, rights]) => ({ pattern, kind: "file" as const, rights })),
];

/** Pattern → the path with records of one's own that open it, found as the owner. */
export async function ownPaths(rival: Rival): Promise<Map<string, string>> {
  const ids = await idsOf(rival);
  const found = await Promise.all(
    companyRoutes.map(async ({ pattern }) => [pattern, await openingPath(pattern, rival, ids)] as const),
  );
  const closed = found.flatMap(([pattern, path]) => (path === null ? [pattern] : []));
  if (closed.length > 0) throw new Error(`No record of ${rival.name} opens ${closed.join(", ")}`);
  return new Map(found.map(([pattern, path]) => [pattern, path ?? ""]));
}

async function openingPath(pattern: string, rival: Rival, ids: Map<string, string[]>): Promise<string | null> {
  const parameters = parametersOf(pattern);
  if (parameters.length === 0) return pathOf(pattern, rival, []);
  for (const values of candidates(parameters, ids)) {
    const path = pathOf(pattern, rival, values);
    const { status } = await answerTo({ path, cookie: rival.cookies.owner });
    if (status === 200) return path;
  }
  return null;
}

/** Each route as each of the company's own people and as nobody, on the plans that make a difference to it. */
export function ownAsks(own: Rival, other: Rival, plan: Plan, paths: Map<string, string>): Ask[] {
  return companyRoutes
    .filter(({ rights }) => plan === plans.at(-1) || rights.some((right) => planFor(right) !== plans[0]))
    .flatMap((route) => {
      const path = paths.get(route.pattern) ?? "";
      const title = (who: string) => `${who} of ${own.name}, ${plan}: ${path}`;
      const people = roles.map((role) => ({
        ...{ title: title(role), path, cookie: own.cookies[role], strangers: [other] },
        wrong: expected(route, role, plan, own),
      }));
      const nobody = { title: title("nobody"), path, cookie: null, strangers: [own, other], wrong: signedOut(route) };
      return plan === plans.at(-1) ? [...people, nobody] : people;
    });
}

/** The company's owner with records of the other in each parameter, in the path and behind it. */
export async function foreignRecordAsks(own: Rival, other: Rival): Promise<Ask[]> {
  const ids = await idsOf(other);
  return companyRoutes.flatMap(({ pattern }) => {
    const common = { cookie: own.cookies.owner, strangers: [other] };
    const swapped = candidates(parametersOf(pattern), ids)
      .slice(0, 3)
      .filter(() => parametersOf(pattern).some((name) => !days[name]))
      .map((values) => ({ ...common, path: pathOf(pattern, own, values), wrong: status(404) }));
    const asked = Object.entries(questions).flatMap(([name, kind]) => {
      const id = ids.get(idPrefixes[kind])?.[0];
      return id && parametersOf(pattern).length === 0
        ? [{ ...common, path: withQuery(pathOf(pattern, own, []), `${name}=${id}`), wrong: () => null }]
        : [];
    });
    return [...swapped, ...asked].map((ask) => ({ ...ask, title: `owner of ${own.name}: ${ask.path}` }));
  });
}

/** Everything of a company as the other's owner: as a navigation, as the router asks, and round the middleware. */
export function foreignCompanyAsks(own: Rival, other: Rival, pathsOfOther: Map<string, string>): Ask[] {
  const ways: Record<string, Record<string, string>> = {
    plain: {},
    router: { rsc: "1" },
    "round the middleware": { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
  };
  return companyRoutes.flatMap(({ pattern }) =>
    Object.entries(ways).map(([way, headers]) => {
      const plain = pathsOfOther.get(pattern) ?? "";
      const path = way === "router" ? withQuery(plain, "_rsc") : plain;
      const common = { path, cookie: own.cookies.owner, strangers: [other], headers };
      return { ...common, title: `owner of ${own.name}, ${way}: ${path}`, wrong: notFound };
    }),
  );
}

/** The router is answered 200 by the framework, with the status among the page's parts. */
function notFound(answer: Answer): string | null {
  const told = answer.type.startsWith("text/x-component") && answer.body.includes("NEXT_HTTP_ERROR_FALLBACK;404");
  return told ? null : status(404)(answer);
}

function expected(route: CompanyRoute, role: Role, plan: Plan, own: Rival) {
  const lack = missing({ member: { role }, company: { plan, access: openAccess } }, route.rights);
  if (lack?.verdict === "forbidden") return route.kind === "page" ? status(403) : problem(403, "forbidden");
  if (lack && route.kind === "file") return problem(403, "upgrade_required");
  if (lack) return status(307, ({ location }) => location.endsWith(`/c/${own.slug}/plan?for=${lack.right}`));
  return (answer: Answer): string | null => {
    const home = `/c/${own.slug}`;
    const { pathname, search } = new URL(answer.location || home, "http://here.invalid");
    const ledOn = answer.status === 307 && pathname.startsWith(home) && !search.startsWith("?for=");
    // staff see their own records alone, so another's is not found
    const hidden = role === "staff" && answer.status === 404 && route.pattern.includes("[", "/c/[company]".length);
    return answer.status === 200 || ledOn || hidden ? null : `${answer.status} ${answer.location} instead of 200`;
  };
}

function signedOut({ kind }: CompanyRoute) {
  if (kind === "file") return problem(401, "signed_out");
  return status(307, ({ location }) => new URL(location, "http://here.invalid").pathname === "/sign-in");
}

function problem(code: number, kind: string) {
  return status(code, ({ type, body }) => type.startsWith("application/problem+json") && body.includes(`"${kind}"`));
}

function parametersOf(pattern: string): string[] {
  return [...pattern.matchAll(/\[(\w+)\]/g)].map(([, name = ""]) => name).filter((name) => name !== "company");
}

/** Some values for these parameters; a name that says no kind stops the proof. */
function candidates(parameters: string[], ids: Map<string, string[]>): string[][] {
  const [name, ...rest] = parameters;
  if (!name || rest.length > 0) return [];
  const day = days[name];
  if (day) return [[day]];
  const kind = named[name] ?? (name.replace(/Id$/, "") as IdKind);
  const all = ids.get(idPrefixes[kind] ?? "");
  if (!all) throw new Error(`No record is known for [${name}]`);
  return all.map((id) => [id]);
}

function pathOf(pattern: string, { slug }: Rival, values: string[]): string {
  const left = [...values];
  return pattern.replace("[company]", slug).replace(/\[\w+\]/g, () => left.shift() ?? "") + (asks[pattern] ?? "");
}

function withQuery(path: string, question: string): string {
  return `${path}${path.includes("?") ? "&" : "?"}${question}`;
}

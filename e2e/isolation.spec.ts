import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { openRoutes } from "@/lib/access/route-table";
import { plans } from "@/lib/kernel/plans";
import { root } from "@/scripts/local/paths";
import { type ActionAsk, actionAsks, builtActions, intruderAsks } from "./isolation/action-matrix";
import { type Ask, askAll, type Secrets } from "./isolation/asking";
import { carriedOut, digestOf, idsOf, makeRivals, type Rival, setPlan } from "./isolation/rivals";
import { companyRoutes, foreignCompanyAsks, foreignRecordAsks, ownAsks, ownPaths } from "./isolation/route-matrix";

/**
 * Every page, file and action of the build × everybody who could ask for it × the plans that make a difference: each
 * answer has the status that the table of rights says, none is a 500, none holds a byte of another company's, and
 * nothing is done there. Operators have no login yet; they join as one actor more when they do.
 */
test("no company sees another, nor a role or plan more than its own", async () => {
  const rivals = await makeRivals();
  const [own, other] = rivals;
  const paths = await ownPaths(own);
  const pathsOfOther = await ownPaths(other);
  const idsOfOther = [...(await idsOf(other)).values()];
  const actions = await builtActions(idsOfOther.map(([newest]) => newest ?? ""));
  const secrets = await secretsOf(rivals);
  const before = await digestOf(other);
  const faults: string[] = [];
  let pageAsks = 0;
  const asked: ActionAsk[] = [];

  const ask = async (asks: Ask[]) => {
    pageAsks += asks.length;
    faults.push(...(await askAll(asks, secrets)));
  };
  for (const plan of plans) {
    await setPlan(own, plan);
    await ask(ownAsks(own, other, plan, paths));
  }
  const bared = ownAsks(own, other, "premium", paths).map((one) => ({ ...one, strangers: [own] }));
  const seen = (
    await askAll(
      bared.filter(({ cookie }) => cookie === own.cookies.owner),
      secrets,
    )
  ).length;
  await ask([...(await foreignRecordAsks(own, other)), ...foreignCompanyAsks(own, other, pathsOfOther)]);

  for (const plan of plans) {
    await setPlan(own, plan);
    const posts = actionAsks(rivals, plan, paths, actions);
    if (plan === plans.at(-1)) posts.push(...intruderAsks(rivals, pathsOfOther, actions));
    asked.push(...posts);
    faults.push(...(await askAll(posts, secrets)));
  }
  const { wrongly, rightly } = await doneOf(rivals, asked);
  faults.push(...wrongly);

  console.log(
    `${pageAsks + asked.length} requests: ${companyRoutes.length} routes × 6 actors × plans, ${pageAsks}; ` +
      `${actions.length} actions × 7 actors × plans, ${asked.length}; ${faults.length} failures`,
  );
  expect.soft(faults).toEqual([]);
  // the same search, told that the company is a stranger to itself, finds it on its own pages
  expect.soft(seen).toBeGreaterThan(companyRoutes.length * 0.6);
  expect.soft(rightly).toBeGreaterThan(10);
  expect.soft(await digestOf(other)).toEqual(before);
});

test("the registry of routes is the build's", () => {
  const built = Object.keys(
    JSON.parse(readFileSync(join(root, ".next/server/app-paths-manifest.json"), "utf8")) as object,
  );
  const paths = built
    .map((path) => path.replace(/\/(page|route)$/, "").replace(/\/\([^)]+\)/g, "") || "/")
    .filter((path) => !path.startsWith("/_") && !path.includes("."));
  const known = [...companyRoutes.map(({ pattern }) => pattern), ...Object.keys(openRoutes)];
  expect(paths.sort()).toEqual(known.filter((path) => !path.includes(".")).sort());
});

async function secretsOf(rivals: Rival[]): Promise<Secrets> {
  const secrets: Secrets = new Map();
  for (const rival of rivals) {
    const ids = [...(await idsOf(rival)).values()].flat();
    secrets.set(rival, [rival.mark, rival.name, rival.companyId, ...ids]);
  }
  return secrets;
}

/** What was done that must not be; and how much was done of what may be, so that doing nothing at all does not pass. */
async function doneOf(rivals: Rival[], asked: ActionAsk[]): Promise<{ wrongly: string[]; rightly: number }> {
  const ids = new Set(
    await carriedOut(
      rivals,
      asked.map(({ requestId }) => requestId),
    ),
  );
  const done = asked.filter(({ requestId }) => ids.has(requestId));
  const wrongly = done.filter((ask) => !ask.mayBeCarriedOut).map(({ title }) => `${title}: was carried out`);
  return { wrongly, rightly: done.length - wrongly.length };
}

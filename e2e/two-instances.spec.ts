import { type ChildProcess, spawn } from "node:child_process";
import { expect, type Page, test } from "@playwright/test";
import { packageFile, root } from "@/scripts/local/paths";
import { freePort } from "@/scripts/local/ports";
import { demo, freshFirm } from "./firm";
import { signedIn } from "./pages";

/** A second web server on the same database; the two share nothing else. */
async function secondInstance(): Promise<{ url: string; child: ChildProcess }> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(
    process.execPath,
    [packageFile("next", "dist/bin/next"), "start", "-H", "127.0.0.1", "-p", String(port)],
    {
      cwd: root,
      stdio: "ignore",
      env: {
        ...process.env,
        ...{
          NODE_ENV: "production",
          EZ360_PROFILE: "demo",
          NEXTAUTH_URL: url,
          NEXTAUTH_SECRET: "of-the-second-instance-alone-1234567",
        },
        APP_DATABASE_URL: demo().appDatabaseUrl,
      },
    },
  );
  await expect.poll(() => isHealthy(url), { timeout: 120_000 }).toBe(true);
  return { url, child };
}

async function isHealthy(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Where the instance leads whoever comes with this page's cookies; a port is no part of a cookie's place. */
async function cameTo(page: Page, url: string, path: string): Promise<string> {
  const answer = await page.request.get(`${url}${path}`);
  return new URL(answer.url()).pathname;
}

test("a session that was ended is refused on its next request, on both of two instances", async ({
  browser,
  baseURL,
}) => {
  const { slug, manager } = await freshFirm();
  const { url, child } = await secondInstance();
  try {
    const [first, other] = [
      await signedIn(browser, manager, { baseURL }),
      await signedIn(browser, manager, { baseURL }),
    ];
    const path = `/c/${slug}/clients`;
    for (const at of [baseURL ?? "", url]) expect(await cameTo(first, at, path)).toBe(path);
    await other.goto("/account/security");
    await other.getByRole("button", { name: "Sign out all others" }).click();
    await expect(other.getByRole("button", { name: "Sign out all others" })).toHaveCount(0);
    for (const at of [url, baseURL ?? ""]) expect(await cameTo(first, at, path)).toBe("/sign-in");
    expect(await cameTo(other, url, path)).toBe(path);
  } finally {
    child.kill("SIGTERM");
  }
});

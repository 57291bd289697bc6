import { mkdirSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Browser, chromium, type Page } from "playwright";
import { open, places } from "../e2e/places";
import { findBrowser } from "./local/browser";

/**
 * Pictures of the running demo: every page named below at 1280 and 390 pixels, light and dark, into .data/screenshots;
 * with --readme the one picture of the README.
 */
const { values } = parseArgs({
  options: {
    data: { type: "string", default: ".data" },
    out: { type: "string", default: ".data/screenshots" },
    only: { type: "string" },
    readme: { type: "boolean", default: false },
  },
});

type Login = { email: string; password: string; role: string; companySlug: string };
const demo = JSON.parse(readFileSync(`${values.data}/demo.json`, "utf8")) as { baseUrl: string; logins: Login[] };

let state: Awaited<ReturnType<Awaited<ReturnType<Browser["newContext"]>>["storageState"]>> | undefined;
const browser = await launch();
try {
  mkdirSync(values.readme ? "docs" : values.out, { recursive: true });
  if (values.readme) await shoot(browser, "dashboard", 1280, "light", "docs/dashboard.png");
  else await shootAll(browser);
} finally {
  await browser.close();
}

async function shootAll(from: Browser): Promise<void> {
  const wanted = values.only?.split(",") ?? Object.keys(places);
  for (const theme of ["light", "dark"] as const) {
    for (const width of [1280, 390]) {
      for (const name of wanted) await shoot(from, name, width, theme, `${values.out}/${name}-${width}-${theme}.png`);
    }
  }
}

async function shoot(from: Browser, name: string, width: number, theme: "light" | "dark", path: string): Promise<void> {
  const page = await signedIn(from, width, theme);
  await open(page, owner().companySlug, places[name] ?? "");
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path, fullPage: !values.readme });
  await page.context().close();
  console.log(path);
}

async function signedIn(from: Browser, width: number, colorScheme: "light" | "dark"): Promise<Page> {
  const viewport = { width, height: width > 600 ? 800 : 844 };
  const context = await from.newContext({ baseURL: demo.baseUrl, viewport, colorScheme, storageState: state });
  const page = await context.newPage();
  if (state) return page;
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(owner().email);
  await page.getByLabel("Password").fill(owner().password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/(companies|c\/)/);
  state = await context.storageState();
  return page;
}

function owner(): Login {
  const found = demo.logins.find((login) => login.role === "owner");
  if (!found) throw new Error("The demo has no owner");
  return found;
}

async function launch(): Promise<Browser> {
  const { executablePath, env } = await findBrowser();
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env } as Record<string, string>,
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });
}

import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, expect, type Locator, type Page } from "@playwright/test";
import type { Login } from "./firm";
import { press, type } from "./keyboard";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Nothing for axe to complain of, nothing sideways, nothing blocked by the content policy. */
export async function expectClean(page: Page): Promise<void> {
  const violations = await inFull(
    page,
    async () => (await new AxeBuilder({ page }).withTags(rules).analyze()).violations,
  );
  const faults = violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.target).join(" ")}`);
  expect.soft(faults, new URL(page.url()).pathname).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(overflow, `${new URL(page.url()).pathname} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** On a desk and on a phone. */
const widths = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];

export async function expectCleanAtEachWidth(page: Page): Promise<void> {
  const before = page.viewportSize();
  for (const size of widths) {
    await page.setViewportSize(size);
    await expectClean(page);
  }
  if (before) await page.setViewportSize(before);
}

/** The window as tall as the page: axe takes what lies under the bar at the foot for covered, though it scrolls from under it. */
async function inFull<T>(page: Page, run: () => Promise<T>): Promise<T> {
  const size = page.viewportSize();
  if (!size) return run();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...size, height: Math.max(size.height, height) });
  try {
    return await run();
  } finally {
    await page.setViewportSize(size);
  }
}

/** A page of one person, signed in by keyboard. Console errors fail the journey at its end. */
export async function signedIn(
  browser: Browser,
  login: Login,
  options: Parameters<Browser["newContext"]>[0],
): Promise<Page> {
  const page = await freshPage(browser, options);
  await givePassword(page, login);
  await page.waitForURL(/\/companies|\/c\//);
  return page;
}

/** A page in a browser of its own, in which nobody is signed in. */
export async function freshPage(browser: Browser, options: Parameters<Browser["newContext"]>[0]): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  watch(page);
  return page;
}

/** The first step of signing in, which is the only one where there is no second factor. */
export async function givePassword(page: Page, login: Login): Promise<void> {
  await page.goto("/sign-in");
  await type(page, page.getByLabel("E-mail address"), login.email);
  await type(page, page.getByLabel("Password"), login.password);
  await press(page, page.getByRole("button", { name: "Sign in" }));
}

const troubles = new WeakMap<BrowserContext, string[]>();

export function troublesOf(page: Page): string[] {
  return troubles.get(page.context()) ?? [];
}

function watch(page: Page): void {
  const found: string[] = [];
  troubles.set(page.context(), found);
  page.on("console", (message) => {
    if (message.type() === "error") found.push(`${message.text()} ${message.location().url}`.trim());
  });
  page.on("pageerror", (error) => found.push(error.message));
}

/** By the navigation; on a phone it is behind a button. */
export async function goTo(page: Page, name: string): Promise<void> {
  await expect(page.getByRole("banner")).toBeVisible();
  const opener = page.getByRole("button", { name: "Open navigation" });
  if (await opener.isVisible()) await press(page, opener);
  await press(page, page.getByRole("navigation", { name: "Main" }).getByRole("link", { name, exact: true }));
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

/** Words that can be seen: a table that became cards on a phone, or a closed list of choices, has them twice. */
export function shown(page: Page, text: string | RegExp): Locator {
  return page.getByRole("main").getByText(text).filter({ visible: true }).first();
}

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { demo, type Firm, freshFirm } from "./firm";
import { expectClean, goTo, signedIn, troublesOf } from "./pages";

/** What a company pays decides how far its people get. Each closed door says why, and where to go on; nothing is lost. */
const desk = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

/** As EZ360's own people do it, by the command line. */
async function subscription(firm: Firm, ...words: string[]): Promise<void> {
  await promisify(execFile)(
    process.execPath,
    [
      "--import",
      "tsx",
      "--conditions=react-server",
      "scripts/ez360.ts",
      "subscription",
      "--company",
      firm.slug,
      ...words,
    ],
    { env: { ...process.env, APP_DATABASE_URL: demo().appDatabaseUrl, EZ360_PROFILE: "test" } },
  );
}

function as(browser: Browser, baseURL: string | undefined, firm: Firm, role: "owner" | "manager" | "staff") {
  return signedIn(browser, firm[role], { baseURL, viewport: desk });
}

async function expectCleanAtBothWidths(page: Page): Promise<void> {
  for (const size of [phone, desk]) {
    await page.setViewportSize(size);
    await expectClean(page);
  }
}

test("on Starter the places of larger plans are shown, marked and explained", async ({ browser, baseURL }) => {
  const firm = await freshFirm();
  await subscription(firm, "--plan", "starter");
  const page = await as(browser, baseURL, firm, "owner");
  const main = page.getByRole("navigation", { name: "Main" });
  await expect(main.getByRole("link", { name: "Invoices", exact: true })).toBeVisible();
  await main.getByRole("link", { name: /^Reports ?\(with the plan Professional\)$/ }).click();
  await page.waitForURL(`**/c/${firm.slug}/plan?for=reports.read`);
  await expect(page.getByText("Financial reports: with the plan Professional")).toBeVisible();
  await expect(page.getByText("$49.99")).toBeVisible();
  await expect(page.getByText("4 of 1 taken")).toBeVisible();
  await expectCleanAtBothWidths(page);
  await page.goto(`/c/${firm.slug}/team`);
  await expect(page.getByText("4 people have 1 seat")).toBeVisible();
  await expectCleanAtBothWidths(page);
  await subscription(firm, "--plan", "professional");
  await page.goto(`/c/${firm.slug}/plan`);
  await goTo(page, "Reports");
  expect(troublesOf(page)).toEqual([]);
});

test("a locked company is led to its plan from any page, and a form that was open says so", async ({
  browser,
  baseURL,
}) => {
  const firm = await freshFirm();
  const [owner, staff] = [await as(browser, baseURL, firm, "owner"), await as(browser, baseURL, firm, "staff")];
  await owner.goto(`/c/${firm.slug}/clients/new`);
  await owner.getByLabel("Name", { exact: true }).fill("Not lost");
  await subscription(firm, "--status", "trialing", "--trial-ends", "2026-01-31");
  await owner.getByRole("button", { name: "Create client" }).click();
  await expect(owner.getByText("is locked: its trial has ended. Nothing was saved").first()).toBeVisible();
  await expect(owner.getByLabel("Name", { exact: true })).toHaveValue("Not lost");
  for (const path of ["/clients", "/time", "/payments/new", "/accounting/journal", "/settings/company", "/team"]) {
    await owner.goto(`/c/${firm.slug}${path}`);
    await owner.waitForURL(`**/c/${firm.slug}/plan?for=*`);
  }
  await expect(owner.getByText("The trial has ended, and the company is locked")).toBeVisible();
  await expectCleanAtBothWidths(owner);
  const books = owner.waitForEvent("download");
  await owner.getByRole("link", { name: "Journal as CSV" }).click();
  expect((await books).suggestedFilename()).toMatch(/^journal-.*\.csv$/);
  await owner.goto(`/c/${firm.slug}`);
  await expect(owner.getByText("Received in 30 days")).toBeVisible();
  await expectCleanAtBothWidths(owner);
  await staff.goto(`/c/${firm.slug}/time`);
  await staff.waitForURL(`**/c/${firm.slug}/plan?for=time.read`);
  await expect(staff.getByText("Who can have it changed")).toBeVisible();
  await expect(staff.getByText("How to change it")).toHaveCount(0);
  await expect(staff.getByText("Seats", { exact: true })).toHaveCount(0);
  await subscription(firm, "--comp-until", "forever", "--reason", "Pilot");
  await staff.goto(`/c/${firm.slug}/time`);
  await expect(staff.getByRole("heading", { level: 1, name: "Time" })).toBeVisible();
  expect([...troublesOf(owner), ...troublesOf(staff)]).toEqual([]);
});

test("a suspended company shows one page, to everybody, until it is reactivated", async ({ browser, baseURL }) => {
  const firm = await freshFirm();
  await subscription(firm, "--suspend", "--reason", "Chargeback");
  const page = await as(browser, baseURL, firm, "staff");
  for (const path of ["", "/plan", "/time", "/reports"]) {
    await page.goto(`/c/${firm.slug}${path}`);
    await page.waitForURL("**/suspended?company=*");
  }
  await expect(page.getByRole("heading", { level: 1, name: "Harbor Survey is suspended" })).toBeVisible();
  await expectCleanAtBothWidths(page);
  await subscription(firm, "--reactivate");
  await page.reload();
  await page.waitForURL(`**/c/${firm.slug}`);
  expect(troublesOf(page)).toEqual([]);
});

test("an overdue payment is told to who can do something about it, on every page, with the days that are left", async ({
  browser,
  baseURL,
}) => {
  const firm = await freshFirm();
  await subscription(firm, "--status", "past_due");
  const page = await as(browser, baseURL, firm, "owner");
  for (const path of ["", "/invoices", "/plan"]) {
    await page.goto(`/c/${firm.slug}${path}`);
    await expect(page.getByRole("region", { name: "Payment overdue" })).toContainText("7 days left");
    await expectCleanAtBothWidths(page);
  }
  const manager = await as(browser, baseURL, firm, "manager");
  await manager.goto(`/c/${firm.slug}/invoices`);
  await expect(manager.getByRole("heading", { level: 1, name: "Invoices" })).toBeVisible();
  await expect(manager.getByRole("region", { name: "Payment overdue" })).toHaveCount(0);
  expect([...troublesOf(page), ...troublesOf(manager)]).toEqual([]);
});

test("a new company is told of its trial, quietly", async ({ browser, baseURL }) => {
  const firm = await freshFirm();
  await subscription(firm, "--status", "trialing", "--trial-ends", "2199-01-31");
  const page = await as(browser, baseURL, firm, "owner");
  await page.goto(`/c/${firm.slug}/clients`);
  await expect(page.getByText(/^\d+ days left in the trial\./)).toBeVisible();
  await expectCleanAtBothWidths(page);
});

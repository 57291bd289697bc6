import { randomBytes } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { generate } from "otplib";
import type { Login } from "./firm";
import { press, type } from "./keyboard";
import { expectCleanAtEachWidth, shown } from "./pages";

export type Newcomer = Login & { name: string; company: string };

export function newcomer(): Newcomer {
  const key = randomBytes(5).toString("hex");
  return {
    ...{ name: "Nora Quist", company: `Quist Surveys ${key}` },
    ...{ email: `nora@${key}.test`, password: "lantern orchid gravel" },
  };
}

export async function signUp(page: Page, person: Newcomer): Promise<void> {
  await page.goto("/sign-up");
  await type(page, page.getByLabel("Your name"), person.name);
  await type(page, page.getByLabel("E-mail address"), person.email);
  await type(page, page.getByLabel("Password"), person.password);
  await type(page, page.getByLabel("Company"), person.company);
  await press(page, page.getByRole("button", { name: "Create company" }));
  await expect(page.getByRole("heading", { level: 1, name: "Confirm your address" })).toBeVisible();
  await expect(shown(page, person.email)).toBeVisible();
}

export async function signOut(page: Page): Promise<void> {
  await press(page, page.getByRole("banner").getByRole("button", { name: "Sign out" }));
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
}

export type App = { secret: string; lastStep: number };

/** What the app shows, or will show next: no code counts twice, and the clock may be a step off. */
export async function freshCode(app: App): Promise<string> {
  const step = () => Math.floor(Date.now() / 30_000);
  const wanted = Math.max(step(), app.lastStep + 1);
  await expect.poll(step, { timeout: 90_000 }).toBeGreaterThanOrEqual(wanted - 1);
  app.lastStep = wanted;
  return generate({ secret: app.secret, epoch: wanted * 30 });
}

export async function goToSecurity(page: Page): Promise<void> {
  await press(page, page.getByRole("button", { name: /^Account of/ }));
  await press(page, page.getByRole("link", { name: "Your account" }));
  await expect(page.getByRole("heading", { level: 1, name: "Security" })).toBeVisible();
}

export async function setUpApp(page: Page, app: App): Promise<string[]> {
  await goToSecurity(page);
  await expect(shown(page, "Not set up")).toBeVisible();
  await expectCleanAtEachWidth(page);
  await press(page, page.getByRole("link", { name: "Set up the app" }));
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  await expectCleanAtEachWidth(page);
  const key = await page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{1,4})+$/).textContent();
  app.secret = key?.replaceAll(" ", "") ?? "";
  await type(page, page.getByLabel("Code", { exact: true }), "12345");
  await press(page, page.getByRole("button", { name: "Set up the app" }));
  await expect(shown(page, "The code has six digits")).toBeVisible();
  await type(page, page.getByLabel("Code", { exact: true }), await freshCode(app));
  await press(page, page.getByRole("button", { name: "Set up the app" }));
  const codes = await revealedCodes(page);
  await expect(page.getByText("set up already")).toHaveCount(0);
  await press(page, page.getByRole("link", { name: "I have kept them" }));
  await expect(shown(page, "10 codes left")).toBeVisible();
  await expectCleanAtEachWidth(page);
  return codes;
}

export async function revealedCodes(page: Page): Promise<string[]> {
  await expect(page.getByRole("heading", { name: /recovery codes/ }).and(page.locator(":focus"))).toBeVisible();
  const codes = await page.getByText(/^[0-9a-z]{5}-[0-9a-z]{5}$/).allTextContents();
  expect(codes).toHaveLength(10);
  await expectCleanAtEachWidth(page);
  return codes;
}

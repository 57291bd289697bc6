import { randomBytes } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { generate } from "otplib";
import type { Login } from "./firm";
import { press, type } from "./keyboard";
import { shown } from "./pages";

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

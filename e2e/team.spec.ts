import { randomBytes } from "node:crypto";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { type Firm, freshFirm } from "./firm";
import { linkIn, mailTo } from "./mail";
import { expectCleanAtEachWidth, freshPage, givePassword, goTo, shown, signedIn, troublesOf } from "./pages";

/**
 * Somebody joins by the link of a mail, with a login made there; his role is changed and his next request is signed out;
 * he is deactivated, and the company is not found for him any more.
 */
test("a person is invited, joins, is given another role, and leaves", async ({ browser, baseURL }) => {
  const firm = await freshFirm();
  const owner = await signedIn(browser, firm.owner, { baseURL });
  const login = { email: `ada${randomBytes(4).toString("hex")}@new.test`, password: "quiet lantern orbit" };
  const link = await invite(owner, login.email);
  await refusesStrangers(browser, firm, link, login.email, baseURL);

  const page = await freshPage(browser, { baseURL });
  await joins(page, link, login);
  await expect(page).toHaveURL(new RegExp(`/c/${firm.slug}$`));
  await page.goto(`/c/${firm.slug}/team`);
  await expect(shown(page, login.email)).toBeVisible();
  expect(await page.getByRole("main").getByRole("link", { name: "Invite" }).count()).toBe(0);
  expect(troublesOf(page)).toEqual([]);

  await changeRole(owner, login.email);
  await page.goto(`/c/${firm.slug}/team`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await givePassword(page, login);
  await page.waitForURL(new RegExp(`/c/${firm.slug}`));

  await deactivate(owner);
  await page.goto(`/c/${firm.slug}/team`);
  await expect(page).toHaveURL(/\/sign-in/);
  await givePassword(page, login);
  await page.waitForURL(/\/companies/);
  expect((await page.goto(`/c/${firm.slug}`))?.status()).toBe(404);
  expect(troublesOf(owner)).toEqual([]);
});

async function invite(owner: Page, email: string): Promise<string> {
  await goTo(owner, "Team");
  await owner.getByRole("main").getByRole("link", { name: "Invite" }).click();
  await expect(owner.getByRole("heading", { level: 1, name: "Invite to the team" })).toBeVisible();
  await expectCleanAtEachWidth(owner);
  await owner.getByLabel("E-mail address").fill(email);
  await owner.getByLabel("Name", { exact: false }).first().fill("Ada Lovelace");
  await owner.getByRole("button", { name: "Send invitation" }).click();
  await expect(owner.getByRole("heading", { name: "Open invitations" })).toBeVisible();
  await expect(shown(owner, "5 of 10 seats taken")).toBeVisible();
  await expectCleanAtEachWidth(owner);
  const first = linkIn(await mailTo(email, /invites you to Harbor Survey/));
  await owner.getByRole("button", { name: "Resend" }).click();
  let link = first;
  await expect
    .poll(async () => {
      link = linkIn(await mailTo(email, /invites you/));
      return link !== first;
    })
    .toBe(true);
  return link;
}

/** Whoever is signed in with another address is told so, and joins nothing. */
async function refusesStrangers(browser: Browser, firm: Firm, link: string, email: string, baseURL?: string) {
  const page = await signedIn(browser, firm.staff, { baseURL });
  await page.goto(link);
  await expect(shown(page, `this invitation is for ${email}`)).toBeVisible();
  await expectCleanAtEachWidth(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("button", { name: "Create login and join" })).toBeVisible();
  expect(troublesOf(page)).toEqual([]);
}

async function joins(page: Page, link: string, login: { email: string; password: string }): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: "Join Harbor Survey" })).toBeVisible();
  await expect(page.getByLabel("Your name")).toHaveValue("Ada Lovelace");
  await expectCleanAtEachWidth(page);
  await page.getByLabel("Password").fill("password1");
  await page.getByRole("button", { name: "Create login and join" }).click();
  await expect(page.getByText("easy to guess").first()).toBeVisible();
  await page.getByLabel("Password").fill(login.password);
  await page.getByRole("button", { name: "Create login and join" }).click();
  await page.waitForURL(/\/c\//);
}

async function changeRole(owner: Page, email: string): Promise<void> {
  await goTo(owner, "Team");
  await expect(shown(owner, email)).toBeVisible();
  await owner.getByRole("main").getByRole("link", { name: "Ada Lovelace" }).first().click();
  await expect(owner.getByRole("heading", { level: 1, name: "Ada Lovelace" })).toBeVisible();
  await expectCleanAtEachWidth(owner);
  await owner.getByRole("radio", { name: /^Manager/ }).check();
  await owner.getByRole("button", { name: "Change role" }).click();
  await owner.getByRole("alertdialog").getByRole("button", { name: "Change role" }).click();
  await expect(shown(owner, "The role is changed")).toBeVisible();
}

async function deactivate(owner: Page): Promise<void> {
  await owner.getByRole("button", { name: "Deactivate" }).click();
  await owner.getByRole("alertdialog").getByRole("button", { name: "Deactivate" }).click();
  await expect(owner.getByRole("button", { name: "Activate again" })).toBeVisible();
  await expectCleanAtEachWidth(owner);
}

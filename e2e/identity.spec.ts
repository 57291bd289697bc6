import { expect, type Page, test } from "@playwright/test";
import { generate } from "otplib";
import { freshFirm } from "./firm";
import { press, type } from "./keyboard";
import { codeIn, linkIn, mailTo } from "./mail";
import {
  type App,
  freshCode,
  goToSecurity,
  type Newcomer,
  newcomer,
  revealedCodes,
  setUpApp,
  signOut,
  signUp,
} from "./newcomer";
import { expectCleanAtEachWidth, freshPage, givePassword, shown, signedIn, troublesOf } from "./pages";

/** How people come in and stay the only ones who do: with the keyboard alone, on a desk and on a phone. */

test("a person signs up, proves the address, and signs in by an app, by recovery codes and without", async ({
  browser,
  baseURL,
}) => {
  const person = newcomer();
  const page = await freshPage(browser, { baseURL });
  await signUp(page, person);
  await proveByCode(page, person);

  const app = { secret: "", lastStep: 0 };
  const codes = await setUpApp(page, app);
  await signOut(page);
  await signInByApp(page, person, app);
  await signOut(page);
  await signInByRecoveryCode(page, person, codes);
  await makeNewCodes(page, app, codes);
  await removeApp(page, app);

  const elsewhere = await signedIn(browser, person, { baseURL });
  await endSessionOf(page, elsewhere);
  await changePassword(page, person);
  for (const each of [page, elsewhere]) expect(troublesOf(each)).toEqual([]);
});

test("a lost password is replaced by mail, and nobody learns who has an account", async ({ browser, baseURL }) => {
  const { owner } = await freshFirm();
  const page = await freshPage(browser, { baseURL });
  await page.goto("/sign-in");
  await press(page, page.getByRole("link", { name: "Forgot your password?" }));
  await expect(page.getByRole("heading", { level: 1, name: "Reset your password" })).toBeVisible();
  await expectCleanAtEachWidth(page);
  const known = await askReset(page, owner.email);
  await expectCleanAtEachWidth(page);
  const stranger = await freshPage(browser, { baseURL });
  expect(await askReset(stranger, newcomer().email)).toBe(known);

  const link = linkIn(await mailTo(owner.email, /reset the password/));
  const renewed = { ...owner, password: "copper meadow thimble" };
  await resetByLink(page, link, renewed.password);
  await givePassword(page, owner);
  await expect(shown(page, "is not right")).toBeVisible();
  await givePassword(page, renewed);
  await page.waitForURL(/\/c\//);

  await page.goto(link);
  await expect(shown(page, "was used already")).toBeVisible();
  await expectCleanAtEachWidth(page);
  for (const each of [page, stranger]) expect(troublesOf(each)).toEqual([]);
});

test("signing up with an address that has an account is answered alike, and its mailbox is told", async ({
  browser,
  baseURL,
}) => {
  const { owner } = await freshFirm();
  const page = await freshPage(browser, { baseURL });
  await signUp(page, { ...newcomer(), email: owner.email });
  await mailTo(owner.email, /^You have an account already$/);
  await type(page, page.getByLabel("Code", { exact: true }), "123456");
  await press(page, page.getByRole("button", { name: "Confirm" }));
  await expect(shown(page, "The code is not right")).toBeVisible();
  expect(troublesOf(page)).toEqual([]);
});

test("a link confirms nothing by being opened, and in another browser wants the password, without scripts too", async ({
  browser,
  baseURL,
}) => {
  const person = newcomer();
  const page = await freshPage(browser, { baseURL });
  await signUp(page, person);
  const link = linkIn(await mailTo(person.email, /confirm/));
  await page.goto(link);
  await expect(page.getByRole("button", { name: "Confirm" })).toBeVisible();
  await expect(page.getByLabel("Password that you chose")).toHaveCount(0);
  await expectCleanAtEachWidth(page);

  const other = await freshPage(browser, { baseURL, javaScriptEnabled: false });
  await other.goto(link);
  for (const password of ["not this one", person.password]) {
    await type(other, other.getByLabel("Password that you chose"), password);
    await press(other, other.getByRole("button", { name: "Confirm" }));
    if (password !== person.password) await expect(shown(other, "The password is not right")).toBeVisible();
  }
  await other.waitForURL(/\/c\//);

  await page.goto(link);
  await expect(shown(page, "was used already")).toBeVisible();
  for (const each of [page, other]) expect(troublesOf(each)).toEqual([]);
});

test("the account is for whoever is signed in, and leads back to the page that was wanted", async ({
  browser,
  baseURL,
}) => {
  const { manager } = await freshFirm();
  const page = await freshPage(browser, { baseURL });
  await page.goto("/account/password");
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await type(page, page.getByLabel("E-mail address"), manager.email);
  await type(page, page.getByLabel("Password"), manager.password);
  await press(page, page.getByRole("button", { name: "Sign in" }));
  await page.waitForURL("**/account/password");
  await page.goto("/sign-in/code");
  await expect(shown(page, "That sign-in is over")).toBeVisible();
  expect(troublesOf(page)).toEqual([]);
});

/** The second mail's code: the first one's is over once another was asked for. */
async function proveByCode(page: Page, person: Newcomer): Promise<void> {
  await expectCleanAtEachWidth(page);
  const first = codeIn(await mailTo(person.email, /confirm/));
  await press(page, page.getByRole("button", { name: "Send another mail" }));
  await expect(shown(page, "A new mail is on its way")).toBeVisible();
  const second = codeIn(await mailTo(person.email, new RegExp(`^(?!${first})\\d{6} is your code`)));
  await type(page, page.getByLabel("Code", { exact: true }), first);
  await press(page, page.getByRole("button", { name: "Confirm" }));
  await expect(shown(page, "4 tries are left")).toBeVisible();
  await type(page, page.getByLabel("Code", { exact: true }), second);
  await press(page, page.getByRole("button", { name: "Confirm" }));
  await page.waitForURL(/\/c\//);
  await expect(page.getByRole("banner").getByRole("button", { name: `Account of ${person.name}` })).toBeVisible();
}

async function giveCode(page: Page, code: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: "Enter your code" })).toBeVisible();
  await type(page, page.getByLabel("Code", { exact: true }), code);
  await press(page, page.getByRole("button", { name: "Sign in" }));
}

/** The code that set the app up is spent; its successor opens the account, and the history tells of both. */
async function signInByApp(page: Page, person: Newcomer, app: App): Promise<void> {
  await givePassword(page, person);
  await expect(page.getByRole("heading", { level: 1, name: "Enter your code" })).toBeVisible();
  await expectCleanAtEachWidth(page);
  await giveCode(page, await generate({ secret: app.secret, epoch: app.lastStep * 30 }));
  await expect(shown(page, /was used before|is not right/)).toBeVisible();
  await giveCode(page, await freshCode(app));
  await page.waitForURL(/\/c\//);
  await goToSecurity(page);
  for (const words of ["Signed in", "Sign-in refused: wrong code", "Authenticator app set up", "Signed out"]) {
    await expect(page.getByRole("rowheader", { name: words, exact: true }).first()).toBeVisible();
  }
}

async function signInByRecoveryCode(page: Page, person: Newcomer, [first = "", second = ""]: string[]): Promise<void> {
  await givePassword(page, person);
  await giveCode(page, first);
  await page.waitForURL(/\/c\//);
  await goToSecurity(page);
  await expect(shown(page, "9 codes left")).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "Recovery code used" })).toBeVisible();
  await signOut(page);
  await givePassword(page, person);
  await giveCode(page, first);
  await expect(shown(page, "it was used before")).toBeVisible();
  await giveCode(page, second.toUpperCase().replace("-", ""));
  await page.waitForURL(/\/c\//);
}

async function makeNewCodes(page: Page, app: App, old: string[]): Promise<void> {
  await goToSecurity(page);
  await press(page, page.getByRole("link", { name: "Make new codes" }));
  await expect(page.getByRole("heading", { level: 1, name: "Recovery codes" })).toBeVisible();
  await expectCleanAtEachWidth(page);
  await type(page, page.getByLabel("Code", { exact: true }), await freshCode(app));
  await press(page, page.getByRole("button", { name: "Make new codes" }));
  const codes = await revealedCodes(page);
  expect(codes.filter((code) => old.includes(code))).toEqual([]);
  await press(page, page.getByRole("link", { name: "I have kept them" }));
  await expect(shown(page, "10 codes left")).toBeVisible();
}

async function removeApp(page: Page, app: App): Promise<void> {
  await press(page, page.getByText("Remove the app…"));
  await expectCleanAtEachWidth(page);
  await type(page, page.getByLabel("Code", { exact: true }), await freshCode(app));
  await press(page, page.getByRole("button", { name: "Remove the app" }));
  await expect(shown(page, "Not set up")).toBeVisible();
  await expect(page.getByText("codes left")).toHaveCount(0);
  await expect(page.getByRole("rowheader", { name: "Authenticator app removed" })).toBeVisible();
}

async function endSessionOf(page: Page, elsewhere: Page): Promise<void> {
  await page.reload();
  await expectCleanAtEachWidth(page);
  await press(page, page.getByRole("form", { name: /^Sign out Chrome/ }).getByRole("button", { name: "Sign out" }));
  await expect(page.getByRole("form", { name: /^Sign out/ })).toHaveCount(0);
  await expect(shown(page, "This browser")).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
}

async function changePassword(page: Page, person: Newcomer): Promise<void> {
  await press(page, page.getByRole("navigation", { name: "Your account" }).getByRole("link", { name: "Password" }));
  await expect(page.getByRole("heading", { level: 1, name: "Password" })).toBeVisible();
  await expectCleanAtEachWidth(page);
  const button = page.getByRole("button", { name: "Change password" });
  for (const current of ["not this one", person.password]) {
    await type(page, page.getByLabel("Current password"), current);
    await type(page, page.getByLabel("New password"), "velvet harbor pumpkin");
    await press(page, button);
    const words = current === person.password ? "Your password is changed" : "The password is not right";
    await expect(shown(page, words)).toBeVisible();
  }
  await signOut(page);
  await givePassword(page, { ...person, password: "velvet harbor pumpkin" });
  await page.waitForURL(/\/c\//);
}

/** What the page says next. */
async function askReset(page: Page, email: string): Promise<string> {
  await page.goto("/reset");
  await type(page, page.getByLabel("E-mail address"), email);
  await press(page, page.getByRole("button", { name: "Send mail" }));
  await expect(page.getByRole("heading", { level: 1, name: "Choose a new password" })).toBeVisible();
  return page.getByRole("main").innerText();
}

async function resetByLink(page: Page, link: string, password: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByLabel("Code", { exact: true })).toHaveCount(0);
  await expectCleanAtEachWidth(page);
  await type(page, page.getByLabel("New password"), "password1");
  await press(page, page.getByRole("button", { name: "Change password" }));
  await expect(shown(page, "easy to guess")).toBeVisible();
  await type(page, page.getByLabel("New password"), password);
  await press(page, page.getByRole("button", { name: "Change password" }));
  await expect(shown(page, "Your password is changed")).toBeVisible();
  await expectCleanAtEachWidth(page);
}

import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { freshFirm, windProofBack } from "./firm";
import { press, reach, type } from "./keyboard";
import { freshCode, goToSecurity, revealedCodes, setUpApp, signOut } from "./newcomer";
import { expectCleanAtEachWidth, givePassword, shown, signedIn, troublesOf } from "./pages";

/** An authenticator of the browser's own, which knows its person without a finger being laid on it. */
async function withPasskeys(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
}

test("a passkey signs in alone, and serves as the second step after the password", async ({ browser, baseURL }) => {
  const { owner } = await freshFirm();
  const page = await signedIn(browser, owner, { baseURL });
  await withPasskeys(page.context(), page);
  await goToSecurity(page);
  await press(page, page.getByRole("link", { name: "Add a passkey" }));
  await expect(page.getByRole("heading", { level: 1, name: "Add a passkey" })).toBeVisible();
  await expectCleanAtEachWidth(page);
  await press(page, page.getByRole("button", { name: "Make the passkey" }));
  await revealedCodes(page);
  await press(page, page.getByRole("link", { name: "I have kept them" }));
  await expect(shown(page, "This device")).toBeVisible();
  await expectCleanAtEachWidth(page);
  await signOut(page);

  await press(page, page.getByRole("button", { name: "Use a passkey" }));
  await page.waitForURL(/\/companies|\/c\//);
  await goToSecurity(page);
  await signOut(page);

  await givePassword(page, owner);
  await expect(page.getByRole("heading", { level: 1, name: "Enter your code" })).toBeVisible();
  await expectCleanAtEachWidth(page);
  await press(page, page.getByRole("button", { name: "Use your passkey" }));
  await page.waitForURL(/\/companies|\/c\//);

  await goToSecurity(page);
  await press(page, page.getByRole("form", { name: "Remove This device" }).getByRole("button", { name: "Remove" }));
  await press(page, page.getByRole("alertdialog").getByRole("button", { name: "Remove" }));
  await expect(shown(page, "None yet")).toBeVisible();
  expect(troublesOf(page)).toEqual([]);
});

test("what was shown goes stale: a form asks for it in place, a page by way of the code", async ({
  browser,
  baseURL,
}) => {
  const { slug, owner } = await freshFirm();
  const page = await signedIn(browser, owner, { baseURL });
  const rules = `/c/${slug}/settings/security`;
  await page.goto(rules);
  await expectCleanAtEachWidth(page);
  await windProofBack(owner.email, 11);
  await reach(page, page.getByLabel(/^Nobody/));
  for (const _ of ["managers", "everybody"]) await page.keyboard.press("ArrowDown");
  await press(page, page.getByRole("button", { name: "Save rules" }));
  await expect(shown(page, "Show once more that it is you")).toBeVisible();
  await expectCleanAtEachWidth(page);
  await type(page, page.getByLabel("Your password"), "not this one");
  await press(page, page.getByRole("button", { name: "Save rules" }));
  await expect(shown(page, "The password is not right")).toBeVisible();
  await type(page, page.getByLabel("Your password"), owner.password);
  await press(page, page.getByRole("button", { name: "Save rules" }));
  await page.waitForURL(/saved=/);
  await expect(page.getByLabel("Everybody")).toBeChecked();

  await expect(shown(page, "This company wants a second factor")).toBeVisible();
  await expectCleanAtEachWidth(page);
  const app = { secret: "", lastStep: 0 };
  await setUpApp(page, app);
  await page.goto(`/c/${slug}/clients`);
  await expect(page.getByRole("heading", { level: 1, name: "Clients" })).toBeVisible();
  await expect(page.getByText("This company wants a second factor")).toHaveCount(0);

  await windProofBack(owner.email, 13 * 60);
  await page.goto(`/c/${slug}/projects?q=x`);
  await expect(page.getByRole("heading", { level: 1, name: "Confirm that it is you" })).toBeVisible();
  await expectCleanAtEachWidth(page);
  await type(page, page.getByLabel("Code of your authenticator app"), await freshCode(app));
  await press(page, page.getByRole("button", { name: "Confirm" }));
  await page.waitForURL(`**/c/${slug}/projects?q=x`);
  await expect(page.getByRole("heading", { level: 1, name: "Projects" })).toBeVisible();
  expect(troublesOf(page)).toEqual([]);
});

import { expect, test } from "@playwright/test";
import { demo } from "./firm";
import { expectClean, signedIn, troublesOf } from "./pages";
import { open, places } from "./places";

/** A width and a theme each: colours and layout do not depend on one another. */
const looks = [
  { name: "on a desk by day", viewport: { width: 1280, height: 800 }, colorScheme: "light" },
  { name: "on a phone by night", viewport: { width: 390, height: 844 }, colorScheme: "dark" },
] as const;

for (const { name, ...look } of looks) {
  test(`every page is free of faults ${name}`, async ({ browser, baseURL }) => {
    test.setTimeout(1_500_000);
    const owner = demo().logins.find(({ role }) => role === "owner");
    if (!owner) throw new Error("The demo has no owner");
    const page = await signedIn(browser, owner, { baseURL, ...look });
    for (const [title, place] of Object.entries(places)) {
      await test.step(title, async () => {
        await open(page, owner.companySlug, place);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await page.waitForLoadState("networkidle");
        await expectClean(page);
      });
    }
    expect(troublesOf(page)).toEqual([]);
  });
}

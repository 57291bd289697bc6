import { expect, type Page, test } from "@playwright/test";
import { freshFirm } from "./firm";
import { expectClean, shown, signedIn, troublesOf } from "./pages";

/**
 * What went wrong is put right, each in its own way: a credit note on a paid invoice becomes client credit, a paid deposit
 * lowers what the final invoice asks for, a rest is written off, and an invoice is void.
 */
test("a credit note, a deposit, a write-off and a void put right what went wrong", async ({ browser, baseURL }) => {
  const firm = await freshFirm();
  const page = await signedIn(browser, firm.manager, { baseURL });
  const home = `/c/${firm.slug}`;
  const clientId = await newClient(page, home, "Granite Bay Homes");

  await credited(page, home, clientId);
  await deposited(page, home, clientId);
  await writtenOff(page, home, clientId);
  await voided(page, home, clientId);
  expect(troublesOf(page)).toEqual([]);
});

/** 100 and its tax of 8, paid, then credited: nothing is open, so all of it becomes credit, which the next invoice is offered. */
async function credited(page: Page, home: string, clientId: string): Promise<void> {
  const invoice = await issue(page, `${home}/invoices/new?client=${clientId}`, "100", "8");
  await pay(page);
  await page.getByRole("link", { name: "Credit note", exact: true }).click();
  await expect(page.getByLabel("Amount before tax")).toHaveValue("100.00");
  await page.getByLabel("Amount before tax").fill("50");
  await expect(page.getByLabel("Tax", { exact: true })).toHaveValue("4.00");
  await page.getByRole("button", { name: "Whole invoice" }).click();
  await expect(page.getByLabel("Tax", { exact: true })).toHaveValue("8.00");
  await expect(shown(page, "$108.00 becomes client credit")).toBeVisible();
  await page.getByLabel("Reason").fill("The work was not wanted");
  await expectClean(page);
  await page.getByRole("button", { name: "Create draft" }).click();
  await page.getByRole("button", { name: "Post credit note" }).click();
  await expect(page.getByRole("alertdialog")).toContainText("$108.00 goes to Client Credit");
  await page.getByRole("alertdialog").getByRole("button", { name: "Post credit note" }).click();
  await expect(shown(page, "Posted and locked")).toBeVisible();
  await expectClean(page);
  await page.goto(`${home}/invoices/${invoice}`);
  await expect(shown(page, "Credit notes")).toBeVisible();
  await page.goto(`${home}/clients/${clientId}`);
  await expect(shown(page, "$108.00")).toBeVisible();
}

async function deposited(page: Page, home: string, clientId: string): Promise<void> {
  await issue(page, `${home}/invoices/new?client=${clientId}&kind=deposit`, "3000");
  await expect(shown(page, "stands in Customer Deposits")).toBeVisible();
  await pay(page);
  await issue(page, `${home}/invoices/new?client=${clientId}`, "10000");
  await expect(shown(page, "has $108.00 credit")).toBeVisible();
  await page.getByText("Apply a deposit…").click();
  await expect(page.getByLabel("Amount of it")).toHaveValue("3,000.00");
  await expectClean(page);
  await page.getByRole("button", { name: "Apply deposit" }).click();
  await expect(shown(page, "Amount due")).toBeVisible();
  await expect(shown(page, "$7,000.00")).toBeVisible();
  await expect(shown(page, /Deposit INV-\d+ applied/)).toBeVisible();
  await expectClean(page);
}

async function writtenOff(page: Page, home: string, clientId: string): Promise<void> {
  await issue(page, `${home}/invoices/new?client=${clientId}`, "75");
  await page.getByText("Write off…").click();
  await page.getByLabel("Amount given up").fill("75");
  await page.getByLabel("Reason").first().fill("They moved away");
  await page.getByRole("button", { name: "Write off" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Write off" }).click();
  await expect(shown(page, "Written off")).toBeVisible();
  await expect(shown(page, "$0.00 open")).toBeVisible();
}

async function voided(page: Page, home: string, clientId: string): Promise<void> {
  await issue(page, `${home}/invoices/new?client=${clientId}`, "42");
  await page.getByText("Void this invoice…").click();
  const form = page.locator("details", { hasText: "Void this invoice…" });
  await form.getByLabel("Reason").fill("Sent twice");
  await form.getByRole("button", { name: "Void invoice" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Void invoice" }).click();
  await expect(shown(page, "Void since")).toBeVisible();
}

async function newClient(page: Page, home: string, name: string): Promise<string> {
  await page.goto(`${home}/clients/new`);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Create client" }).click();
  await page.waitForURL(/\/clients\/cli_/);
  return page.url().split("/").at(-1) ?? "";
}

async function issue(page: Page, path: string, price: string, tax?: string): Promise<string> {
  await page.goto(path);
  await page.getByLabel("Line 1 description").fill("Survey");
  await page.getByLabel("Line 1 price").fill(price);
  if (tax) {
    await page.getByLabel("Line 1 taxable").check();
    await page.getByLabel("Line 1 tax", { exact: true }).fill(tax);
  }
  await page.getByRole("button", { name: "Save draft" }).click();
  await page.waitForURL(/\/invoices\/inv_/);
  await page.getByRole("button", { name: "Issue invoice" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Issue invoice" }).click();
  await expect(shown(page, "Issued and locked")).toBeVisible();
  return page.url().split("/").at(-1) ?? "";
}

/** All of it, from the invoice's own page. */
async function pay(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Record payment" }).click();
  await page.getByRole("button", { name: "Record payment" }).click();
  await page.waitForURL(/\/invoices\/inv_/);
  await expect(shown(page, "Paid")).toBeVisible();
}

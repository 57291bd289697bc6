import { expect, type Page, test } from "@playwright/test";
import { freshFirm } from "./firm";
import { choose, press, tick, type } from "./keyboard";
import { expectClean, goTo, shown, signedIn, troublesOf } from "./pages";

const client = "Granite Bay Homes";

/**
 * Money that does not fit, with the keyboard alone: two checks of 60 on an invoice of 100 leave a credit of 20; one check
 * is spread over two invoices; a part of a payment goes back, and the invoice owes again until the refund is undone; what
 * is expected is no money until it came in.
 */
test("too much becomes credit, one check pays two invoices, and what goes back is owed again", async ({
  browser,
  baseURL,
}, { project }) => {
  const firm = await freshFirm();
  const options = { baseURL, viewport: project.use.viewport, timezoneId: "America/New_York" };
  const page = await signedIn(browser, firm.manager, options);
  const at = (path: string) => page.goto(`/c/${firm.slug}${path}`);
  await makeClient(page);

  await issueInvoice(page, at, "100");
  await payFromInvoice(page, "60");
  await expect(shown(page, "Partly paid")).toBeVisible();
  await overpay(page);
  await creditIs(page, "20.00");
  await adjustAndUndo(page);

  await spreadOverTwo(page, at);
  await expectMoney(page, at);
  await refundAndUndo(page, at);
  expect(troublesOf(page)).toEqual([]);
});

/** Not partly. */
function paid(page: Page) {
  return page.getByRole("main").getByText("Paid", { exact: true }).filter({ visible: true }).first();
}

type At = (path: string) => Promise<unknown>;

async function makeClient(page: Page): Promise<void> {
  await goTo(page, "Clients");
  await press(page, page.getByRole("main").getByRole("link", { name: "New client" }).first());
  await type(page, page.getByLabel("Name", { exact: true }), client);
  await press(page, page.getByRole("button", { name: "Create client" }));
  await expect(page.getByRole("heading", { level: 1, name: client })).toBeVisible();
}

async function issueInvoice(page: Page, at: At, price: string): Promise<string> {
  await at("/invoices/new");
  await choose(page, page.getByRole("combobox", { name: "Bill to", exact: true }), client);
  await type(page, page.getByLabel("Line 1 description"), "Survey");
  await type(page, page.getByLabel("Line 1 price"), price);
  await press(page, page.getByRole("button", { name: "Save draft" }));
  await press(page, page.getByRole("button", { name: "Issue invoice" }));
  await press(page, page.getByRole("alertdialog").getByRole("button", { name: "Issue invoice" }));
  await expect(shown(page, "Issued and locked")).toBeVisible();
  return (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
}

async function payFromInvoice(page: Page, amount: string): Promise<void> {
  await press(page, page.getByRole("link", { name: "Record payment" }));
  await type(page, page.getByLabel("Amount", { exact: true }), amount);
  await press(page, page.getByRole("button", { name: "Record payment" }));
}

/** What is too much is said while it is typed, and asked before it is saved. */
async function overpay(page: Page): Promise<void> {
  await payFromInvoice(page, "60");
  const asked = page.getByRole("checkbox", { name: /Keep the excess of \$20\.00/ });
  await expect(asked).toBeVisible();
  await expect(shown(page, "$40.00 goes to invoices, $20.00 becomes client credit.")).toBeVisible();
  await expectClean(page);
  await tick(page, asked);
  await press(page, page.getByRole("button", { name: "Record payment" }));
  await expect(paid(page)).toBeVisible();
}

async function creditIs(page: Page, amount: string): Promise<void> {
  await goTo(page, "Client credit");
  await expect(shown(page, `$${amount} is owed to 1 client`)).toBeVisible();
  await expectClean(page);
}

async function adjustAndUndo(page: Page): Promise<void> {
  await press(page, page.getByRole("link", { name: "Adjust" }));
  await choose(page, page.getByRole("main").getByRole("combobox", { name: "Client", exact: true }), client);
  await type(page, page.getByLabel("Amount", { exact: true }), "5");
  await type(page, page.getByLabel("Reason"), "Courtesy for the wait");
  await expectClean(page);
  await press(page, page.getByRole("button", { name: "Adjust credit" }));
  await expect(page.getByRole("heading", { level: 1, name: "Credit granted" })).toBeVisible();
  await expectClean(page);
  await undo(page, "It was agreed otherwise");
  await expect(shown(page, "Undone on")).toBeVisible();
  await creditIs(page, "20.00");
}

async function undo(page: Page, reason: string): Promise<void> {
  await press(page, page.getByText("Undo this…"));
  await type(page, page.locator("details[open]").getByLabel("Reason"), reason);
  await press(page, page.getByRole("button", { name: "Undo", exact: true }));
  await press(page, page.getByRole("alertdialog").getByRole("button", { name: "Undo", exact: true }));
}

async function spreadOverTwo(page: Page, at: At): Promise<void> {
  const first = await issueInvoice(page, at, "50");
  const second = await issueInvoice(page, at, "30");
  await at("/payments/new");
  await expectClean(page);
  await choose(page, page.getByRole("main").getByLabel("Client", { exact: true }), client);
  await press(page, page.getByRole("button", { name: "Continue" }));
  await type(page, page.getByLabel("Amount", { exact: true }), "65");
  const [one, two] = [page.getByLabel(`Amount for ${first}`), page.getByLabel(`Amount for ${second}`)];
  await expect(one).toHaveValue("50.00");
  await expect(two).toHaveValue("15.00");
  await type(page, two, "20");
  await expect(shown(page, "$5.00 more is put on invoices than came in.")).toBeVisible();
  await press(page, page.getByRole("button", { name: "Record payment" }));
  await expect(shown(page, "$5.00 more is put on invoices than came in. Lower one")).toBeVisible();
  await expectClean(page);
  await press(page, page.getByRole("button", { name: "Spread again" }));
  await expect(two).toHaveValue("15.00");
  await press(page, page.getByRole("button", { name: "Record payment" }));
  await expect(shown(page, "Where each cent went")).toBeVisible();
  await expect(shown(page, "The whole payment")).toBeVisible();
  await expectClean(page);
}

async function expectMoney(page: Page, at: At): Promise<void> {
  await at("/payments/expected/new");
  await choose(page, page.getByRole("main").getByRole("combobox", { name: "Client", exact: true }), client);
  await type(page, page.getByLabel("Amount", { exact: true }), "15");
  await type(page, page.getByLabel("Expected on"), "2027-01-15");
  await expectClean(page);
  await press(page, page.getByRole("button", { name: "Save expected payment" }));
  await expect(shown(page, "Not here yet")).toBeVisible();
  await expectClean(page);
  await press(page, page.getByRole("link", { name: "It came in" }));
  await expect(page.getByLabel("Amount", { exact: true })).toHaveValue("15.00");
  await press(page, page.getByRole("button", { name: "Record payment" }));
  await expect(paid(page)).toBeVisible();
}

async function refundAndUndo(page: Page, at: At): Promise<void> {
  const number = await issueInvoice(page, at, "100");
  await payFromInvoice(page, "100");
  await press(page, page.getByRole("link", { name: /^Payment PAY-/ }));
  await press(page, page.getByText("Refund this payment…"));
  await type(page, page.locator("details[open]").getByLabel("Amount", { exact: true }), "40");
  await type(page, page.locator("details[open]").getByLabel("Reason"), "One visit fewer");
  await press(page, page.getByRole("button", { name: "Refund", exact: true }));
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByText(`${number} owes again`)).toBeVisible();
  await press(page, dialog.getByRole("button", { name: "Refund", exact: true }));
  await expect(shown(page, "Partly refunded")).toBeVisible();
  await expect(shown(page, "can't be voided while refunds of it stand")).toBeVisible();
  await expectClean(page);
  const payment = page.url();
  await press(page, page.getByRole("link", { name: number, exact: true }).first());
  await expect(page.getByRole("heading", { level: 1, name: number })).toBeVisible();
  await expect(shown(page, "Partly paid")).toBeVisible();
  await expect(shown(page, "$40.00")).toBeVisible();
  const invoice = page.url();
  await page.goto(payment);
  await undo(page, "It was never sent");
  await expect(shown(page, "Refund, undone")).toBeVisible();
  await expect(shown(page, "Void this payment…")).toBeVisible();
  await page.goto(invoice);
  await expect(paid(page)).toBeVisible();
}

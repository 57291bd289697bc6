import { type Browser, expect, type Page, test } from "@playwright/test";
import { type Firm, freshFirm } from "./firm";
import { signedIn } from "./pages";

/** What comes in wrong is refused in words where the person is; nothing is lost, nothing fails, nothing leaks. */
let mine: Firm;
let other: Firm;

test.beforeAll(async () => {
  mine = await freshFirm();
  other = await freshFirm();
});

async function as(browser: Browser, baseURL: string | undefined, firm: Firm, role: "manager" | "staff" | "owner") {
  return signedIn(browser, firm[role], { baseURL });
}

async function newClient(page: Page, firm: Firm, name: string): Promise<string> {
  await page.goto(`/c/${firm.slug}/clients/new`);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Create client" }).click();
  await page.waitForURL(/\/clients\/cli_/);
  return page.url().split("/").at(-1) ?? "";
}

async function newDraft(page: Page, firm: Firm, clientId: string): Promise<string> {
  await page.goto(`/c/${firm.slug}/invoices/new?client=${clientId}`);
  await page.getByLabel("Line 1 description").fill("Survey");
  await page.getByLabel("Line 1 price").fill("$1,234.56");
  await page.getByRole("button", { name: "Save draft" }).click();
  await page.waitForURL(/\/invoices\/inv_/);
  return page.url().split("/").at(-1) ?? "";
}

test("signed out, one is asked to sign in and then comes to the page that was wanted", async ({ page }) => {
  await page.goto(`/c/${mine.slug}/clients?q=a`);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.getByLabel("E-mail address").fill(mine.manager.email);
  await page.getByLabel("Password").fill("not this one");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("is not right").first()).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toHaveValue(mine.manager.email);
  await page.getByLabel("Password").fill(mine.manager.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`**/c/${mine.slug}/clients?q=a`);
});

test("another company, its records, and ids of the wrong kind are not found", async ({ browser, baseURL }) => {
  const theirs = await as(browser, baseURL, other, "manager");
  const clientId = await newClient(theirs, other, "Theirs alone");
  const invoiceId = await newDraft(theirs, other, clientId);
  const me = await as(browser, baseURL, mine, "owner");
  const home = `/c/${mine.slug}`;
  const foreign = [`/c/${other.slug}`, `/c/${other.slug}/clients`, `${home}/clients/${clientId}`];
  foreign.push(`${home}/invoices/${invoiceId}`, `${home}/invoices/${invoiceId}/edit`, `${home}/invoices/${clientId}`);
  foreign.push(
    `${home}/clients/1`,
    `${home}/projects/%00`,
    `${home}/payments/pay_zz`,
    `${home}/credit-notes/cn_zz`,
    `${home}/accounting/journal/je_1`,
  );
  for (const path of foreign) {
    const response = await me.goto(path);
    expect(response?.status(), path).toBe(404);
    expect(await me.content(), path).not.toContain("Theirs alone");
  }
  await me.goto(`${home}/clients?q=Theirs&status=all`);
  await expect(me.getByText("Theirs alone")).toHaveCount(0);
});

test("a role that is too low is told so, with a status that says it too", async ({ browser, baseURL }) => {
  const staff = await as(browser, baseURL, mine, "staff");
  const closed = ["/payments", "/accounting/journal", "/reports/trial-balance", "/settings/audit", "/clients/new"];
  closed.push("/settings/company", "/credit-notes");
  for (const path of closed) {
    const response = await staff.goto(`/c/${mine.slug}${path}`);
    expect(response?.status(), path).toBe(403);
  }
});

test("amounts that are none are refused beside the line, and what was typed stays", async ({ browser, baseURL }) => {
  const page = await as(browser, baseURL, mine, "manager");
  const clientId = await newClient(page, mine, "Amounts");
  await page.goto(`/c/${mine.slug}/invoices/new?client=${clientId}`);
  await page.getByLabel("Line 1 description").fill("Work");
  for (const amount of ["1.005", "-1", "1e9", "NaN", "1000000000000000", "", "١٢"]) {
    await page.getByLabel("Line 1 price").fill(amount);
    await page.getByRole("button", { name: "Save draft" }).click();
    await expect(page.getByText(/^Error: ?Line 1: /)).toBeVisible();
    await expect(page.getByLabel("Line 1 description")).toHaveValue("Work");
    await page.getByLabel("Line 1 price").fill("1");
  }
});

test("long, hostile and foreign texts are kept as they are or refused with a sentence", async ({
  browser,
  baseURL,
}) => {
  const page = await as(browser, baseURL, mine, "manager");
  for (const name of ["محمد العمارة", "🏗️ Crane & <b>Sons</b>", "O'Brien; drop table clients --"]) {
    await newClient(page, mine, name);
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  }
  await page.goto(`/c/${mine.slug}/clients/new`);
  await page.getByLabel("Name", { exact: true }).fill("x".repeat(10_000));
  await page.getByLabel("Contact").fill("kept");
  await page.getByRole("button", { name: "Create client" }).click();
  await expect(page.getByText("characters or fewer").first()).toBeVisible();
  await expect(page.getByLabel("Contact")).toHaveValue("kept");
  await page.getByLabel("Name", { exact: true }).evaluate((field: HTMLInputElement) => {
    field.value = "a\u0000b";
  });
  await page.getByRole("button", { name: "Create client" }).click();
  await expect(page.getByText("control characters").first()).toBeVisible();
});

test("a form that arrives twice is carried out once and answered the same", async ({ browser, baseURL }) => {
  const page = await as(browser, baseURL, mine, "manager");
  await page.goto(`/c/${mine.slug}/clients/new`);
  await page.getByLabel("Name", { exact: true }).fill("Only once");
  const sent = page.waitForRequest((request) => request.method() === "POST");
  await page.getByRole("button", { name: "Create client" }).click();
  const request = await sent;
  await page.waitForURL(/\/clients\/cli_/);
  const again = await page.context().request.fetch(request.url(), {
    method: "POST",
    headers: await request.allHeaders(),
    data: request.postDataBuffer() ?? "",
    maxRedirects: 0,
  });
  expect(again.status()).toBeLessThan(400);
  expect(again.headers()["x-action-redirect"] ?? "").toContain(page.url().split("/").at(-1));
});

test("of two tabs editing one draft the second is told, and overwrites nothing", async ({ browser, baseURL }) => {
  const first = await as(browser, baseURL, mine, "manager");
  const invoiceId = await newDraft(first, mine, await newClient(first, mine, "Two tabs"));
  const second = await first.context().newPage();
  for (const tab of [first, second]) await tab.goto(`/c/${mine.slug}/invoices/${invoiceId}/edit`);
  await first.getByLabel("Client reference").fill("first");
  await first.getByRole("button", { name: "Save draft" }).click();
  await first.waitForURL(/inv_[a-z0-9]+$/);
  await second.getByLabel("Client reference").fill("second");
  await second.getByRole("button", { name: "Save draft" }).click();
  await expect(second.getByText("Somebody else saved first")).toBeVisible();
  await expect(second.getByLabel("Client reference")).toHaveValue("second");
  await first.reload();
  await expect(first.getByText("first", { exact: true })).toBeVisible();
});

test("a write that does not come from our pages is refused before anything reads it", async ({ request, baseURL }) => {
  const origins: Record<string, string>[] = [{}, { origin: "https://evil.example" }, { origin: "null" }];
  for (const headers of origins) {
    const response = await request.post(`${baseURL}/sign-in`, { headers, data: "x" });
    expect(response.status()).toBe(403);
  }
});

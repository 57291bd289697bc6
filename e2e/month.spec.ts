import { expect, type Page, test } from "@playwright/test";
import { type Firm, freshFirm, windTimerBack } from "./firm";
import { choose, press, tick, type } from "./keyboard";
import { expectClean, goTo, shown, signedIn, troublesOf } from "./pages";

/**
 * Worked time becomes a paid invoice and a closed month, with the keyboard alone: the staff member runs the timer and
 * submits, the manager approves, invoices, issues and records the payment, the admin closes the month; then back-dated
 * time is refused with the period's name, and the books show what happened.
 */
test("worked time becomes a paid invoice and a closed month", async ({ browser, baseURL }, { project }) => {
  const firm = await freshFirm();
  const options = { baseURL, viewport: project.use.viewport, timezoneId: "America/New_York" };
  const manager = await signedIn(browser, firm.manager, options);
  await makeProject(manager);

  const staff = await signedIn(browser, firm.staff, options);
  const day = await workByTimer(staff, firm);

  await approve(manager);
  const number = await invoiceAndIssue(manager);
  await recordPayment(manager, number);

  const admin = await signedIn(browser, firm.admin, options);
  const period = await closeMonth(admin);
  await backdatedTimeIsRefused(staff, day, period);
  await booksShowIt(admin);
  for (const page of [manager, staff, admin]) expect(troublesOf(page)).toEqual([]);
});

async function makeProject(page: Page): Promise<void> {
  await goTo(page, "Clients");
  await expectClean(page);
  await press(page, page.getByRole("main").getByRole("link", { name: "New client" }).first());
  await type(page, page.getByLabel("Name", { exact: true }), "Granite Bay Homes");
  await press(page, page.getByRole("button", { name: "Create client" }));
  await expect(page.getByRole("heading", { level: 1, name: "Granite Bay Homes" })).toBeVisible();
  await expectClean(page);

  await goTo(page, "Projects");
  await press(page, page.getByRole("main").getByRole("link", { name: "New project" }).first());
  await choose(page, page.getByRole("combobox", { name: "Client", exact: true }), "Granite Bay Homes");
  await type(page, page.getByLabel("Name", { exact: true }), "Lot 7 boundary");
  await type(page, page.getByLabel("Hourly rate"), "$120");
  await tick(page, page.getByRole("checkbox", { name: /staff/ }));
  await expectClean(page);
  await press(page, page.getByRole("button", { name: "Create project" }));
  await expect(page.getByRole("heading", { level: 1, name: /Lot 7 boundary/ })).toBeVisible();
}

async function workByTimer(page: Page, firm: Firm): Promise<string> {
  await goTo(page, "Projects");
  await expect(shown(page, "Lot 7 boundary")).toBeVisible();
  await press(page, page.getByText("Start timer", { exact: true }).locator("xpath=ancestor::summary"));
  const start = page.getByRole("form", { name: "Start timer" });
  await choose(page, start.getByRole("combobox", { name: "Project", exact: true }), "Lot 7 boundary");
  await press(page, start.getByRole("button", { name: "Start", exact: true }));
  const stop = page.getByRole("banner").getByRole("button", { name: "Stop" });
  await expect(stop).toBeVisible();
  await windTimerBack(firm.slug, 90);
  await page.reload();
  await expect(
    page
      .getByRole("banner")
      .getByText(/^1:3\d:\d\d$/)
      .first(),
  ).toBeVisible();
  await expectClean(page);
  await press(page, stop);
  await expect(stop).toBeHidden();

  await goTo(page, "Time");
  await expect(shown(page, "Lot 7 boundary")).toBeVisible();
  await expectClean(page);
  await press(page, page.getByRole("button", { name: /Submit week/ }));
  await expect(shown(page, "Submitted")).toBeVisible();
  return page.evaluate(() => new Intl.DateTimeFormat("en-CA").format(new Date()));
}

async function approve(page: Page): Promise<void> {
  await goTo(page, "Approvals");
  await tick(page, page.getByRole("main").getByRole("checkbox").last());
  await expectClean(page);
  await press(page, page.getByRole("button", { name: "Approve", exact: true }));
  await expect(shown(page, "Nothing waits for approval")).toBeVisible();
}

async function invoiceAndIssue(page: Page): Promise<string> {
  await goTo(page, "Invoices");
  await press(page, page.getByRole("main").getByRole("link", { name: "Invoice time" }).first());
  await press(page, page.getByRole("link", { name: /Granite Bay Homes/ }));
  await expectClean(page);
  await press(page, page.getByRole("button", { name: "Create draft invoice" }));
  await expect(page.getByRole("heading", { level: 1, name: /Draft for Granite Bay Homes/ })).toBeVisible();

  await press(page, page.getByRole("link", { name: "Edit", exact: true }));
  await expect(page.getByLabel("Line 1 quantity")).toHaveValue("1.5");
  await type(page, page.getByLabel("Client reference"), "PO 4711");
  await expectClean(page);
  await press(page, page.getByRole("button", { name: "Save draft" }));
  await expect(shown(page, "PO 4711")).toBeVisible();

  await press(page, page.getByRole("button", { name: "Issue invoice" }));
  await press(page, page.getByRole("alertdialog").getByRole("button", { name: "Issue invoice" }));
  await expect(shown(page, "Issued and locked")).toBeVisible();
  await expect(page.getByRole("link", { name: "Edit", exact: true })).toHaveCount(0);
  await expectClean(page);
  return (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
}

async function recordPayment(page: Page, number: string): Promise<void> {
  await press(page, page.getByRole("link", { name: "Record payment" }));
  await expect(page.getByLabel("Amount", { exact: true })).toHaveValue("180.00");
  await expectClean(page);
  await press(page, page.getByRole("button", { name: "Record payment" }));
  await expect(page.getByRole("heading", { level: 1, name: number })).toBeVisible();
  await expect(shown(page, "Paid")).toBeVisible();
  await expectClean(page);
}

async function closeMonth(page: Page): Promise<string> {
  await goTo(page, "Periods");
  await press(page, page.getByRole("main").getByRole("button", { name: /^Add \w+ 20\d\d$/ }));
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toHaveText(/20\d\d/);
  const period = (await title.textContent()) ?? "";
  await expectClean(page);
  // what the day makes of it (a month that still runs, one that ends a fiscal year) is closed over, and says why
  for (const reason of await page.getByRole("textbox", { name: /: \d+$/ }).all()) {
    await type(page, reason, "Nothing more is expected");
  }
  await press(page, page.getByRole("button", { name: /^Close/ }));
  await press(page, page.getByRole("alertdialog").getByRole("button", { name: /^Close/ }));
  await expect(shown(page, "Closed")).toBeVisible();
  await expectClean(page);
  return period;
}

async function backdatedTimeIsRefused(page: Page, day: string, period: string): Promise<void> {
  await page.goto(page.url().replace(/\/time.*/, "/time/new"));
  await choose(page, page.getByRole("main").getByRole("combobox", { name: "Project", exact: true }), "Lot 7 boundary");
  await type(page, page.getByLabel("Day", { exact: true }), `${day.slice(0, 8)}01`);
  await type(page, page.getByLabel("Time", { exact: true }), "2:00");
  await press(page, page.getByRole("button", { name: "Add time" }));
  await expect(shown(page, `${period} is closed`)).toBeVisible();
  await expect(page.getByLabel("Time", { exact: true })).toHaveValue("2:00");
  await expectClean(page);
}

async function booksShowIt(page: Page): Promise<void> {
  await goTo(page, "Reports");
  await press(page, page.getByRole("main").getByRole("link", { name: "Trial balance" }).first());
  await expect(page.getByRole("row", { name: /4000.*180\.00/ })).toBeVisible();
  await expectClean(page);
  await goTo(page, "Reports");
  await press(
    page,
    page
      .getByRole("main")
      .getByRole("link", { name: /Profit/ })
      .first(),
  );
  await expect(page.getByRole("row", { name: /Revenue.*180\.00/ }).first()).toBeVisible();
  await expectClean(page);
}

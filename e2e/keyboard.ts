import { expect, type Locator, type Page } from "@playwright/test";

/** Tab until it has the focus: what cannot be reached so is out of reach for some people. */
export async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 150; presses++) {
    if (await isFocused(target)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`150 tabs did not reach ${target}`);
}

/** Presses a button or follows a link. */
export async function press(page: Page, target: Locator): Promise<void> {
  await reach(page, target);
  await page.keyboard.press("Enter");
}

/** Replaces what stands in a field. */
export async function type(page: Page, field: Locator, text: string): Promise<void> {
  await reach(page, field);
  if ((await field.getAttribute("type")) === "date") return typeDate(page, field, text);
  await page.keyboard.press("ControlOrMeta+a");
  if (text === "") await page.keyboard.press("Delete");
  else await page.keyboard.insertText(text);
}

/** Chooses from a native select or from a searched one, by typing its words. */
export async function choose(page: Page, field: Locator, text: string): Promise<void> {
  await reach(page, field);
  if (await isSelect(field)) {
    for (let presses = 0; presses < 100 && (await isSelect(field)); presses++) {
      const chosen = await field.evaluate((element) => (element as HTMLSelectElement).selectedOptions?.[0]?.text ?? "");
      if (chosen.includes(text)) return;
      await page.keyboard.press("ArrowDown");
    }
    if (await isSelect(field)) throw new Error(`${text} is not among the choices`);
  }
  // the searched one that took the native one's place may have come without the focus
  await reach(page, field);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
  await page.getByRole("option", { name: text }).first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}

/** Ticks a box or picks a radio button. */
export async function tick(page: Page, box: Locator): Promise<void> {
  await reach(page, box);
  if (!(await box.isChecked())) await page.keyboard.press("Space");
  await expect(box).toBeChecked();
}

/** A date field takes month, day and year one after the other. */
async function typeDate(page: Page, field: Locator, day: string): Promise<void> {
  const [year, month, date] = day.split("-");
  await page.keyboard.type(`${month}${date}${year}`);
  await expect(field).toHaveValue(day);
}

/** The browser's own select becomes a searched one when the program for that has arrived. */
async function isSelect(field: Locator): Promise<boolean> {
  return (await field.evaluate((element) => element.tagName)) === "SELECT";
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

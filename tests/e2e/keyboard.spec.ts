import type { Page } from "@playwright/test";
import { expect, open, radio, rate, test, total, unfold } from "./page.js";

/** Tab until something in this row has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((css) => document.activeElement?.closest(css) !== null, selector)) return;
  }
  throw new Error(`Tab does not reach ${selector}`);
}

/** Whether the focused element is on top at its middle, and in the window. */
function uncovered(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return "nothing is focused";
    const box = focused.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const name = focused.id || focused.textContent || focused.tagName;
    return top !== null && (focused.contains(top) || top.contains(focused)) ? "" : `${name} is covered by ${top?.className ?? "the edge of the window"}`;
  });
}

test("a row is rated with the keyboard alone, and keeps the focus", async ({ page }) => {
  await open(page);
  await tabTo(page, "#row-purpose");
  await expect(radio(page, "purpose", "Not yet")).toBeFocused();
  await page.keyboard.press("Space");
  await expect(radio(page, "purpose", "Not yet")).toBeChecked();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(radio(page, "purpose", "Proficient")).toBeChecked();
  await expect(total(page)).toHaveText("between 8% and 96%");
  await expect(radio(page, "purpose", "Proficient")).toBeFocused();

  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Clear the rating of Learning purpose" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(total(page)).toHaveText("between 0% and 100%");
  await expect(radio(page, "purpose", "Proficient")).toBeFocused();

  await tabTo(page, "#row-questions");
  await page.keyboard.press("ArrowLeft");
  await expect(radio(page, "questions", "Exemplary")).toBeChecked();
  await expect(radio(page, "questions", "Exemplary")).toBeFocused();
});

test("nothing that Tab reaches is under the summary", async ({ page }) => {
  await open(page);
  await rate(page, "purpose", "Developing");
  await page.locator(".brand").focus();
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement === document.body)) break;
    expect(await uncovered(page)).toBe("");
  }
});

test("a link of what is missing goes to the row and focuses it", async ({ page }) => {
  await open(page);
  for (const [label, row] of [["The next lesson", "next_lesson"], ["Families agreed to the recording", "consent"], ["Learning purpose", "purpose"]] as const) {
    await unfold(page);
    await page.locator(".missing").getByRole("link", { name: label }).click();
    await expect(page.locator(`#row-${row} input`).first()).toBeFocused();
    await expect(page.locator(`#row-${row} .row-title`)).toBeInViewport();
    expect(await uncovered(page)).toBe("");
  }
});

test("an address can name a row", async ({ page }) => {
  await open(page, "#row-feedback");
  await expect(page.locator("#row-feedback input").first()).toBeFocused();
});

test("the skip link and the views put the focus where the reader goes", async ({ page }) => {
  await open(page);
  await page.keyboard.press("Tab");
  await expect(page.locator(".skip")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  await page.getByRole("link", { name: "Rubric text" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Rubric text" })).toBeFocused();
  await expect(page).toHaveTitle("Rubric text – Rubricate");
  await page.goBack();
  await expect(page.locator("#row-purpose")).toBeVisible();
});

test("Escape folds the open summary", async ({ page, isMobile }) => {
  test.skip(!isMobile, "the summary stands beside the rubric");
  await open(page);
  await unfold(page);
  await expect(page.locator(".panel")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator(".panel")).toBeHidden();
  await expect(page.locator(".bar")).toBeFocused();
});

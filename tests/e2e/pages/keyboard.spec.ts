import { expect, open, test, SMALL } from "./page.js";

test("from an empty start to the last step with the keyboard alone", async ({ page }) => {
  await open(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  await page.getByText("Paste text", { exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.insertText(SMALL);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator(".steps")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.locator('.steps a[href$="/work"]').focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("rubric-assessment [data-row=purpose]")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Work on it" })).toBeFocused();
  // One stop for each criterion; the arrows choose.
  const first = page.locator("rubric-assessment [data-row=purpose]").getByRole("radio").first();
  for (let tabs = 0; tabs < 40 && !(await first.evaluate((one) => one === (one.getRootNode() as ShadowRoot).activeElement)); tabs += 1) await page.keyboard.press("Tab");
  await expect(first).toBeFocused();
  await page.keyboard.press("ArrowDown");
  const rated = page.locator("rubric-assessment [data-row=purpose]").getByRole("radio", { name: "Secure" });
  await expect(rated).toBeChecked();
  await page.keyboard.press("Control+z");
  await expect(rated).not.toBeChecked();
  await page.keyboard.press("Control+y");
  await expect(rated).toBeChecked();
  await page.locator(".onward .primary").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Gather" })).toBeFocused();
  await page.locator('.steps a[href$="/check"]').focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Check" })).toBeFocused();
  await page.locator(".way-up a").first().focus();
  await page.keyboard.press("Enter");
  // The step of that row, and the row itself.
  await expect(page.locator('.step[data-step="work"]')).toBeVisible();
  await expect.poll(() => page.evaluate(() => (document.querySelector("rubric-assessment")?.shadowRoot?.activeElement as HTMLInputElement | null)?.closest("[data-row]")?.getAttribute("data-row"))).toBeTruthy();
});

test("a menu opens, closes with Escape, and gives the focus back", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Start: Oral history interview" }).click();
  await expect(page.locator(".steps")).toBeVisible();
  await page.goBack();
  const menu = page.getByLabel("More for Oral history interview");
  await menu.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Rename" })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Rename" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(menu).toBeFocused();
  await expect(page.getByRole("button", { name: "Rename" })).toBeHidden();
});

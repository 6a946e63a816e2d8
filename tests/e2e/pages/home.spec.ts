import { audit, begin, expect, go, open, paste, rate, saved, SMALL, test } from "./page.js";

test("the first page says what it is, and a rubric of the gallery starts with one click", async ({ page }) => {
  await open(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("From a skill gap to a portfolio that is ready");
  await expect(page.locator(".card.rubric")).toHaveCount(6);
  await page.getByRole("button", { name: "Show all 13" }).click();
  await expect(page.locator(".card.rubric")).toHaveCount(13);
  await expect(page.getByRole("button", { name: /^Start: Harbour|^Start: Statistics|^Start: Writing/ }).first()).toBeVisible();
  await page.getByRole("button", { name: "Start: Student-led conferences" }).click();
  await expect(page.locator(".work-title")).toHaveText("Student-led conferences");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.goBack();
  // It was not touched, so the same one is taken again.
  await page.getByRole("button", { name: "Start: Student-led conferences" }).click();
  await expect(page.locator(".steps")).toBeVisible();
  await page.goBack();
  await expect(page.locator(".card.work")).toHaveCount(1);
});

test("what was worked on is there with its progress, can be renamed, deleted, and brought back", async ({ page }) => {
  await begin(page);
  await go(page, "work");
  await rate(page, "purpose", "Secure");
  await saved(page);
  await page.getByRole("link", { name: "Rubricate" }).click();
  const card = page.locator(".card.work");
  await expect(card).toContainText("1 of 4 rated");
  await expect(card.locator(".emblem .on")).toHaveAttribute("d", /^(M[^M]+){3}$/);
  await card.getByLabel("More for Small talk").click();
  await card.getByRole("button", { name: "Rename" }).click();
  await card.getByLabel("What to call it").fill("Year two");
  await card.getByRole("button", { name: "Save", exact: true }).click();
  await expect(card.getByRole("link", { name: "Go on with Year two" })).toBeVisible();
  await card.getByLabel("More for Year two").click();
  await card.getByRole("button", { name: "Delete" }).click();
  await expect(card).toHaveCount(0);
  await expect(page.locator(".toast")).toContainText("“Year two” is deleted.");
  await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
  await expect(card).toContainText("1 of 4 rated");
  await card.getByLabel("More for Year two").click();
  await card.getByRole("button", { name: "Delete" }).click();
  await expect(card).toHaveCount(0);
  await page.reload();
  await expect(page.locator(".bin summary")).toHaveText("1 deleted piece of work");
  await page.locator(".bin summary").click();
  await audit(page);
  await page.getByRole("button", { name: "Bring back Year two" }).click();
  await card.getByRole("link", { name: "Go on with Year two" }).click();
  await expect(page.locator(".work-title")).toHaveText("Year two");
});

test("a rubric with mistakes is refused with their places, and opens where it can be mended", async ({ page }) => {
  await paste(page, SMALL.replace("percent of criteria", "percent of critera"));
  const refusal = page.locator(".refusal");
  await expect(refusal).toContainText("The rubric has a mistake:");
  await expect(refusal).toContainText("line 13");
  await audit(page);
  await refusal.getByRole("button", { name: "Open it where it can be mended" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Write a rubric");
  await expect(page.locator("#source")).toContainText("percent of critera");
  await expect(page.locator('#source [part~="problem"]')).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Start an assessment with it" })).toBeDisabled();
  await audit(page);
  await page.locator('#source [part~="mend"]').first().click();
  await expect(page.getByRole("button", { name: "Start an assessment with it" })).toBeEnabled();
  await expect(page.locator(".preview rubric-assessment [data-row=purpose]")).toBeVisible();
  await page.getByRole("button", { name: "Start an assessment with it" }).click();
  await expect(page.locator(".work-title")).toHaveText("Small talk");
});

test("colours and language follow the settings, and stay", async ({ page }) => {
  await open(page, "#/settings");
  await page.getByLabel("Dark").check();
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await expect.poll(ground).toBe("rgb(16, 23, 26)");
  await page.getByLabel("Light").check();
  await expect.poll(ground).toBe("rgb(246, 245, 241)");
  await page.getByLabel("Español").check();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ajustes");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ajustes");
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await audit(page);
});

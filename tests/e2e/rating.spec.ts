import { CRITERIA, expect, open, radio, rate, rung, test, total, unfold } from "./page.js";

/*
 * The total by hand. A criterion gives points / 3; `purpose` and `adjusting` weigh 2.
 *
 *   plan    (3/3 x 2 + 2/3 + 2/3 + 3/3) / 5            = 13/15   30 %
 *   lesson  (3/3 + 2/3 + 3/3 + 2/3 + 3/3 x 2) / 6      = 8/9     40 %
 *   respond (3/3 + 2/3 + 3/3) / 3                      = 8/9     30 %
 *   total   3/10 x 13/15 + 4/10 x 8/9 + 3/10 x 8/9     = 397/450 = 88.22... -> 88 %
 *
 * Seven of twelve are exemplary, and half of twelve is six.
 */
const EXEMPLARY = new Set(["purpose", "everyone", "wait", "probing", "adjusting", "sorting", "next_lesson"]);

test("twelve rows by click give the total and the awards computed by hand", async ({ page }) => {
  await open(page);
  await expect(page.locator("h1").first()).toHaveText("Checking for understanding");
  await expect(total(page)).toHaveText("between 0% and 100%");
  for (const row of CRITERIA) await rate(page, row, EXEMPLARY.has(row) ? "Exemplary" : "Proficient");
  await expect(total(page)).toHaveText("88%");
  await expect(rung(page, "Awarded")).toHaveText("Still possible");
  await rate(page, "consent", "Met");
  await expect(rung(page, "Awarded")).toHaveText("Earned");
  await expect(rung(page, "Awarded with distinction")).toHaveText("Earned");
  await expect(page.locator(".award-text")).toHaveText("Awarded with distinction");
  await expect(page.locator(".progress label")).toHaveText("13 of 13 rated");

  // purpose at 2: plan 11/15, total 3/10 x 11/15 + 7/10 x 8/9 = 379/450 = 84.22... -> 84 %, below 85 %.
  await rate(page, "purpose", "Proficient");
  await expect(total(page)).toHaveText("84%");
  await expect(rung(page, "Awarded with distinction")).toHaveText("Out of reach");
  await expect(page.locator(".award-text")).toHaveText("Awarded");

  await rate(page, "consent", "Not met");
  await expect(rung(page, "Awarded")).toHaveText("Out of reach");
  await expect(page.locator(".award-text")).toHaveText("Not yet");
  await expect(page.locator(".reasons strong").filter({ hasText: "every family has agreed" })).toHaveCount(2);
});

test("one row moves both bounds, and the advice is that of its level", async ({ page }) => {
  await open(page);
  // lowest 3/10 x (2/3 x 2)/5 = 8 %; highest 3/10 x (4/3 + 3)/5 + 7/10 = 96 %
  await rate(page, "purpose", "Proficient");
  await expect(total(page)).toHaveText("between 8% and 96%");
  await expect(page.locator(".advice")).toBeEmpty();
  await rate(page, "purpose", "Not yet");
  await unfold(page);
  await expect(page.locator(".advice li")).toHaveText(/Learning purpose.*Write one sentence that begins/);
  await expect(page.locator(".missing")).toContainText("Not yet: short of “Awarded”");
});

test("the live region says one sentence when things are quiet", async ({ page }) => {
  await open(page);
  const said: string[] = [];
  await page.exposeFunction("heard", (text: string) => said.push(text));
  await page.evaluate(() => {
    const live = document.querySelector("#live");
    if (live) new MutationObserver(() => (globalThis as unknown as { heard(text: string): void }).heard(live.textContent ?? "")).observe(live, { childList: true, characterData: true, subtree: true });
  });
  // Three ratings in one breath.
  await page.evaluate(() => ["purpose", "questions", "wait"].forEach((row) => document.getElementById(`row-${row}-3`)?.click()));
  await expect(page.locator("#live")).toHaveText(/^3 of 13 rated; Total between .*; Micro-credential: Not decided yet\.$/);
  expect(said.length).toBe(1);
});

test("nothing on the sheet moves when a row is rated or cleared", async ({ page }) => {
  await open(page);
  const boxes = () => page.locator(".row, .level, .part-head").evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())));
  for (const [row, level] of [["purpose", "Developing"], ["everyone", "Exemplary"], ["consent", "Not met"]] as const) {
    const before = await boxes();
    // By script: Playwright would scroll first, and that moves everything.
    await radio(page, row, level).evaluate((input: HTMLInputElement) => input.click());
    await expect(page.locator(`#row-${row} .clear`)).toBeVisible();
    expect(await boxes()).toEqual(before);
    await page.locator(`#row-${row} .clear`).click();
    await expect(radio(page, row, level)).not.toBeChecked();
    await expect(radio(page, row, level)).toBeFocused();
  }
});

test("a clear button takes one rating back", async ({ page }) => {
  await open(page);
  await rate(page, "purpose", "Exemplary");
  await rate(page, "wait", "Exemplary");
  await page.getByRole("button", { name: "Clear the rating of Learning purpose" }).click();
  await expect(radio(page, "purpose", "Exemplary")).not.toBeChecked();
  await expect(radio(page, "wait", "Exemplary")).toBeChecked();
  await expect(page.locator(".progress label")).toHaveText("1 of 13 rated");
});

test("start over can be undone, also after a reload, and keeps what came after", async ({ page }) => {
  await open(page);
  const button = page.getByRole("button", { name: "Start over" });
  await expect(button).toBeDisabled();
  await rate(page, "purpose", "Exemplary");
  await rate(page, "wait", "Developing");
  await button.click();
  await expect(total(page)).toHaveText("between 0% and 100%");
  await expect(page.locator(".notice")).toContainText("2 ratings can be brought back");
  await rate(page, "climate", "Proficient");
  await page.reload();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(radio(page, "purpose", "Exemplary")).toBeChecked();
  await expect(radio(page, "wait", "Developing")).toBeChecked();
  await expect(radio(page, "climate", "Proficient")).toBeChecked();
  await page.reload();
  await expect(radio(page, "purpose", "Exemplary")).toBeChecked();
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
});

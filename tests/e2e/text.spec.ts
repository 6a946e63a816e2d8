import { expect, open, rate, test, total, unfold, write } from "./page.js";

const FIVE = `# 😀 five mistakes follow
rubric x "X" {
  scale m { lo 0; hi 1 }
  criterion a "A" on m
  criterion b "😀 B" on n
  part p "P" { weigth 2 }
  score s = sum of q
  award w { }
  advise "More" when a is mid
}
`;

const OWN = `rubric own "My own" {
  scale m "M" { none 0 "None"; some 1 "Some"; much 2 "Much" }
  criterion a "First" on m
  number n "Pace" 0..10 step 0.5
  check c "Signed"
  score s "Sum" = sum of rows
}
`;

test("five mistakes after an emoji stand at their line and column, and lead there", async ({ page }) => {
  await open(page, "#/text");
  await write(page, FIVE);
  await expect(page.locator(".check-state")).toHaveText("5 errors.");
  // Columns count as a JavaScript editor does: the emoji in line 5 is two.
  await expect(page.locator(".place")).toHaveText(["5:25", "6:16", "7:20", "8:9", "9:27"]);
  const selected = () => page.locator("#source").evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd));
  for (const [index, text] of ["n", "weigth", "q", "w", "mid"].entries()) {
    await page.locator(".finding").nth(index).click();
    await expect(page.locator("#source")).toBeFocused();
    expect(await selected()).toBe(text);
  }
});

test("a fix is applied, can be undone with the browser's own undo, and the check follows", async ({ page }) => {
  await open(page, "#/text");
  await write(page, FIVE);
  await page.getByRole("button", { name: "Fix: change to weight" }).click();
  await expect(page.locator("#source")).toHaveValue(/part p "P" \{ weight 2 \}/);
  await expect(page.locator(".check-state")).toHaveText("4 errors.");
  await page.locator("#source").press("Control+z");
  await expect(page.locator("#source")).toHaveValue(/weigth 2/);
  await expect(page.locator(".check-state")).toHaveText("5 errors.");
});

test("a rubric with errors is not used, and nothing goes blank", async ({ page }) => {
  await open(page);
  await rate(page, "purpose", "Proficient");
  await page.getByRole("link", { name: "Rubric text" }).press("Enter");
  await write(page, FIVE);
  await page.getByRole("button", { name: "Use this rubric" }).click();
  await expect(page.locator(".check-state")).toHaveText("5 errors. The rubric in use stays as it was.");
  await page.getByRole("link", { name: "Assessment", exact: true }).press("Enter");
  await expect(page.locator("#row-purpose")).toBeVisible();
  await expect(total(page)).toHaveText("between 8% and 96%");
});

test("one's own rubric is used, comes back after a reload, and gives way to the gallery's", async ({ page }) => {
  await open(page);
  await rate(page, "purpose", "Proficient");
  await page.getByRole("link", { name: "Rubric text" }).press("Enter");
  await write(page, OWN);
  await page.getByRole("button", { name: "Use this rubric" }).click();
  await expect(page.locator("#assessment h1")).toHaveText("My own");
  await expect(page.locator("#assessment h1")).toBeFocused();
  // sum of rows: 0..2, 0..10 and a check worth 1
  await expect(total(page)).toHaveText("between 0 and 13");
  await rate(page, "a", "Much");
  await page.reload();
  await expect(page.locator("#assessment h1")).toHaveText("My own");
  await expect(total(page)).toHaveText("between 2 and 13");
  await page.getByRole("link", { name: "Rubric text" }).press("Enter");
  await page.getByRole("button", { name: "Back to the gallery rubric" }).click();
  await expect(page.locator("#assessment h1")).toHaveText("Checking for understanding");
  await expect(total(page)).toHaveText("between 8% and 96%");
  await page.getByRole("button", { name: "Bring my rubric back" }).click();
  await expect(page.locator("#source")).toHaveValue(OWN);
  await page.getByRole("link", { name: "Assessment", exact: true }).press("Enter");
  await expect(total(page)).toHaveText("between 2 and 13");
});

test("a number says what it takes, and what is wrong beside it", async ({ page }) => {
  await open(page, "#/text");
  await write(page, OWN);
  await page.getByRole("button", { name: "Use this rubric" }).click();
  const field = page.getByRole("spinbutton", { name: "Pace" });
  await expect(field).toHaveAccessibleDescription("0 to 10, in steps of 0.5");
  await field.fill("4.5");
  await field.press("Tab");
  await expect(total(page)).toHaveText("between 4.5 and 7.5");
  await field.fill("4.3");
  await expect(page.locator("#row-n .field-error")).toHaveText(/“Pace” takes a number from 0 to 10.*not "?4\.3"?\. Still counted: 4\.5\.$/);
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(total(page)).toHaveText("between 4.5 and 7.5");
  await field.fill("");
  await expect(page.locator("#row-n .field-error")).toBeEmpty();
  await expect(total(page)).toHaveText("between 0 and 13");
  await field.fill("10");
  await field.press("Tab");
  await page.reload();
  await expect(field).toHaveValue("10");
});

test("a draft survives a reload", async ({ page }) => {
  await open(page, "#/text");
  await write(page, FIVE);
  await expect(page.locator(".in-use")).toHaveText("This text is not in use yet.");
  await expect(page.locator(".check-state")).toHaveText("5 errors.");
  await page.reload();
  await expect(page.locator("#source")).toHaveValue(FIVE);
  await page.getByRole("button", { name: "Back to the gallery rubric" }).click();
  await expect(page.locator(".in-use")).toHaveText("This text is in use.");
  await page.getByRole("button", { name: "Bring my text back" }).click();
  await expect(page.locator("#source")).toHaveValue(FIVE);
});

test("a rubric cannot put markup or script addresses into the page", async ({ page }) => {
  const text = `<img src=x onerror=alert(1)>`;
  await open(page, "#/text");
  await write(page, `rubric x "${text}" {\n  issuer "Us" "javascript:alert(1)"\n  about "${text}"\n  scale m { lo 0 "${text}"; hi 1 }\n  criterion a "${text}" on m { lo "${text}" advise "${text}" }\n  score s "${text}" = sum of rows\n  award w "${text}" { r "${text}" { needs a is hi message "${text}" } otherwise n "N" }\n}`);
  await page.getByRole("button", { name: "Use this rubric" }).click();
  await expect(page.locator("#assessment h1")).toHaveText(text);
  await page.locator("#row-a label.level").first().click();
  await unfold(page);
  await expect(page.locator(".advice")).toContainText(text);
  expect(await page.locator("#assessment img, #assessment a[href^=javascript]").count()).toBe(0);
});

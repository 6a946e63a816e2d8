import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { CRITERIA, expect, open, rate, test, unfold, write } from "./page.js";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function audit(page: Page, part = "html"): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(part).withTags(TAGS).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: "reduce" } });

    test("the assessment, empty, has no violation", async ({ page, isMobile }) => {
      await open(page);
      await audit(page);
      if (!isMobile) return;
      await unfold(page);
      await audit(page, ".summary");
    });

    test("the assessment, rated, has no violation", async ({ page }) => {
      await open(page);
      for (const [index, row] of CRITERIA.entries()) await rate(page, row, ["Not yet", "Developing", "Proficient", "Exemplary"][index % 4] ?? "");
      await rate(page, "consent", "Not met");
      await unfold(page);
      await page.locator(".why").evaluateAll((all) => all.forEach((one) => one.setAttribute("open", "")));
      await audit(page);
      await page.getByRole("button", { name: "Start over" }).press("Enter");
      await expect(page.locator(".notice")).toBeVisible();
      await audit(page, ".notices");
    });

    test("the text, sound and with mistakes, has no violation", async ({ page }) => {
      await open(page, "#/text");
      await expect(page.locator(".check-state")).toHaveText("No mistakes found.");
      await audit(page);
      await write(page, 'rubric x "X" {\n  part p "P" { weigth 2 }\n  award w { }\n}');
      await expect(page.locator(".findings > li")).not.toHaveCount(0);
      await audit(page);
    });
  });
}

test.describe("forced colours", () => {
  test.use({ contextOptions: { forcedColors: "active" } });

  test("a chosen level still differs from the others", async ({ page }) => {
    await open(page);
    await rate(page, "purpose", "Proficient");
    await page.locator(".brand").focus();
    const outlines = await page.locator("#row-purpose .level").evaluateAll((all) => all.map((one) => getComputedStyle(one).outlineStyle));
    expect(outlines).toEqual(["none", "none", "solid", "none"]);
  });
});

for (const width of [320, 393, 768, 1024, 1280]) {
  test(`at ${width} pixels nothing scrolls sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await open(page);
    await rate(page, "purpose", "Developing");
    await unfold(page);
    const wide = () =>
      page.evaluate(() => {
        scrollTo({ left: 1000, behavior: "instant" });
        return scrollX + Math.max(0, innerWidth - screen.width) + (visualViewport?.pageLeft ?? 0);
      });
    expect(await wide()).toBe(0);
    await page.getByRole("link", { name: "Rubric text" }).press("Enter");
    await write(page, `rubric x "X" {\n  ${"wide".repeat(80)} 2\n}`);
    await expect(page.locator(".findings > li")).not.toHaveCount(0);
    expect(await wide()).toBe(0);
  });
}

test("every target of the assessment is 44 pixels high, or is text in a sentence", async ({ page }) => {
  await open(page);
  await rate(page, "purpose", "Developing");
  await unfold(page);
  const low = await page.locator("button:visible, label.level:visible, .top a:visible, summary:visible, .missing li:visible").evaluateAll((all) =>
    all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML.slice(0, 120)),
  );
  expect(low).toEqual([]);
});

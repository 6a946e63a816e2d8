import type { Page } from "@playwright/test";
import { audit, begin, expect, go, open, rate, saved, STEPS, test } from "./page.js";

/** Something is rated, something is not, and a comment is there. */
async function halfway(page: Page): Promise<void> {
  await begin(page);
  await go(page, "work");
  await rate(page, "purpose", "Secure");
  await rate(page, "consent", "Not met");
  await saved(page);
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: "reduce" } });

    test("the pages around the work have no violation", async ({ page }) => {
      await open(page);
      await page.getByText("Paste text", { exact: true }).click();
      await audit(page);
      for (const hash of ["#/settings", "#/write", "#/nowhere/at/all", "#/work/nobody"]) {
        await open(page, hash);
        await audit(page);
      }
    });

    // The others are made of the same pieces, and long.
    for (const name of ["idioms", "package"]) {
      test(`the page ${name} of the guide has no violation`, async ({ page }) => {
        test.setTimeout(300_000);
        await open(page, `#/guide/${name}`);
        await expect(page.locator(".prose p").nth(1)).toBeVisible();
        await audit(page);
      });
    }

    test("every step, empty and halfway, has no violation", async ({ page }) => {
      await begin(page);
      for (const step of STEPS) {
        await go(page, step);
        await audit(page);
      }
      await halfway(page);
      for (const step of STEPS) {
        await go(page, step);
        await audit(page);
      }
      await page.getByRole("link", { name: "Rubricate" }).click();
      await expect(page.locator(".card.work").first()).toBeVisible();
      await page.locator(".menu summary").first().click();
      await audit(page);
    });

    test("what is said of trouble has no violation", async ({ page, context }) => {
      await halfway(page);
      const other = await context.newPage();
      await open(other, `${new URL(page.url()).hash}`);
      await expect(other.locator(".banner")).toBeVisible();
      await audit(other);
      await other.close();
      await page.evaluate(() => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException("no room", "QuotaExceededError");
        };
      });
      await rate(page, "pace", "Leading");
      await expect(page.locator(".banner.bad")).toBeVisible();
      await audit(page);
    });
  });
}

test.describe("forced colours", () => {
  test.use({ contextOptions: { forcedColors: "active" } });

  test("where one is, and what is rated, still differ from the rest", async ({ page }) => {
    await halfway(page);
    const current = page.locator('.steps a[aria-current="step"]');
    const other = page.locator(".steps a:not([aria-current])").first();
    const border = (link: typeof current) => link.evaluate((one) => [getComputedStyle(one).borderBlockEndColor, getComputedStyle(one).borderBlockStartColor].join());
    expect(await border(current)).not.toBe(await border(other));
    await audit(page);
  });
});

for (const width of [320, 393, 768, 1024, 1280]) {
  test(`at ${width} pixels nothing scrolls sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    const wide = () => page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));
    await open(page);
    expect(await wide(), "home").toBe(0);
    await halfway(page);
    for (const step of STEPS) {
      await go(page, step);
      expect(await wide(), step).toBe(0);
    }
    for (const hash of ["#/settings", "#/write", "#/guide", "#/guide/reference"]) {
      await open(page, hash);
      await page.waitForTimeout(200);
      expect(await wide(), hash).toBe(0);
    }
  });
}

test("from right to left nothing scrolls sideways, and the bars are where they were", async ({ page }) => {
  await page.addInitScript(() => document.addEventListener("DOMContentLoaded", () => (document.documentElement.dir = "rtl")));
  await halfway(page);
  for (const step of STEPS) {
    await go(page, step);
    expect(await page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)), step).toBe(0);
  }
  await audit(page);
});

test("every target is 44 pixels high, or is text in a sentence", async ({ page }) => {
  // Of a jump in the element the whole line is the target.
  const low = (within: string) => page.locator(within).locator("button:not(.jump):visible, .button:visible, summary:visible, nav a:visible, label:has(input):visible, .jumps a:visible").evaluateAll((all) =>
    all.filter((one) => one.getBoundingClientRect().height < 43.9).map((one) => one.outerHTML.slice(0, 160)),
  );
  await open(page);
  expect(await low("body")).toEqual([]);
  await halfway(page);
  for (const step of STEPS) {
    await go(page, step);
    expect(await low("body"), step).toEqual([]);
  }
  await open(page, "#/settings");
  expect(await low("body")).toEqual([]);
});

test("what has the focus is never under the bars that stay", async ({ page }) => {
  await halfway(page);
  for (const step of ["work", "check"] as const) {
    await go(page, step);
    for (let tabs = 0; tabs < 45; tabs += 1) {
      await page.keyboard.press("Tab");
      const hidden = await page.evaluate(() => {
        let focused: Element | null = document.activeElement;
        while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
        if (!focused || focused === document.body) return null;
        const box = focused.getBoundingClientRect();
        if (box.height === 0 || focused.closest(".steps")) return null;
        const inBar = (node: Node | null): boolean => node instanceof Element && (node.closest(".steps, .toasts") !== null || inBar((node.getRootNode() as ShadowRoot).host ?? null));
        if (inBar(focused)) return null;
        // Some of it has to be seen (2.4.11).
        const points = [0.1, 0.5, 0.9].map((share) => document.elementFromPoint(box.left + box.width / 2, box.top + box.height * share));
        return points.every((at) => at === null || at.closest(".steps") !== null) ? focused.outerHTML.slice(0, 160) : null;
      });
      expect(hidden).toBeNull();
    }
  }
});

import { expect, go, open, paste, radio, rate, saved, SMALL, test } from "./page.js";

test.use({ serviceWorkers: "allow" });

test("after the first visit all of it works without a connection", async ({ page, context }) => {
  await open(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  // What comes when the page is at rest is there too.
  await expect.poll(() => page.evaluate(async () => {
    const [name] = await caches.keys();
    const cache = await caches.open(name ?? "");
    return (await cache.keys()).filter(({ url }) => /reference/.test(url)).length;
  }), { timeout: 30_000 }).toBeGreaterThan(0);
  await context.setOffline(true);
  await page.reload();
  await expect(page.locator("main h1")).toBeVisible();
  await paste(page, SMALL);
  await go(page, "work");
  await rate(page, "purpose", "Leading");
  await saved(page);
  await page.reload();
  await expect(radio(page, "purpose", "Leading")).toBeChecked();
  await open(page, "#/guide/reference");
  await expect(page.locator(".prose h2").first()).toBeVisible();
  await open(page);
  await page.getByRole("button", { name: "Start: Oral history interview" }).click();
  await expect(page.locator(".steps")).toBeVisible();
});

test("a newer version of the pages waits until it is asked for", async ({ page }) => {
  await open(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  // To the browser a worker at another address is the next build.
  await page.evaluate(() => navigator.serviceWorker.register("./sw.js?next"));
  const banner = page.locator(".banner", { hasText: "A new version of these pages is ready." });
  await expect(banner).toBeVisible({ timeout: 30_000 });
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.scriptURL)).toContain("next");
  await Promise.all([page.waitForEvent("load"), banner.getByRole("button", { name: "Use it now" }).click()]);
  await expect(page.locator("main h1")).toBeVisible();
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toContain("next");
});

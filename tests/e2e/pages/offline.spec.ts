import { expect, go, open, paste, radio, rate, saved, SMALL, test } from "./page.js";

test.use({ serviceWorkers: "allow" });

test("after the first visit all of it works without a connection", async ({ page, context }) => {
  await open(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  // What comes when the page is at rest is there too.
  await expect.poll(() => page.evaluate(async () => {
    const [name] = await caches.keys();
    const cache = await caches.open(name ?? "");
    return (await cache.keys()).filter(({ url }) => /guide|reference/.test(url)).length;
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

test("a newer version of the pages waits until it is asked for", async ({ page, context, trouble }) => {
  await open(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  // The next build, to the browser: the same worker under another name.
  await context.route("**/sw.js", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace(/"rubricate-([0-9a-f]+)"/, '"rubricate-next"') });
  });
  await page.reload();
  const banner = page.locator(".banner", { hasText: "A new version of these pages is ready." });
  await expect(banner).toBeVisible({ timeout: 30_000 });
  expect(await page.evaluate(() => caches.keys())).toContain("rubricate-next");
  await Promise.all([page.waitForEvent("load"), banner.getByRole("button", { name: "Use it now" }).click()]);
  await expect(page.locator("main h1")).toBeVisible();
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual(["rubricate-next"]);
  trouble.length = 0;
});

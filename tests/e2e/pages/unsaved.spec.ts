// What the store refuses, and what one tab does while another has the work open.
import type { Page } from "@playwright/test";
import { begin, expect, go, kept, open, radio, rate, row, saved, test } from "./page.js";

/** Every write of the tab is refused for as long as `full` is set in its session. */
async function refuseWrites(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const real = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given: Parameters<typeof real>) {
      if (sessionStorage.getItem("full")) throw new DOMException("no room", "QuotaExceededError");
      return real.apply(this, given);
    };
  });
}

const full = (page: Page, is: boolean) => page.evaluate((is) => (is ? sessionStorage.setItem("full", "1") : sessionStorage.removeItem("full")), is);

for (const how of ["the screen is left", "the screen is left and no room is beside the store either", "the tab is loaded anew"] as const) {
  test(`edits that cannot be written are held when ${how}`, async ({ page }) => {
    await refuseWrites(page);
    if (how.endsWith("either")) await page.addInitScript(() => {
      Storage.prototype.setItem = () => { throw new DOMException("no room", "QuotaExceededError"); };
      // The test itself says by it when to refuse.
      Object.defineProperty(sessionStorage, "setItem", { value: (key: string, value: string) => { sessionStorage[key] = value; } });
    });
    const address = await begin(page);
    await go(page, "work");
    await rate(page, "purpose", "Secure");
    await saved(page);
    await full(page, true);
    await rate(page, "pace", "Leading");
    await expect(page.locator(".save-state")).toHaveAttribute("data-state", "failed");
    if (how !== "the tab is loaded anew") {
      await page.evaluate(() => { location.hash = "#/"; });
      await expect(page.locator(".toast")).toContainText("They are held");
      expect((await kept(page)).works[0]?.saved?.rows).not.toHaveProperty("pace");
      await full(page, false);
      await page.evaluate((to) => { location.hash = to; }, `${address}/work`);
    } else {
      await full(page, false);
      await page.reload();
    }
    await expect(radio(page, "pace", "Leading")).toBeChecked();
    await expect(radio(page, "purpose", "Secure")).toBeChecked();
    await saved(page);
    await expect.poll(async () => (await kept(page)).works.map(({ saved }) => saved?.rows)).toEqual([{ purpose: "secure", pace: "leading" }]);
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("rubricate:unsaved:")))).toEqual([]);
  });
}

test("held edits from before somebody else went on become a work of their own", async ({ page, context }) => {
  await refuseWrites(page);
  const address = await begin(page);
  await go(page, "work");
  await rate(page, "purpose", "Secure");
  await saved(page);
  await full(page, true);
  await rate(page, "pace", "Leading");
  await expect(page.locator(".save-state")).toHaveAttribute("data-state", "failed");
  // As left by a tab that was closed, and not known to the one that went on.
  const held = await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith("rubricate:unsaved:")));
  expect(held).toHaveLength(1);
  await page.evaluate(() => localStorage.clear());
  await page.goto("about:blank");
  const other = await context.newPage();
  await open(other, `${address}/work`);
  await rate(other, "consent", "Met");
  await saved(other);
  await other.evaluate((held) => held.forEach(([key, value]) => localStorage.setItem(key, value)), held);
  await other.reload();
  await expect(radio(other, "consent", "Met")).toBeChecked();
  await expect.poll(async () => (await kept(other)).works.map(({ title }) => title).sort()).toEqual(["Small talk", "Small talk (2)"]);
  const { works } = await kept(other);
  expect(works.find(({ title }) => title === "Small talk (2)")?.saved?.rows).toEqual({ purpose: "secure", pace: "leading" });
});

test("what a stale tab held is kept although its copy is refused, and its files come along", async ({ page, context }) => {
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, "locks", { value: undefined });
    delete (Navigator.prototype as { locks?: unknown }).locks;
    BroadcastChannel.prototype.postMessage = () => {};
  });
  const address = await begin(page);
  await go(page, "work");
  const other = await context.newPage();
  await refuseWrites(other);
  await open(other, `${address}/work`);
  const files = (tab: Page, added: string | null) => tab.evaluate((added) => new Promise<string[]>((resolve, reject) => {
    const opening = indexedDB.open("rubricate");
    opening.onsuccess = () => {
      const tx = opening.result.transaction(["files"], "readwrite");
      if (added !== null) tx.objectStore("files").put({ work: added, id: "f", slot: "plan", name: "plan.pdf", type: "", blob: new Blob(["plan"]), added: "" });
      const all = tx.objectStore("files").getAll();
      tx.onabort = () => reject(tx.error);
      tx.oncomplete = () => {
        opening.result.close();
        resolve(all.result.map(({ work, name }: { work: string; name: string }) => `${work} ${name}`));
      };
    };
  }), added);
  const id = address.split("/")[2] ?? "";
  await files(page, id);
  await rate(page, "purpose", "Secure");
  await saved(page);
  await full(other, true);
  await row(other, "pace").locator("label.level").filter({ hasText: "Leading" }).click();
  await expect(other.locator(".toast")).toContainText("They are held");
  expect((await kept(page)).works).toHaveLength(1);
  await full(other, false);
  await other.reload();
  await expect.poll(async () => (await kept(page)).works.map(({ title }) => title).sort()).toEqual(["Small talk", "Small talk (2)"]);
  const copy = (await kept(page)).works.find(({ title }) => title === "Small talk (2)");
  expect(copy?.saved?.rows).toEqual({ pace: "leading" });
  expect((await files(page, null)).sort()).toEqual([`${id} plan.pdf`, `${copy?.id} plan.pdf`].sort());
});

test("where erasing is refused that is said", async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.deleteDatabase = () => { throw new DOMException("no", "UnknownError"); };
  });
  await open(page, "#/settings");
  await page.getByRole("button", { name: "Delete everything on this device" }).click();
  await page.getByRole("button", { name: "Delete everything", exact: true }).click();
  await expect(page.locator(".toast")).toBeVisible();
  await expect(page.locator("main h1")).toHaveText("Settings");
});

async function menu(page: Page, item: string): Promise<void> {
  await page.getByLabel("More for Small talk").click();
  await page.getByRole("button", { name: item, exact: true }).click();
}

test("a title given on the first page stays when the work is edited in another tab", async ({ page, context }) => {
  await begin(page);
  await go(page, "work");
  await rate(page, "purpose", "Secure");
  await saved(page);
  const home = await context.newPage();
  await open(home);
  await menu(home, "Rename");
  await home.locator("form.rename input").fill("Mine");
  await home.keyboard.press("Enter");
  await expect(home.locator(".card.work h3")).toHaveText("Mine");
  await expect(page.locator(".work-title")).toHaveText("Mine");
  await rate(page, "pace", "Leading");
  await saved(page);
  await expect.poll(async () => (await kept(page)).works.map(({ title, base }) => [title, base])).toEqual([["Mine", 2]]);
});

test("a work that was deleted stays deleted when another tab that has it open goes on", async ({ page, context }) => {
  await begin(page);
  await go(page, "work");
  await rate(page, "purpose", "Secure");
  await saved(page);
  const home = await context.newPage();
  await open(home);
  await menu(home, "Delete");
  await expect(home.locator(".card.work")).toHaveCount(0);
  await rate(page, "pace", "Leading");
  await saved(page);
  await expect.poll(async () => (await kept(page)).works.map(({ base }) => base)).toEqual([2]);
  expect((await kept(page)).works[0]?.deleted).not.toBeNull();
});

test("a tab that has a work open when all is erased goes to the first page, and writes nothing of it again", async ({ page, context }) => {
  await begin(page);
  await go(page, "work");
  await rate(page, "purpose", "Secure");
  await saved(page);
  const settings = await context.newPage();
  await open(settings, "#/settings");
  await settings.getByRole("button", { name: "Delete everything on this device" }).click();
  await settings.getByRole("button", { name: "Delete everything", exact: true }).click();
  await expect(page.locator(".steps")).toHaveCount(0);
  await expect(row(page, "purpose")).toHaveCount(0);
  await expect(page.locator(".card.work")).toHaveCount(0);
  await expect(page.locator("body")).not.toContainText("updated in another tab");
  await page.waitForTimeout(1500);
  expect((await kept(page)).works).toEqual([]);
});

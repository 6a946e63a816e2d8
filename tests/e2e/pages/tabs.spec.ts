import { begin, expect, go, kept, open, radio, rate, row, saved, test } from "./page.js";

test("one tab writes, the other reads along, and either can take over", async ({ page, context }) => {
  const address = await begin(page);
  await go(page, "work");
  await rate(page, "purpose", "Secure");
  await saved(page);
  const other = await context.newPage();
  await open(other, `${address}/work`);
  await expect(other.locator(".save-state")).toHaveText("Open in another tab");
  await expect(other.locator(".banner")).toContainText("You have this open in another tab");
  await expect(radio(other, "purpose", "Secure")).toBeChecked();
  await expect(radio(other, "purpose", "Secure")).toBeDisabled();
  // It reads along.
  await rate(page, "pace", "Leading");
  await expect(radio(other, "pace", "Leading")).toBeChecked();
  await other.getByRole("button", { name: "Go on here instead" }).click();
  await expect(radio(other, "pace", "Leading")).toBeEnabled();
  await rate(other, "consent", "Met");
  await saved(other);
  await expect(page.locator(".save-state")).toHaveText("Open in another tab");
  await expect(radio(page, "consent", "Met")).toBeChecked();
  await page.getByRole("button", { name: "Go on here instead" }).click();
  await rate(page, "purpose", "Leading");
  await saved(page);
  await expect(radio(other, "purpose", "Leading")).toBeChecked();
});

test("a tab that does not answer is taken over all the same", async ({ page, context }) => {
  const address = await begin(page);
  await go(page, "work");
  await rate(page, "purpose", "Secure");
  await saved(page);
  await page.evaluate(() => {
    BroadcastChannel.prototype.postMessage = () => {};
    // As asleep: it hears nothing.
    addEventListener("message", (event) => event.stopImmediatePropagation(), { capture: true });
  });
  const other = await context.newPage();
  await other.addInitScript(() => {
    const real = BroadcastChannel.prototype.postMessage;
    BroadcastChannel.prototype.postMessage = function (message) {
      if (message.about !== "release") real.call(this, message);
    };
  });
  await open(other, `${address}/work`);
  await other.getByRole("button", { name: "Go on here instead" }).click();
  await rate(other, "pace", "Leading");
  await saved(other);
  await expect(page.locator(".save-state")).toHaveText("Open in another tab");
});

test("where there are no locks a stale write is refused, and what it held is kept beside", async ({ page, context }) => {
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, "locks", { value: undefined });
    delete (Navigator.prototype as { locks?: unknown }).locks;
    BroadcastChannel.prototype.postMessage = () => {};
  });
  const address = await begin(page);
  await go(page, "work");
  const other = await context.newPage();
  await open(other, `${address}/work`);
  await rate(page, "purpose", "Secure");
  await saved(page);
  await row(other, "pace").locator("label.level").filter({ hasText: "Leading" }).click();
  await expect(other.locator(".save-state")).toHaveText("Open in another tab");
  await expect.poll(async () => (await kept(page)).works.map(({ title }) => title).sort()).toEqual(["Small talk", "Small talk (2)"]);
  const { works } = await kept(page);
  await expect(radio(other, "purpose", "Secure")).toBeChecked();
  expect(works.find(({ title }) => title === "Small talk (2)")?.saved?.rows).toEqual({ pace: "leading" });
});

test("a browser that refuses locks opens a work all the same", async ({ page }) => {
  await page.addInitScript(() => {
    LockManager.prototype.request = () => Promise.reject(new DOMException("denied", "SecurityError"));
  });
  await begin(page);
  await go(page, "work");
  await rate(page, "purpose", "Secure");
  await saved(page);
});

test("the first page hears what another tab starts", async ({ page, context }) => {
  await open(page);
  const other = await context.newPage();
  await begin(other);
  await expect(page.locator(".card.work")).toHaveCount(1);
});

test("five tabs that take over from each other lose nothing", async ({ page, context }) => {
  test.setTimeout(120_000);
  const address = await begin(page);
  await go(page, "work");
  const tabs = [page];
  for (let more = 0; more < 4; more += 1) {
    const tab = await context.newPage();
    await open(tab, `${address}/work`);
    tabs.push(tab);
  }
  const given = [["purpose", "Secure"], ["pace", "Leading"], ["consent", "Met"], ["purpose", "Leading"], ["pace", "Secure"]] as const;
  for (const [index, tab] of tabs.entries()) {
    await tab.bringToFront();
    if (index > 0) await tab.getByRole("button", { name: "Go on here instead" }).click();
    const [name, level] = given[index] ?? ["purpose", "Secure"];
    await rate(tab, name, level);
    await saved(tab);
  }
  await expect.poll(async () => (await kept(page)).works.length).toBe(1);
  for (const tab of tabs) {
    await expect(radio(tab, "purpose", "Leading")).toBeChecked();
    await expect(radio(tab, "pace", "Secure")).toBeChecked();
    await expect(radio(tab, "consent", "Met")).toBeChecked();
  }
});

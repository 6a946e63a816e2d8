import { expect, KEY, open, radio, rate, test, total } from "./page.js";

const saved = (page: import("@playwright/test").Page, key = KEY) => page.evaluate((name) => localStorage.getItem(name), key);

test("a reload brings everything back", async ({ page }) => {
  await open(page);
  await rate(page, "purpose", "Proficient");
  await rate(page, "consent", "Met");
  await expect(page.locator(".saved")).toHaveText("Saved on this device.");
  await page.reload();
  await expect(radio(page, "purpose", "Proficient")).toBeChecked();
  await expect(radio(page, "consent", "Met")).toBeChecked();
  await expect(total(page)).toHaveText("between 8% and 96%");
  await expect(page.locator(".saved")).toHaveText("Your ratings came back from this device.");
});

for (const [name, text] of [
  ["broken", "{broken"],
  ["another's", '{"some":"thing"}'],
  ["of a later format", '{"format":2,"rubric":"checking_for_understanding","ratings":{}}'],
  ["a list", "[1,2]"],
] as const) {
  test(`saved data that is ${name} is put aside, never destroyed`, async ({ page }) => {
    await page.addInitScript(([key, value]) => {
      if (sessionStorage.getItem("done")) return;
      sessionStorage.setItem("done", "1");
      localStorage.setItem(key, value);
    }, [KEY, text] as const);
    await open(page);
    await expect(page.locator(".notice")).toContainText("could not be read. It was not thrown away");
    await rate(page, "purpose", "Exemplary");
    const kept = await page.evaluate((key) => Object.keys(localStorage).filter((one) => one.startsWith(`${key}:set-aside:`)).map((one) => localStorage.getItem(one)), KEY);
    expect(kept).toEqual([text]);
    await page.reload();
    await expect(radio(page, "purpose", "Exemplary")).toBeChecked();
  });
}

test("ratings that do not fit are listed and kept", async ({ page }) => {
  const document = { format: 1, rubric: "checking_for_understanding", ratings: { purpose: "superb", wait: "proficient", gone: 7, __proto__x: { a: 1 } }, kept: {}, before: null };
  await page.addInitScript(([key, value]) => localStorage.getItem(key) ?? localStorage.setItem(key, value), [KEY, JSON.stringify(document)] as const);
  await open(page);
  await expect(radio(page, "wait", "Proficient")).toBeChecked();
  await expect(page.locator(".notice")).toContainText("3 saved ratings do not fit");
  await expect(page.locator(".notice li")).toHaveText(["purpose: superb", "gone: 7", '__proto__x: {"a":1}']);
  await rate(page, "climate", "Exemplary");
  expect(JSON.parse((await saved(page)) ?? "")).toMatchObject({ ratings: { wait: "proficient", climate: "exemplary" }, kept: { purpose: "superb", gone: 7, __proto__x: { a: 1 } } });
  await rate(page, "purpose", "Exemplary");
  expect(JSON.parse((await saved(page)) ?? "").kept).toEqual({ gone: 7, __proto__x: { a: 1 } });
});

test("full storage is said, and the page works", async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await open(page);
  await rate(page, "purpose", "Proficient");
  await expect(total(page)).toHaveText("between 8% and 96%");
  await expect(page.locator(".saved")).toHaveText("Could not be saved: the storage of this browser is full.");
  await expect(page.locator(".warning")).toContainText("last until this page is closed");
});

test("storage that throws when it is looked at is said, and the page works", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("no", "SecurityError");
      },
    });
  });
  await open(page);
  await expect(page.locator(".saved")).toContainText("does not let the page store anything");
  await rate(page, "purpose", "Proficient");
  await expect(total(page)).toHaveText("between 8% and 96%");
  await expect(page.locator(".saved")).toContainText("Could not be saved");
});

test("unreadable data that cannot be copied is not written over", async ({ page }) => {
  await page.addInitScript((key) => {
    localStorage.setItem(key, "{broken");
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  }, KEY);
  await open(page);
  await rate(page, "purpose", "Proficient");
  await expect(page.locator(".saved")).toContainText("Could not be saved");
  expect(await saved(page)).toBe("{broken");
});

test("two tabs share their ratings, and neither loses one", async ({ page, context }) => {
  await open(page);
  const other = await context.newPage();
  await open(other);
  await rate(page, "purpose", "Proficient");
  await expect(radio(other, "purpose", "Proficient")).toBeChecked();
  await rate(other, "wait", "Exemplary");
  await rate(page, "climate", "Developing");
  await expect(radio(page, "wait", "Exemplary")).toBeChecked();
  await expect(radio(other, "climate", "Developing")).toBeChecked();
  // A tab that sleeps hears no event; it looks before it writes.
  await other.evaluate(() => addEventListener("storage", (event) => event.stopImmediatePropagation(), { capture: true }));
  await page.locator("#row-purpose .clear").click();
  await rate(other, "probing", "Exemplary");
  await page.reload();
  await expect(radio(page, "probing", "Exemplary")).toBeChecked();
  await expect(radio(page, "purpose", "Proficient")).not.toBeChecked();
  await expect(radio(page, "climate", "Developing")).toBeChecked();
});

test("what another tab removes is said, and the next rating saves everything", async ({ page, context }) => {
  await open(page);
  await rate(page, "purpose", "Proficient");
  const other = await context.newPage();
  await other.goto("/favicon.svg");
  await other.evaluate(() => localStorage.clear());
  await expect(page.locator(".saved")).toContainText("Removed in another tab");
  await expect(radio(page, "purpose", "Proficient")).toBeChecked();
  await rate(page, "wait", "Proficient");
  expect(JSON.parse((await saved(page)) ?? "").ratings).toEqual({ purpose: "proficient", wait: "proficient" });
});

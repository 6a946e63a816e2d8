import type { Page } from "@playwright/test";
import { begin, expect, go, kept, open, paste, radio, rate, row, saved, SMALL, STEPS, test } from "./page.js";

/** Closes the tab as a crash does: nothing in it runs any more. */
async function killed(page: Page): Promise<Page> {
  const context = page.context();
  const session = await context.newCDPSession(page);
  const next = await context.newPage();
  await Promise.race([session.send("Page.crash").catch(() => {}), page.waitForEvent("crash")]);
  return next;
}

test("after each step a killed tab comes back with all that was given", async ({ page }) => {
  const address = await begin(page);
  let tab = page;
  const script: readonly (readonly [name: string, work: (tab: Page) => Promise<void>, holds: (tab: Page) => Promise<void>])[] = [
    ["a rating", (tab) => rate(tab, "purpose", "Secure"), (tab) => expect(radio(tab, "purpose", "Secure")).toBeChecked()],
    ["a check", (tab) => rate(tab, "consent", "Met"), (tab) => expect(radio(tab, "consent", "Met")).toBeChecked()],
    ["a number", async (tab) => {
      await row(tab, "minutes").getByRole("spinbutton").or(row(tab, "minutes").getByRole("textbox")).first().fill("12.5");
      await tab.keyboard.press("Tab");
    }, (tab) => expect(row(tab, "minutes").locator("input").first()).toHaveValue("12.5")],
    ["a rating changed", (tab) => rate(tab, "purpose", "Leading"), (tab) => expect(radio(tab, "purpose", "Leading")).toBeChecked()],
    ["an undo", async (tab) => {
      await rate(tab, "purpose", "Secure");
      await rate(tab, "purpose", "Beginning");
      await tab.getByRole("button", { name: /^Undo: / }).click();
    }, (tab) => expect(radio(tab, "purpose", "Secure")).toBeChecked()],
  ];
  await go(tab, "work");
  for (const [name, work, holds] of script) {
    await test.step(name, async () => {
      await work(tab);
      await saved(tab);
      tab = await killed(tab);
      await open(tab, `${address}/work`);
      await holds(tab);
    });
  }
});

test("what is typed is written letter by letter: a tab killed while typing loses nothing but the last letter", async ({ page }) => {
  const address = await begin(page);
  await go(page, "work");
  await row(page, "purpose").getByRole("button", { name: /comment/i }).click();
  const field = row(page, "purpose").getByRole("textbox");
  await field.pressSequentially("I wrote a purpose down", { delay: 15 });
  // At once, before the field hands it over.
  const next = await killed(page);
  await open(next, `${address}/work`);
  await expect(row(next, "purpose").getByRole("textbox")).toHaveValue(/^I wrote a purpose dow?n?$/);
  await saved(next);
});

test("every step can be reloaded", async ({ page }) => {
  const address = await begin(page);
  for (const step of STEPS) {
    await open(page, `${address}/${step}`);
    await expect(page.locator(`.step[data-step="${step}"]`)).toBeVisible();
    await page.reload();
    await expect(page.locator(`.step[data-step="${step}"] h1`)).toBeVisible();
    await expect(page.locator(".work-title")).toHaveText("Small talk");
  }
});

test("edits go to a log at once, and become one snapshot when it is quiet", async ({ page }) => {
  await begin(page);
  await go(page, "work");
  await rate(page, "purpose", "Secure");
  await saved(page);
  await rate(page, "pace", "Leading");
  await saved(page);
  const busy = await kept(page);
  expect(busy.works[0]?.seq).toBe(2);
  await expect.poll(async () => (await kept(page)).works[0]?.base).toBe(2);
  const quiet = await kept(page);
  expect(quiet.drafts).toEqual([]);
  expect(quiet.works[0]?.saved?.rows).toMatchObject({ purpose: "secure", pace: "leading" });
});

test("undo takes back and redo does again, by buttons and by keys", async ({ page }) => {
  await begin(page);
  await go(page, "work");
  await rate(page, "purpose", "Secure");
  await rate(page, "purpose", "Leading");
  await page.keyboard.press("Control+z");
  await expect(radio(page, "purpose", "Secure")).toBeChecked();
  await page.getByRole("button", { name: /^Undo: / }).click();
  await expect(radio(page, "purpose", "Secure")).not.toBeChecked();
  await expect(page.getByRole("button", { name: "Undo", exact: true })).toBeDisabled();
  await page.keyboard.press("Control+Shift+z");
  await page.keyboard.press("Control+y");
  await expect(radio(page, "purpose", "Leading")).toBeChecked();
  await saved(page);
  await page.reload();
  await expect(radio(page, "purpose", "Leading")).toBeChecked();
});

test("another version of the rubric is offered with what it changes; moving can be undone", async ({ page }) => {
  const address = await begin(page);
  await go(page, "work");
  await rate(page, "purpose", "Leading");
  await saved(page);
  const stricter = SMALL.replace('version "1"', 'version "2"').replace('; leading 2 "Leading" }\n  part', " }\n  part").replace('; leading "Everyone knows it."', "").replace("needs every criterion is at least secure", "needs every criterion is secure");
  await paste(page, stricter);
  await expect(page.locator(".steps")).toBeVisible();
  await open(page, `${address}/work`);
  const offer = page.locator(".newer");
  await expect(offer).toContainText("Some of what you gave has no place in it, or another meaning.");
  await offer.getByText("What has changed").click();
  await expect(offer).toContainText("`leading`");
  await expect(radio(page, "purpose", "Leading")).toBeChecked();
  await offer.getByRole("button", { name: "Use the other version" }).click();
  await expect(page.locator(".toast")).toContainText("1 thing has no place in it any more.");
  await expect(row(page, "purpose").getByRole("radio")).toHaveCount(2);
  await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
  await expect(radio(page, "purpose", "Leading")).toBeChecked();
  await saved(page);
});

test("whoever stays with the old version is not asked again", async ({ page }) => {
  const address = await begin(page);
  await paste(page, SMALL.replace('"How you talk', '"How well you talk'));
  await expect(page.locator(".steps")).toBeVisible();
  await open(page, `${address}/gap`);
  await expect(page.locator(".newer")).toContainText("Only wording has changed.");
  await page.getByRole("button", { name: "Stay with mine" }).click();
  await expect(page.locator(".newer")).toHaveCount(0);
  await saved(page);
  await page.reload();
  await expect(page.locator(".steps")).toBeVisible();
  await page.waitForTimeout(500);
  await expect(page.locator(".newer")).toHaveCount(0);
});

test("work that is not on this device is said, and so is a rubric that cannot be read", async ({ page }) => {
  await open(page, "#/work/nobody/check");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This work is not on this device");
  const address = await begin(page);
  await page.evaluate(() => new Promise<void>((resolve) => {
    const opening = indexedDB.open("rubricate");
    opening.onsuccess = () => {
      const tx = opening.result.transaction("rubrics", "readwrite");
      const all = tx.objectStore("rubrics").getAll();
      all.onsuccess = () => all.result.forEach((one) => tx.objectStore("rubrics").put({ ...one, source: "rubric ((" }));
      tx.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  }));
  await open(page, `${address}/work`);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The rubric of this work cannot be read any more");
});

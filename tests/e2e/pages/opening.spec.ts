import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { begin, expect, go, kept, open, paste, radio, rate, saved, SMALL, test } from "./page.js";

const chooser = (page: Page) => page.locator(".open-box input[type=file]");

test("a file opens by the picker and by a drop anywhere", async ({ page }) => {
  await open(page);
  await chooser(page).setInputFiles({ name: "small.rubric", mimeType: "", buffer: Buffer.from(SMALL) });
  await expect(page.locator(".work-title")).toHaveText("Small talk");
  await open(page, "#/settings");
  const dropped = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "other.rubric"));
    return data;
  }, SMALL.replace("small \"Small talk\"", "other \"Other talk\""));
  await page.dispatchEvent("main", "dragover", { dataTransfer: dropped });
  await expect(page.locator(".drop-cover")).toBeVisible();
  await page.dispatchEvent("main", "drop", { dataTransfer: dropped });
  await expect(page.locator(".work-title")).toHaveText("Other talk");
  await expect(page.locator(".drop-cover")).toHaveCount(0);
});

test("an assessment goes out as a file and comes back, here and where its rubric is not", async ({ page, browser, baseURL }) => {
  await begin(page);
  await go(page, "work");
  await rate(page, "purpose", "Leading");
  await saved(page);
  await open(page);
  await page.getByLabel("More for Small talk").click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as a file" }).click()]);
  const text = readFileSync(await download.path(), "utf8");
  expect(JSON.parse(text)).toMatchObject({ format: "rubricate/saved", rows: { purpose: "leading" } });
  await paste(page, text);
  await go(page, "work");
  await expect(radio(page, "purpose", "Leading")).toBeChecked();
  expect((await kept(page)).works).toHaveLength(2);

  const context = await browser.newContext({ serviceWorkers: "block", ...(baseURL ? { baseURL } : {}) });
  const elsewhere = await context.newPage();
  await paste(elsewhere, text);
  await expect(elsewhere.locator(".refusal")).toContainText("This is an assessment of the rubric “Small talk”, which is not on this device.");
  await chooser(elsewhere).setInputFiles({ name: "small.rubric", mimeType: "", buffer: Buffer.from(SMALL) });
  await go(elsewhere, "work");
  await expect(radio(elsewhere, "purpose", "Leading")).toBeChecked();
  await context.close();
});

test("everything goes out as one file and comes back after all was deleted", async ({ page }) => {
  const first = await begin(page);
  await go(page, "work");
  await rate(page, "purpose", "Leading");
  await saved(page);
  await page.evaluate(async (id) => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open("rubricate");
      opening.onsuccess = () => resolve(opening.result);
    });
    const tx = db.transaction("files", "readwrite");
    tx.objectStore("files").put({ work: id, id: "f1", slot: "plan", name: "plan.txt", type: "text/plain", blob: new Blob(["one two three"]), added: "2025-01-01T00:00:00Z" });
    await new Promise((done) => (tx.oncomplete = done));
    db.close();
  }, first.split("/")[2]);
  await open(page);
  await page.getByRole("button", { name: "Start: Oral history interview" }).click();
  await expect(page.locator(".steps")).toBeVisible();
  await open(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save everything as one file" }).click()]);
  const path = await download.path();
  await open(page, "#/settings");
  await page.getByRole("button", { name: "Delete everything on this device" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete everything" }).click();
  await expect(page.locator(".hero")).toBeVisible();
  await expect(page.locator(".card.work")).toHaveCount(0);
  const taken = { name: "all.zip", mimeType: "application/zip", buffer: readFileSync(path) };
  await page.locator(".everything input[type=file]").setInputFiles(taken);
  await expect(page.locator(".toast")).toContainText("2 pieces of work were taken in.");
  await expect(page.locator(".card.work")).toHaveCount(2);
  await page.locator(".everything input[type=file]").setInputFiles(taken);
  await expect(page.locator(".toast")).toContainText("0 pieces of work were taken in; 2 were here already.");
  const file = await page.evaluate(() => new Promise<string>((resolve) => {
    const opening = indexedDB.open("rubricate");
    opening.onsuccess = () => {
      const all = opening.result.transaction("files").objectStore("files").getAll();
      all.onsuccess = () => {
        opening.result.close();
        void (all.result[0].blob as Blob).text().then(resolve);
      };
    };
  }));
  expect(file).toBe("one two three");
  await page.getByRole("link", { name: "Go on with Small talk" }).click();
  await go(page, "work");
  await expect(radio(page, "purpose", "Leading")).toBeChecked();
});

for (const [name, buffer, says] of [
  ["a picture.rubric", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), "neither a rubric, nor a saved assessment, nor a portfolio"],
  ["notes.txt", Buffer.from("Only some words."), "neither a rubric, nor a saved assessment, nor a portfolio"],
  ["broken.json", Buffer.from('{"format":"rubricate/saved"'), "neither a rubric, nor a saved assessment, nor a portfolio"],
  ["other.json", Buffer.from('{"format":"rubricate/saved","rubric":{}}'), "neither a rubric, nor a saved assessment, nor a portfolio"],
  ["list.json", Buffer.from("[1]"), "neither a rubric, nor a saved assessment, nor a portfolio"],
  ["broken.zip", Buffer.from("PK\x03\x04 and nothing more"), "This could not be opened"],
  ["huge.rubric", Buffer.alloc(9 << 20, 0x20), "too large"],
] as const) {
  test(`${name} is refused with its reason, and nothing is changed`, async ({ page }) => {
    await open(page);
    await chooser(page).setInputFiles({ name, mimeType: "", buffer });
    await expect(page.locator(".refusal")).toContainText(says);
    expect((await kept(page)).works).toEqual([]);
    await page.locator(".refusal").getByRole("button", { name: "Close" }).click();
    await expect(page.locator(".refusal")).toHaveCount(0);
  });
}

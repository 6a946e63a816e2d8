import type { Browser, Page } from "@playwright/test";
import { begin, expect, go, open, radio, rate, SMALL, test } from "./page.js";

type Kind = "quota" | "abort" | "invalid state";

/** In the page: the n-th request of IndexedDB fails, once. */
function failing({ n, kind }: { n: number; kind: Kind }): void {
  if (sessionStorage.getItem("over")) return;
  let count = 0;
  const names = ["get", "getAll", "put", "delete"] as const;
  for (const name of names) {
    const real = IDBObjectStore.prototype[name] as (...given: unknown[]) => IDBRequest;
    Object.defineProperty(IDBObjectStore.prototype, name, {
      value(this: IDBObjectStore, ...given: unknown[]) {
        count += 1;
        Object.assign(globalThis, { requests: count });
        if (count !== n) return real.apply(this, given);
        if (kind === "quota") throw new DOMException("no room", "QuotaExceededError");
        if (kind === "invalid state") throw new DOMException("closed", "InvalidStateError");
        const request = real.apply(this, given);
        this.transaction.abort();
        return request;
      },
    });
  }
}

/** Enough edits for more than fifty requests. */
const GIVEN = [["purpose", "Secure"], ["pace", "Leading"], ["consent", "Met"], ["purpose", "Beginning"], ["pace", "Beginning"], ["consent", "Not met"], ["pace", "Secure"], ["purpose", "Secure"], ["consent", "Met"], ["pace", "Beginning"], ["purpose", "Beginning"], ["pace", "Leading"], ["purpose", "Leading"]] as const;

/** The whole way from an empty start, with storage that fails once. What is shown in the end has to be what is there after a reload. */
async function through(browser: Browser, baseURL: string, n: number, kind: Kind): Promise<string> {
  const context = await browser.newContext({ baseURL, serviceWorkers: "block", locale: "en-US" });
  try {
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    const uncaught: string[] = [];
    page.on("pageerror", (error) => uncaught.push(error.message));
    await page.addInitScript(failing, { n, kind });
    await started(page);
    await go(page, "work");
    for (const [name, level] of GIVEN) await rate(page, name, level);
    await expect(page.locator(".save-state")).toHaveAttribute("data-state", "saved", { timeout: 15_000 });
    expect(await page.evaluate(() => (globalThis as { requests?: number }).requests)).toBeGreaterThanOrEqual(n);
    // From here on nothing fails, and what is there is what was written.
    await page.evaluate(() => sessionStorage.setItem("over", "1"));
    await page.reload();
    await expect(radio(page, "purpose", "Leading")).toBeChecked();
    await expect(radio(page, "pace", "Leading")).toBeChecked();
    await expect(radio(page, "consent", "Met")).toBeChecked();
    return uncaught.length === 0 ? "" : `${kind} at ${n}: uncaught ${uncaught.join("; ")}`;
  } catch (error) {
    return `${kind} at ${n}: ${error instanceof Error ? error.message.slice(0, 600) : error}`;
  } finally {
    await context.close();
  }
}

/** Where starting itself is what fails, the page says why, and the next try works. */
async function started(page: Page): Promise<void> {
  await open(page);
  await page.getByText("Paste text", { exact: true }).click();
  for (let tried = 0; ; tried += 1) {
    await page.getByLabel("Text of a rubric, or of a saved assessment").fill(SMALL);
    await page.getByRole("button", { name: "Open this text" }).click();
    const refusal = page.locator(".refusal");
    await expect(page.locator(".steps").or(refusal)).toBeVisible();
    if (await refusal.isVisible()) {
      expect(tried, "the second try works").toBe(0);
      await expect(refusal).toContainText(/Could not be saved\. The storage .* (is full|did not answer)/);
      continue;
    }
    return;
  }
}

for (const kind of ["quota", "abort", "invalid state"] as const) {
  for (let first = 1; first <= 50; first += 10) {
    test(`nothing is lost where request ${first} to ${first + 9} fails: ${kind}`, async ({ browser, baseURL, trouble }) => {
      test.setTimeout(400_000);
      const lost: string[] = [];
      for (let n = first; n < first + 10; n += 2) {
        const found = await Promise.all([n, n + 1].map((one) => through(browser, baseURL ?? "", one, kind)));
        lost.push(...found.filter((one) => one !== ""));
      }
      expect(lost).toEqual([]);
      trouble.length = 0;
    });
  }
}

test("storage that stays full is said with what to do, and a copy as a file holds everything", async ({ page }) => {
  await begin(page);
  await go(page, "work");
  await page.evaluate(() => {
    const real = IDBObjectStore.prototype.put;
    Object.assign(globalThis, { mend: () => (IDBObjectStore.prototype.put = real) });
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
  });
  await rate(page, "purpose", "Secure");
  await expect(page.locator(".save-state")).toHaveText("Could not be saved");
  const banner = page.locator(".banner.bad");
  await expect(banner).toContainText("The storage that this browser gives to pages is full.");
  const [download] = await Promise.all([page.waitForEvent("download"), banner.getByRole("button", { name: "Keep a copy as a file" }).click()]);
  expect(JSON.parse((await (await import("node:fs/promises")).readFile(await download.path(), "utf8")))).toMatchObject({ rows: { purpose: "secure" } });
  await page.evaluate(() => (globalThis as unknown as { mend(): void }).mend());
  await banner.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator(".save-state")).toHaveAttribute("data-state", "saved");
  await page.reload();
  await expect(radio(page, "purpose", "Secure")).toBeChecked();
});

for (const [name, breakIt] of [
  ["missing", () => Object.defineProperty(globalThis, "indexedDB", { value: undefined })],
  ["refused", () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("not here", "SecurityError");
    };
  }],
] as const) {
  test(`storage that is ${name} is said, and all works until the tab is closed`, async ({ page }) => {
    await page.addInitScript(breakIt);
    await begin(page);
    await expect(page.locator(".banners")).toContainText("Nothing is kept on this device.");
    await go(page, "work");
    await rate(page, "purpose", "Leading");
    await expect(page.locator(".save-state")).toHaveText("Kept only until you close this tab");
    await page.getByRole("link", { name: "Rubricate" }).click();
    await page.getByRole("link", { name: "Go on with Small talk" }).click();
    await go(page, "work");
    await expect(radio(page, "purpose", "Leading")).toBeChecked();
  });
}

test("the site's data is cleared while a work is open: the next edit writes all of it again", async ({ page }) => {
  const address = await begin(page);
  await go(page, "work");
  await rate(page, "purpose", "Secure");
  await expect(page.locator(".save-state")).toHaveAttribute("data-state", "saved");
  await page.evaluate(() => new Promise<void>((resolve) => {
    const opening = indexedDB.open("rubricate");
    opening.onsuccess = () => {
      const tx = opening.result.transaction(["works", "drafts", "rubrics"], "readwrite");
      for (const name of ["works", "drafts", "rubrics"]) tx.objectStore(name).clear();
      tx.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  }));
  await rate(page, "pace", "Leading");
  await expect(page.locator(".save-state")).toHaveAttribute("data-state", "saved");
  await open(page, `${address}/work`);
  await page.reload();
  await expect(radio(page, "purpose", "Secure")).toBeChecked();
  await expect(radio(page, "pace", "Leading")).toBeChecked();
});

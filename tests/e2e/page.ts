import { expect, test as base, type Locator, type Page } from "@playwright/test";

/**
 * The page with an ear on it: any console error or warning, any uncaught error,
 * any breach of the content security policy and any request that leaves the
 * origin fails the test, whatever the test is about. A test that provokes
 * trouble empties `trouble` after it looked at it.
 */
export const test = base.extend<{ trouble: string[] }>({
  trouble: [
    async ({ page, baseURL }, use) => {
      const trouble: string[] = [];
      await page.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => console.error("policy", event.violatedDirective, event.sample));
      });
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") trouble.push(`${message.type()}: ${message.text()}`);
      });
      page.on("pageerror", (error) => trouble.push(`uncaught: ${error.message}`));
      page.on("request", (request) => {
        if (new URL(request.url()).origin !== new URL(baseURL ?? "").origin) trouble.push(`request: ${request.url()}`);
      });
      await use(trouble);
      expect(trouble).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export const KEY = "rubricate:v1:ratings:checking_for_understanding";

/** The twelve criteria, in order. */
export const CRITERIA = [
  "purpose", "questions", "misconceptions", "everyone",
  "wait", "climate", "probing", "reading", "adjusting",
  "sorting", "feedback", "next_lesson",
] as const;

export async function open(page: Page, hash = ""): Promise<void> {
  await page.goto(`/${hash}`);
  await expect(page.locator("h1:visible")).toBeVisible();
}

export function radio(page: Page, row: string, level: string): Locator {
  return page.locator(`#row-${row}`).getByRole("radio", { name: level, exact: true });
}

/** Clicks the card of a level, anywhere on it, as a person does. */
export async function rate(page: Page, row: string, level: string): Promise<void> {
  await page.locator(`#row-${row} label.level`).filter({ has: page.getByText(level, { exact: true }) }).click();
  await expect(radio(page, row, level)).toBeChecked();
}

/** What the summary says of the total, whether or not it is folded. */
export function total(page: Page): Locator {
  return page.locator(".score-text");
}

export function rung(page: Page, label: string): Locator {
  return page.locator(".rung").filter({ has: page.getByText(label, { exact: true }) }).locator(".badge");
}

/** Opens the summary where it is a bar. */
export async function unfold(page: Page): Promise<void> {
  const bar = page.locator(".bar");
  if (await bar.isVisible()) await bar.click();
}

/** Puts a text into the source field at once, however long it is. */
export async function write(page: Page, source: string): Promise<void> {
  await page.locator("#source").evaluate((field: HTMLTextAreaElement, text) => {
    field.value = text;
    field.dispatchEvent(new Event("input"));
  }, source);
}

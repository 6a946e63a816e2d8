import { AxeBuilder } from "@axe-core/playwright";
import { expect, test as base, type Locator, type Page } from "@playwright/test";

/**
 * The pages with an ear on them: any console error or warning, any uncaught
 * error, any breach of the content security policy and any request that leaves
 * the origin fails the test, whatever the test is about. A test that provokes
 * trouble empties `trouble` after it looked at it.
 */
export const test = base.extend<{ trouble: string[] }>({
  trouble: [
    async ({ context, baseURL }, use) => {
      const trouble: string[] = [];
      await context.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => console.error("policy", event.violatedDirective, event.sample));
      });
      context.on("console", (message) => {
        // Playwright itself says so where a test lets no service worker in.
        if (message.text().includes("Service Worker registration blocked")) return;
        if (message.type() === "error" || message.type() === "warning") trouble.push(`${message.type()}: ${message.text()}`);
      });
      context.on("weberror", (error) => trouble.push(`uncaught: ${error.error().message}`));
      context.on("request", (request) => {
        if (!["blob:", "data:"].includes(new URL(request.url()).protocol) && new URL(request.url()).origin !== new URL(baseURL ?? "").origin) trouble.push(`request: ${request.url()}`);
      });
      await use(trouble);
      expect(trouble).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export type Step = "gap" | "understand" | "work" | "gather" | "check" | "hand-in";
export const STEPS: readonly Step[] = ["gap", "understand", "work", "gather", "check", "hand-in"];

/** A small rubric with a bit of everything that the pages keep. */
export const SMALL = `rubric small "Small talk" {
  version "1"
  about "How you talk with a class."
  ask stage "Career stage" { fresh "In my first years"; settled "Longer than that" }
  scale growth "Growth" { beginning 0 "Beginning"; secure 1 "Secure"; leading 2 "Leading" }
  part talk "Talk" {
    criterion purpose "Purpose" on growth { beginning "None." advise "Write one down."; secure "There is one."; leading "Everyone knows it." }
    criterion pace "Pace" on growth { may be left out }
    check consent "Everyone agreed"
  }
  number minutes "Minutes" 0..30 step 0.5
  evidence plan "Plan" { accepts text, pdf; words 3.. "Say a little more." }
  score total "Total" = percent of criteria
  award badge "Badge" {
    earned "Earned" { needs every criterion is at least secure; needs evidence is complete }
    otherwise not_yet "Not yet"
  }
}
`;

export async function open(page: Page, hash = ""): Promise<void> {
  await page.goto(`/${hash}`);
  await expect(page.locator("main h1")).toBeVisible();
}

/** Pastes a text on the first page. */
export async function paste(page: Page, text: string): Promise<void> {
  await open(page);
  await page.getByText("Paste text", { exact: true }).click();
  await page.getByLabel("Text of a rubric, or of a saved assessment").fill(text);
  await page.getByRole("button", { name: "Open this text" }).click();
}

/** Starts an assessment of a rubric's text, and gives its address without the step. */
export async function begin(page: Page, text = SMALL): Promise<string> {
  await paste(page, text);
  await expect(page.locator(".steps")).toBeVisible();
  return new URL(page.url()).hash.split("/").slice(0, 3).join("/");
}

/** Goes to a step by its tab. */
export async function go(page: Page, step: Step): Promise<void> {
  await page.locator(`.steps a[href$="/${step}"]`).click();
  await expect(page.locator(`.step[data-step="${step}"] h1`)).toBeVisible();
  await expect(page.locator(".step .waiting")).toHaveCount(0);
}

export function row(page: Page, name: string): Locator {
  return page.locator(`rubric-assessment [data-row="${name}"]`);
}

/** Clicks the card of a level on the step where one works. */
export async function rate(page: Page, name: string, level: string): Promise<void> {
  await row(page, name).locator("label.level").filter({ has: page.getByText(level, { exact: true }) }).click();
  await expect(radio(page, name, level)).toBeChecked();
}

export function radio(page: Page, name: string, level: string): Locator {
  return row(page, name).getByRole("radio", { name: level, exact: true });
}

/** Waits until the page says that all is saved, and says it truly. */
export async function saved(page: Page): Promise<void> {
  await expect(page.locator(".save-state")).toHaveAttribute("data-state", "saved");
}

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Bars that stay while the page scrolls lie over what is behind them just then, which axe takes for its size. For a look they go along. */
function loosen(page: Page, loose: boolean): Promise<void> {
  return page.evaluate((position) => {
    const bars = [...document.querySelectorAll<HTMLElement>(".steps"), ...[...document.querySelectorAll("rubric-assessment")].map((one) => one.shadowRoot?.querySelector<HTMLElement>(".summary"))];
    for (const bar of bars) if (bar) bar.style.position = position;
  }, loose ? "static" : "");
}

export async function audit(page: Page, part = "html"): Promise<void> {
  await loosen(page, true);
  const { violations } = await new AxeBuilder({ page }).include(part).withTags(TAGS).analyze();
  await loosen(page, false);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(" ")} ${node.html.slice(0, 160)}`).slice(0, 4).join(" | ")}`)).toEqual([]);
}

/** Everything that is kept of all work, read past the pages. */
export function kept(page: Page): Promise<{ works: { id: string; title: string; seq: number; base: number; deleted: string | null; saved: { rows: Record<string, unknown> } | null }[]; drafts: { work: string; seq: number; steps: unknown[] }[] }> {
  return page.evaluate(() => new Promise((resolve, reject) => {
    const opening = indexedDB.open("rubricate");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const tx = db.transaction(["works", "drafts"]);
      const [works, drafts] = [tx.objectStore("works").getAll(), tx.objectStore("drafts").getAll()];
      tx.oncomplete = () => {
        db.close();
        resolve({ works: works.result, drafts: drafts.result });
      };
    };
  }));
}

import { createServer } from "node:http";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { expect, test as base, type Locator, type Page } from "@playwright/test";
import { build } from "vite";

const TYPES: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };
/** Lit's own policy is the only one that makes markup; no style and no script stands in the page. */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src data:; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

/** The host page of `elements/`, built and served under a strict policy. */
export const test = base.extend<{ trouble: string[] }, { address: string }>({
  address: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), "rubricate-elements-"));
      await build({ root: import.meta.dirname, base: "./", logLevel: "error", configFile: false, build: { outDir: folder, rolldownOptions: { input: ["index.html", "written.html"].map((name) => join(import.meta.dirname, name)) }, target: "es2022", modulePreload: { polyfill: false } } });
      const server = createServer((request, response) => {
        const { pathname } = new URL(request.url ?? "/", "http://x");
        const path = pathname === "/" ? "/index.html" : pathname;
        response.setHeader("content-security-policy", POLICY);
        try {
          const bytes = path.endsWith(".rubric") ? readFileSync(join(import.meta.dirname, path)) : readFileSync(join(folder, path));
          response.setHeader("content-type", TYPES[extname(path)] ?? "text/plain; charset=utf-8").end(bytes);
        } catch {
          response.writeHead(404).end();
        }
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],
  /** Whatever a console, a policy or a request that leaves says against it; a test that provokes it empties it. */
  trouble: [
    async ({ page, address }, use) => {
      const trouble: string[] = [];
      await page.addInitScript(() => document.addEventListener("securitypolicyviolation", (event) => console.error("policy", event.violatedDirective, event.sample)));
      page.on("console", (message) => ["error", "warning"].includes(message.type()) && trouble.push(message.text()));
      page.on("pageerror", (error) => trouble.push(`uncaught: ${error.message}`));
      page.on("request", (request) => request.url().startsWith(address) || request.url().startsWith("data:") || trouble.push(`request: ${request.url()}`));
      await use(trouble);
      expect(trouble).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export const EVERYTHING = readFileSync(join(import.meta.dirname, "everything.rubric"), "utf8");

/** Three criteria and a number, with an award and a score. */
export const SMALL = `rubric small "Small" {
  scale mastery { not_yet 0 "Not yet"; proficient 2 "Proficient"; exemplary 3 "Exemplary" }
  criterion purpose "Purpose" on mastery { about "What it is for."; proficient "It says so." }
  criterion feedback "Feedback" on mastery
  criterion questions "Questions" on mastery { may be left out, with a reason }
  number pace "Pace" 0..10 step 0.5
  score total "Total" = percent of rows
  award badge "Badge" {
    earned "Earned" { needs every criterion is at least proficient; needs total is at least 50% }
    otherwise none "Not yet"
  }
}`;

/** A page with nothing on it but the host's heading. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForSelector("html[data-ready]");
}

/** Puts an element on the page and waits until it is drawn. */
export async function mount(page: Page, source: string, properties: Record<string, unknown> = {}, { tag = "rubric-assessment", into = "main" } = {}): Promise<Locator> {
  await page.evaluate(
    async ({ source, properties, tag, into }) => {
      const element = Object.assign(document.createElement(tag), { source }, properties) as HTMLElement & { updateComplete: Promise<unknown> };
      const settled = new Promise((resolve) => ["rubric-ready", "rubric-error"].forEach((name) => element.addEventListener(name, resolve, { once: true })));
      document.querySelector(into)?.append(element);
      await settled;
      await element.updateComplete;
    },
    { source, properties, tag, into },
  );
  return page.locator(tag).last();
}

export function row(element: Locator, name: string): Locator {
  return element.locator(`[data-row="${name}"]`);
}

export function radio(element: Locator, name: string, level: string): Locator {
  return row(element, name).getByRole("radio", { name: level, exact: true });
}

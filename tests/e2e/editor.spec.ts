import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { build } from "vite";

const TYPES: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };
/** Styles and pictures from the page's own files only: nothing inline, no `data:`. */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";
let [folder, address] = ["", ""];
let server: Server;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "rubricate-editor-"));
  await build({ root: join(import.meta.dirname, "editor"), base: "./", logLevel: "error", configFile: false, build: { outDir: folder, target: "es2022", modulePreload: false } });
  server = createServer((request, response) => {
    try {
      const path = new URL(request.url ?? "/", "http://x").pathname;
      const bytes = readFileSync(join(folder, path === "/" ? "index.html" : path));
      response.setHeader("content-type", TYPES[extname(path === "/" ? ".html" : path)] ?? (path === "/" ? "text/html" : "application/octet-stream"));
      response.setHeader("content-security-policy", POLICY);
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

test.afterAll(() => {
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the browser complains of. */
function troubleOf(page: Page): string[] {
  const trouble: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !message.text().includes("favicon") && !message.text().includes("404")) trouble.push(message.text());
  });
  page.on("pageerror", (error) => trouble.push(error.message));
  return trouble;
}

const text = (page: Page) => page.getByRole("textbox", { name: "Your rubric" });
const value = (page: Page) => page.evaluate(() => document.querySelector("rubric-editor")?.value ?? "");
const told = (page: Page) => page.evaluate(() => (window as unknown as { told: string[] }).told.splice(0));
const list = (page: Page) => page.locator("rubric-editor .problems");

async function open(page: Page): Promise<void> {
  await page.goto(address);
  await expect(page.locator("rubric-editor .cm-content")).toBeVisible();
  await expect(list(page)).toContainText("totl");
}

test("it is quick to write in, and says what is wrong and mends it, under a strict policy", async ({ page }) => {
  const trouble = troubleOf(page);
  await open(page);
  // The mistake is underlined, listed, and mended with one click.
  await expect(page.locator("rubric-editor .cm-lintRange-error").first()).toHaveText("totl");
  await list(page).getByRole("button", { name: "Change to total" }).click();
  await expect(list(page)).not.toContainText("totl");
  expect(await value(page)).toContain("needs total is at least 50%");
  expect(await told(page)).toEqual(expect.arrayContaining(["input", "rubric-edit", "rubric-diagnostics"]));
  // One step takes it back.
  await page.getByRole("button", { name: "Undo" }).click();
  expect(await value(page)).toContain("needs totl");
  await expect(list(page)).toContainText("totl");
  expect(trouble).toEqual([]);
});

test("a finding is a button that goes to its place", async ({ page }) => {
  await open(page);
  await list(page).getByRole("button", { name: /Mistake.*Line 10/ }).press("Enter");
  await expect(text(page)).toBeFocused();
  await page.keyboard.type("total");
  expect(await value(page)).toContain("needs total is at least 50%");
});

test("what fits is offered while it is written, and taken with Enter", async ({ page }) => {
  await open(page);
  await page.evaluate(() => document.querySelector("rubric-editor")?.goTo(document.querySelector("rubric-editor")?.value.indexOf("  score total") ?? 0));
  await page.keyboard.type("  criterion last on mas");
  await expect(page.getByRole("option", { name: /mastery/ })).toBeVisible();
  await page.waitForTimeout(100);
  await page.keyboard.press("Enter");
  expect(await value(page)).toContain("criterion last on mastery");
  // A word that is finished does not hold the Enter key back.
  await page.keyboard.press("Enter");
  await page.keyboard.type("check seen");
  expect(await value(page)).toContain("criterion last on mastery\n  check seen");
});

test("a name says what it is, is renamed everywhere, or the reason is given", async ({ page, isMobile }) => {
  await open(page);
  if (!isMobile) {
    await page.locator("rubric-editor .cm-line", { hasText: "criterion purpose" }).getByText("mastery").hover();
    await expect(page.locator("rubric-editor .cm-rubric-hover")).toContainText("Levels of mastery: low 0, good 1, high 2.");
  }
  await page.evaluate(() => document.querySelector("rubric-editor")?.goTo(document.querySelector("rubric-editor")?.value.indexOf("mastery \"M") ?? 0));
  // Where it is declared, and the two criteria on it.
  await expect(page.locator("rubric-editor .cm-rubric-occurrence")).toHaveText(["mastery", "mastery", "mastery"]);
  await page.keyboard.press("F2");
  const field = page.getByRole("textbox", { name: "New name for mastery" });
  await expect(field).toBeFocused();
  await field.fill("every");
  await field.press("Enter");
  await expect(page.getByRole("alert")).toHaveText("`every` is a word of the language");
  await field.fill("steps");
  await field.press("Enter");
  await expect(text(page)).toBeFocused();
  expect((await value(page)).match(/steps/g)?.length).toBe(3);
});

test("it is tidied up, and the cursor stays at its word", async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const editor = document.querySelector("rubric-editor");
    if (editor) editor.value = "rubric r {\ncheck a\n      check   b\n}\n";
    editor?.goTo(editor.value.indexOf("b\n"));
  });
  await page.keyboard.press("Shift+Alt+F");
  expect(await value(page)).toBe("rubric r {\n  check a\n  check b\n}\n");
  await page.keyboard.type("_");
  expect(await value(page)).toContain("check _b");
});

test("nobody is caught in it: Tab and Shift Tab leave, and every part is reached by keyboard", async ({ page, isMobile }) => {
  test.skip(isMobile, "there is no Tab key");
  await open(page);
  await text(page).focus();
  await page.keyboard.press("Tab");
  await expect(text(page)).not.toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(text(page)).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("button", { name: "Rename" })).toBeFocused();
});

test("in a form it is a control: its value, its validity, reset and disabled", async ({ page }) => {
  await open(page);
  const valid = () => page.evaluate(() => { const editor = document.querySelector("rubric-editor"); return [editor?.validity.valid, editor?.validationMessage]; });
  await expect.poll(valid).toEqual([false, "The rubric has a mistake."]);
  const first = await value(page);
  await page.evaluate(() => { const editor = document.querySelector("rubric-editor"); if (editor) editor.value = ""; });
  await expect.poll(async () => (await valid())[1]).toBe("Please write a rubric.");
  await page.evaluate(() => { const editor = document.querySelector("rubric-editor"); if (editor) editor.value = "rubric r { check a; score s = a }\n"; });
  await expect.poll(async () => (await valid())[0]).toBe(true);
  await page.getByRole("button", { name: "Save" }).click();
  expect(await told(page)).toContain("submit 34");
  await page.evaluate(() => document.querySelector<HTMLFormElement>("form")?.reset());
  expect(await value(page)).toBe(first);
  await page.evaluate(() => document.querySelector("rubric-editor")?.toggleAttribute("disabled", true));
  await expect(text(page)).toHaveAttribute("aria-readonly", "true");
  expect(await page.evaluate(() => new FormData(document.querySelector("form") ?? undefined).get("rubric"))).toBe(null);
});

test("it speaks Spanish, and knows used files that come later", async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const editor = document.querySelector("rubric-editor");
    if (!editor) return;
    editor.locale = "es-MX";
    editor.value = 'rubric r {\n  use "s.rubric"\n  criterion a on shared\n}\n';
  });
  await expect(page.getByRole("button", { name: "Deshacer" })).toBeVisible();
  await expect(list(page)).toContainText("s.rubric");
  await page.evaluate(() => { const editor = document.querySelector("rubric-editor"); if (editor) editor.files = { "s.rubric": "rubric s { scale shared { low 0; high 1 } }" }; });
  await expect.poll(() => page.evaluate(() => document.querySelector("rubric-editor")?.diagnostics.filter(({ severity }) => severity === "error").length)).toBe(0);
});

test("a very long rubric is written in without waiting, and coloured when it rests", async ({ page, isMobile }) => {
  test.skip(isMobile, "the width changes nothing here");
  await open(page);
  const lines = Array.from({ length: 6000 }, (_, index) => `  check c${index} "Check ${index}"`).join("\n");
  await page.evaluate((source) => { const editor = document.querySelector("rubric-editor"); if (editor) { editor.value = source; editor.goTo(source.indexOf("  check c3")); } }, `rubric long "Long" {\n${lines}\n}\n`);
  await page.keyboard.type("  number pace 0..10\n");
  expect(await value(page)).toContain("number pace 0..10\n");
  const colour = (word: string) => page.locator("rubric-editor .cm-line", { hasText: "pace 0..10" }).getByText(word, { exact: true }).evaluate((node) => getComputedStyle(node).color);
  await expect.poll(async () => (await colour("number")) === (await colour("pace")), { timeout: 20_000 }).toBe(false);
});

for (const scheme of ["light", "dark"] as const) {
  test(`anybody can use it, in ${scheme} colours`, async ({ page, isMobile }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await open(page);
    const shots = process.env["RUBRICATE_SHOTS"];
    if (shots) await page.screenshot({ path: join(shots, `editor-${isMobile ? "phone" : "desktop"}-${scheme}.png`), fullPage: true });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`)])).toEqual([]);
    // And with a list of what fits, and a hint, open.
    await page.evaluate(() => document.querySelector("rubric-editor")?.goTo(document.querySelector("rubric-editor")?.value.indexOf("on mastery") ?? 0));
    await page.keyboard.press("Control+Space");
    await expect(page.getByRole("listbox")).toBeVisible();
    if (shots) await page.screenshot({ path: join(shots, `editor-${isMobile ? "phone" : "desktop"}-${scheme}-list.png`), fullPage: true });
    const again = await new AxeBuilder({ page }).analyze();
    expect(again.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}

test("it goes on when it is moved, under another name, and with another checker", async ({ page, isMobile }) => {
  test.skip(isMobile, "the width changes nothing here");
  const trouble = troubleOf(page);
  await open(page);
  await text(page).press("End");
  await page.keyboard.type(" # mine");
  await page.evaluate(() => document.querySelector("h2")?.after(document.querySelector("rubric-editor") ?? ""));
  await expect(page.locator("rubric-editor .cm-content")).toContainText("# mine");
  await page.evaluate(async () => {
    const { define } = (window as unknown as { elements: { define(prefix: string): void } }).elements;
    define("school");
    const other = document.createElement("school-editor") as HTMLElementTagNameMap["rubric-editor"];
    other.label = "Another";
    other.value = "rubric r { check a }\n";
    other.check = async (source) => [{ code: "X1", severity: "warning", message: `${source.length} letters`, said: { key: "", data: [] }, help: "", advised: { key: "", data: [] }, span: { from: 0, to: 6, line: 1, column: 1 }, labels: [], fixes: [], witness: [] }];
    document.querySelector("main")?.append(other);
  });
  await expect(page.locator("school-editor .problems")).toContainText("21 letters");
  await expect(page.getByRole("textbox", { name: "Another", exact: true })).toContainText("check a");
  // Gone for good, and back: the text is kept, and CodeMirror comes again.
  await page.evaluate(async () => {
    const editor = document.querySelector("rubric-editor");
    editor?.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (editor) document.querySelector("main")?.append(editor);
  });
  await expect(page.locator("rubric-editor .cm-content")).toContainText("# mine");
  expect(trouble).toEqual([]);
});

test("where CodeMirror does not come, it is a plain field that works", async ({ page }) => {
  await page.route(/editor-view/, (route) => route.abort());
  await page.goto(address);
  await expect(page.getByRole("alert")).toContainText("could not be loaded");
  const field = page.locator("rubric-editor textarea");
  await field.fill("rubric r { check a }");
  expect(await value(page)).toBe("rubric r { check a }");
  expect(await told(page)).toEqual(expect.arrayContaining(["rubric-error", "rubric-edit", "input"]));
  expect(await page.evaluate(() => new FormData(document.querySelector("form") ?? undefined).get("rubric"))).toBe("rubric r { check a }");
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
});

test("CodeMirror takes the language by itself", async ({ page }) => {
  const trouble = troubleOf(page);
  await open(page);
  const own = page.getByRole("textbox", { name: "Another rubric" });
  await expect(own).toContainText("check a");
  const colour = (word: string) => own.getByText(word, { exact: true }).evaluate((node) => getComputedStyle(node).color);
  expect(await colour("check")).not.toBe(await colour("a"));
  expect(trouble).toEqual([]);
});

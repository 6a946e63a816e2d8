import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { compile } from "svelte/compiler";
import { build, type Plugin } from "vite";
import { compileScript, parse } from "vue/compiler-sfc";
// @ts-ignore It is written in JavaScript.
import { policy, programs, project } from "../../pkg/test/recipes.mjs";

const TYPES: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };

/** The two frameworks' compilers, told what the recipes tell. */
const frameworks: Plugin = {
  name: "frameworks",
  transform(code, id) {
    if (id.endsWith(".svelte")) return compile(code, { generate: "client", css: "injected", filename: id }).js;
    if (!id.endsWith(".vue")) return null;
    const { descriptor } = parse(code, { filename: id });
    const compilerOptions = { isCustomElement: (tag: string) => tag.startsWith("rubric-") };
    return compileScript(descriptor, { id: "lesson", inlineTemplate: true, templateOptions: { compilerOptions } }).content;
  },
};

const PAGES: Record<string, readonly [body: string, script: string]> = {
  "own.html": ['<main id="own"><h1>A lesson</h1></main>', 'import "./own-page.ts"; import "./offline.ts";'],
  "react.html": ['<main id="react"></main>', 'import "./react.tsx";'],
  "vue.html": ['<main id="vue"></main>', 'import { createApp } from "vue"; import Lesson from "./lesson.vue"; createApp(Lesson).mount("#vue");'],
  "svelte.html": ['<main id="svelte"></main>', 'import { mount } from "svelte"; import Lesson from "./lesson.svelte"; mount(Lesson, { target: document.querySelector("#svelte") });'],
  "write.html": [`<main><h1>Write</h1>${(programs as { name: string; body: string }[]).find(({ name }) => name === "editor.html")?.body ?? ""}<h2>Beside</h2><div id="codemirror"></div></main>`, 'import "./editor.ts"; import "./codemirror.ts";'],
};

let [folder, address] = ["", ""];
let server: Server;
let done = (): void => {};

test.beforeAll(async () => {
  test.setTimeout(180_000);
  ({ folder, done } = project());
  for (const [name, [body, script]] of Object.entries(PAGES)) {
    writeFileSync(join(folder, `${name}.entry.js`), script);
    writeFileSync(join(folder, name), `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${name}</title></head><body>${body}<script type="module" src="./${name}.entry.js"></script></body></html>`);
  }
  mkdirSync(join(folder, "public"));
  cpSync(join(folder, "sw.js"), join(folder, "public", "sw.js"));
  const input = Object.keys(PAGES).map((name) => join(folder, name));
  await build({ root: folder, base: "./", logLevel: "error", configFile: false, plugins: [frameworks], worker: { format: "es" }, build: { outDir: "built", target: "es2022", modulePreload: false, rolldownOptions: { input } } });
  server = createServer((request, response) => {
    try {
      const bytes = readFileSync(join(folder, "built", new URL(request.url ?? "/", "http://x").pathname));
      response.setHeader("content-type", TYPES[extname(new URL(request.url ?? "/", "http://x").pathname)] ?? "application/octet-stream");
      response.setHeader("content-security-policy", policy as string);
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterAll(() => {
  server?.closeAllConnections();
  server?.close();
  done();
});

function troubleOf(page: Page): string[] {
  const trouble: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !message.text().includes("404")) trouble.push(message.text());
  });
  page.on("pageerror", (error) => trouble.push(error.message));
  return trouble;
}

// The recipe has a service worker of its own, which the other tests do without.
test.use({ serviceWorkers: "allow" });

test("a page of one's own keeps a draft, says what is missing, and works without a connection", async ({ page, context }) => {
  const trouble = troubleOf(page);
  await page.goto(`${address}/own.html`);
  const standing = page.getByRole("status");
  await expect(standing).toContainText("0 of 2 rated, 0% to 100%.");
  await page.getByRole("group", { name: "Purpose" }).getByRole("radio", { name: "Exemplary" }).check();
  await expect(standing).toContainText("1 of 2 rated, 50% to 100%. Every criterion must be at least Proficient");
  await page.getByRole("group", { name: "Response" }).getByRole("radio", { name: "Proficient" }).check();
  // 3 and 2 of 6 points.
  await expect(standing).toHaveText("2 of 2 rated, 83.33%. Earned");
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  // What the page loaded is kept, so it opens without a server.
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await expect.poll(() => page.evaluate(async () => (await (await caches.open("rubric-1")).keys()).filter(({ url }) => url.endsWith(".wasm")).length), { timeout: 20_000 }).toBe(1);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole("status")).toHaveText("2 of 2 rated, 83.33%. Earned");
  await expect(page.getByRole("group", { name: "Purpose" }).getByRole("radio", { name: "Exemplary" })).toBeChecked();
  await context.setOffline(false);
  expect(trouble).toEqual([]);
});

for (const name of ["react", "vue", "svelte"]) {
  test(`the elements in ${name}`, async ({ page }) => {
    const trouble = troubleOf(page);
    await page.goto(`${address}/${name}.html`);

    const badge = page.locator("p.badge");
    await expect(badge, trouble.join()).toHaveText("Not decided yet");
    await expect(async () => {
      await page.evaluate(() => {
        const { assessment } = document.querySelector("rubric-assessment") ?? {};
        if (!assessment) throw new Error("it is not ready");
        assessment.rate("purpose", "exemplary");
        assessment.rate("response", "proficient");
      });
      await expect(badge).toHaveText("Earned", { timeout: 1000 });
    }).toPass();
    expect(trouble).toEqual([]);
  });
}

test("a place to write rubrics, and CodeMirror beside it", async ({ page }) => {
  const trouble = troubleOf(page);
  await page.goto(`${address}/write.html`);
  await expect(page.getByRole("textbox", { name: "Your rubric" })).toContainText("criterion purpose");
  await expect(page).toHaveTitle("A sound rubric");
  await page.evaluate(() => { const editor = document.querySelector("rubric-editor"); if (editor) editor.value = "rubric r {"; });
  await expect(page).toHaveTitle("Something to mend");
  await expect(page.locator("#codemirror .cm-content")).toContainText("criterion response");
  expect(trouble).toEqual([]);
});

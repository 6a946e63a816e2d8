// The package as it is published, installed and run in small real projects. Those that take longer are in
// `slow.test.mjs`: `npm run consumers` runs both.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { EXPECTED, closeBrowser, freePort, open, project, running, serve, sh } from "./tools.mjs";

after(closeBrowser);

describe("in Node", () => {
  let folder;
  before(() => { folder = project("node"); });
  for (const file of ["main.mjs", "main.cjs", "inline.cjs", "thread.mjs", "thread.cjs", "own-thread.mjs"]) {
    it(file, () => assert.deepEqual(JSON.parse(sh(process.execPath, ["--no-warnings", file], folder)), EXPECTED));
  }
  it("every other entry", () => {
    assert.deepEqual(JSON.parse(sh(process.execPath, ["--no-warnings", "other.mjs"], folder)), {
      demo: EXPECTED, inline: EXPECTED, kind: "markdown", schemas: ["urn:rubricate:outcome:1", "urn:rubricate:saved:1", "urn:rubricate:diagnostics:1"], same: true,
    });
  });
  it("the command line", () => {
    assert.match(sh("npx", ["--no-install", "rubricate", "--version"], folder), /0\.1\.0/);
  });
});

/** What a page says, without trouble. */
async function says(address, selectors = ["output"]) {
  const { page, said, trouble, asked } = await open(address, { wait: false });
  const all = [];
  for (const selector of selectors) {
    await page.waitForFunction((one) => document.querySelector(one)?.textContent, selector, { timeout: 60_000 }).catch(() => assert.fail(`${selector} says nothing: ${trouble.join("; ")}`));
    all.push(await said(selector));
  }
  assert.deepEqual(trouble, []);
  await page.close();
  for (const one of all) assert.deepEqual(one, EXPECTED);
  return asked;
}

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types workers; connect-src";

describe("plain pages under a strict policy", () => {
  let folder;
  let server;
  let closed;
  before(async () => {
    folder = project("plain");
    server = await serve(folder, { "content-security-policy": `${POLICY} 'self'` });
    closed = await serve(folder, { "content-security-policy": `${POLICY} 'none'` });
  });
  after(() => { server?.close(); closed?.close(); });
  it("load the engine", () => says(`${server.address}/index.html`));
  it("have it in a worker", () => says(`${server.address}/worker.html`));
  it("that may fetch nothing at all have it in a script", async () => {
    const asked = await says(`${closed.address}/inline.html`);
    assert.ok(!asked.some((one) => one.endsWith(".wasm")), asked.join());
  });
  it("load it in every way there is", async () => {
    const { page } = await open(`${server.address}/ways.html`, { wait: false });
    await page.waitForFunction("globalThis.ways");
    const ways = await page.evaluate("ways");
    assert.ok(ways.length >= 10);
    for (const way of ways) {
      await page.reload();
      await page.waitForFunction("globalThis.ran");
      const { wrong, said } = await page.evaluate((one) => globalThis.ran(one), way);
      assert.deepEqual(JSON.parse(said), EXPECTED, way);
      assert.deepEqual(wrong, ["RubricError module", "RubricError module", "RubricError module", "RubricLoadError module", "RubricLoadError module", "RubricLoadError module", "RubricError module"]);
    }
    await page.close();
  });
});

const ALL = ["#page", "#worker", "#own-worker", "#inline"];

describe("Vite", () => {
  let folder;
  before(() => { folder = project("vite"); });
  it("builds it, and the page runs under the policy of the readme", async () => {
    sh("npx", ["vite", "build", "--logLevel", "warn"], folder);
    const server = await serve(join(folder, "dist"), { "content-security-policy": "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'" });
    const asked = await says(`${server.address}/`, ALL);
    // One module serves the page and both workers.
    assert.equal(new Set(asked.filter((one) => one.endsWith(".wasm"))).size, 1, asked.join());
    server.close();
  });
  it("serves it while it is being worked on", async () => {
    const port = await freePort();
    const server = await running("npx", ["vite", "--port", port, "--strictPort", "--host", "127.0.0.1"], folder, `http://127.0.0.1:${port}/`);
    await says(`${server.address}`, ALL);
    server.close();
  });
});

describe("esbuild", () => {
  let server;
  before(async () => {
    const folder = project("esbuild");
    sh(process.execPath, ["build.mjs"], folder);
    server = await serve(join(folder, "out"));
  });
  after(() => server?.close());
  for (const name of ["main", "loader", "inline", "worker"]) it(name, () => says(`${server.address}/${name}.html`));
});

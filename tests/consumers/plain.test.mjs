// Without a bundler, on pages that allow little.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { EXPECTED, closeBrowser, open, project, says, serve } from "./tools.mjs";

after(closeBrowser);

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

// In Vite without a configuration, built and while it is being worked on.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { closeBrowser, freePort, open, project, running, says, serve, sh } from "./tools.mjs";

after(closeBrowser);

const ALL = ["#page", "#worker", "#own-worker", "#inline"];

describe("Vite", () => {
  let folder;
  before(() => { folder = project("vite"); });
  it("builds it, and the page runs under the policy of the readme", async () => {
    sh("npx", ["vite", "build", "--logLevel", "warn"], folder);
    const server = await serve(join(folder, "dist"), { "content-security-policy": "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src data:" });
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
  it("takes a module that is edited in while the page goes on, with what was given", async () => {
    const port = await freePort();
    const server = await running("npx", ["vite", "--port", port, "--strictPort", "--host", "127.0.0.1"], folder, `http://127.0.0.1:${port}/hot.html`);
    const { page, said, trouble } = await open(`http://127.0.0.1:${port}/hot.html`);
    try {
      await page.evaluate("globalThis.samePage = true; globalThis.rate('purpose', 'proficient'); globalThis.rate('pace', 7.5);");
      const text = readFileSync(join(folder, "hot.js"), "utf8");
      for (let edition = 2; edition <= 5; edition += 1) {
        // Vite's watcher takes two saves at once for one; people save more slowly.
        await new Promise((done) => setTimeout(done, 1000));
        writeFileSync(join(folder, "hot.js"), text.replace("edition = 1", `edition = ${edition}`));
        await page.waitForFunction((now) => JSON.parse(document.querySelector("output").textContent).edition === now, edition, { timeout: 30_000 });
        // (2/3 + 0 + 3/4) / 3, as before.
        assert.deepEqual(await said(), { edition, purpose: "proficient", pace: "15/2", lowest: "17/36" });
      }
      await page.evaluate("globalThis.rate('purpose', 'exemplary')");
      // (1 + 0 + 3/4) / 3.
      assert.equal((await said()).lowest, "7/12");
      assert.equal(await page.evaluate("globalThis.samePage"), true, "it was never loaded again");
      assert.deepEqual(trouble, []);
    } finally {
      await page.close();
      server.close();
    }
  });
});

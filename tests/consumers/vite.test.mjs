// In Vite without a configuration, built and while it is being worked on.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { closeBrowser, freePort, project, running, says, serve, sh } from "./tools.mjs";

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
});

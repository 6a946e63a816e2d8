// In Chromium: a trap on the page and in a worker, two copies on one page, and what the page has to wait for.
import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { EXPECTED, closeBrowser, open, project, serve } from "./tools.mjs";

let folder;
let server;
before(async () => {
  folder = project("plain");
  server = await serve(folder);
});
after(async () => {
  server?.close();
  await closeBrowser();
});

describe("in Chromium", () => {
  it("a trap leaves drafts as they were, and the next thousand scorings right", async () => {
    const { page } = await open(`${server.address}/trap.html`, { wait: false });
    await page.waitForFunction("globalThis.tried", null, { timeout: 60_000 });
    const { page: here, worker, started, dead, startedAgain } = await page.evaluate("globalThis.tried()");
    const right = { fault: "RubricFault", same: true, wrong: 0, undone: "unanswered" };
    assert.deepEqual(here, right);
    assert.deepEqual(worker, right);
    assert.equal(started, 1, "a trap needs no other worker");
    assert.deepEqual(dead, right);
    assert.equal(startedAgain, 2, "a worker that died has another in its place");
    await page.close();
  });
  it("two copies of two versions live on one page", async () => {
    cpSync(join(folder, "node_modules", "rubricate"), join(folder, "node_modules", "other"), { recursive: true });
    const load = join(folder, "node_modules", "other", "dist", "load.js");
    writeFileSync(load, readFileSync(load, "utf8").replace(/VERSION = "[^"]+"/, 'VERSION = "0.9.9"'));
    writeFileSync(join(folder, "both.js"), `
      import * as one from "./node_modules/rubricate/dist/index.js";
      import * as two from "./node_modules/other/dist/index.js";
      import { demo, SOURCE } from "./demo.js";
      import { ruin } from "./ruin.js";
      globalThis.both = async () => {
        const [here, there] = [await one.load(), await two.load()];
        const [mine, yours] = [here.compile(SOURCE).start(), there.compile(SOURCE).start()];
        for (const each of [mine, yours]) each.rate("purpose", "proficient");
        ruin();
        yours.rate("feedback", "exemplary");
        let fault = "none";
        try { mine.rate("feedback", "exemplary"); } catch (error) { fault = error.name; }
        mine.rate("feedback", "exemplary");
        return { versions: [here.version, there.version], fault, same: JSON.stringify(mine.outcome.scores) === JSON.stringify(yours.outcome.scores), strangers: one.RubricError !== two.RubricError, demos: [await demo(here), await demo(there)].map((one) => JSON.parse(one)) };
      };`);
    writeFileSync(join(folder, "both.html"), readFileSync(join(folder, "trap.html"), "utf8").replace("trap.js", "both.js"));
    const { page, trouble } = await open(`${server.address}/both.html`, { wait: false });
    await page.waitForFunction("globalThis.both", null, { timeout: 60_000 });
    const said = await page.evaluate("globalThis.both()");
    assert.deepEqual(said, { versions: ["0.1.0", "0.9.9"], fault: "RubricFault", same: true, strangers: true, demos: [EXPECTED, EXPECTED] });
    assert.deepEqual(trouble, []);
    await page.close();
  });
  it("a worker keeps the page free where the page itself would wait", async () => {
    const { page } = await open(`${server.address}/trap.html`, { wait: false });
    await page.waitForFunction("globalThis.measured", null, { timeout: 60_000 });
    const said = await page.evaluate("globalThis.measured()");
    for (const [where, told] of Object.entries(said)) console.log(where, Object.entries(told).map(([name, { took, blocked }]) => `${name} ${took}/${blocked}`).join(", "));
    const [largest, largestAway] = [said["5,000 rows, page"], said["5,000 rows, worker"]];
    // Times depend on the machine; what it shows is that the same work waits elsewhere.
    for (const name of ["check, without proofs", "steps"]) {
      assert.ok(largestAway[name].blocked < Math.max(16, largest[name].blocked / 2), `${name}: ${largestAway[name].blocked} ms of ${largest[name].blocked}`);
    }
    await page.close();
  });
});

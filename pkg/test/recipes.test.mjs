// The recipes' programs: their types are checked, and those for Node run. Those
// for pages run in Chromium (tests/e2e/recipes.spec.ts).
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, describe, it } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { load } from "rubricate";
import { programs, project, text } from "./recipes.mjs";

const { folder, done } = project();
after(done);
const url = (name) => pathToFileURL(join(folder, name));

describe("the recipes", () => {
  it("are programs with names of their own", () => {
    assert.ok(programs.length >= 10);
    assert.equal(new Set(programs.map(({ name }) => name)).size, programs.length);
    // Every fence but the header is a file that some test runs.
    assert.deepEqual([...text.matchAll(/^```(\w+)$/gm)].map(([, language]) => language), ["http"]);
  });

  it("have types that fit", () => {
    const options = {
      target: "es2022", module: "esnext", moduleResolution: "bundler", lib: ["es2023", "dom", "dom.iterable"], types: ["node"], jsx: "react-jsx", strict: true, noUncheckedIndexedAccess: true,
      allowJs: true, checkJs: true, noEmit: true, skipLibCheck: true, moduleDetection: "force",
    };
    const checked = (name, more, include) => {
      writeFileSync(join(folder, name), JSON.stringify({ compilerOptions: { ...options, ...more }, include }));
      const { stdout, status } = spawnSync(process.execPath, [join(dirname(fileURLToPath(import.meta.resolve("typescript/package.json"))), "bin", "tsc"), "-p", join(folder, name)], { encoding: "utf8" });
      assert.equal(status, 0, stdout);
    };
    checked("tsconfig.json", {}, programs.map(({ name }) => name).filter((name) => /\.(?:ts|tsx|js)$/.test(name) && name !== "sw.js"));
    // A service worker has another world around it.
    checked("tsconfig.sw.json", { lib: ["es2023", "webworker"], types: [] }, ["sw.js"]);
  });

  it("say of several people what comes out", async () => {
    const lines = readFileSync(url("review.js"), "utf8").split("\n");
    let claims = 0;
    globalThis.__hold = (value, wanted, line) => {
      claims += 1;
      assert.deepEqual(JSON.parse(JSON.stringify(value)), wanted, line);
    };
    const held = lines.map((line) => line.replace(/^(.*?);\s*\/\/ → (.*)$/, (_, code, wanted) => `__hold(${code}, ${wanted}, ${JSON.stringify(code)});`));
    writeFileSync(url("review.held.js"), held.join("\n"));
    await import(url("review.held.js"));
    assert.equal(claims, 4);
  });

  it("save to a server that works the outcome out itself, refuses what no rubric takes, and loses nothing of two devices", async () => {
    const [{ server, kept }, { keep }, { source }] = await Promise.all([import(url("server.js")), import(url("saving.js")), import(url("rubric.js"))]);
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
      const address = `http://127.0.0.1:${server.address().port}/kim`;
      const rubric = (await load()).compile(source);
      assert.equal((await fetch(address)).status, 404);
      const first = rubric.start();
      const send = keep(first, address);
      first.rate("purpose", "exemplary");
      first.rate("response", "proficient");
      await send();
      assert.deepEqual([kept.get("/kim").badge, kept.get("/kim").tag], ["earned", '"1"']);
      // It comes by itself too, a moment after an edit.
      first.rate("response", "not_yet");
      const until = Date.now() + 10_000;
      while (kept.get("/kim").tag === '"1"' && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
      assert.deepEqual([kept.get("/kim").badge, kept.get("/kim").tag], ["not_yet", '"2"']);
      // Another device that began with the first document is told, and writes over nothing.
      const late = rubric.start();
      late.rate("purpose", "not_yet");
      await assert.rejects(keep(late, address, '"1"')(), /not saved: 412/);
      assert.equal(kept.get("/kim").saved.rows.purpose, "exemplary");
      const back = await fetch(address);
      assert.deepEqual([back.headers.get("etag"), (await back.json()).rows], ['"2"', { purpose: "exemplary", response: "not_yet" }]);
      // What is no saved assessment is refused with the place.
      const put = (body) => fetch(address, { method: "PUT", body, headers: { "if-match": '"2"' } });
      assert.equal((await put("{}")).status, 422);
      const forged = { ...first.save(), rows: { purpose: "splendid" } };
      const refused = await put(JSON.stringify(forged));
      assert.ok([200, 422].includes(refused.status));
      assert.notEqual(kept.get("/kim").saved.rows.purpose, "splendid");
      const other = (await load()).compile(source.replace("purpose", "aim")).start().save();
      const foreign = await fetch(address.replace("kim", "ana"), { method: "PUT", body: JSON.stringify(other), headers: { "if-none-match": "*" } });
      assert.equal(foreign.status, 409);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

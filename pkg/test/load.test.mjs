// `load` takes the module from wherever it is. Each way in a process of its own, as the engine starts once.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, describe, it } from "node:test";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";

const dist = new URL("../dist/", import.meta.url);
const wasm = new URL("engine/rubricate_bg.wasm", dist);
const bytes = readFileSync(wasm);
const run = promisify(execFile);
// Two of three points and half of ten: 2/3 and 1/2 are 7/12 of two rows that count alike.
const SCORED = "rubricate.compile(`rubric t { scale m { low 0; mid 2; high 3 } criterion a on m; number n 0..10; score s = weighted percent of rows }`).score({ a: \"mid\", n: 5 }).scores.s.exact";

/** What a module prints that has `load`, `RubricError` and the names given to it. */
async function printed(code, entry = "node.js") {
  const head = `import { readFileSync } from "node:fs"; import * as all from ${JSON.stringify(new URL(entry, dist).href)}; const { load, RubricError, RubricLoadError } = all; const wasm = ${JSON.stringify(wasm.href)}; const served = ${JSON.stringify(address)};`;
  const { stdout, stderr } = await run(process.execPath, ["--input-type=module", "-e", `${head}\n${code}`], { cwd: fileURLToPath(dist) });
  assert.equal(stderr, "");
  return stdout.trim();
}

let address = "";
const server = createServer((asked, answer) => {
  if (asked.url !== "/engine.wasm" && asked.url !== "/octets") return answer.writeHead(asked.url === "/none" ? 200 : 404).end("nothing here");
  answer.writeHead(200, { "content-type": asked.url === "/octets" ? "application/octet-stream" : "application/wasm" }).end(bytes);
});
before(async () => {
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  address = `http://127.0.0.1:${server.address().port}`;
});
after(() => server.close());

const WAYS = {
  "nothing": "",
  "a URL of a file": "new URL(wasm)",
  "the address of a file": "wasm",
  "a URL of a server": 'new URL(served + "/engine.wasm")',
  "the address of a server": 'served + "/engine.wasm"',
  "a request": 'new Request(served + "/engine.wasm")',
  "a response": 'await fetch(served + "/engine.wasm")',
  "the promise of a response": 'fetch(served + "/engine.wasm")',
  "a response that is called something else": 'await fetch(served + "/octets")',
  "bytes": "readFileSync(new URL(wasm))",
  "a buffer": "readFileSync(new URL(wasm)).buffer.slice(0)",
  "bytes in the middle of a buffer": "(() => { const own = readFileSync(new URL(wasm)); const wide = new Uint8Array(own.length + 20); wide.set(own, 7); return new DataView(wide.buffer, 7, own.length); })()",
  "a module": "await WebAssembly.compile(readFileSync(new URL(wasm)))",
};

describe("the engine is loaded from", () => {
  for (const [name, given] of Object.entries(WAYS)) {
    for (const entry of ["node.js", "inline.js"]) {
      // The script that carries the module reads no files.
      if (entry === "inline.js" && /of a file/.test(name)) continue;
      it(`${name}, by ${entry}`, async () => assert.equal(await printed(`const rubricate = await load(${given}); console.log(${SCORED});`, entry), "7/12"));
    }
  }
  it("nothing, by the script that carries it, with no fetch and no file", async () => {
    assert.equal(await printed(`globalThis.fetch = () => { throw new Error("fetched"); }; const rubricate = await load(); console.log(${SCORED});`, "inline.js"), "7/12");
  });
});

describe("a server's bundle", () => {
  it("that left the module behind has it from a script", async () => {
    const folder = mkdtempSync(join(tmpdir(), "rubricate-moved-"));
    try {
      cpSync(dist, folder, { recursive: true });
      writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
      rmSync(join(folder, "engine", "rubricate_bg.wasm"));
      assert.equal(await printed(`const rubricate = await load(); console.log(${SCORED});`, pathToFileURL(join(folder, "node.js")).href), "7/12");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe("what is no engine", () => {
  const refused = (given, more = "") => printed(`
    const failed = await load(${given}).then(() => "loaded", (error) => [error.name, error instanceof RubricError, error.path, error.cause instanceof Error, ${more || "0"}].join());
    const rubricate = await load();
    console.log(failed, ${SCORED});`);
  for (const given of ["42", "null", "{}", "[]", '""', "new Date(0)", "Symbol('x')", "() => 1", "Promise.resolve(7)"]) {
    it(`is refused, and may be tried again: ${given}`, async () => assert.equal(await refused(given), "RubricError,true,module,false,0 7/12"));
  }
  for (const [name, given] of Object.entries({
    "an address with nothing": 'served + "/gone"', "a page instead": 'served + "/none"', "no server": '"http://127.0.0.1:9/x.wasm"', "a file that is not there": 'new URL("none.wasm", wasm)',
    "no bytes": "new Uint8Array()", "half of the bytes": "readFileSync(new URL(wasm)).subarray(0, 1000)", "a module of something else": "new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))",
    "a promise that fails": 'Promise.reject(new Error("no"))', "no address": '"http://"',
  })) {
    it(`fails, and may be tried again: ${name}`, async () => assert.equal(await refused(given), "RubricLoadError,true,module,true,0 7/12"));
  }
});

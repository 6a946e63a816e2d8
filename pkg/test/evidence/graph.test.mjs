// What is loaded when: nothing of the readers with the main entry, and no reader before its file comes.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { it } from "node:test";
import { fileURLToPath } from "node:url";

const pkg = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const dist = join(pkg, "dist");
const { dependencies } = JSON.parse(readFileSync(join(pkg, "package.json"), "utf8"));

/** Every file that importing one loads, and every package; `late` follows `import()` and `new URL` too. */
function graph(start, late) {
  const [files, packages, waiting] = [new Set(), new Set(), [join(dist, start)]];
  const forms = [/^(?:import|export)\b[^;]*?from\s+"([^"]+)"/gm, /^import\s+"([^"]+)"/gm, ...(late ? [/import\("([^"]+)"\)/g, /new URL\("([^"]+\.js)"/g] : [])];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    const source = readFileSync(file, "utf8");
    for (const [, target] of forms.flatMap((form) => [...source.matchAll(form)])) {
      if (target.startsWith(".")) waiting.push(join(dirname(file), target));
      else packages.add(target);
    }
  }
  return { files: [...files].map((file) => relative(dist, file)), packages: [...packages] };
}

it("the main entry loads no reader, now or later", () => {
  for (const entry of ["index.js", "node.js"]) {
    const { files, packages } = graph(entry, true);
    assert.ok(files.length > 10);
    // The sentences of the readers are no reader: they are needed to say in another language what facts bring with them.
    assert.deepEqual(files.filter((file) => file.startsWith("evidence/") && file !== "evidence/notes.js"), []);
    assert.deepEqual(packages.filter((one) => !one.startsWith("node:")), []);
  }
});

it("the threads of a browser load all they need at once: not every bundler makes a thread of what loads parts later", () => {
  const threads = readdirSync(join(dist, "evidence")).filter((file) => file.endsWith("-worker.js"));
  assert.ok(threads.includes("file-worker.js") && threads.length === 4);
  for (const thread of threads) {
    const { files } = graph(`evidence/${thread}`, false);
    for (const file of files) assert.ok(!/\bimport\(/.test(readFileSync(join(dist, file), "utf8")), `${thread} loads ${file}, which loads something later`);
  }
});

it("the readers' entry loads only the hash at once, and every reader is among what it can load", () => {
  const now = graph("evidence/index.js", false);
  assert.deepEqual(now.packages, ["@noble/hashes/sha2.js"]);
  assert.deepEqual(now.files.filter((file) => /worker|-read/.test(file)), []);
  const later = graph("evidence/index.js", true).packages.map((one) => one.split("/").slice(0, one.startsWith("@") ? 2 : 1).join("/"));
  // Others are for the elements and the editor.
  const readers = ["@noble/hashes", "exifreader", "fflate", "file-type", "mediabunny", "pdfjs-dist", "saxes"];
  assert.deepEqual([...new Set(later)].sort(), readers);
  // What reads files is pinned to the one it was tried with.
  for (const name of readers) assert.match(dependencies[name] ?? "", /^\d+\.\d+\.\d+$/, name);
});

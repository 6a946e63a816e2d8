// The size of everything `import "rubricate"` loads. The budget and its gate are
// for the engine: the module and the glue that wasm-bindgen writes.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { fail, root } from "./tools.mjs";

const BUDGET = 100_000;
// The whole language is far over its budget (BENCHMARKS.md says where the bytes
// go, and what would bring them down); the gate keeps it from growing unseen.
// Proofs, steps, the formatter and the editor services took some 80 kB of it.
const REACHED = 369_000;
/** Past this much more it has grown by something that has to be looked at. */
const GATE = Math.round(REACHED * 1.15);
const dist = join(root, "pkg", "dist");
const scripts = readdirSync(dist).filter((file) => file.endsWith(".js") && file !== "node.js");
const files = ["engine/rubricate_bg.wasm", "engine/rubricate.js", ...scripts];
const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const total = { raw: 0, gzip: 0, brotli: 0 };
let engine = 0;
for (const file of files) {
  const bytes = readFileSync(join(dist, file));
  const size = { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotli(bytes) };
  for (const key of Object.keys(total)) total[key] += size[key];
  if (file.startsWith("engine/")) engine += size.brotli;
  console.log(`${file.padEnd(28)} raw ${size.raw}  gzip ${size.gzip}  brotli ${size.brotli}`);
}
console.log(`${"all".padEnd(28)} raw ${total.raw}  gzip ${total.gzip}  brotli ${total.brotli}`);
console.log(`engine, brotli ${engine}: ${((100 * engine) / BUDGET).toFixed(0)} % of the budget of ${BUDGET} bytes, gate ${GATE}`);
if (engine > GATE) fail(`the engine is larger than ${GATE} bytes`);

// What `rubricate/evidence` loads, as Vite bundles it: the first line at once,
// each other when such a file comes.
const { build } = await import("vite");
const bundled = await build({
  root: join(root, "pkg"), configFile: false, logLevel: "error", worker: { format: "es" },
  build: { write: false, target: "es2022", modulePreload: false, lib: { entry: join(dist, "evidence", "index.js"), formats: ["es"], fileName: "evidence" }, rolldownOptions: { output: { minify: true } } },
});
const PARTS = { "browser.js": "ZIP: fflate", "core.js": "rarer kinds: file-type", "saxes.js": "XML: saxes" };
console.log("\nrubricate/evidence, each part when it is needed");
for (const { fileName, code, source } of [bundled].flat().flatMap(({ output }) => output)) {
  const bytes = Buffer.from(code ?? source ?? "");
  const name = fileName.replace(/-[\w-]{8}\.js$/, ".js");
  console.log(`${(PARTS[name] ?? name).padEnd(28)} raw ${bytes.length}  gzip ${gzipSync(bytes, { level: 9 }).length}  brotli ${brotli(bytes)}`);
}

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
const GATE = 365_000;
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

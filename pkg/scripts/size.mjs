// The size of the engine, which has a budget and a gate (the module and the glue that wasm-bindgen writes), and of
// what each entry loads.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { fail, root } from "./tools.mjs";

const BUDGET = 100_000;
// The whole language is far over its budget (BENCHMARKS.md says where the bytes
// go, and what would bring them down); the gate keeps it from growing unseen.
// Proofs, steps, the formatter and the editor services took some 80 kB of it.
const REACHED = 370_500;
/** Past this much more it has grown by something that has to be looked at. */
const GATE = Math.round(REACHED * 1.03);
const dist = join(root, "pkg", "dist");
const files = ["engine/rubricate_bg.wasm", "engine/rubricate.js"];
const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
let engine = 0;
for (const file of files) {
  const bytes = readFileSync(join(dist, file));
  const size = { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotli(bytes) };
  engine += size.brotli;
  console.log(`${file.padEnd(28)} raw ${size.raw}  gzip ${size.gzip}  brotli ${size.brotli}`);
}
console.log(`engine, brotli ${engine}: ${((100 * engine) / BUDGET).toFixed(0)} % of the budget of ${BUDGET} bytes, gate ${GATE}`);
if (engine > GATE) fail(`the engine is larger than ${GATE} bytes`);

// What each entry loads, bundled and minified: the script with all that it imports at once, and the module beside it.
// The README has these in a table; `npm run size -- --write` writes it. Each has a limit that a change has to raise on purpose.
const { rolldown } = await import("rolldown");
const wasm = readFileSync(join(dist, "engine", "rubricate_bg.wasm"));
const ENTRIES = [
  ["rubricate", "index.js", true, 450_000],
  ["rubricate/inline", "inline.js", false, 560_000],
  ["rubricate/worker", "worker/index.js", false, 9000],
  ["rubricate/worker/script", "worker/script.js", true, 450_000],
  ["rubricate/elements", "elements/index.js", true, 620_000],
  ["rubricate/evidence", "evidence/index.js", false, 30_000],
  ["rubricate/codemirror", "codemirror/index.js", false, 200_000],
];
const rows = [];
for (const [name, file, module, limit] of ENTRIES) {
  const bundle = await rolldown({ input: join(dist, file), platform: "browser", logLevel: "silent" });
  const { output } = await bundle.generate({ format: "es", minify: true });
  const chunks = new Map(output.filter(({ type }) => type === "chunk").map((chunk) => [chunk.fileName, chunk]));
  const initial = new Set();
  const add = (one) => { if (one && !initial.has(one)) { initial.add(one); one.imports.forEach((inner) => add(chunks.get(inner))); } };
  add(output.find(({ isEntry }) => isEntry));
  const script = [...initial].map(({ code }) => Buffer.from(code));
  const sum = (pack) => script.reduce((all, one) => all + pack(one), 0);
  const row = { name, gzip: [sum((one) => gzipSync(one, { level: 9 }).length), module ? gzipSync(wasm, { level: 9 }).length : 0], brotli: [sum(brotli), module ? brotli(wasm) : 0] };
  rows.push(row);
  const [js, with_] = row.brotli;
  console.log(`${name.padEnd(28)} script gzip ${row.gzip[0]} brotli ${js}  module gzip ${row.gzip[1]} brotli ${with_}  limit ${limit}`);
  if (js + with_ > limit) fail(`${name} is larger than ${limit} bytes`);
}
const kB = (bytes) => (bytes === 0 ? "" : bytes < 10_000 ? (bytes / 1000).toFixed(1) : String(Math.round(bytes / 1000)));
const table = ["| entry | script, gzip | brotli | module, gzip | brotli |", "|---|---|---|---|---|", ...rows.map(({ name, gzip, brotli: br }) => `| \`${name}\` | ${kB(gzip[0])} | ${kB(br[0])} | ${kB(gzip[1])} | ${kB(br[1])} |`)].join("\n");
const readme = join(root, "pkg", "README.md");
const text = readFileSync(readme, "utf8");
const PLACE = /(<!-- sizes -->\n)([^]*?)(<!-- \/sizes -->)/;
const numbers = (of) => [...of.matchAll(/\| ([\d.]+)(?= \|)/g)].map(([, number]) => Number(number));
if (process.argv.includes("--write")) writeFileSync(readme, text.replace(PLACE, (_, head, __, tail) => `${head}${table}\n${tail}`));
else {
  // As the readme says it, to a twentieth: a smaller change need not touch it.
  const [said, are] = [numbers(PLACE.exec(text)?.[2] ?? ""), numbers(table)];
  const far = said.length !== are.length || are.some((size, at) => Math.abs(size - said[at]) > Math.max(0.1, size / 20));
  if (far) fail("pkg/README.md tells other sizes: `npm run size -- --write` writes them\n" + table);
}

// What `rubricate/evidence` loads, as Vite bundles it: the first line at once,
// each other when such a file comes.
const { build } = await import("vite");
const bundle = (entry, external = []) =>
  build({
    root: join(root, "pkg"), configFile: false, logLevel: "error", worker: { format: "es" },
    build: { write: false, target: "es2022", modulePreload: false, lib: { entry: join(dist, entry, "index.js"), formats: ["es"], fileName: entry }, rolldownOptions: { external, output: { minify: true } } },
  });
const bundled = await bundle("evidence");
const PARTS = { "browser.js": "ZIP: fflate", "core.js": "rarer kinds: file-type", "saxes.js": "XML: saxes" };
console.log("\nrubricate/evidence, each part when it is needed");
for (const { fileName, code, source } of [bundled].flat().flatMap(({ output }) => output)) {
  const bytes = Buffer.from(code ?? source ?? "");
  const name = fileName.replace(/-[\w-]{8}\.js$/, ".js");
  console.log(`${(PARTS[name] ?? name).padEnd(28)} raw ${bytes.length}  gzip ${gzipSync(bytes, { level: 9 }).length}  brotli ${brotli(bytes)}`);
}

// What `rubricate/elements` adds to the main entry and before any file comes.
const elements = [await bundle("elements", (id) => id.startsWith(join(dist, "evidence")) || id === join(dist, "index.js"))].flat().flatMap(({ output }) => output);
const all = Buffer.concat(elements.filter(({ fileName }) => fileName === "elements.js").map(({ code }) => Buffer.from(code)));
console.log(`\n${"rubricate/elements".padEnd(28)} raw ${all.length}  gzip ${gzipSync(all, { level: 9 }).length}  brotli ${brotli(all)}`);

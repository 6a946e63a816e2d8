import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const common = { bundle: true, minify: true, format: "esm", target: "es2022", outdir: "out", loader: { ".wasm": "file" }, logLevel: "warning", logLimit: 0 };
await build({ ...common, entryPoints: ["main.js", "loader.js", "inline.js", "worker.js", "own-worker.js"] });
mkdirSync("out/engine", { recursive: true });
copyFileSync("node_modules/rubricate/dist/engine/rubricate_bg.wasm", "out/engine/rubricate_bg.wasm");
for (const name of ["main", "loader", "inline", "worker"]) {
  writeFileSync(`out/${name}.html`, `<!doctype html><html lang="en"><link rel="icon" href="data:,"><output></output><script type="module" src="${name}.js"></script></html>\n`);
}

// Cargo builds the engine, wasm-bindgen writes its glue, TypeScript the rest.
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { heading, root, run, setUp, target } from "./tools.mjs";

const tools = setUp();
heading("engine");
// No path of the machine that built it stays in the module.
const remap = [`--remap-path-prefix=${homedir()}=~`, `--remap-path-prefix=${root}=rubricate`].join(" ");
const env = { ...process.env, RUSTFLAGS: [process.env.RUSTFLAGS, remap].filter(Boolean).join(" ") };
run("cargo", ["build", "--release", "--locked", "--lib", "--target", target], { env });
const dist = join(root, "pkg", "dist");
rmSync(dist, { recursive: true, force: true });
run(join(tools, "wasm-bindgen"), [
  join(root, "target", target, "release", "rubricate.wasm"),
  "--target", "web", "--omit-default-module-path", "--remove-name-section", "--remove-producers-section",
  "--experimental-reset-state-function", "--out-dir", join(dist, "engine"), "--out-name", "rubricate",
]);
heading("package");
run("npx", ["tsc", "-p", "pkg"]);
writeFileSync(join(dist, "wasm.d.ts"), "declare const url: string;\nexport default url;\n");
for (const file of readdirSync(root).filter((file) => file.startsWith("LICENSE-"))) {
  copyFileSync(join(root, file), join(root, "pkg", file));
}
// The module for `rubricate/inline`: gzip before base64, as a script that is a third as long is read sooner.
const packed = gzipSync(readFileSync(join(dist, "engine", "rubricate_bg.wasm")), { level: 9 }).toString("base64");
writeFileSync(join(dist, "engine", "packed.js"), `export default "${packed}";\n`);
// Nothing refers to it.
rmSync(join(dist, "engine", "rubricate_bg.wasm.d.ts"), { force: true });

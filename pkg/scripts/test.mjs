// Every test, in the order that finds mistakes soonest. A runner that runs
// nothing fails: each must say how many tests it ran.
import { join } from "node:path";
import { readdirSync } from "node:fs";
import { browser, capture, fail, heading, root, run, setUp, target } from "./tools.mjs";

const tools = setUp();
const { chromium, driver } = browser();
let passed = 0;

function step(name, work) {
  heading(name);
  const from = Date.now();
  work();
  console.log(`(${((Date.now() - from) / 1000).toFixed(1)} s)`);
}

function count(name, found) {
  const ran = found.reduce((sum, match) => sum + Number(match[1]), 0);
  if (!(ran > 0)) fail(`${name} ran no test`);
  passed += ran;
}

const rust = (text) => [...text.matchAll(/test result: ok\. (\d+) passed/g)];

step("format", () => run("cargo", ["fmt", "--check"]));
step("lint", () => run("cargo", ["clippy", "--locked", "--all-targets", "--", "-D", "warnings"]));
step("engine, native", () => count("cargo test", rust(capture("cargo", ["test", "--locked"]))));
step("build", () => run(process.execPath, ["pkg/scripts/build.mjs"]));
step("size", () => run(process.execPath, ["pkg/scripts/size.mjs"]));
step("engine, in Chromium", () => {
  const env = { ...process.env, CHROMEDRIVER: driver, [`CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER`]: join(tools, "wasm-bindgen-test-runner") };
  count("wasm-bindgen-test", rust(capture("cargo", ["test", "--locked", "--target", target, "--test", "wasm"], { env })));
});
step("package, in Node", () => {
  const files = [".", "evidence"].flatMap((folder) => readdirSync(join(root, "pkg", "test", folder)).map((file) => join(folder, file))).filter((file) => file.endsWith(".test.mjs"));
  const text = capture(process.execPath, ["--test", "--test-reporter=spec", ...files.map((file) => join("pkg", "test", file))]);
  count("node --test", [...text.matchAll(/^ℹ pass (\d+)$/gm)]);
});
step("package, as published", () => run("npx", ["publint", "pkg", "--strict"]));
step("package, installed by a stranger", () => {
  // Those in `slow/` (webpack, Next) take minutes: `npm run consumers` runs them too.
  const folder = join("tests", "consumers");
  const files = readdirSync(join(root, folder)).filter((file) => file.endsWith(".test.mjs"));
  const text = capture(process.execPath, ["--test", "--test-concurrency=1", "--test-reporter=spec", ...files.map((file) => join(folder, file))], { env: { ...process.env, CHROMIUM_BIN: chromium } });
  count("node --test", [...text.matchAll(/^ℹ pass (\d+)$/gm)]);
});
step("pages", () => {
  run("npx", ["tsc", "-p", "www"]);
  run("npx", ["vite", "build", "www"]);
});
step("pages, in Chromium", () => {
  const env = { ...process.env, CHROMIUM_BIN: chromium };
  const text = capture("npx", ["playwright", "test", "-c", "tests/playwright.config.ts"], { env });
  count("playwright", [...text.matchAll(/^\s+(\d+) passed/gm)]);
});
console.log(`\n${passed} passed, 0 failed`);

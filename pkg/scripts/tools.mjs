// What every script needs: running a command in sight, and getting the tools
// that the build rests on. Each missing one is named with how to get it.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const target = "wasm32-unknown-unknown";

/** Runs a command and shows what it prints; ends the process when it fails. */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (done.error) fail(`\`${command}\` could not be started: ${done.error.message}`);
  if (done.status !== 0) fail(`\`${command} ${args.join(" ")}\` failed.`);
  return done;
}

/** Runs a command, shows what it prints, and returns it. */
export function capture(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28, ...options });
  const text = `${done.stdout ?? ""}${done.stderr ?? ""}`;
  process.stdout.write(text);
  if (done.error || done.status !== 0) fail(`\`${command} ${args.join(" ")}\` failed.`);
  return text;
}

export function fail(message) {
  console.error(`\n✗ ${message}`);
  process.exit(1);
}

export function heading(text) {
  console.log(`\n── ${text} ${"─".repeat(Math.max(0, 70 - text.length))}`);
}

function has(command, args = ["--version"]) {
  const done = spawnSync(command, args, { encoding: "utf8" });
  return done.status === 0 ? done.stdout.trim() : null;
}

/** The wasm-bindgen version that Cargo.toml pins; its tools must match it. */
function bindgenVersion() {
  const found = /wasm-bindgen = "=([\d.]+)"/.exec(readFileSync(join(root, "Cargo.toml"), "utf8"));
  return found?.[1] ?? fail("Cargo.toml pins no wasm-bindgen version.");
}

/** The folder with wasm-bindgen and its test runner, installed once. */
export function bindgen() {
  const version = bindgenVersion();
  const cache = process.env.RUBRICATE_CACHE ?? join(homedir(), ".cache", "rubricate");
  const place = join(cache, `wasm-bindgen-${version}`);
  const tool = join(place, "bin", process.platform === "win32" ? "wasm-bindgen.exe" : "wasm-bindgen");
  if (!existsSync(tool)) {
    heading(`installing wasm-bindgen ${version} once (a few minutes)`);
    mkdirSync(place, { recursive: true });
    run("cargo", ["install", "wasm-bindgen-cli", "--version", version, "--debug", "--root", place]);
  }
  return join(place, "bin");
}

/** Checks what must be there already, and adds what can be added. */
export function setUp() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) fail("Node 20.19 or newer is needed (nodejs.org).");
  if (!has("cargo")) fail("Rust is needed: install it with rustup (rustup.rs), then run this again.");
  if (!(has("rustup", ["target", "list", "--installed"]) ?? "").includes(target)) run("rustup", ["target", "add", target]);
  if (!existsSync(join(root, "node_modules", ".package-lock.json"))) run("npm", ["ci"]);
  return bindgen();
}

/** A Chromium to test in, and its driver. */
export function browser() {
  const places = [process.env.CHROMIUM_BIN, "chromium", "chromium-browser", "google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
  const found = places.find((place) => place && has(place));
  if (!found) fail("Chromium is needed for the tests: `apt-get install chromium chromium-driver`, or set CHROMIUM_BIN.");
  const driver = process.env.CHROMEDRIVER ?? onPath("chromedriver");
  if (!driver) fail("chromedriver is needed for the tests: `apt-get install chromium-driver`, or set CHROMEDRIVER.");
  return { chromium: found.includes("/") ? found : onPath(found), driver };
}

function onPath(name) {
  return (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name)).find(existsSync);
}

// Small real projects that use the package as a stranger does: each is copied to a folder of its own, and the tarball
// of `npm pack` is installed there with everything at the versions that lock files say.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { browser as found } from "../../pkg/scripts/tools.mjs";

const here = dirname(fileURLToPath(import.meta.url));
export const root = join(here, "..", "..");
const read = (path) => JSON.parse(readFileSync(path, "utf8"));

/**
 * What `demo.js` has to say, by hand. Each row counts a third. Purpose is 2 of 3 points, pace 7.5 of 10: with feedback
 * at nothing that is (2/3 + 0 + 3/4) / 3 = 17/36 = 47.22 %, with all of it (2/3 + 1 + 3/4) / 3 = 29/36. The badge waits
 * for feedback. 7.3 is off the step.
 */
export const EXPECTED = {
  lowest: "17/36", text: "47.22%", highest: "29/36", open: "open", changed: ["badge"], total: "29/36", badge: "earned", refused: "RubricError rows.pace", found: "R203", rows: 3,
};

const temporary = [];
export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `rubricate-${name}-`));
  temporary.push(folder);
  return folder;
}
process.on("exit", () => {
  if (!process.env.RUBRICATE_KEEP) for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
});

/** Runs a command to its end and gives what it printed; fails when it fails. */
export function sh(command, args, cwd, env = {}) {
  const done = spawnSync(command, args, { cwd, encoding: "utf8", maxBuffer: 1 << 26, timeout: 600_000, env: { ...process.env, NODE_ENV: "", ...env } });
  if (done.error || done.status !== 0) throw new Error(`\`${command} ${args.join(" ")}\` in ${cwd} failed:\n${done.error?.message ?? ""}${done.stdout}${done.stderr}`);
  return done.stdout;
}

let packed = null;
/** The tarball as it would be published. */
export function tarball() {
  if (packed) return packed;
  const folder = temporaryFolder("tarball");
  const [{ filename, files }] = JSON.parse(sh("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], join(root, "pkg")));
  return (packed = { path: join(folder, filename), files: files.map(({ path }) => path).sort() });
}

/** Everything a package needs, as the workspace's lock file has it, below the package's own folder. */
function locked(dependencies) {
  const all = read(join(root, "package-lock.json")).packages;
  const made = {};
  const add = (name) => {
    const place = `node_modules/rubricate/node_modules/${name}`;
    const entry = all[`pkg/node_modules/${name}`] ?? all[`node_modules/${name}`];
    if (!entry) throw new Error(`package-lock.json has no ${name}`);
    if (place in made) return;
    const { dev, peer, optionalDependencies, ...rest } = entry;
    made[place] = rest;
    for (const inner of Object.keys(entry.dependencies ?? {})) add(inner);
  };
  for (const name of Object.keys(dependencies ?? {})) add(name);
  return made;
}

/** A project: its sources in a new folder, with the package and all else installed. */
export function project(name, { withPackage = true } = {}) {
  const folder = temporaryFolder(name);
  cpSync(join(here, name), folder, { recursive: true });
  cpSync(join(here, "shared"), folder, { recursive: true });
  if (withPackage) install(folder);
  return folder;
}

export function install(folder) {
  const own = read(join(root, "pkg", "package.json"));
  const { path } = tarball();
  cpSync(path, join(folder, "rubricate.tgz"));
  const given = read(join(folder, "package.json"));
  given.dependencies = { ...given.dependencies, rubricate: "file:rubricate.tgz" };
  writeFileSync(join(folder, "package.json"), JSON.stringify(given, null, 2));
  const lockPath = join(folder, "package-lock.json");
  const { name, version = "0.0.0", dependencies, devDependencies } = given;
  const lock = existsSync(lockPath) ? read(lockPath) : { name, version, lockfileVersion: 3, requires: true, packages: {} };
  lock.packages[""] = { ...lock.packages[""], name, dependencies, ...(devDependencies ? { devDependencies } : {}) };
  lock.packages["node_modules/rubricate"] = { version: own.version, resolved: "file:rubricate.tgz", license: own.license, dependencies: own.dependencies, bin: { rubricate: "dist/cli/main.js" }, engines: own.engines };
  Object.assign(lock.packages, locked(own.dependencies));
  writeFileSync(lockPath, JSON.stringify(lock, null, 2));
  sh("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"], folder);
}

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".json": "application/json", ".css": "text/css" };

/** A static server of a folder on a free port. */
export async function serve(folder, headers = {}) {
  const server = createServer((asked, answer) => {
    const path = normalize(decodeURIComponent(new URL(asked.url, "http://x").pathname)).replace(/\/$/, "/index.html");
    try {
      const body = readFileSync(join(folder, path));
      answer.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream", "cache-control": "no-store", ...headers }).end(body);
    } catch {
      answer.writeHead(404, headers).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => { server.close(); server.closeAllConnections(); } };
}

/** A server of its own, such as `vite`, until it answers. */
export async function running(command, args, cwd, address) {
  // A group of its own, as `npx` starts others.
  const child = spawn(command, args, { cwd, detached: true, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, NODE_ENV: "", BROWSER: "none" } });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => { said += data; });
  for (let turn = 0; turn < 300; turn += 1) {
    if (child.exitCode !== null) throw new Error(`\`${command} ${args.join(" ")}\` ended:\n${said}`);
    if (await fetch(address).then(({ ok }) => ok, () => false)) return { address, said: () => said, close: () => process.kill(-child.pid, "SIGKILL") };
    await new Promise((done) => setTimeout(done, 100));
  }
  process.kill(-child.pid, "SIGKILL");
  throw new Error(`\`${command} ${args.join(" ")}\` does not answer:\n${said}`);
}

/** A free port, asked of the system. */
export async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

let started = null;
/** A page in Chromium. `trouble` is all that went wrong on it: errors, breaches of its policy, requests to anybody else. */
export async function open(address, { wait = true } = {}) {
  started ??= chromium.launch({ executablePath: found().chromium, args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
  const page = await (await started).newPage();
  const trouble = [];
  const asked = [];
  await page.addInitScript(() => document.addEventListener("securitypolicyviolation", (event) => console.error("policy", event.violatedDirective, event.blockedURI)));
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) trouble.push(message.text()); });
  page.on("pageerror", (error) => trouble.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    asked.push(request.url());
    if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== new URL(address).origin) trouble.push(`request: ${request.url()}`);
  });
  await page.goto(address);
  if (wait) await page.waitForFunction(() => document.querySelector("output")?.textContent, null, { timeout: 60_000 }).catch(() => { throw new Error(`nothing came out at ${address}: ${trouble.join("; ")}`); });
  return { page, trouble, asked, said: async (selector = "output") => JSON.parse(await page.locator(selector).textContent()) };
}

export async function closeBrowser() {
  await (await started?.catch(() => null))?.close();
  started = null;
}

/** What a page says, without trouble. */
export async function says(address, selectors = ["output"]) {
  const { page, said, trouble, asked } = await open(address, { wait: false });
  const all = [];
  for (const selector of selectors) {
    await page.waitForFunction((one) => document.querySelector(one)?.textContent, selector, { timeout: 60_000 }).catch(() => assert.fail(`${selector} says nothing: ${trouble.join("; ")}`));
    all.push(await said(selector));
  }
  assert.deepEqual(trouble, []);
  await page.close();
  for (const one of all) assert.deepEqual(one, EXPECTED);
  return asked;
}

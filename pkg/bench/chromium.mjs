// In a real Chromium, with the built package as a page would load it: what a
// keystroke in a rubric of 1,000 lines costs, how long a cold page takes to its
// first outcome, and a rating beside hand-written JavaScript. Wall time, on the
// page's own thread. It fails where the check of a keystroke misses one frame.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { chromium } from "@playwright/test";
import { root } from "../scripts/tools.mjs";

const FRAME_MS = 16;
const GATE = 1.15;
const TYPES = { ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".html": "text/html" };
const PAGE = "<!doctype html><meta charset=utf-8><title>bench</title>";

/** The package and this folder, isolated from other origins: only then the page's clock ticks in 5 us. */
const server = createServer((request, response) => {
  const path = new URL(request.url ?? "/", "http://x").pathname;
  response.setHeader("cross-origin-opener-policy", "same-origin");
  response.setHeader("cross-origin-embedder-policy", "require-corp");
  response.setHeader("cache-control", "no-store");
  try {
    const body = path === "/" ? PAGE : readFileSync(join(root, "pkg", path));
    response.setHeader("content-type", TYPES[path === "/" ? ".html" : extname(path)] ?? "application/octet-stream");
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const address = `http://127.0.0.1:${server.address().port}/`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_BIN ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

/** Runs a job of `page.mjs` in a page of its own, where nothing is cached. */
async function inPage(name, ...given) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  const found = await page.evaluate(async ([name, given]) => (await import("/bench/page.mjs"))[name](...given), [name, given]);
  await context.close();
  return found;
}

const at = (all, share) => [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))];
const two = (value) => value.toFixed(value < 10 ? 2 : 1);
const say = (line) => console.log(line);
const missed = [];
try {
  say(`Chromium ${browser.version()}, wall time on the page's thread\n`);
  say("| a keystroke in 1,000 lines | first, ms | median, ms | 95 of 100, ms |\n|---|---:|---:|---:|");
  const keys = await inPage("keystrokes", 60);
  for (const [name, took] of Object.entries(keys)) say(`| ${name} | ${two(took[0])} | ${two(at(took.slice(1), 0.5))} | ${two(at(took.slice(1), 0.95))} |`);
  const check = at(keys.check.slice(1), 0.5);
  say(`\nThe whole file is checked in ${two(check / FRAME_MS)} of a frame of ${FRAME_MS} ms.\n`);
  if (check > FRAME_MS * GATE) missed.push(`a keystroke: ${two(check)} ms, the gate is ${two(FRAME_MS * GATE)} ms`);

  const starts = [];
  for (let round = 0; round < 9; round += 1) starts.push(await inPage("start", 12));
  const middle = (name) => two(at(starts.map((one) => one[name]), 0.5));
  say(`Cold, from a server on this machine: ${middle("load")} ms until the package is loaded, ${middle("outcome")} ms until the first outcome of 12 rows (median of 9 pages).\n`);

  say("| rating, and the whole outcome | Rubricate, us | hand-written, us | ratio (25-75%) |\n|---|---:|---:|---:|");
  for (const size of [12, 40, 200]) {
    const rounds = await inPage("rating", size, 9);
    const ratio = (share) => at(rounds.map(({ ours, peer }) => ours / peer), share);
    say(`| ${size} rows | ${two(at(rounds.map(({ ours }) => ours), 0.5))} | ${two(at(rounds.map(({ peer }) => peer), 0.5))} | ${two(ratio(0.5))} (${two(ratio(0.25))}-${two(ratio(0.75))}) |`);
  }
} finally {
  await browser.close();
  server.close();
}
if (missed.length > 0) say(`\npast the gate:\n${missed.map((line) => `  ${line}`).join("\n")}`);
if (missed.length > 0) process.exitCode = 1;

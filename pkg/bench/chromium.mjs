// In a real Chromium, with the built package bundled as a page would: what a
// keystroke in a rubric of 1,000 lines costs, how long a cold page takes to its
// first outcome, and a rating beside hand-written JavaScript. It fails where the
// check of a keystroke misses one frame, or a rating is past what was reached.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { chromium } from "@playwright/test";
import { build } from "vite";

const FRAME_MS = 16;
const GATE = 1.15;
const ROUNDS = 9;
const KEYS = 6;
/** Ratings between two readings of the clock, which takes a message to the browser. */
const RATINGS = 2048;
/** What a rating was to the hand-written one. */
const REACHED = { 12: 7.5, 40: 6.3, 200: 0.5 };
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html" };
const PAGE = "<!doctype html><meta charset=utf-8><title>bench</title>";

const folder = mkdtempSync(join(tmpdir(), "rubricate-bench-"));
await build({
  root: import.meta.dirname, base: "./", configFile: false, logLevel: "error",
  build: {
    outDir: folder, target: "es2022", modulePreload: false, emptyOutDir: false,
    rolldownOptions: { input: join(import.meta.dirname, "page.mjs"), preserveEntrySignatures: "strict", output: { entryFileNames: "page.js" } },
  },
});

/** The bundled page, isolated from other origins: only then the page's clock ticks in 5 us. */
const server = createServer((request, response) => {
  const path = new URL(request.url ?? "/", "http://x").pathname;
  response.setHeader("cross-origin-opener-policy", "same-origin");
  response.setHeader("cross-origin-embedder-policy", "require-corp");
  response.setHeader("cache-control", "no-store");
  try {
    const body = path === "/" ? PAGE : readFileSync(join(folder, path));
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

/** A page with a job of `page.mjs` begun, where nothing is cached, and a clock of the processor's time on its thread. */
async function open(name, ...given) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  const begun = await page.evaluate(async ([name, given]) => {
    const from = performance.now();
    return (await import("/page.js"))[name](...given, from);
  }, [name, given]);
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const clock = async () => (await session.send("Performance.getMetrics")).metrics.find((metric) => metric.name === "ThreadTime").value * 1000;
  return { page, begun, clock, close: () => context.close() };
}

/** Milliseconds of processor time that a call takes, and what it gave. */
async function timed({ page, clock }, work, given) {
  const from = await clock();
  const told = await page.evaluate(work, given);
  return { took: (await clock()) - from, told };
}

const at = (all, share) => [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))];
const two = (value) => value.toFixed(value < 10 ? 2 : 1);
const say = (line) => console.log(line);
const missed = [];

async function keystrokes() {
  const opened = await open("keyboard");
  const press = (given) => timed(opened, ([name, count]) => globalThis.press(name, count), given);
  say("| a keystroke in 1,000 lines | processor time, ms (25-75%) | wall, ms |\n|---|---:|---:|");
  for (const name of opened.begun) await press([name, 2 * KEYS]);
  const found = Object.fromEntries(opened.begun.map((name) => [name, { own: [], wall: [] }]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of opened.begun) {
      const { took, told } = await press([name, KEYS]);
      found[name].own.push(took / KEYS);
      found[name].wall.push(...told);
    }
  }
  for (const [name, { own, wall }] of Object.entries(found)) say(`| ${name} | ${two(at(own, 0.5))} (${two(at(own, 0.25))}-${two(at(own, 0.75))}) | ${two(at(wall, 0.5))} |`);
  const check = at(found.check.own, 0.25);
  say(`\nThe whole file is checked in ${two(at(found.check.own, 0.5) / FRAME_MS)} of a frame of ${FRAME_MS} ms.\n`);
  if (check > FRAME_MS) missed.push(`a keystroke: ${two(check)} ms and more in three rounds of four, a frame is ${FRAME_MS} ms`);
  await opened.close();
}

async function starts() {
  const found = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const opened = await open("start", 12);
    found.push(opened.begun);
    await opened.close();
  }
  const middle = (name) => two(at(found.map((one) => one[name]), 0.5));
  say(`Cold, from a server on this machine (wall): ${middle("load")} ms until the package is loaded, ${middle("outcome")} ms until the first outcome of 12 rows (median of ${ROUNDS} pages).\n`);
}

async function ratings(size) {
  const opened = await open("raters", size);
  const rate = async (side) => (await timed(opened, ([side, count]) => globalThis.rate(side, count), [side, RATINGS])).took;
  for (let warm = 0; warm < 8; warm += 1) for (const side of ["ours", "peer"]) await rate(side);
  const found = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const took = {};
    for (const side of round % 2 === 0 ? ["ours", "peer"] : ["peer", "ours"]) took[side] = (await rate(side)) * 1000 / RATINGS;
    found.push(took);
  }
  const ratio = (share) => at(found.map(({ ours, peer }) => ours / peer), share);
  say(`| ${size} rows | ${two(at(found.map(({ ours }) => ours), 0.5))} | ${two(at(found.map(({ peer }) => peer), 0.5))} | ${two(ratio(0.5))} (${two(ratio(0.25))}-${two(ratio(0.75))}) |`);
  if (ratio(0.25) > REACHED[size] * GATE) missed.push(`rating, ${size} rows: ${two(ratio(0.25))} x and more in three rounds of four, the gate is ${two(REACHED[size] * GATE)} x`);
  await opened.close();
}

try {
  say(`Chromium ${browser.version()}, on the page's thread, median of ${ROUNDS} rounds\n`);
  await keystrokes();
  await starts();
  say("| rating, and the whole outcome | Rubricate, us | hand-written, us | ratio (25-75%) |\n|---|---:|---:|---:|");
  for (const size of [12, 40, 200]) await ratings(size);
} finally {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
}
if (missed.length > 0) say(`\npast the gate:\n${missed.map((line) => `  ${line}`).join("\n")}`);
if (missed.length > 0) process.exitCode = 1;

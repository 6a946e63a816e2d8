// The teacher's pages as they are built, in Chromium, as on a phone: how long a
// first visit takes until the home can be used and until a rubric takes a
// rating, what crosses the line until then, a second visit, and the longest task
// while rating. It fails where the home needs more bytes than was reached, or a
// task while rating would take a phone more than one twentieth of a second.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { build } from "vite";
import { serve } from "./link.mjs";
import { job, source } from "./rubric.mjs";

/** The mobile profile of Lighthouse: a Moto G class phone on slow 4G. */
const LINE = { rate: 1.6e6, trip: 150, hands: 0 };
const SLOWER = 4;
/** TCP and TLS. */
const HANDS = 2;
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const RATED = 20;
const TASK_MS = 50;
/** Kilobytes until the home can be used. */
const REACHED = 41;
const GATE = 1.15;

const dist = join(import.meta.dirname, "..", "..", "www", "dist");
if (!existsSync(dist)) await build({ root: join(dist, ".."), logLevel: "error" });

const server = await serve(dist, LINE);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_BIN ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const say = (line) => console.log(line);
const at = (all, share) => [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))];
const middle = (all) => at(all, 0.5);
const round = (value) => String(Math.round(value));
const missed = [];

/** Marks when each thing is there. `go` presses Start as soon as it can be pressed, and then the first level. */
function watch(go) {
  const times = (globalThis.times = {});
  const mark = (name) => (times[name] ??= performance.now());
  const start = () => document.querySelector(".card.rubric button");
  const look = () => {
    if (start() && !times.drawn) {
      mark("drawn");
      // Drawn is one thing; that it can be pressed is told by pressing it.
      requestAnimationFrame(() => setTimeout(() => {
        mark("usable");
        if (go) start()?.click();
      }));
    }
    if (go && times.usable && start()?.disabled) mark("answered");
    if (location.hash.startsWith("#/work/")) mark("opened");
    const level = document.querySelector(".self-check .level input");
    if (go && level && !times.asked) {
      mark("asked");
      setTimeout(() => level.click());
    }
    if (times.asked && document.querySelector(".self-check .turns .primary")) mark("rated");
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
}

async function phone({ slower, go }, context) {
  const own = context ?? await browser.newContext({ viewport: { width: 393, height: 851 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: "en-US" });
  const page = await own.newPage();
  const session = await own.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  if (slower > 1) await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await page.addInitScript(watch, go);
  const clock = async () => (await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "ThreadTime").value * 1000;
  return { page, session, clock, context: own };
}

/** A visit: milliseconds of the page until each thing, and what crossed the line until then. */
async function visit(given, until, context) {
  const opened = await phone(given, context);
  const { page } = opened;
  const from = performance.now();
  await page.goto(server.address, { waitUntil: "commit" });
  await page.waitForFunction((name) => globalThis.times?.[name], until, { timeout: 60_000, polling: 20 });
  const { times, origin, paint } = await page.evaluate(() => ({
    times: globalThis.times, origin: performance.timeOrigin, paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
  }));
  const began = origin - performance.timeOrigin;
  const bytes = (name) => server.log.filter((one) => one.at - began <= times[name]).reduce((sum, one) => sum + one.bytes, 0);
  const files = (name) => server.log.filter((one) => one.at - began <= times[name]).length;
  return { ...opened, times: { ...times, paint, wait: origin - (performance.timeOrigin + from) }, bytes, files, own: await opened.clock() };
}

for (const name of ["/", ...readdirSync(join(dist, "assets")).map((file) => `/assets/${file}`)]) if (!name.endsWith(".map")) server.warm(name);

/** First visits, each by somebody new. */
async function cold(label, line, slower) {
  const found = [];
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    server.again({ ...LINE, ...line });
    const home = await visit({ slower, go: false }, "usable");
    found.push({ ...home.times, bytes: home.bytes("usable"), files: home.files("usable"), own: home.own });
    await home.context.close();
  }
  const of = (name) => found.map((one) => one[name]);
  const thread = slower > 1 ? "" : round(middle(of("own")));
  say(`| ${label} | ${round(middle(of("paint")))} | ${round(middle(of("usable")))} (${round(at(of("usable"), 0))}) | ${round(at(of("bytes"), 0) / 1000)} | ${at(of("files"), 0)} | ${thread} |`);
  return at(of("bytes"), 0) / 1000;
}

/** From nothing to the first rating, Start pressed as soon as it is there or after some time of reading. */
async function first() {
  const found = [];
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    server.again(LINE);
    const begun = await visit({ slower: SLOWER, go: true }, "rated");
    found.push({ ...begun.times, bytes: begun.bytes("rated") });
    await begun.context.close();
  }
  const of = (name) => found.map((one) => one[name]);
  say(`Start pressed at once: answered after ${round(middle(found.map(({ answered, usable }) => answered - usable)))} ms; the first question is there ${round(middle(of("asked")))} ms, its rating taken ${round(middle(of("rated")))} ms after the address was given (best ${round(at(of("rated"), 0))}); ${round(middle(of("bytes")) / 1000)} kB by then.`);
  const read = [];
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    server.again(LINE);
    const home = await visit({ slower: SLOWER, go: false }, "usable");
    await home.page.waitForTimeout(5000);
    read.push(await home.page.evaluate(async () => {
      const from = performance.now();
      document.querySelector(".card.rubric button").click();
      while (!document.querySelector(".self-check .level input")) await new Promise((done) => setTimeout(done, 5));
      document.querySelector(".self-check .level input").click();
      while (!document.querySelector(".self-check .turns .primary")) await new Promise((done) => setTimeout(done, 5));
      return performance.now() - from;
    }));
    await home.context.close();
  }
  say(`Start pressed after five seconds of reading: the first rating is taken ${round(middle(read))} ms later (best ${round(at(read, 0))}).`);
}

/** The pages once more, by the service worker: after all was fetched. */
async function second() {
  server.again({ rate: 1e9, trip: 0 });
  const home = await visit({ slower: 1, go: false }, "usable");
  await home.page.waitForFunction(async () => {
    const names = await caches.keys();
    const cache = names[0] && await caches.open(names[0]);
    return navigator.serviceWorker.controller && cache && (await cache.keys()).some(({ url }) => /reference/.test(url));
  }, null, { timeout: 60_000, polling: 200 });
  await home.page.waitForTimeout(1500);
  await home.page.close();
  const found = [];
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    server.again(LINE);
    const again = await visit({ slower: SLOWER, go: false }, "usable", home.context);
    found.push({ usable: again.times.usable, bytes: again.bytes("usable") });
    await again.page.close();
  }
  await home.context.close();
  say(`A second visit, by the service worker: usable after ${round(middle(found.map(({ usable }) => usable)))} ms (best ${round(at(found.map(({ usable }) => usable), 0))}), ${round(middle(found.map(({ bytes }) => bytes)) / 1000)} kB.`);
}

/** What the browser did while something was done. */
async function tasks({ session }, work) {
  const events = [];
  const take = ({ value }) => events.push(...value);
  session.on("Tracing.dataCollected", take);
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"] } });
  await work();
  const done = new Promise((told) => session.once("Tracing.tracingComplete", told));
  await session.send("Tracing.end");
  await done;
  session.off("Tracing.dataCollected", take);
  return events;
}

/** Ratings on the step where all rows stand, one after another, as a person's thumb: a pause after each. */
async function rating(label, open) {
  server.again({ rate: 1e9, trip: 0 });
  const opened = await visit({ slower: 1, go: false }, "usable");
  const { page, clock } = opened;
  await open(page);
  await page.waitForFunction(() => location.hash.startsWith("#/work/"), null, { timeout: 60_000 });
  await page.evaluate(() => (location.hash = location.hash.replace(/\/gap\/?$/, "/work")));
  await page.locator("rubric-assessment input[type=radio]").first().waitFor({ timeout: 60_000 });
  await page.waitForTimeout(2500);
  const rows = await page.evaluate(() => {
    const found = new Map();
    const under = (root) => {
      for (const one of root.querySelectorAll("*")) {
        if (one.shadowRoot) under(one.shadowRoot);
        if (one.matches("input[type=radio]") && one.closest("[hidden]") === null && one.name !== "work-view") found.set(one.name, [...(found.get(one.name) ?? []), one]);
      }
    };
    under(document.querySelector("rubric-assessment").shadowRoot);
    globalThis.rows = [...found.values()].filter((choices) => choices.length > 1);
    globalThis.rateOne = (index) => {
      const choices = globalThis.rows[index % globalThis.rows.length];
      const next = choices[(choices.findIndex(({ checked }) => checked) + 1) % choices.length];
      const from = performance.now();
      next.click();
      return performance.now() - from;
    };
    return globalThis.rows.length;
  });
  const own = [];
  const one = async (index) => {
    const from = await clock();
    await page.evaluate((index) => globalThis.rateOne(index), index);
    await page.waitForTimeout(120);
    own.push((await clock()) - from);
  };
  for (let index = 0; index < 5; index += 1) await one(index);
  own.length = 0;
  const events = await tasks(opened, async () => {
    for (let index = 0; index < RATED; index += 1) await one(index + 5);
  });
  await opened.context.close();
  return { label, rows, own, tasks: lengths(events) };
}

/** The tasks of the page's thread, the longest first: the one thread that lays out. */
function lengths(events) {
  const count = new Map();
  for (const { name, pid, tid } of events) if (name === "UpdateLayoutTree") count.set(`${pid} ${tid}`, (count.get(`${pid} ${tid}`) ?? 0) + 1);
  const [main] = [...count].sort((a, b) => b[1] - a[1])[0] ?? [""];
  return events.filter(({ name, ph, pid, tid }) => name === "RunTask" && ph === "X" && `${pid} ${tid}` === main).map(({ tdur }) => tdur / 1000).sort((a, b) => b - a);
}

const paste = (text) => async (page) => {
  await page.locator("details.paste summary").click();
  await page.locator("#paste").fill(text);
  await page.locator(".paste button[type=submit]").click();
};
const gallery = (page) => page.locator(".card.rubric button").first().click();

try {
  const only = process.argv.slice(2).filter((name) => !name.startsWith("-"));
  const wanted = (name) => only.length === 0 || only.includes(name);
  if (wanted("cold")) {
    say(`| first visit, ms | first paint | home usable (best) | kB | files | page's thread |\n|---|---:|---:|---:|---:|---:|`);
    await cold("the line and the processor of the phone", {}, SLOWER);
    await cold("and TCP and TLS before it", { hands: HANDS }, SLOWER);
    const bytes = await cold("the line alone", {}, 1);
    if (bytes > REACHED * GATE) missed.push(`the home: ${round(bytes)} kB until it can be used, the gate is ${round(REACHED * GATE)} kB`);
    await cold("neither", { rate: 1e9, trip: 0 }, 1);
    say("");
  }
  if (wanted("first")) await first();
  if (wanted("second")) await second();
  if (wanted("rating")) {
    say(`| ${RATED} ratings, ms of the page's thread | all of one rating | longest task | on a phone (x ${SLOWER}) | tasks over ${TASK_MS} there |\n|---|---:|---:|---:|---:|`);
    for (const [label, open] of [["200 rows", paste(source(job(200)))], ["the first of the gallery", gallery]]) {
      const { rows, own, tasks: found } = await rating(label, open);
      const longest = found[0] ?? Infinity;
      say(`| ${label}${rows === 200 ? "" : `, ${rows} rows`} | ${round(middle(own))} | ${longest.toFixed(1)} | ${round(longest * SLOWER)} | ${found.filter((took) => took * SLOWER > TASK_MS).length} |`);
      // The collector of garbage may meet any one task; a second one is no chance.
      if ((found[1] ?? Infinity) * SLOWER > TASK_MS) missed.push(`rating, ${label}: two tasks over ${TASK_MS} ms on a phone`);
    }
  }
} finally {
  await browser.close();
  server.close();
}
if (missed.length > 0) say(`\npast the gate:\n${missed.map((line) => `  ${line}`).join("\n")}`);
if (missed.length > 0) process.exitCode = 1;

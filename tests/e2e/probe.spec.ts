import { createServer, type Server } from "node:http";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { build } from "vite";
// @ts-ignore It is written in JavaScript.
import * as make from "../../pkg/test/evidence/corpus.mjs";

const TYPES: Record<string, string> = { ".html": "text/html", ".js": "text/javascript" };
let [folder, address] = ["", ""];
let server: Server;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "rubricate-probe-"));
  await build({ root: join(import.meta.dirname, "probe"), base: "./", logLevel: "error", configFile: false, build: { outDir: folder, target: "es2022", modulePreload: { polyfill: false } } });
  server = createServer((request, response) => {
    try {
      const path = request.url === "/" ? "/index.html" : new URL(request.url ?? "/", "http://x").pathname;
      const bytes = readFileSync(join(folder, path));
      response.setHeader("content-type", TYPES[extname(path)] ?? "application/octet-stream");
      // Nothing but its own scripts may be loaded, and nothing at all may be connected to.
      response.setHeader("content-security-policy", "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'none'");
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

test.afterAll(() => {
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const FILES: readonly (readonly [name: string, bytes: Uint8Array, facts: Record<string, unknown>])[] = [
  ["plan.pdf", make.pdf(["Wait for three seconds.", "Second page."]), { kind: "pdf", pages: 2, text: "Wait for three seconds.\n\nSecond page.", author: "Ana Meier", date: "2025-06-30" }],
  ["locked.pdf", make.pdfLocked(), { kind: "pdf", encrypted: true }],
  ["plan.docx", make.docx(), { kind: "docx", pages: 3, headings: ["Lesson plan"] }],
  ["film.mp4", make.mp4(90, { width: 640, height: 360 }), { kind: "mp4", seconds: 90, width: 640, height: 360 }],
  ["recorded.webm", make.webm(7, { width: 320, height: 240, says: false }), { kind: "webm", seconds: 7 }],
  ["photo.jpg", make.jpeg(40, 30, make.exif({ latitude: 47.377, longitude: 8.542 })), { kind: "jpeg", width: 40, height: 30, place: "47.377, 8.542", camera: "Acme One" }],
  ["nobody.pdf", make.exe(), { kind: "exe", declaredKind: "pdf" }],
  ["notes.txt", make.utf8("Straße"), { kind: "text", text: "Straße" }],
];

test("files are probed in Chromium, on the page's thread and in a worker, and no request is made", async ({ page }) => {
  const [requests, trouble]: string[][] = [[], []];
  page.on("request", (request) => requests.push(`${request.method()} ${request.url()}`));
  page.on("console", (message) => trouble.push(message.text()));
  page.on("pageerror", (error) => trouble.push(error.message));
  await page.goto(address);
  await page.locator("#file").setInputFiles(FILES.map(([name, bytes]) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) })));
  expect(requests.some((request) => /pdf|media|camera|office|saxes/.test(request)), "a reader is loaded before its file comes").toBe(false);
  for (const where of ["here", "there"] as const) {
    const found = (await page.evaluate((name) => (window as unknown as Record<string, () => Promise<unknown>>)[name]?.(), where)) as Record<string, unknown>[];
    expect(found.map((facts, at) => Object.fromEntries(Object.keys(FILES[at]?.[2] ?? {}).map((key) => [key, facts[key]]))), where).toEqual(FILES.map(([, , facts]) => facts));
    for (const one of found) expect(one["sha256"]).toMatch(/^[0-9a-f]{64}$/);
  }
  // The readers were loaded from the page's own folder; nothing was sent, and nothing else was asked for.
  expect(requests.filter((request) => !request.startsWith(`GET ${address}`))).toEqual([]);
  const loaded = requests.length;
  expect(loaded).toBeGreaterThan(4);
  // Everything is there now; a worker's own script is started anew, from the cache or from its place.
  await page.evaluate(() => (window as unknown as { here(): Promise<unknown> }).here());
  expect(requests.slice(loaded).filter((request) => !/-worker-[\w-]+\.js$/.test(request))).toEqual([]);
  expect(trouble).toEqual([]);
});

test("where the thread cannot be had, the page's own reads the file", async ({ page }) => {
  const stopped: string[] = [];
  await page.route(/file-worker/, (route) => {
    stopped.push(route.request().url());
    return route.abort();
  });
  await page.goto(address);
  await page.locator("#file").setInputFiles(FILES.slice(2, 3).map(([name, bytes]) => ({ name, mimeType: "", buffer: Buffer.from(bytes) })));
  const [facts] = (await page.evaluate(() => (window as unknown as { here(): Promise<Record<string, unknown>[]> }).here())) ?? [];
  expect([facts?.["kind"], facts?.["pages"], stopped.length]).toEqual(["docx", 3, 1]);
});

// A task's length is time on the wall: another process may stretch one of them, not three times over.
test.describe("large files", () => {
test.describe.configure({ retries: 2 });
test("a film of 200 MB, a book of a DOCX and a bomb do not hold the page up", async ({ page }) => {
  const film = join(folder, "film.mp4");
  const size = 200 << 20;
  const whole: Uint8Array = make.mp4(600, { width: 1280, height: 720, data: 0 });
  // The film's data lie in a hole of the file, its head behind them.
  writeFileSync(film, make.join(whole.slice(0, 24), [(size >>> 24) & 255, (size >>> 16) & 255, 0, 0], "mdat"));
  truncateSync(film, 24 + size);
  appendFileSync(film, whole.slice(24, whole.length - 8));
  const book = join(folder, "book.docx");
  writeFileSync(book, make.zip(make.docxParts(make.paragraph("Ana waits for three seconds, and then for three more of them.").repeat(40_000))));
  const bomb = join(folder, "bomb.docx");
  writeFileSync(bomb, make.zip([...make.docxParts("").filter(([name]: [string]) => name !== "word/document.xml"), { name: "word/document.xml", content: "", packed: deflateRawSync(Buffer.alloc(200 << 20, 32), { level: 9 }), size: 200 << 20, crc: 0 }]));
  await page.goto(address);
  await page.locator("#file").setInputFiles([film, book, bomb]);
  const { found, longest, gap, seen } = await page.evaluate(() => (window as unknown as { measured(): Promise<{ found: { facts: Record<string, unknown>; took: number }[]; longest: number; gap: number; seen: number }> }).measured());
  expect(seen, "a long task is not noticed").toBeGreaterThan(100);
  const [one, two, three] = found.map(({ facts }) => facts);
  expect([one?.["kind"], one?.["seconds"], String(one?.["sha256"]).length]).toEqual(["mp4", 600, 64]);
  // 12 words a paragraph, 40,000 of them.
  expect([two?.["kind"], two?.["words"]]).toEqual(["docx", 480_000]);
  expect(three?.["undetermined"]).toContainEqual({ what: "words", why: "it unpacks to more than can be read here" });
  console.log(`probed in ${found.map(({ took }) => Math.round(took)).join(", ")} ms; longest task ${Math.round(longest)} ms, longest wait ${Math.round(gap)} ms`);
  expect(longest, "a task of the page took that many milliseconds").toBeLessThanOrEqual(50);
});
});

test("what a browser itself records and draws is read as what it is", async ({ page }) => {
  await page.goto(address);
  const found = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 160, height: 120 });
    const pen = canvas.getContext("2d");
    if (!pen) throw new Error("there is no pen");
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: "video/webm" });
    const pieces: Blob[] = [];
    recorder.ondataavailable = ({ data }) => pieces.push(data);
    const stopped = new Promise((resolve) => (recorder.onstop = resolve));
    const timer = setInterval(() => {
      pen.fillStyle = `hsl(${Math.random() * 360} 80% 50%)`;
      pen.fillRect(0, 0, 160, 120);
    }, 40);
    recorder.start();
    await new Promise((resolve) => setTimeout(resolve, 2500));
    recorder.stop();
    await stopped;
    clearInterval(timer);
    const drawn = await Promise.all(["png", "jpeg", "webp"].map((type) => new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, `image/${type}`))));
    const files = [new File(pieces, "recorded.webm"), ...drawn.map((blob, at) => new File([blob ?? ""], `drawn.${["png", "jpg", "webp"][at]}`))];
    return (window as unknown as { look(files: File[]): Promise<Record<string, any>[]> }).look(files);
  });
  expect(found.map(({ kind, width, height }) => [kind, width, height])).toEqual([["webm", 160, 120], ["png", 160, 120], ["jpeg", 160, 120], ["webp", 160, 120]]);
  const seconds = found[0]?.["seconds"] as number;
  expect(seconds).toBeGreaterThan(1);
  expect(seconds).toBeLessThan(5);
  expect(found.flatMap(({ notes }) => notes)).toEqual([]);
});

test("a portfolio goes round in Chromium", async ({ page }) => {
  await page.goto(address);
  await page.locator("#file").setInputFiles(FILES.slice(0, 4).map(([name, bytes]) => ({ name, mimeType: "", buffer: Buffer.from(bytes) })));
  const { states, problems } = await page.evaluate(async () => (window as unknown as { round(saved: unknown): Promise<{ states: unknown; problems: unknown }> }).round({ format: "rubricate/saved", evidence: {} }));
  expect(states).toEqual(FILES.slice(0, 4).map(([name]) => [name, "same"]));
  expect(problems).toEqual([]);
});

test("a recording that makes its reader loop for ever does not stop the page", async ({ page }) => {
  await page.goto(address);
  const film = make.webm(9, { width: 64, height: 48 });
  film[165] ^= 2;
  await page.locator("#file").setInputFiles([{ name: "a.webm", mimeType: "", buffer: Buffer.from(film) }]);
  const { facts, ticks } = await page.evaluate(async () => {
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 50);
    const [facts] = await (window as unknown as { here(): Promise<Record<string, unknown>[]> }).here();
    clearInterval(timer);
    return { facts, ticks };
  });
  expect(facts?.["undetermined"]).toContainEqual({ what: "seconds", why: "reading it took too long" });
  expect(ticks).toBeGreaterThan(100);
});

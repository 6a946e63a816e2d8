// Serves built pages as a host of static files does, over a line as slow as a
// phone's. The line is made here and not in the browser, so that it holds for
// the service worker and for workers too.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".png": "image/png", ".webmanifest": "application/manifest+json" };
const PACKED = new Set([".html", ".js", ".css", ".wasm", ".svg", ".webmanifest"]);
/** What the line carries at once before it turns to the next answer. */
const SLICE = 2800;

/** A file as it crosses the line: Brotli where a host would pack it, kept for as long as hosts keep it. */
function answerOf(folder, path) {
  const name = path === "/" ? "/index.html" : path;
  const [kind, raw] = [extname(name), readFileSync(join(folder, name))];
  const body = PACKED.has(kind) ? brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length } }) : raw;
  return {
    body,
    head: {
      "content-type": TYPES[kind] ?? "application/octet-stream", "content-length": body.length, ...(PACKED.has(kind) ? { "content-encoding": "br" } : {}),
      "cache-control": name.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    },
  };
}

/**
 * A server whose answers share one line: `rate` bits a second, and `trip`
 * milliseconds from a request to the first byte of its answer; the very first
 * waits `hands` round trips more, for the handshakes of the connection.
 * `log` says what crossed the line: when, what, and how much.
 */
export async function serve(folder, { rate, trip, hands }) {
  const kept = new Map();
  const line = { log: [], waiting: [], free: 0, timer: null, greeted: false, rate, trip, hands };
  const turn = () => {
    line.timer = null;
    for (let now = performance.now(); line.waiting.length > 0 && line.free <= now;) {
      const one = line.waiting.shift();
      const piece = one.body.subarray(one.at, one.at + SLICE);
      one.at += piece.length;
      line.free = Math.max(line.free, now - 20) + ((piece.length * 8) / line.rate) * 1000;
      if (one.response.destroyed) continue;
      one.response.write(piece);
      if (one.at < one.body.length) line.waiting.push(one);
      else {
        one.response.end();
        line.log.push({ at: performance.now(), path: one.path, bytes: one.body.length });
      }
    }
    if (line.waiting.length > 0) line.timer ??= setTimeout(turn, Math.max(1, line.free - performance.now()));
  };
  const server = createServer((request, response) => {
    const { pathname: path } = new URL(request.url ?? "/", "http://x");
    const wait = line.trip * (line.greeted ? 1 : 1 + line.hands);
    line.greeted = true;
    setTimeout(() => {
      try {
        if (!kept.has(path)) kept.set(path, answerOf(folder, path));
        const { head, body } = kept.get(path);
        response.writeHead(200, head);
        response.flushHeaders();
        line.waiting.push({ path, body, at: 0, response });
      } catch {
        response.writeHead(404).end();
      }
      turn();
    }, wait);
  });
  // Packed before anybody waits for it.
  const warm = (path) => kept.has(path) || kept.set(path, answerOf(folder, path));
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    address: `http://127.0.0.1:${server.address().port}/`, log: line.log, warm,
    /** Another visitor comes: nothing crossed the line yet. */
    again(now) {
      Object.assign(line, { rate, trip, hands, greeted: false, free: 0, waiting: [] }, now);
      line.log.length = 0;
    },
    close: () => server.close(),
  };
}

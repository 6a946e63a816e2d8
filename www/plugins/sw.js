// The service worker. `offline.ts` puts the names of this build's files in.
const NAME = "rubricate-__VERSION__";
/** What every visit needs, fetched when it is installed. */
const NOW = __NOW__;
/** What is needed with certain files only, fetched when the pages are at rest. */
const LATER = __LATER__;

/** Servers say of what an answer may vary; a file of ours is the same whoever asks. */
const ANYHOW = { ignoreSearch: true, ignoreVary: true };

addEventListener("install", (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(NOW.map(fresh))));
});

addEventListener("activate", (event) => {
  event.waitUntil(tidy().then(() => clients.claim()));
});

addEventListener("message", (event) => {
  if (event.data?.do === "take over") skipWaiting();
  if (event.data?.do === "fetch the rest") event.waitUntil(rest());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  event.respondWith(answer(request, url));
});

/** From the cache where it is there: a name holds its content's hash, so it cannot be stale. */
async function answer(request, url) {
  const cache = await caches.open(NAME);
  const page = request.mode === "navigate" && /\/(index\.html)?$/.test(url.pathname);
  const found = await cache.match(page ? "./" : request, ANYHOW);
  return found ?? fetch(request);
}

/** From the browser's own cache only where the name holds the hash of what is in it: elsewhere it may hold the build before. */
function fresh(name) {
  return new Request(name, { cache: name.startsWith("assets/") ? "default" : "reload" });
}

async function rest() {
  const cache = await caches.open(NAME);
  for (const name of LATER) {
    if (!(await cache.match(name, ANYHOW))) await cache.add(fresh(name)).catch(() => {});
  }
}

/** The caches of builds before. */
async function tidy() {
  for (const name of await caches.keys()) {
    if (name.startsWith("rubricate-") && name !== NAME) await caches.delete(name);
  }
}

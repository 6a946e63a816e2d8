// What comes once the first screen stands: the engine and the first step, so that
// Start is answered at once, and then the service worker, with which the pages
// work without a connection after the first visit.
import type { App } from "./app.js";
import { engine } from "./engine.js";
import { STEP_MODULES } from "./screens/journey/steps.js";

/** How long the service worker waits once the engine is there, in milliseconds. */
const PAUSE = 1500;

/** Fetches, when the page is at rest, what the next click most likely needs; then all the rest. */
export function getReady(app: App): void {
  atRest(async () => {
    // Whatever fails here is asked for again where it is needed, and said there.
    await Promise.allSettled([engine(), import("./screens/journey/journey.js"), STEP_MODULES.gap()]);
    // Whoever pressed Start meanwhile has the line to herself first.
    await new Promise((done) => setTimeout(done, PAUSE));
    await register(app).catch(() => {
      // Without it the pages work as long as there is a connection.
    });
  });
}

/** After the next picture, and when nothing else is to be done. */
function atRest(work: () => Promise<void>): void {
  const soon = () => void work();
  if ("requestIdleCallback" in globalThis) requestIdleCallback(soon, { timeout: 2000 });
  else setTimeout(soon, 200);
}

/** Says when the connection comes and goes, and turns to a newer version when it is asked for. */
export function watchOffline(app: App): void {
  addEventListener("online", () => app.update());
  addEventListener("offline", () => app.update());
  if (!("serviceWorker" in navigator) || import.meta.env.DEV) return;
  let had = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    // The first one takes over what is loaded already; a later one comes because it was asked for.
    if (had) location.reload();
    had = true;
  });
}

/** Registers the service worker, and says when a newer version waits to be used. */
async function register(app: App): Promise<void> {
  if (!("serviceWorker" in navigator) || import.meta.env.DEV) return;
  const registration = await navigator.serviceWorker.register("./sw.js");
  const ready = (worker: ServiceWorker | null): void => {
    if (!worker || !navigator.serviceWorker.controller) return;
    app.waiting = () => worker.postMessage({ do: "take over" });
    app.update();
  };
  ready(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed") ready(worker);
    });
  });
  // What is needed later only, such as the readers of PDFs, comes when the page is at rest.
  const { active } = await navigator.serviceWorker.ready;
  setTimeout(() => active?.postMessage({ do: "fetch the rest" }), 3000);
}

// The service worker: the pages work without a connection after the first visit.
import type { App } from "./app.js";

/** Registers it, and says when a newer version waits to be used. */
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
  void register(app).catch(() => {
    // Without it the pages work as long as there is a connection.
  });
}

async function register(app: App): Promise<void> {
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

import { load } from "rubricate";
import { App } from "./app.js";
import { byId, el } from "./dom.js";
import { trustOnlyOurselves } from "./trusted.js";

/** Starts the engine and then the page; a failure is said, and can be tried again. */
async function start(): Promise<void> {
  const place = byId("start");
  place.replaceChildren(el("p", {}, "Starting the scoring engine …"));
  try {
    const rubricate = await load();
    new App(rubricate);
    place.hidden = true;
  } catch (error) {
    place.replaceChildren(...failure(error));
  }
}

function failure(error: unknown): HTMLElement[] {
  const retry = el("button", { type: "button", class: "primary" }, "Try again");
  retry.addEventListener("click", () => void start());
  const why = error instanceof Error ? error.message : String(error);
  return [
    el("h1", {}, "The scoring engine could not be started"),
    el("p", {}, "Without it this page cannot score anything. What you saved on this device is still there. Often the connection was lost for a moment."),
    el("p", { class: "muted" }, `The browser says: ${why}`),
    el("p", {}, retry),
  ];
}

trustOnlyOurselves();
void start();

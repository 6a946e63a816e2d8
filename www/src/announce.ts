import { byId } from "./dom.js";

/** Longer than the time between two quick ratings, so that only the last is spoken of. */
const PAUSE = 700;

let timer = 0;

/** Has a screen reader say one sentence, once things are quiet. */
export function announce(sentence: string): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    byId("live").textContent = sentence;
  }, PAUSE);
}

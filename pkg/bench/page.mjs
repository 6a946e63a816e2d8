// What the page of `chromium.mjs` does.
import { load } from "../dist/index.js";
import { long } from "./long.mjs";
import { prepare } from "./peer.mjs";
import { edits, job, source } from "./rubric.mjs";

/** What each keystroke asks for, by name; each has the next letter in the text. */
export async function keyboard() {
  const rubricate = await load();
  const text = long();
  const place = text.indexOf("is at least developing", text.indexOf('silver "Silver"')) + "is at least ".length;
  const label = text.indexOf("Row 4.5") + "Row 4.5".length;
  const jobs = {
    check: (now) => rubricate.check(now, { prove: false }).every(({ severity }) => severity !== "error"),
    "check with proofs": (now) => rubricate.check(now).every(({ severity }) => severity !== "error"),
    complete: (now, moved) => rubricate.complete(now, place + moved)[0]?.label === "not_yet",
    hover: (now, moved) => rubricate.hover(now, place + moved) !== null,
  };
  let key = 0;
  const press = (name) => {
    key += 1;
    const typed = String.fromCharCode(97 + (key % 26)).repeat(1 + (key % 40));
    const now = text.slice(0, label) + typed + text.slice(label);
    const from = performance.now();
    const right = jobs[name](now, typed.length);
    const took = performance.now() - from;
    if (!right) throw new Error(`${name} does not say what it should`);
    return took;
  };
  globalThis.press = (name, count) => Array.from({ length: count }, () => press(name));
  return Object.keys(jobs);
}

/** From nothing loaded, at `from`, to the first outcome: in milliseconds. */
export async function start(size, from) {
  const text = source(job(size));
  const rubricate = await load();
  const loaded = performance.now() - from;
  const { outcome } = rubricate.compile(text).start({ locale: "en" });
  const took = performance.now() - from;
  if (outcome.progress.total !== size) throw new Error("the first outcome is of another rubric");
  return { load: loaded, outcome: took };
}

/** So many ratings with the whole outcome, of either side. */
export async function raters(size) {
  const rubricate = await load();
  const data = job(size);
  const live = rubricate.compile(source(data)).start({ locale: "en" });
  const peer = prepare(data)();
  const { first, then } = edits(data, 1024);
  for (const [name, value] of first) {
    live.rate(name, value);
    peer.rate(name, value);
  }
  const sides = {
    ours: ([name, value]) => {
      live.rate(name, value);
      return live.outcome;
    },
    peer: ([name, value]) => {
      peer.rate(name, value);
      return peer.outcome();
    },
  };
  const calls = { ours: 0, peer: 0 };
  let kept = null;
  globalThis.rate = (side, count) => {
    const work = sides[side];
    for (let again = 0; again < count; again += 1) kept = work(then[calls[side]++ & 1023]);
    if (kept?.progress.total !== size) throw new Error("no outcome came back");
  };
}

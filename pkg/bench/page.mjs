// What the page of `chromium.mjs` does: each job loads the package itself.
import { long } from "./long.mjs";
import { prepare } from "./peer.mjs";
import { edits, job, source } from "./rubric.mjs";

const load = async () => (await import("../dist/index.js")).load();

/** So many keystrokes, each in another text: milliseconds by what an editor asks for. The first of each is on code no compiler has looked at twice. */
export async function keystrokes(count) {
  const rubricate = await load();
  const text = long();
  const place = text.indexOf("is at least developing", text.indexOf('silver "Silver"')) + "is at least ".length;
  const label = text.indexOf("Row 4.5") + "Row 4.5".length;
  const jobs = {
    check: (now) => rubricate.check(now, { prove: false }),
    "check with proofs": (now) => rubricate.check(now),
    complete: (now, moved) => rubricate.complete(now, place + moved),
    hover: (now, moved) => rubricate.hover(now, place + moved),
  };
  const found = Object.fromEntries(Object.keys(jobs).map((name) => [name, []]));
  let typed = "";
  for (let key = 0; key < count; key += 1) {
    typed += String.fromCharCode(97 + (key % 26));
    const now = text.slice(0, label) + typed + text.slice(label);
    for (const [name, work] of Object.entries(jobs)) {
      const from = performance.now();
      const told = work(now, typed.length);
      found[name].push(performance.now() - from);
      if (name === "complete" && told[0]?.label !== "not_yet") throw new Error("completion offers no level");
      if (name === "hover" && told === null) throw new Error("hover says nothing");
      if (name.startsWith("check") && told.some(({ severity }) => severity === "error")) throw new Error("the long rubric has an error");
    }
    // A breath between two keys, as a typist leaves it.
    await new Promise((done) => setTimeout(done, 5));
  }
  return found;
}

/** From nothing loaded to the first outcome, in milliseconds. */
export async function start(size) {
  const text = source(job(size));
  const from = performance.now();
  const rubricate = await load();
  const loaded = performance.now() - from;
  const { outcome } = rubricate.compile(text).start({ locale: "en" });
  const took = performance.now() - from;
  if (outcome.progress.total !== size) throw new Error("the first outcome is of another rubric");
  return { load: loaded, outcome: took };
}

/** Microseconds of one rating with the whole outcome, round by round, both sides in turn. */
export async function rating(size, rounds) {
  const rubricate = await load();
  const data = job(size);
  const live = rubricate.compile(source(data)).start({ locale: "en" });
  const peer = prepare(data)();
  const { first, then } = edits(data, 1024);
  for (const [name, value] of first) {
    live.rate(name, value);
    peer.rate(name, value);
  }
  let kept = null;
  const slice = (work, ms) => {
    const from = performance.now();
    let calls = 0;
    while (performance.now() - from < ms) for (let again = 0; again < 64; again += 1) kept = work(then[calls++ & 1023]);
    return ((performance.now() - from) * 1000) / calls;
  };
  const ours = ([name, value]) => {
    live.rate(name, value);
    return live.outcome;
  };
  const theirs = ([name, value]) => {
    peer.rate(name, value);
    return peer.outcome();
  };
  for (let warm = 0; warm < 30; warm += 1) {
    slice(ours, 12);
    slice(theirs, 12);
  }
  const found = Array.from({ length: rounds }, (_, round) => {
    if (round % 2 === 0) return { ours: slice(ours, 12), peer: slice(theirs, 12) };
    const peer = slice(theirs, 12);
    return { ours: slice(ours, 12), peer };
  });
  if (kept === null) throw new Error("nothing came back");
  return found;
}

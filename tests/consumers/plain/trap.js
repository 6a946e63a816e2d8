// A trap on the page and in a worker: what was given stays, and the next thousand scorings are right.
import { load } from "./node_modules/rubricate/dist/index.js";
import { connect } from "./node_modules/rubricate/dist/worker/index.js";
import { SOURCE } from "./demo.js";
import { ruin } from "./ruin.js";

const LEVELS = ["not_yet", "proficient", "exemplary"];
const POINTS = [0, 2, 3];
const gcd = (a, b) => (b ? gcd(b, a % b) : a);
/** Each row counts a third: points of 3, points of 3, and of 10. */
const byHand = (purpose, feedback, pace) => {
  const top = 10 * (POINTS[purpose] + POINTS[feedback]) + 3 * pace;
  const by = gcd(top, 90) || 1;
  return 90 / by === 1 ? String(top / by) : `${top / by}/${90 / by}`;
};

async function trial(rubricate, harm) {
  const rubric = await rubricate.compile(SOURCE);
  const draft = await rubric.start({ locale: "en" });
  await draft.rate("purpose", "exemplary");
  await draft.rate("pace", 7.5);
  const before = JSON.stringify([await draft.outcome, await draft.save()]);
  await harm();
  let fault = "none";
  try {
    await draft.explain("total");
  } catch (error) {
    fault = error.name;
  }
  const same = JSON.stringify([await draft.outcome, await draft.save()]) === before;
  let wrong = 0;
  for (let turn = 0; turn < 1000; turn += 1) {
    const [purpose, feedback, pace] = [turn % 3, Math.floor(turn / 3) % 3, turn % 11];
    const { scores } = await rubric.score({ purpose: LEVELS[purpose], feedback: LEVELS[feedback], pace }, { locale: "en" });
    if (scores.total.exact !== byHand(purpose, feedback, pace)) wrong += 1;
  }
  await draft.undo();
  return { fault, same, wrong, undone: (await draft.outcome).rows.pace.state };
}

const seats = [];
const worker = () => {
  const made = new Worker(new URL("./ruined-worker.js", import.meta.url), { type: "module" });
  seats.push(made);
  return made;
};
globalThis.tried = async () => {
  const remote = await connect({ worker });
  const said = {
    page: await trial(await load(), async () => ruin()),
    worker: await trial(remote, async () => seats.at(-1).postMessage("ruin")),
    started: seats.length,
    dead: await trial(remote, async () => seats.at(-1).postMessage("die")),
  };
  return { ...said, startedAgain: seats.length };
};

/** The longest that the page was kept from a frame, in ms, while something was done; and how long that took. */
async function blocked(work) {
  await new Promise((done) => setTimeout(done, 50));
  let longest = 0;
  let last = performance.now();
  const channel = new MessageChannel();
  let on = true;
  channel.port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (on) channel.port2.postMessage(0);
  };
  channel.port2.postMessage(0);
  const from = performance.now();
  await work();
  const took = performance.now() - from;
  await new Promise((done) => setTimeout(done, 20));
  on = false;
  return { took: Math.round(took), blocked: Math.round(longest * 10) / 10 };
}

/** What takes longest, on the page and by a worker. */
globalThis.measured = async (rubricate, remote) => {
  rubricate ??= await load();
  remote ??= await connect();
  const rows = Array.from({ length: 4998 }, (_, at) => `criterion r${at} on m\n`).join("");
  const most = `rubric t { scale m { low 0; mid 1; high 2 }\n${rows} score s = percent of criteria; award w { yes { needs s is at least 50% }; otherwise no_ } }`;
  const common = `rubric t { scale m { low 0; mid 1; high 2 }\n${rows.split("\n").slice(0, 60).join("\n")}\n score s = percent of criteria; award w { yes { needs s is at least 50% }; otherwise no_ } }`;
  const said = {};
  for (const [size, source] of [["60 rows", common], ["5,000 rows", most]]) {
    for (const [where, engine] of [["page", rubricate], ["worker", remote]]) {
      let [rubric, draft, outcome] = [];
      const told = {};
      told.check = await blocked(() => engine.check(source));
      told["check, without proofs"] = await blocked(() => engine.check(source, { prove: false }));
      told.compile = await blocked(async () => { rubric = await engine.compile(source); });
      told.start = await blocked(async () => { draft = await rubric.start({ locale: "en" }); });
      told["first outcome"] = await blocked(async () => { outcome = await draft.outcome; });
      told.rate = await blocked(() => draft.rate("r1", "high"));
      told["next outcome"] = await blocked(async () => { outcome = await draft.outcome; });
      told.explain = await blocked(() => draft.explain("s"));
      told.steps = await blocked(() => draft.steps("w", "yes"));
      told.save = await blocked(() => draft.save());
      told.score = await blocked(() => rubric.score({ r1: "high" }, { locale: "en" }));
      said[`${size}, ${where}`] = told;
      draft.dispose();
      rubric.dispose();
    }
  }
  return said;
};

// Seeded random edits of a live assessment, drawn from what its rubric's
// outline offers: most are taken, and some are refused on purpose.
const DAYS = ["2025-08-01", "2024-02-29", "2025-02-30"];
const WORDS = ["so", "", "https://lakeside.example/a", "Größer als \ud83d\ude00", "one two three four", "  "];

/** An edit as a function of an assessment, with a title. */
export function randomEdit(roll, { rows, asks, evidence, results, awards, codes }) {
  const pick = (all) => all[roll(all.length)];
  const row = pick(rows);
  const edits = [
    () => ["rate", row.name, ratingFor(roll, row)],
    () => ["rate", row.name, ratingFor(roll, row)],
    () => ["rate", row.name, ratingFor(roll, row)],
    () => ["clear", row.name],
    () => ["notApplicable", row.name, pick(WORDS)],
    () => ["comment", row.name, pick(WORDS)],
    () => [pick(["close", "reopen"])],
  ];
  if (asks.length > 0) edits.push(() => { const ask = pick(asks); return ["answer", ask.name, replyFor(roll, ask)]; });
  if (evidence.length > 0) {
    const slot = pick(evidence).name;
    const id = `f${roll(4)}`;
    edits.push(
      () => ["attach", slot, factsFor(roll, id, rows)], () => ["attach", slot, factsFor(roll, id, rows), { shows: [pick(rows).name] }],
      () => ["detach", slot, id], () => ["write", slot, pick(WORDS)],
    );
  }
  const ladders = [...results, ...awards];
  if (ladders.length > 0) {
    const ladder = pick(ladders);
    const rung = pick([...ladder.rungs, ...(ladder.otherwise ? [ladder.otherwise] : [])]).name;
    edits.push(() => ["overrule", ladder.name, roll(3) ? rung : null, { by: "reviewer", reason: pick(WORDS) }]);
  }
  if (codes.length > 0) {
    const code = pick(codes);
    edits.push(() => ["code", code.name, ...(code.thisRow ? [row.name] : [])], () => (roll(2) ? ["clearCode"] : ["clearCode", code.name, ...(code.thisRow ? [row.name] : [])]));
  }
  const [name, ...given] = pick(edits)();
  return { title: JSON.stringify([name, ...given]), name, given, run: (one) => one[name](...given) };
}

function ratingFor(roll, row) {
  const pick = (all) => all[roll(all.length)];
  if (roll(12) === 0) return pick([null, Number.NaN, "good", -7, { points: "1/3" }, {}]);
  if (row.kind === "check") return pick([true, false, "met"]);
  if (row.kind === "number") return pick([0, "1/2", 1.5, 2, "7/2"]);
  const level = pick(row.levels);
  return pick([level.name, level.name, level.points, { points: level.points }]);
}

function replyFor(roll, ask) {
  const pick = (all) => all[roll(all.length)];
  if (roll(8) === 0) return pick([null, "nothing", -1]);
  if (ask.kind === "choice") return pick(ask.choices).name;
  if (ask.kind === "yes/no") return pick([true, false, "yes"]);
  return ask.kind === "date" ? pick(DAYS) : pick([0, 1, 2, "3"]);
}

function factsFor(roll, id, rows) {
  const pick = (all) => all[roll(all.length)];
  return {
    id,
    kind: pick(["pdf", "text", "video"]),
    ...(roll(2) ? { pages: roll(5) } : {}),
    ...(roll(3) ? {} : { text: pick(WORDS), name: "Plan.pdf", bytes: 1.5e6, sha256: "ab".repeat(32) }),
    ...(roll(3) ? {} : { people: pick([[], ["Ann", "Bo"]]), encrypted: true, date: pick(DAYS), place: "Room 4" }),
    ...(roll(3) ? {} : { shows: [pick(rows).name], told: ["pages"], undetermined: [{ what: "words", why: "a picture" }] }),
  };
}

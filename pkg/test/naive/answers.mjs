// Answers to a rubric: full ones, some of them, and ways to complete them.
// `given`: rows and asks by the place of the value, settings by value, slots by
// their items, comments, and at most one code and one override.
import { TODAYS } from "./generate/inputs.mjs";
import { written } from "./days.mjs";
import { text } from "./fraction.mjs";

const pickOf = (roll) => (all) => all[roll(all.length)];

/** Everything a row may be rated, by place; marks rather than names of ranges where all is to be known. */
export function choices(row, marks) {
  const all = row.values.flatMap((value, at) => (marks && value.open ? [] : [at]));
  return row.leavable !== undefined ? [...all, "left out"] : all;
}

const rated = (rubric) => Object.values(rubric.rows).filter((row) => !row.workedOut);

/** Items for a slot that is to be complete, or may be anything. */
function items(slot, roll, good) {
  const count = good ? slot.items[0] + roll(slot.items[1] - slot.items[0] + 1) : roll(slot.items[1] + 2);
  const [from, to] = slot.range;
  return Array.from({ length: count }, (_, at) => ({ id: `f${at}`, kind: good || roll(5) ? slot.kind : slot.other, [slot.what]: good ? from + roll(to - from + 1) : 1 + roll(to + 1) }));
}

export function fullAnswers(rubric, roll) {
  const pick = pickOf(roll);
  const given = { rows: {}, asks: {}, settings: {}, slots: {}, comments: {}, code: null, overrule: null, today: pick(TODAYS) };
  for (const row of rated(rubric)) given.rows[row.name] = pick(choices(row, true));
  for (const [name, { values }] of Object.entries(rubric.asks)) given.asks[name] = roll(values.length);
  for (const [name, setting] of Object.entries(rubric.settings)) if (roll(3)) given.settings[name] = pick(setting.given);
  for (const [name, slot] of Object.entries(rubric.slots)) given.slots[name] = items(slot, roll, roll(4) > 0);
  for (const { name, comment } of rated(rubric)) if (roll(comment ? 3 : 6) === 0 || (comment && roll(2))) given.comments[name] = true;
  return extras(rubric, given, roll);
}

/** A code or an override, one time in four each. */
function extras(rubric, given, roll) {
  const pick = pickOf(roll);
  if (rubric.codes.length > 0 && roll(4) === 0) {
    const code = pick(rubric.codes);
    const rows = rated(rubric).filter((row) => row.plain);
    given.code = { name: code.name, row: code.rows === "this row" ? pick(rows).name : undefined };
  }
  const open = rubric.results.filter(({ overruled }) => overruled);
  if (open.length > 0 && roll(4) === 0) {
    const ladder = pick(open);
    given.overrule = { award: ladder.name, to: pick([...ladder.rungs.map(({ level }) => level), ladder.otherwise]) };
  }
  return given;
}

/** Some of them: so many in a hundred; a mark may be left open, a slot unfinished. */
export function someAnswers(rubric, full, roll, share) {
  const keep = () => roll(100) < share;
  const given = { ...full, rows: {}, asks: {}, slots: {} };
  for (const [name, value] of Object.entries(full.rows)) if (keep()) given.rows[name] = nameOnly(rubric.rows[name], value, roll);
  for (const [name, value] of Object.entries(full.asks)) if (keep()) given.asks[name] = value;
  for (const [name, slot] of Object.entries(full.slots)) given.slots[name] = keep() ? slot : slot.slice(1);
  return given;
}

function nameOnly(row, value, roll) {
  if (!row.ranges || value === "left out" || roll(3)) return value;
  return row.values.findIndex((one) => one.open && one.level === row.values[value].level);
}

/** One way the open ones may come out. `complete` tells which slots are done. */
export function completed(rubric, given, roll, isComplete) {
  const pick = pickOf(roll);
  const full = { ...given, rows: { ...given.rows }, asks: { ...given.asks }, slots: { ...given.slots } };
  for (const row of rated(rubric)) {
    const now = given.rows[row.name];
    if (now === undefined) full.rows[row.name] = pick(choices(row, true));
    else if (row.values[now]?.open) full.rows[row.name] = pick(choices(row, true).filter((at) => row.values[at]?.level === row.values[now].level));
  }
  for (const [name, { values }] of Object.entries(rubric.asks)) full.asks[name] ??= roll(values.length);
  for (const [name, slot] of Object.entries(rubric.slots)) if (!isComplete(name)) full.slots[name] = items(slot, roll, roll(3) > 0);
  return full;
}

/** In the shape the package takes. */
export function inputs(rubric, given, close) {
  const ratings = {};
  for (const [name, value] of Object.entries(given.rows)) ratings[name] = value === "left out" ? { leftOut: "not taught" } : rubric.rows[name].values[value].rating;
  const answers = Object.fromEntries(Object.entries(given.asks).map(([name, at]) => [name, rubric.asks[name].values[at].reply]));
  const settings = Object.fromEntries(Object.entries(given.settings).map(([name, value]) => [name, rubric.settings[name].choices ? rubric.settings[name].choices[value] : text(value)]));
  const comments = Object.fromEntries(Object.keys(given.comments).map((name) => [name, "seen"]));
  const codes = given.code ? [given.code.row ? { code: given.code.name, row: given.code.row } : given.code.name] : [];
  const overrule = given.overrule ? [{ ...given.overrule, by: "reviewer", reason: "seen" }] : [];
  return [ratings, { locale: "en", close, answers, settings, evidence: given.slots, comments, codes, overrule, today: written(given.today) }];
}

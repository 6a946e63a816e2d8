// Engine against the naive world: the same when all is answered, and inside
// the bounds whichever way the open ones come out.
import assert from "node:assert/strict";
import { order, read, text } from "./fraction.mjs";
import { World } from "./evaluate.mjs";

/** Answers in the shape the package takes; what is not in `given` is open. */
export function inputs(rubric, given) {
  const ratings = {};
  for (const [name, row] of Object.entries(rubric.rows)) {
    if (given[name] === undefined) continue;
    ratings[name] = given[name] === "left out" ? { leftOut: "not taught" } : row.values[given[name]].rating;
  }
  const answers = {};
  if (given.yes_ !== undefined) answers.yes_ = given.yes_ === 1;
  if (given.days !== undefined) answers.days = given.days;
  return [ratings, { locale: "en", answers, settings: { bar: given.bar } }];
}

const ladders = (outcome) => ({ ...outcome.results, ...outcome.awards });
const rungs = (one) => Object.fromEntries(one.rungs.map(({ name, state }) => [name, state]));
const said = (truth) => (truth === null ? "pending" : truth ? "earned" : "out of reach");

export class Comparer {
  count = { all: 0, full: 0, open: 0, tight: 0, undefined: 0, decidedEarly: 0, ties: 0 };

  same(kind, found, wanted, about) {
    this.count.all += 1;
    this.count[kind] += 1;
    assert.deepEqual(found, wanted, about);
  }

  full(outcome, rubric, given) {
    const world = new World(rubric, given);
    for (const { name } of rubric.scores) {
      if (world.scores[name] === null) this.count.undefined += 1;
      this.same("full", outcome.scores[name].exact, text(world.scores[name]), `score ${name}`);
    }
    for (const name of Object.keys(rubric.rows)) {
      const { state, level, points } = outcome.rows[name];
      const rated = world.state(name) === "rated";
      this.same("full", state, world.state(name), `state of ${name}`);
      if (rated) this.same("full", [level, points.exact], [world.value(name).level, text(world.points(name))], `row ${name}`);
    }
    for (const result of rubric.results) this.ladder(ladders(outcome)[result.name], result, world);
  }

  ladder(found, result, world) {
    const { truths, level } = world.results[result.name];
    this.same("full", rungs(found), Object.fromEntries(Object.entries(truths).map(([name, truth]) => [name, said(truth)])), `rungs of ${result.name}`);
    this.same("full", found.level ?? found.rung ?? null, level, `outcome of ${result.name}`);
    // How often a planted threshold was met to the digit: see the test's last line.
    if (result.from) this.count.ties += result.rungs.filter(({ minimum }) => world.scores[result.from.name] && order(minimum, world.scores[result.from.name]) === 0).length;
  }

  /** One way the open ones may come out. */
  inside(outcome, rubric, world) {
    for (const { name } of rubric.scores) this.bounded(outcome.scores[name], world.scores[name], name);
    for (const { name } of rubric.results) {
      const before = ladders(outcome)[name];
      for (const { name: rung, state } of before.rungs) {
        if (state === "possible") continue;
        this.count.decidedEarly += 1;
        this.same("open", said(world.results[name].truths[rung]), state, `${name}.${rung} was ${state} already`);
      }
      const { level } = world.results[name];
      if (before.possible && level !== null) this.same("open", before.possible.includes(level), true, `${name} became ${level}, possible were ${before.possible}`);
    }
  }

  bounded({ state, exact, lowest, highest }, value, name) {
    if (state !== "open") return this.same("open", text(value), exact, `${name} was ${state} already`);
    if (value === null) return undefined;
    const [low, high] = [read(lowest.exact), read(highest.exact)];
    const fits = (low === null || order(low, value) <= 0) && (high === null || order(value, high) <= 0);
    return this.same("open", fits, true, `${name} = ${text(value)} outside ${lowest.exact} to ${highest.exact}`);
  }

  /** All completions are known: the bounds are the least and the most of them, and so are the bands. */
  tight(outcome, rubric, worlds) {
    for (const { name, tight } of rubric.scores) {
      if (!tight) continue;
      const values = worlds.map(({ scores }) => scores[name]).sort(order);
      const { lowest, highest } = outcome.scores[name];
      this.same("tight", [lowest.exact, highest.exact], [text(values[0]), text(values.at(-1))], `bounds of ${name}`);
      for (const { name: rung, state } of ladders(outcome)[`band_${name}`].rungs) {
        const seen = new Set(worlds.map(({ results }) => said(results[`band_${name}`].truths[rung])));
        this.same("tight", state, seen.size === 1 ? [...seen][0] : "possible", `band_${name}.${rung} over all completions`);
      }
    }
  }
}

/** Every value an open row or ask may take; the setting is never open. */
export const choices = (rubric, name) => {
  const all = Array.from({ length: rubric.given[name] }, (_, index) => index);
  return rubric.rows[name]?.leavable ? [...all, "left out"] : all;
};

/** Every completion if they are few, else some at random: [given, all of them?]. */
export function completions(rubric, partial, roll, few, some) {
  const open = Object.keys(rubric.given).filter((name) => partial[name] === undefined);
  const options = open.map((name) => choices(rubric, name));
  const size = options.reduce((all, one) => all * one.length, 1);
  const at = (place) => Object.fromEntries(open.map((name, index) => {
    const one = options[index][place === null ? roll(options[index].length) : place % options[index].length];
    if (place !== null) place = Math.floor(place / options[index].length);
    return [name, one];
  }));
  const every = size <= few;
  const places = Array.from({ length: every ? size : some }, (_, index) => (every ? index : null));
  return [places.map((place) => ({ ...partial, ...at(place) })), every];
}

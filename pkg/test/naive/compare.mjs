// Engine against the naive world: the same when all is over, and inside the
// bounds whichever way the open ones come out.
import assert from "node:assert/strict";
import { order, read, text } from "./fraction.mjs";

const ladders = (outcome) => ({ ...outcome.results, ...outcome.awards });
const rungs = (one) => one.rungs.map(({ state }) => state);
const said = (truth) => (truth === null ? "pending" : truth ? "earned" : "out of reach");

export class Comparer {
  count = { all: 0, closed: 0, full: 0, ifClosed: 0, open: 0, tight: 0, undefined: 0, decidedEarly: 0, ties: 0 };

  same(kind, found, wanted, about) {
    this.count.all += 1;
    this.count[kind] += 1;
    assert.deepEqual(found, wanted, about);
  }

  /** Everything of an outcome that is over, to the digit. */
  exact(kind, outcome, world) {
    for (const name of Object.keys(world.rubric.rows)) this.row(kind, outcome.rows[name], name, world);
    for (const { name } of world.rubric.scores) {
      const value = world.score(name);
      if (value === null) this.count.undefined += 1;
      this.same(kind, [outcome.scores[name].exact, outcome.scores[name].state], [text(value), value === null ? "undefined" : "known"], `score ${name}`);
    }
    for (const ladder of world.rubric.results) this.ladder(kind, ladders(outcome)[ladder.name], ladder, world);
  }

  row(kind, found, name, world) {
    const state = world.state(name);
    // Whether it is asked is undefined: the page has no word for its state.
    if (state === null) return;
    this.same(kind, found.state, state, `state of ${name}`);
    if (state !== "rated" && state !== "unanswered") return;
    // What was neither done nor chosen is shown without points.
    if (!world.row(name).ordinal && (state === "rated" || world.member(name) !== false)) this.same(kind, found.points.exact, text(world.value(name).points), `points of ${name}`);
    const plain = world.plainly(name);
    if (state === "rated" && plain.said) this.same(kind, found.level, plain.said, `level of ${name}`);
  }

  ladder(kind, found, ladder, world) {
    const { truths, level, sure } = world.result(ladder.name);
    this.same(kind, rungs(found), ladder.rungs.map(({ name }) => said(truths[name])), `rungs of ${ladder.name}`);
    this.same(kind, [found.level ?? found.rung ?? null, found.state], [level, sure ? "decided" : "pending"], `outcome of ${ladder.name}`);
    this.ties(ladder, world);
  }

  /** How often a planted threshold was met to the digit. */
  ties(ladder, world) {
    if (!ladder.from) return;
    const value = world.number(ladder.from);
    this.count.ties += value === null ? 0 : ladder.rungs.filter(({ minimum }) => order(world.number(minimum), value) === 0).length;
  }

  /** What stands beside an open outcome as if it were closed now. */
  ifClosed(outcome, world) {
    for (const { name } of world.rubric.scores) this.same("ifClosed", outcome.scores[name].ifClosed.exact, text(world.score(name)), `${name} if closed`);
    for (const { name } of world.rubric.results) this.same("ifClosed", ladders(outcome)[name].ifClosed, world.result(name).level, `${name} if closed`);
  }

  /** One way the open ones may come out. */
  inside(outcome, world) {
    for (const { name } of world.rubric.scores) this.bounded(outcome.scores[name], world.score(name), name);
    for (const name of Object.keys(world.rubric.rows)) this.rowInside(outcome.rows[name], name, world);
    for (const ladder of world.rubric.results) this.ladderInside(ladders(outcome)[ladder.name], ladder, world.result(ladder.name));
  }

  ladderInside(before, ladder, { truths, level, sure }) {
    for (const [at, { name }] of ladder.rungs.entries()) {
      const { state } = before.rungs[at];
      if (state === "possible") continue;
      this.count.decidedEarly += 1;
      this.same("open", said(truths[name]), state, `${ladder.name}.${name} was ${state} already`);
    }
    if (before.state === "decided") this.same("open", level, before.level ?? before.rung, `${ladder.name} was decided already`);
    if (level !== null) this.same("open", before.possible.includes(level), true, `${ladder.name} became ${level}, possible were ${before.possible}`);
  }

  rowInside({ state, lowest, highest }, name, world) {
    const points = world.points(name);
    if (world.row(name).ordinal || state !== "unanswered" || points === null || world.state(name) !== "rated") return;
    this.between(points, lowest, highest, `points of ${name}`);
  }

  bounded({ state, exact, lowest, highest }, value, name) {
    if (state !== "open") return this.same("open", text(value), exact, `${name} was ${state} already`);
    return value === null ? undefined : this.between(value, lowest, highest, name);
  }

  between(value, lowest, highest, name) {
    const [low, high] = [read(lowest.exact), read(highest.exact)];
    const fits = (low === null || order(low, value) <= 0) && (high === null || order(value, high) <= 0);
    return this.same("open", fits, true, `${name} = ${text(value)} outside ${lowest.exact} to ${highest.exact}`);
  }

  /** All completions are known: the bounds are the least and the most of them. */
  tight(outcome, name, values) {
    const sorted = [...values].sort(order);
    const { lowest, highest } = outcome.scores[name];
    this.same("tight", [lowest.exact, highest.exact], [text(sorted[0]), text(sorted.at(-1))], `bounds of ${name}`);
  }
}

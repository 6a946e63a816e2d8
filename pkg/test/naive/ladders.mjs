// Ladders, bands and tables of levels.
import { and, not } from "./rows.mjs";
import { Rules } from "./rules.mjs";

/** One rubric, one assessment that is over. What is asked of it is worked out then. */
export class World extends Rules {
  score = (name) => this.named(name);

  ladderNamed = (name) => this.rubric.results.find((one) => one.name === name);

  result(name) {
    return this.once(`ladder ${name}`, () => {
      const ladder = this.ladderNamed(name);
      // A comment never changes a score, which a result may stand in: it is a need of awards.
      const found = this.ladderOf(ladder, ladder.kind === "award" ? this.comments() : true);
      const over = this.given.overrule;
      if (over?.award !== name) return found;
      this.note("overruled");
      return { ...found, level: over.to, sure: true };
    });
  }

  /** Rungs best first; the outcome is the first that holds, and `sure` where none above is undefined. */
  ladderOf(ladder, comments = true) {
    const truths = {};
    for (const rung of [...ladder.rungs].reverse()) truths[rung.name] = this.rungTruth(ladder, rung, comments, truths);
    const order = ladder.rungs.map(({ name }) => truths[name]);
    const first = order.indexOf(true);
    const none = order.every((one) => one === false);
    const level = first >= 0 ? ladder.rungs[first].level : none ? ladder.otherwise : null;
    const sure = first >= 0 ? !order.slice(0, first).includes(null) : none;
    if (!sure) this.note("undecided");
    return { truths, level, sure };
  }

  rungTruth(ladder, rung, comments, below) {
    const needs = this.needs(ladder, rung).map((need) => (need.kind === "rung" ? below[need.name] : this.truth(need)));
    const barred = ladder.never ? this.truth(ladder.never) : false;
    return [not(barred), comments, ...needs].reduce(and, true);
  }

  needs({ from, table }, rung) {
    if (table) return [{ kind: "line", from: table, cells: rung.cells }];
    return from ? [{ kind: "compare", op: "at least", a: from, b: rung.minimum }] : rung.needs;
  }

  /** A comment that is required is a need of every rung; without one it is never false, but undecided. */
  comments() {
    return this.once("comments", () => Object.values(this.rubric.rows).map((row) => this.commented(row)).reduce(and, true));
  }

  commented({ name, comment }) {
    if (!comment?.required || this.given.comments[name]) return true;
    const state = this.state(name);
    if (state === null) return null;
    // What was never rated, or is not asked, asks for none.
    if (state !== "rated") return true;
    const asks = comment.when ? this.test(name, comment.when) : true;
    if (asks) this.note("comment missing");
    return asks === false ? true : null;
  }

  /** The place of the outcome in the order that tests go by. */
  ladderRank(name) {
    const { level } = this.result(name);
    return level === null ? null : this.ladderNamed(name).ranks[level];
  }

  ladderPoints(name) {
    const at = this.ladderRank(name);
    return at === null ? null : this.rubric.scales[this.ladderNamed(name).scale].points[at];
  }
}

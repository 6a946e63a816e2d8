// One random rubric through the engine and through a naive world.
import { choices, completed, fullAnswers, inputs, someAnswers } from "./answers.mjs";
import { dice } from "./generate/dice.mjs";
import { generate } from "./generate/rubric.mjs";
import { print } from "./print/print.mjs";
import { World } from "./ladders.mjs";

export class Run {
  constructor(rubricate, comparer, As = World) {
    Object.assign(this, { rubricate, comparer, As, said: {}, seen: {}, keep: {}, vagueOnes: 0 });
  }

  /**
   * Whether it is undefined of some row if it is asked. What rests on that is undefined, but
   * the page does not say how far: a count that is the same either way may be known.
   */
  vague(world) {
    const vague = Object.keys(world.rubric.rows).some((name) => world.asked(name) === null);
    if (vague) this.vagueOnes += 1;
    return vague;
  }

  world(rubric, given) {
    const world = new this.As(rubric, given);
    world.seen = this.seen;
    return world;
  }

  /** Rubrics `from` to `to`; throws at the first that differs. */
  range(from, to) {
    for (let seed = from; seed < to; seed += 1) this.rubric(seed);
    return { count: this.comparer.count, said: this.said, seen: this.seen, vague: this.vagueOnes };
  }

  /** Throws with the rubric and the answers where the two differ. */
  rubric(seed) {
    this.keep = { seed };
    try {
      this.one(seed);
    } catch (error) {
      throw new Error(`seed ${seed}: ${error.message}\ninput ${JSON.stringify(this.keep.input)}\ncompleted ${JSON.stringify(this.keep.completed)}\n${this.keep.text}`, { cause: error });
    }
  }

  one(seed) {
    const rubric = generate(seed);
    const roll = dice(seed + 1e6);
    this.keep.text = print(rubric, (form) => { this.said[form] = (this.said[form] ?? 0) + 1; });
    const compiled = this.rubricate.compile(this.keep.text);
    const score = (given, close) => { this.keep.input = inputs(rubric, given, close); this.keep.completed = undefined; return compiled.score(...this.keep.input); };
    this.full(rubric, score, fullAnswers(rubric, roll), roll);
    this.partial(rubric, score, someAnswers(rubric, fullAnswers(rubric, roll), roll, [30, 60, 85][roll(3)]), roll);
    compiled.dispose();
  }

  /** Slots and comments may still come while it is open: then it is closed. */
  full(rubric, score, given, roll) {
    const world = this.world(rubric, given);
    const over = Object.keys(rubric.slots).every((name) => world.fits(name)) && !this.keep.text.includes("has a comment");
    const close = !over || roll(2) === 0;
    if (!this.vague(world)) this.comparer.exact(close ? "closed" : "full", score(given, close), world);
  }

  partial(rubric, score, given, roll) {
    const now = this.world(rubric, given);
    const vague = this.vague(now);
    if (!vague) this.comparer.exact("closed", score(given, true), now);
    const outcome = score(given, false);
    if (!vague) this.comparer.ifClosed(outcome, now);
    for (let time = 0; time < 4; time += 1) {
      const way = completed(rubric, given, roll, (name) => now.fits(name));
      this.keep.completed = inputs(rubric, way, false).map(({ locale, settings, ...rest }) => rest);
      const world = this.world(rubric, way);
      if (!this.vague(world)) this.comparer.inside(outcome, world);
    }
    this.tight(rubric, outcome, completed(rubric, given, roll, () => true), given);
  }

  /** Scores that promise tight bounds, over every completion of the rows they name. */
  tight(rubric, outcome, base, given) {
    for (const { name, tight } of rubric.scores) {
      if (!tight || given.code) continue;
      const open = tight.filter((row) => given.rows[row] === undefined);
      let ways = [base];
      for (const row of open) ways = ways.flatMap((way) => choices(rubric.rows[row], true).map((at) => ({ ...way, rows: { ...way.rows, [row]: at } })));
      if (ways.length > 64) continue;
      this.comparer.tight(outcome, name, ways.map((way) => this.world(rubric, way).score(name)));
    }
  }
}

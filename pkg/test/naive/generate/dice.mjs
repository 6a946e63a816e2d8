// A seeded die, so that every run rolls the same rubrics.
export function dice(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

export class Roller {
  constructor(seed) {
    this.roll = dice(seed);
  }

  pick = (all) => all[this.roll(all.length)];
  /** One time in so many. */
  chance = (one) => this.roll(one) === 0;
  /** Some of them, at least one, in their order. */
  some(all, most = 3) {
    const count = 1 + this.roll(Math.min(most, all.length));
    const taken = new Set();
    while (taken.size < count) taken.add(this.roll(all.length));
    return all.filter((_, at) => taken.has(at));
  }
}

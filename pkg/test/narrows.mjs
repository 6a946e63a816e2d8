// That an answer never widens what an outcome may come to, nor takes back what was decided.
import assert from "node:assert/strict";

/** A fraction as two whole numbers; no end is infinite. */
export function parts(exact) {
  const [top, bottom = "1"] = exact.split("/");
  return [BigInt(top), BigInt(bottom)];
}
function atMost(a, b) {
  const [an, ad] = parts(a);
  const [bn, bd] = parts(b);
  return an * bd <= bn * ad;
}

/** Holds an outcome against the one before an answer. */
export function narrows(before, after, where) {
  for (const [name, then] of Object.entries(before.scores)) {
    const now = after.scores[name];
    const place = `${where}: ${name}`;
    if (then.state === "known") assert.equal(now.exact, then.exact, place);
    if (then.state === "undefined") assert.equal(now.state, "undefined", place);
    for (const [end, smaller] of [["lowest", (a, b) => atMost(b, a)], ["highest", atMost]]) {
      if (then[end].exact !== null && now[end].exact !== null) assert.ok(smaller(now[end].exact, then[end].exact), `${place}: ${end} was ${then[end].exact} and is ${now[end].exact}`);
    }
  }
  for (const kind of ["results", "awards"]) {
    for (const [name, then] of Object.entries(before[kind])) {
      const now = after[kind][name];
      then.rungs.forEach((rung, index) => {
        const state = now.rungs[index].state;
        if (rung.state === "earned" || rung.state === "out of reach") assert.equal(state, rung.state, `${where}: ${name} ${rung.name}`);
      });
      for (const possible of now.possible) assert.ok(then.possible.includes(possible), `${where}: ${name} may be ${possible}, which it could not`);
    }
  }
}

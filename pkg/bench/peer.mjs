// The peer: JavaScript written by hand for this one rubric. Whole numbers,
// tables for everything finite, no general rule anywhere. It gives the same
// outcome, member by member, but freezes nothing and checks little.

const NONE = { value: null, exact: null, text: "" };
const percent = [2, 3, 4, 5].map((places) => new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: places }));
const gcd = (a, b) => (b === 0 ? a : gcd(b, a % b));
const [TRUE, FALSE, OPEN] = [0, 1, 2];
const RUNG = ["earned", "out of reach", "possible"];
const STATE = ["", "short", "open"];

/** Two places, more where the number would look rounder than it is. */
function shown(n, d) {
  for (const [index, format] of percent.entries()) {
    const scale = 10 ** (index + 4);
    const rounded = Math.floor((2 * n * scale + d) / (2 * d));
    if (rounded * d === n * scale || rounded % 10 !== 0) return format.format(rounded / scale);
  }
  return "";
}

function num(n, d) {
  const common = gcd(n, d) || 1;
  const [top, bottom] = [n / common, d / common];
  return { value: top / bottom, exact: bottom === 1 ? `${top}` : `${top}/${bottom}`, text: shown(n, d) };
}

const whole = (n) => ({ value: n, exact: `${n}`, text: `${n}` });
const listed = (all) => (all.length < 3 ? all.join(" and ") : `${all.slice(0, -1).join(", ")}, and ${all.at(-1)}`);
const and = (a, b) => (a === FALSE || b === FALSE ? FALSE : a === OPEN || b === OPEN ? OPEN : TRUE);

/** Builds the tables from the job; `start` then begins an assessment. The hashes of the text are given: a peer has none to work out. */
export function prepare({ size, rows, shares, levels, labels }, hashes = {}) {
  const place = new Map(rows.map((row, index) => [row.name, index]));
  const level = new Map(levels.map((name, index) => [name, index]));
  const check = size - 1;
  const part = Uint8Array.from(rows, (row) => row.part);
  const weight = Uint8Array.from(rows, (row) => row.weight);
  const weights = shares.map((_, index) => rows.reduce((sum, row) => (row.part === index ? sum + row.weight : sum), 0));
  const common = weights.reduce((a, b) => (a / gcd(a, b)) * b, 1);
  const factor = shares.map((share, index) => (share * common) / weights[index]);
  const bottom = 400 * common;
  const half = Math.ceil(check / 2);
  const names = shares.map((_, index) => `share_${index}`);
  const partNums = weights.map((sum) => new Array(4 * sum + 1));
  const totals = new Array(201);
  const partNum = (index, n) => (partNums[index][n] ??= num(n, 4 * weights[index]));
  const total = (n) => (totals[n] ??= num(n, 200));
  const points = levels.map((_, index) => whole(index));
  // Every object and text a row can come to, by row and place (0 is open).
  const rowTable = rows.map((row) =>
    (row.check ? [null, 0, 1] : [null, 0, 1, 2, 3, 4]).map((at) => ({
      state: at === null ? "unanswered" : "rated",
      level: at === null ? null : row.check ? ["not met", "met"][at] : levels[at],
      counted: null,
      points: at === null ? NONE : points[at],
      lowest: points[at ?? 0],
      highest: points[at ?? (row.check ? 1 : 4)],
      code: null,
      reason: null,
      comment: null,
    })));
  const told = rows.map(({ name, label }) => [null, ...labels].map((at) => ({ row: name, label, state: at === null ? "open" : "short", level: at })));
  const saidRow = rows.map(({ label }) => [null, ...labels].map((at) => `${label} (${at ?? "not rated"})`));
  const consent = [
    { row: rows[check].name, label: rows[check].label, state: "open", level: null },
    { row: rows[check].name, label: rows[check].label, state: "short", level: "not met" },
  ].map((row) => ({ text: "any check tagged “critical” is not met", message: "Consent first.", state: row.state, never: true, rung: null, rows: [row], have: null, need: null,
    sentence: `Nothing is awarded when any check tagged “critical” is not met: ${row.label} (${row.level ?? "not rated"})` }));
  const advice = rows.map((row) => (row.check ? [] : [null, { text: `Begin ${row.name}.`, row: row.name }, { text: `Go on with ${row.name}.`, row: row.name }]));
  const second = { text: "Plan a second look.", row: null };
  const steps = (n) => Math.floor((400 * n + bottom) / (2 * bottom));

  function comparison(bar, lo, hi, state) {
    const have = { lowest: total(lo), highest: total(hi) };
    const need = total(bar);
    const gap = (bar - hi) / 2;
    const short = `${gap} ${gap === 1 ? "point" : "points"} short`;
    const tail = lo === hi ? `it is ${have.lowest.text}, ${short}` : state === FALSE ? `it can reach ${have.highest.text} at most, ${short}` : `it can still reach ${have.highest.text}`;
    return { text: `Total is at least ${need.text}`, message: null, state: STATE[state], never: false, rung: null, rows: [], have, need, sentence: `Total must be at least ${need.text}: ${tail}` };
  }

  // As one would write it out by hand: an object literal with every row.
  const literal = new Function("rows", `return { ${rows.map(({ name }, index) => `${name}: rows[${index}][0]`).join(", ")} }`);

  return function start() {
    const now = new Int8Array(size).fill(0);
    const shown = literal(rowTable);
    const low = new Float64Array(shares.length);
    const high = new Float64Array(shares.length);
    const open = new Int32Array(shares.length);
    let rated = 0;

    function score(lo, hi, closed) {
      const known = lo === hi;
      const { value, exact, text } = known ? lo : NONE;
      return { value, exact, text, state: known ? "known" : "open", lowest: lo, highest: hi, ifClosed: closed ? lo : NONE };
    }

    function outcome() {
      low.fill(0);
      high.fill(0);
      open.fill(0);
      let [sure, maybe] = [0, 0];
      const [given, nearer] = [[], []];
      for (let index = 0; index < size; index += 1) {
        const at = now[index];
        const to = part[index];
        const each = weight[index];
        if (at === 0) {
          high[to] += 4 * each;
          open[to] += 1;
          if (index !== check) maybe += 1;
          continue;
        }
        const worth = index === check ? 4 * (at - 1) : at - 1;
        low[to] += each * worth;
        high[to] += each * worth;
        if (index !== check && at > 2) sure += 1;
        const hint = advice[index][at];
        // What is furthest from the next award comes first: nothing before little.
        if (hint) (at === 1 ? given : nearer).push(hint);
      }
      let [lo, hi, still] = [0, 0, 0];
      const scores = {};
      for (let index = 0; index < shares.length; index += 1) {
        scores[names[index]] = score(partNum(index, low[index]), partNum(index, high[index]), open[index] === 0);
        lo += low[index] * factor[index];
        hi += high[index] * factor[index];
        still += open[index];
      }
      lo = steps(lo);
      hi = steps(hi);
      scores.total = score(total(lo), total(hi), still === 0);
      const fine = now[check] === 2 ? TRUE : now[check] === 1 ? FALSE : OPEN;
      const met = (bar) => (lo >= bar ? TRUE : hi < bar ? FALSE : OPEN);
      const [pass, top] = [met(110), met(140)];
      const enough = sure >= half ? TRUE : sure + maybe < half ? FALSE : OPEN;
      const silver = and(fine, and(pass, enough));
      const gold = and(silver, top);
      const hints = silver !== TRUE && enough !== TRUE ? [...given, ...nearer] : inOrder();
      if (hi < 80) hints.push(second);
      const state = gold === OPEN || (gold !== TRUE && silver === OPEN) ? "open" : "decided";
      const rung = gold === TRUE ? "gold" : silver === TRUE ? "silver" : state === "open" ? null : "not_yet";
      const closed = still === 0 ? rung : enough === FALSE || fine === FALSE ? "not_yet" : null;
      return {
        scores,
        results: {},
        awards: { cred: {
          rung, label: rung === "gold" ? "Gold" : rung === "silver" ? "Silver" : rung ? "Not yet" : "", state,
          possible: [gold !== FALSE && "gold", gold !== TRUE && silver !== FALSE && "silver", gold !== TRUE && silver !== TRUE && "not_yet"].filter(Boolean),
          rungs: [
            { name: "gold", label: "Gold", state: RUNG[gold], reasons: gold === TRUE ? [] : goldReasons(fine, silver, top, lo, hi), holds: [silver === TRUE && "“Silver” is earned", top === TRUE && "Total is at least 70%"].filter(Boolean) },
            { name: "silver", label: "Silver", state: RUNG[silver], reasons: silver === TRUE ? [] : silverReasons(fine, pass, enough, lo, hi), holds: [pass === TRUE && "Total is at least 55%", enough === TRUE && "At least half of the criteria are at least FAIR"].filter(Boolean) },
          ],
          ifClosed: closed,
        } },
        rows: { ...shown },
        evidence: { state: "complete", slots: {} },
        advice: hints,
        progress: { rated, total: size },
        closed: false,
        view: { rater: null, role: "self" },
        ...hashes,
        engine: "0.1.0",
      };
    }

    function goldReasons(fine, silver, top, lo, hi) {
      const found = [];
      if (fine !== TRUE) found.push(consent[fine === FALSE ? 1 : 0]);
      if (silver !== TRUE) found.push({ text: "Silver", message: null, state: STATE[silver], never: false, rung: "silver", rows: [], have: null, need: null, sentence: "“Silver” has to be earned first" });
      if (top !== TRUE) found.push(comparison(140, lo, hi, top));
      return found;
    }

    function silverReasons(fine, pass, enough, lo, hi) {
      const found = [];
      if (fine !== TRUE) found.push(consent[fine === FALSE ? 1 : 0]);
      if (pass !== TRUE) found.push(comparison(110, lo, hi, pass));
      if (enough === TRUE) return found;
      const short = [];
      const near = [[], [], []];
      let sure = 0;
      for (let index = 0; index < check; index += 1) {
        const at = now[index];
        if (at > 2) {
          sure += 1;
          continue;
        }
        short.push(told[index][at]);
        near[at].push(saidRow[index][at]);
      }
      const more = half - sure;
      const needed = `${sure === 0 ? "none is yet" : sure === 1 ? "1 is" : `${sure} are`}, ${more}${sure === 0 ? "" : " more"} ${more === 1 ? "is" : "are"} needed`;
      const rated = [...near[2], ...near[1]].slice(0, 4);
      const open = near[0].length > 4 ? [...near[0].slice(0, 4), `${near[0].length - 4} more`] : near[0];
      const still = `${near[0].length} ${near[0].length === 1 ? "is" : "are"} still open: ${listed(open)}`;
      const tail = rated.length > 0 ? `nearest ${rated.length === 1 ? "is" : "are"} ${listed(rated)}` : still;
      found.push({ text: "at least half of the criteria are at least FAIR", message: null, state: STATE[enough], never: false, rung: null, rows: short, have: null, need: null,
        sentence: `At least half of the criteria must be at least FAIR: ${needed}; ${tail}` });
      return found;
    }

    function inOrder() {
      const found = [];
      for (let index = 0; index < size; index += 1) if (advice[index][now[index]]) found.push(advice[index][now[index]]);
      return found;
    }

    function rate(name, value) {
      const index = place.get(name);
      if (index === undefined) throw new Error(`no row ${name}`);
      const at = index === check ? (value ? 1 : 0) : level.get(value);
      if (at === undefined) throw new Error(`no level ${value}`);
      if (now[index] === 0) rated += 1;
      now[index] = at + 1;
      shown[name] = rowTable[index][at + 1];
    }

    return { rate, outcome };
  };
}

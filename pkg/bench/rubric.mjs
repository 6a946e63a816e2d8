// The job: one rubric in three sizes. Parts with weights, a score for each, a
// rounded total, an award with a `never` and two rungs, advice by level.

const LEVELS = ["none", "weak", "fair", "good", "great"];
const PARTS = { 12: 3, 40: 4, 200: 8 };
/** Weights of the parts, in percent. */
const SHARES = { 3: [20, 30, 50], 4: [10, 20, 30, 40], 8: [5, 5, 10, 10, 15, 15, 20, 20] };

/** The job as data: what the peer is specialised to. */
export function job(size) {
  const parts = PARTS[size];
  const rows = Array.from({ length: size }, (_, index) => ({
    name: `row_${index}`,
    label: `Row ${index}`,
    part: Math.floor((index * parts) / size),
    weight: 1 + (index % 3),
    check: index === size - 1,
  }));
  return { size, rows, shares: SHARES[parts], levels: LEVELS, labels: LEVELS.map((level) => level.toUpperCase()) };
}

/** The same as a source. */
export function source({ rows, shares, levels, labels }) {
  const row = (one) =>
    one.check
      ? `    check ${one.name} "${one.label}" { weight ${one.weight}; tags critical }`
      : `    criterion ${one.name} "${one.label}" on m { weight ${one.weight}; none "Nothing." advise "Begin ${one.name}."; weak "Little." advise "Go on with ${one.name}." }`;
  const part = (share, index) =>
    `  part part_${index} "Part ${index}" {\n    weight ${share}%\n${rows.filter((one) => one.part === index).map(row).join("\n")}\n  }\n`;
  return `rubric bench "Bench" {
  scale m "M" { ${levels.map((level, index) => `${level} ${index} "${labels[index]}"`).join("; ")} }
${shares.map(part).join("")}${shares.map((_, index) => `  score share_${index} "Share ${index}" = weighted percent of part_${index}\n`).join("")}  score total "Total" = round weighted percent of parts to nearest 0.5%, ties up
  award cred "Credential" {
    never when any check tagged critical is not met message "Consent first."
    gold "Gold" {
      needs silver
      needs total is at least 70%
    }
    silver "Silver" {
      needs total is at least 55%
      needs at least half of criteria are at least fair
    }
    otherwise not_yet "Not yet"
  }
  advise "Plan a second look." when total is below 40%
}
`;
}

/** A seeded generator of whole numbers below a bound. */
export function dice(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Edits: which row gets which value. Nine of ten rows are rated before the first. */
export function edits({ rows, levels }, count, seed = 7) {
  const roll = dice(seed);
  const value = (row) => (row.check ? roll(4) > 0 : levels[Math.min(roll(6), 4)]);
  const first = rows.filter(() => roll(10) > 0).map((row) => [row.name, value(row)]);
  const then = Array.from({ length: count }, () => {
    const row = rows[roll(rows.length)];
    return [row.name, value(row)];
  });
  return { first, then };
}

// What readers are told, word for word: every rubric of the gallery half-way
// rated, and a rubric with one condition of each form, in English and Spanish.
// The texts beside were read and found right by a person; a change of one shows here.
// `node pkg/test/sentences.test.mjs --write` writes them anew, to be read again.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { load } from "../dist/node.js";

const here = dirname(fileURLToPath(import.meta.url));
const gallery = join(here, "..", "..", "www", "rubrics");
const rubricate = await load();
const write = process.argv.includes("--write");

/** Every other row, at levels and values that take turns. */
function halfway(outline) {
  const rows = outline.rows.filter((row) => !row.workedOut);
  return rows.flatMap((row, index) => {
    if (index % 2 === 1) return [];
    const turn = index / 2;
    if (row.kind === "criterion") return [[row.name, (row.levels[[1, 0, row.levels.length - 1, 2][turn % 4]] ?? row.levels[0]).name]];
    return [[row.name, row.kind === "check" ? turn % 3 !== 0 : (row.values[0] ?? row.from)]];
  });
}

function told(rubric, ratings, options) {
  const { results, awards, advice, evidence, rows, scores } = rubric.score(Object.fromEntries(ratings), options);
  const lines = [];
  for (const [name, { label, state, rungs }] of [...Object.entries(results), ...Object.entries(awards)]) {
    lines.push("", `${name}: ${label === "" ? "–" : label} (${state})`);
    for (const rung of rungs) {
      lines.push(`  ${rung.label}: ${rung.state}`);
      for (const one of rung.holds) lines.push(`    + ${one}`);
      for (const { sentence, message } of rung.reasons) lines.push(`    - ${message === null ? "" : `[${message}] `}${sentence}`);
    }
  }
  const list = (title, all) => all.length > 0 && lines.push("", title, ...all.map((one) => `  ${one}`));
  list("scores", Object.entries(scores).map(([name, one]) => `${name}: ${one.text || `${one.lowest.text} … ${one.highest.text}`}`));
  list("rows", Object.entries(rows).flatMap(([name, { short }]) => (short ? [`${name}: ${short}`] : [])));
  list("advice", advice.map(({ text, row }) => `${row ?? "–"}: ${text}`));
  list("evidence", Object.values(evidence.slots).flatMap(({ findings }) => findings.map(({ sentence }) => sentence)));
  return lines;
}

const GALLERY = readdirSync(gallery).filter((file) => file.endsWith(".rubric")).sort();
const LOCALES = [["en", "en-US"], ["es", "es-ES"]];

function held(name, text) {
  const file = join(here, "sentences", `${name}.txt`);
  if (write) writeFileSync(file, text);
  assert.equal(text, readFileSync(file, "utf8"), `${name}: read it again, then \`node pkg/test/sentences.test.mjs --write\``);
}

describe("sentences", () => {
  for (const [language, locale] of LOCALES) {
    it(`of the gallery, half-way rated, in ${language}`, () => {
      const all = GALLERY.flatMap((file) => {
        const rubric = rubricate.compile(readFileSync(join(gallery, file), "utf8"));
        return ["", `=== ${file}`, ...told(rubric, halfway(rubric.outline), { locale, today: "2025-08-01" })];
      });
      held(`gallery.${language}`, `${all.slice(1).join("\n")}\n`);
    });
    it(`of one condition of each form, in ${language}`, () => {
      const source = readFileSync(join(here, "sentences", "forms.rubric"), "utf8");
      const rubric = rubricate.compile(source);
      const stands = [
        ["nothing rated", [], { locale }],
        ["half-way rated", halfway(rubric.outline), { locale, today: "2025-08-01", answers: { stage: "first_year", late: 4, handed_in: "2025-08-04", team: false, years: 1 }, comments: { aim: "So." } }],
        ["closed, with everything at its lowest", rubric.outline.rows.filter((row) => !row.workedOut).map((row) => [row.name, row.kind === "check" ? false : (row.levels[0]?.name ?? row.from)]), { locale, today: "2025-08-01", close: true }],
      ];
      const all = stands.flatMap(([name, ratings, options]) => ["", `=== ${name}`, ...told(rubric, ratings, options)]);
      held(`forms.${language}`, `${all.slice(1).join("\n")}\n`);
    });
  }
});

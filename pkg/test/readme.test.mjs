// What the readmes say is true: every ```js fence runs against the built
// package, a readme's fences as one module, and every `// → VALUE` behind an
// expression, or behind `const NAME = ...`, is what comes out.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, it } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const folder = mkdtempSync(join(tmpdir(), "rubricate-readme-"));
after(() => rmSync(folder, { recursive: true, force: true }));
// As a stranger has it: a project of its own, with the package in node_modules.
mkdirSync(join(folder, "node_modules"));
symlinkSync(join(root, "pkg"), join(folder, "node_modules", "rubricate"), "junction");

/** The lines of all fences of a language, with their numbers in the file. */
function fenced(text, language) {
  const lines = text.split("\n");
  const found = [];
  let inside = null;
  for (const [index, line] of lines.entries()) {
    if (inside === null) inside = line.startsWith("```") ? line.slice(3).trim() : null;
    else if (line === "```") inside = null;
    else if (inside === language) found.push({ line, number: index + 1 });
  }
  return found;
}

const CLAIM = /^(\s*)(.*?);?\s*\/\/ → (.*)$/;
const NAMED = /^const (\w+) =/;

/** A line with its claim turned into a call that holds it. */
function held({ line, number }) {
  const found = CLAIM.exec(line);
  if (!found) return line;
  const [, indent, code, wanted] = found;
  const name = NAMED.exec(code)?.[1];
  return name === undefined
    ? `${indent}await __hold(${number}, async () => (${code}), (${wanted}));`
    : `${indent}${code}; await __hold(${number}, async () => ${name}, (${wanted}));`;
}

it("the page in the readme has a sound rubric, and loads the elements", async () => {
  const page = fenced(readFileSync(join(root, "README.md"), "utf8"), "html").map(({ line }) => line).join("\n");
  const [, source] = /<script type="text\/rubric">([^]*?)<\/script>/.exec(page);
  const { load } = await import("rubricate");
  assert.deepEqual((await load()).check(source), []);
  assert.match(page, /<script type="module">import "rubricate\/elements";<\/script>/);
});

for (const path of ["README.md", "pkg/README.md"]) {
  describe(path, () => {
    const text = readFileSync(join(root, path), "utf8");

    it("says what comes out", async () => {
      const lines = fenced(text, "js");
      assert.ok(lines.length >= 10, `${path} has no \`\`\`js fence`);
      let claims = 0;
      globalThis.__hold = async (number, value, wanted) => {
        claims += 1;
        // Records of an outcome have no prototype; as data they are the same.
        const plain = (one) => (one === undefined ? undefined : JSON.parse(JSON.stringify(one)));
        assert.deepEqual(plain(await value()), plain(wanted), `${path}:${number}`);
      };
      const file = join(folder, `${path.replaceAll(/\W/g, "_")}.mjs`);
      writeFileSync(file, lines.map(held).join("\n"));
      await import(pathToFileURL(file));
      assert.ok(claims >= 3, `${path}: only ${claims} values are claimed`);
    });

    it("shows rubrics that are sound", async () => {
      const { load } = await import("rubricate");
      const rubricate = await load();
      const source = fenced(text, "rubric").map(({ line }) => line).join("\n");
      assert.ok(source.includes("rubric "), `${path} shows no rubric`);
      // A note is worth knowing, and nothing is wrong: short rubrics leave texts out.
      assert.deepEqual(rubricate.check(source).filter(({ severity }) => severity !== "info"), []);
    });

    it("links to files that are there", () => {
      const links = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, link]) => link).filter((link) => !link.includes(":"));
      for (const link of links) assert.doesNotThrow(() => readFileSync(join(root, dirname(path), link)), `${path} links to ${link}`);
    });
  });
}

describe("pkg/README.md", () => {
  it("names everything that is exported, and every member of what is returned", async () => {
    const text = readFileSync(join(root, "pkg", "README.md"), "utf8");
    const exported = await import("rubricate");
    const { load, RubricError } = exported;
    const rubricate = await load();
    const rubric = rubricate.compile("rubric t { check a; score s = a }");
    const assessment = rubric.start();
    const members = (one) => Object.getOwnPropertyNames(Object.getPrototypeOf(one)).filter((name) => name !== "constructor");
    const hidden = ["handle", "row", "scoreAll", "digest", "rowAt", "edits", "hashOf"]; // Marked in the source as no part of the surface.
    const names = [
      ...Object.keys(exported), ...members(rubricate), ...members(rubric), ...members(assessment),
      ...Object.keys(assessment.outcome), ...Object.keys(assessment.outcome.rows.a), ...Object.keys(assessment.outcome.scores.s),
      ...Object.keys(rubric.outline), ...Object.keys(assessment.rate("a", true)), ...Object.keys(rubricate.check("")[0]),
      ...Object.keys(new RubricError("x")).filter((name) => name !== "name"),
    ].filter((name) => !hidden.includes(name));
    assert.ok(names.length > 40);
    const missing = names.filter((name) => !new RegExp(`\`[^\`\n]*\\b${name}\\b[^\`\n]*\``).test(text));
    assert.deepEqual(missing, [], "pkg/README.md does not say what these are");
  });
});

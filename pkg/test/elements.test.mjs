// What is said of the elements is all there is: every attribute, event, part,
// slot, state and custom property that the sources use is in the manifest.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { readme, written } from "../scripts/manifest.mjs";

const pkg = join(fileURLToPath(import.meta.url), "..", "..");
const folder = join(pkg, "src", "elements");
const manifest = JSON.parse(readFileSync(join(pkg, "custom-elements.json"), "utf8"));
const elements = manifest.modules.map(({ path, declarations: [declaration] }) => ({ path, ...declaration }));
const byTag = (tag) => elements.find(({ tagName }) => tagName === tag);
const names = (all) => new Set(all.map(({ name }) => name));

/** A file of the elements with all it draws in: what it imports of this folder, at any depth. */
function sources(file, seen = new Map()) {
  if (seen.has(file)) return seen;
  const text = readFileSync(file, "utf8");
  seen.set(file, text);
  for (const [, specifier] of text.matchAll(/^import (?!type)[^;]*? from "(\.[^"]+)\.js";$/gm)) {
    const next = join(file, "..", `${specifier}.ts`);
    // Another element has a manifest of its own.
    if (next.startsWith(folder) && !/(assessment|report|editor|evidence-slot)\.ts$/.test(next)) sources(next, seen);
  }
  return seen;
}
const textOf = (element) => [...sources(join(folder, element.path.replace("dist/elements/", "").replace(".js", ".ts"))).values()].join("\n");

describe("custom-elements.json", () => {
  it("is what the sources say now, and so is the readme", () => {
    assert.equal(readFileSync(join(pkg, "custom-elements.json"), "utf8"), written(), "run node pkg/scripts/manifest.mjs");
    const text = readFileSync(join(pkg, "README.md"), "utf8");
    assert.equal(text, readme(text), "run node pkg/scripts/manifest.mjs");
  });

  it("names the elements that are registered, in files that are there", async () => {
    const index = readFileSync(join(folder, "index.ts"), "utf8");
    const declared = [...index.matchAll(/"(rubric-[\w-]+)": \w+;/g)].map(([, tag]) => tag);
    assert.deepEqual(elements.map(({ tagName }) => tagName).sort(), declared.sort());
    for (const { path } of elements) assert.ok(existsSync(join(pkg, path)), path);
  });

  it("names every attribute that the classes observe", async () => {
    // On a server the module defines nothing and throws nothing; its classes know their attributes.
    const module = await import("rubricate/elements");
    for (const element of elements) {
      const observed = module[element.name].observedAttributes;
      assert.ok(observed.length > 0, element.name);
      assert.deepEqual([...names(element.attributes)].sort(), [...observed].sort(), element.tagName);
      for (const attribute of element.attributes) assert.ok(attribute.description.length > 10 && attribute.type.text, `${element.tagName} ${attribute.name}`);
    }
  });

  it("names every event, with the type of what it carries", () => {
    for (const element of elements) {
      const text = textOf(element);
      const told = new Set([...text.matchAll(/(?:\.emit\(|tell\(this, )"(rubric-[\w-]+)"/g)].map(([, name]) => name));
      assert.ok(told.size > 0, element.tagName);
      assert.deepEqual([...names(element.events)].sort(), [...told].sort(), element.tagName);
      for (const event of element.events) assert.match(event.type.text, /^Rubric\w+Event$/);
    }
  });

  it("names every part and every slot", () => {
    for (const element of elements) {
      const text = textOf(element);
      const known = names(element.cssParts);
      const parts = new Set([...text.matchAll(/part(?:="([^"$]+)"|=\$\{[^}]*? \? "([^"]+)" : "([^"]+)")/g)].flatMap(([, ...found]) => found.filter(Boolean).flatMap((one) => one.split(" "))));
      for (const [, one] of text.matchAll(/part: "([^"]+)"/g)) for (const part of one.split(" ")) parts.add(part);
      // Parts of a drawing that this element does not make are another's.
      const missing = [...parts].filter((part) => !known.has(part) && !others(element, part));
      assert.deepEqual(missing, [], element.tagName);
      assert.ok(known.size > 3, element.tagName);
      const slots = new Set([...text.matchAll(/<slot name="([\w-]+)"/g)].map(([, name]) => name));
      assert.deepEqual([...names(element.slots)].sort(), [...slots].sort(), element.tagName);
    }
  });

  it("names every custom property that a host may set", () => {
    for (const element of elements) {
      const used = new Set([...textOf(element).matchAll(/var\((--rubric-[\w-]+)/g)].map(([, name]) => name));
      for (const name of used) assert.ok(names(element.cssProperties).has(name), `${element.tagName} ${name}`);
      const read = readFileSync(join(pkg, "README.md"), "utf8");
      for (const name of names(element.cssProperties)) assert.ok(read.includes(`\`${name}\``), name);
    }
  });

  it("says what each thing is", () => {
    for (const element of elements) {
      for (const kind of ["attributes", "events", "slots", "cssParts", "cssProperties", "members"]) for (const one of element[kind]) assert.ok(one.description?.length > 3, `${element.tagName} ${kind} ${one.name}`);
    }
  });
});

/** Whether a part that the sources draw together belongs to the other element that they draw. */
function others(element, part) {
  const shared = { "rubric-report": "rubric-assessment", "rubric-assessment": "rubric-report" }[element.tagName];
  return shared !== undefined && names(byTag(shared).cssParts).has(part);
}

describe("the words", () => {
  it("are in every language, each its own", async () => {
    const [{ en }, { es }] = await Promise.all([import("../dist/elements/words/en.js"), import("../dist/elements/words/es.js")]);
    assert.deepEqual(Object.keys(es), Object.keys(en));
    const asked = { state: "rated", evidenceState: "complete", rung: "earned", severity: "warning" };
    const said = (terms) => Object.entries(terms).map(([name, term]) => [name, typeof term === "function" ? term(asked[name] ?? "a", "b", "c") : term]);
    const spanish = new Map(said(es));
    // The same in both languages by chance.
    const same = said(en).filter(([name, text]) => spanish.get(name) === text && !["$dir", "no"].includes(name)).map(([name]) => name);
    assert.deepEqual(same, []);
  });

  it("are all used", () => {
    const all = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".ts") && !file.startsWith("words")).map((file) => readFileSync(join(folder, file), "utf8")).join("\n");
    const terms = [...readFileSync(join(folder, "words", "terms.ts"), "utf8").matchAll(/^  (\w+): /gm)].map(([, name]) => name);
    // Every one stands in quotes somewhere: in `term("...")`, or in a choice of two.
    const unused = terms.filter((name) => !new RegExp(`"${name}"`).test(all));
    assert.deepEqual(unused, []);
  });
});

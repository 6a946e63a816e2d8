// What the types say: every exported name and every member of it is explained,
// and nothing is `any`.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";

const dist = new URL("../dist/", import.meta.url);
const ENTRIES = ["index.d.ts", "node.d.ts", "inline.d.ts", "worker/index.d.ts", "worker/node.d.ts", "evidence/index.d.ts", "evidence/node.d.ts"];
const texts = new Map();
const textOf = (url) => {
  if (!texts.has(url.href)) texts.set(url.href, readFileSync(url, "utf8"));
  return texts.get(url.href);
};
const beside = (path, url) => new URL(path.replace(/\.js$/, ".d.ts"), url);

/** The names that an entry exports, with the file that declares each. */
function exported(url, names = null, found = new Map()) {
  const text = textOf(url);
  for (const [, list, from] of text.matchAll(/^export (?:type )?\{([^}]*)\} from "(\.[^"]*)";/gm)) {
    const all = list.split(",").map((one) => one.replace(/^\s*type\s+/, "").trim()).filter(Boolean);
    exported(beside(from, url), new Set(all.filter((one) => names === null || names.has(one))), found);
  }
  for (const [, from] of text.matchAll(/^export \* from "(\.[^"]*)";/gm)) exported(beside(from, url), names, found);
  for (const [, name] of text.matchAll(/^export (?:declare )?(?:abstract )?(?:class|interface|type|function|const) (\w+)/gm)) {
    if (names === null || names.has(name)) found.set(`${name} of ${url.pathname.split("/dist/")[1]}`, { name, url });
  }
  return found;
}

/** The lines of a declaration, and whether a comment stands before it. */
function declared({ name, url }) {
  const lines = textOf(url).split("\n");
  const from = lines.findIndex((line) => new RegExp(`^export (?:declare )?(?:abstract )?(?:class|interface|type|function|const) ${name}\\b`).test(line));
  let to = from;
  while (to < lines.length - 1 && !/^[}]|;$/.test(lines[to])) to += 1;
  if (/\{$/.test(lines[from])) for (to = from + 1; to < lines.length && !lines[to].startsWith("}"); to += 1);
  return { lines: lines.slice(from, to + 1), explained: /\*\/\s*$/.test(lines[from - 1] ?? ""), block: /^export (?:declare )?(?:abstract )?(class|interface)/.test(lines[from]) };
}

/** Members of a class or an interface that no comment stands before. */
function silent(lines) {
  const found = [];
  for (const [at, line] of lines.entries()) {
    const member = /^ {4}(?:readonly |static |get |set |override |abstract )*(\w+)\??[(:<]/.exec(line)?.[1];
    if (!member || member === "constructor" || /^ {4}(private|protected|#)/.test(line)) continue;
    const before = lines[at - 1].trim();
    // Overloads share the comment of the first.
    const again = before.startsWith(`${member}(`);
    if (!before.endsWith("*/") && !again) found.push(member);
  }
  return found;
}

const all = new Map(ENTRIES.flatMap((entry) => [...exported(new URL(entry, dist))]));

describe("the types of the surface", () => {
  it("are many", () => assert.ok(all.size > 90, `${all.size} names`));
  it("are explained, with every member", () => {
    const missing = [];
    for (const [title, one] of all) {
      const { lines, explained, block } = declared(one);
      if (!explained) missing.push(title);
      if (block) missing.push(...silent(lines).map((member) => `${one.name}.${member}`));
    }
    assert.deepEqual([...new Set(missing)], []);
  });
  it("notice what is not explained", () => {
    assert.deepEqual(silent(["export interface X {", "    /** Said. */", "    readonly a: string;", "    readonly b?: number;", "    c(): void;", "    get d(): string;", "    private e;", "    [name: string]: unknown;", "}"]), ["b", "c", "d"]);
  });
  it("leave nothing open", () => {
    const files = new Set([...all.values()].map(({ url }) => url.href));
    for (const file of files) {
      const code = textOf(new URL(file)).replaceAll(/\/\*[^]*?\*\/|\/\/.*|"[^"]*"/g, "");
      assert.doesNotMatch(code, /\bany\b/, file);
    }
  });
});

// The API reference, written from the declarations that TypeScript makes of the
// package: every entry, everything it exports, every public member with its
// type and what is said of it in the source. Run it when they change:
// node pkg/scripts/api.mjs
//
// TypeScript 7 has no API to ask, so the declarations are read here. They are
// printed by the compiler in one form, and whatever this reader does not know
// stops it.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const pkg = fileURLToPath(new URL("../", import.meta.url));
export const page = join(pkg, "docs", "api.md");

const ENTRIES = [
  ["rubricate", "index", "The engine. It starts once; after that everything is synchronous."],
  ["rubricate/inline", "inline", "The same as `rubricate`, with the engine inside the script: for pages that can load no further file."],
  ["rubricate/worker", "worker/index", "The engine in a worker, with the same names: what is a value in `rubricate` is a promise here."],
  ["rubricate/evidence", "evidence/index", "Facts of real files, read on the device."],
  ["rubricate/elements", "elements/index", "Custom elements. Importing it registers them."],
  ["rubricate/codemirror", "codemirror/index", "Rubrics in CodeMirror 6."],
];
/** What is said of members that only the package itself calls. */
const INTERNAL = /Not part of the public surface|^Use `/;
/** What a browser or Lit calls, and what every form control has. */
const CALLBACKS = /^(?:connectedCallback|disconnectedCallback|adoptedCallback|attributeChangedCallback|form\w+Callback|createRenderRoot|requestUpdate|form|type|validity|validationMessage|willValidate|checkValidity|reportValidity)$/;

/** Where the thing that opens at a place ends; strings, templates and comments are passed over. */
function skip(text, at) {
  const pairs = { "{": "}", "(": ")", "[": "]" };
  if (text.startsWith("/*", at)) return text.indexOf("*/", at) + 2;
  if (text.startsWith("//", at)) return text.indexOf("\n", at);
  if (/["'`]/.test(text[at])) {
    let end = at + 1;
    while (text[end] !== text[at]) end += text[end] === "\\" ? 2 : 1;
    return end + 1;
  }
  const close = pairs[text[at]];
  if (!close) return at + 1;
  let end = at + 1;
  while (text[end] !== close) {
    if (end >= text.length) throw new Error(`never closed: ${text.slice(at, at + 60)}`);
    end = skip(text, end);
  }
  return end + 1;
}

/** Statements or members of a text, each with the comment before it. */
function pieces(text) {
  const all = [];
  let [at, doc, start] = [0, "", -1];
  const put = (end) => {
    if (start >= 0) all.push({ doc, text: text.slice(start, end).trim() });
    [doc, start] = ["", -1];
  };
  while (at < text.length) {
    if (start < 0 && text.startsWith("/**", at)) {
      const end = skip(text, at);
      doc = text.slice(at + 3, end - 2);
      at = end;
    } else if (start < 0 && text.startsWith("//", at)) at = skip(text, at);
    else if (start < 0 && /\s/.test(text[at])) at += 1;
    else if (text[at] === ";") { put(at); at += 1; }
    else {
      if (start < 0) start = at;
      const block = text[at] === "{";
      at = skip(text, at);
      // A class or an interface ends with its block; a type goes on.
      if (block && /^(?:export )?(?:declare )?(?:abstract )?(?:class|interface|global)\b/.test(text.slice(start, at))) put(at);
      else if (block && /^(?:export|import) (?:type )?\{/.test(text.slice(start, at)) && !/^\s*from\b/.test(text.slice(at))) put(at);
    }
  }
  put(at);
  return all.filter((piece) => piece.text !== "");
}

const files = new Map();
function read(path) {
  if (!files.has(path)) files.set(path, pieces(readFileSync(path, "utf8")));
  return files.get(path);
}

const beside = (path, from) => join(dirname(path), from.replace(/\.js$/, ".d.ts"));

/** Everything a file exports: name, declaration, comment. */
function exportsOf(path) {
  const all = new Map();
  for (const { doc, text } of read(path)) {
    let found;
    if ((found = /^export \* from "(\.[^"]+)"$/.exec(text))) for (const [name, one] of exportsOf(beside(path, found[1]))) all.set(name, one);
    else if ((found = /^export (?:type )?\{([^}]*)\} from "(\.[^"]+)"$/.exec(text))) {
      const there = exportsOf(beside(path, found[2]));
      for (const name of names(found[1])) all.set(name.as, there.get(name.of) ?? wrong(path, `${name.of} is not exported by ${found[2]}`));
    } else if ((found = /^export (?:type )?\{([^}]*)\}$/.exec(text))) {
      for (const name of names(found[1])) all.set(name.as, local(path, name.of));
    } else if ((found = /^export (?:declare )?(?:abstract )?(class|interface|type|const|function) (\w+)/.exec(text))) all.set(found[2], { name: found[2], kind: found[1], doc, text, path });
    else if (/^export/.test(text) && text !== "export {}") wrong(path, `cannot be read: ${text.slice(0, 80)}`);
  }
  return all;
}

function names(list) {
  return list.split(",").map((one) => one.trim().replace(/^type /, "")).filter(Boolean).map((one) => {
    const [of, as = of] = one.split(/\s+as\s+/);
    return { of, as };
  });
}

/** What a file declares or imports under a name. */
function local(path, name) {
  for (const { doc, text } of read(path)) {
    const declared = new RegExp(`^(?:export )?(?:declare )?(?:abstract )?(class|interface|type|const|function) ${name}\\b`).exec(text);
    if (declared) return { name, kind: declared[1], doc, text, path };
    const imported = /^import (?:type )?\{([^}]*)\} from "(\.[^"]+)"$/.exec(text);
    const found = imported && names(imported[1]).find(({ as }) => as === name);
    if (found) return exportsOf(beside(path, imported[2])).get(found.of) ?? wrong(path, `${name} is imported and not exported`);
  }
  return wrong(path, `${name} is not declared`);
}

function isLocal(path, name) {
  try {
    return Boolean(local(path, name));
  } catch {
    return false;
  }
}

function wrong(path, why) {
  throw new Error(`${path}: ${why}`);
}

/** The lines of a comment without its stars. */
function lines(doc) {
  return doc.split("\n").map((line) => line.replace(/^\s*\* ?/, "").trimEnd()).join("\n").trim();
}

/** A comment as a text of one line: for a cell of a table. */
function cell(doc) {
  return lines(doc).replace(/```[^]*?```/g, "").split(/\n\s*\n/).map((part) => part.replace(/\s+/g, " ").trim()).filter(Boolean)
    .join(" ").replace(/@throws (\w+) /g, "Throws a `$1` ").replace(/@(?:param|returns)\b/g, "").replaceAll("|", "\\|").trim();
}

/** A comment as it is, without the tags that tables of the elements are made of. */
const whole = (doc) => lines(doc).split("\n").filter((line) => !/^@(?:fires|slot|csspart|cssprop|cssstate)\b/.test(line)).join("\n").replace(/\n{3,}/g, "\n\n").trim().replace(/^@throws (\w+) /gm, "Throws a `$1` ");
const code = (text) => `\`${text.replace(/\breadonly (?=\w+\??:)/g, "").replace(/\s+/g, " ").trim().replaceAll("|", "\\|")}\``;

/** What a class or an interface extends, as it is written. */
function basesOf({ text }) {
  const head = text.slice(0, text.indexOf("{"));
  return (/\bextends ([^{]+?)(?: implements [^{]+)?\s*$/.exec(head.trim())?.[1] ?? "").split(/,\s*(?![^<]*>)/).map((base) => base.trim()).filter(Boolean);
}

/** The public members of a class or an interface; those of what it extends too, where that is no export of its own. */
function members(one, known = new Map()) {
  const hidden = basesOf(one).filter((base) => /^\w+$/.test(base) && !known.has(base)).flatMap((base) => {
    try {
      return members(local(one.path, base), known);
    } catch {
      return []; // It is no declaration of the package, such as `Error`.
    }
  });
  return [...hidden, ...ownMembers(one)];
}

function ownMembers({ kind, text, path }) {
  const open = text.indexOf("{");
  const all = pieces(text.slice(open + 1, text.lastIndexOf("}")));
  const element = kind === "class" && /extends (?:RubricElement|RubricControl|LitElement)\b/.test(text.slice(0, open));
  const seen = [];
  for (const { doc, text: written } of all) {
    const name = /^(?:readonly |static |get |set )*(\[[\w.]+\]|\w+|"[^"]+")/.exec(written)?.[1];
    if (/^(?:#|private |protected )/.test(written) || INTERNAL.test(lines(doc)) || name === "constructor") continue;
    if (element && (/^static /.test(written) || CALLBACKS.test(name ?? "") || /^override /.test(written))) continue;
    if (!name) wrong(path, `a member cannot be read: ${written.slice(0, 60)}`);
    const before = seen.find((one) => one.name === name && /^[gs]et /.test(written));
    if (before) before.settable = true;
    else seen.push({ name, doc, text: written.replace(/^get (\w+)\(\): ([^]*)$/, "$1: $2").replace(/^(static )?readonly /, "$1"), readonly: /readonly |^get /.test(written), settable: false });
  }
  return seen;
}

/** Links to other things on the page that a type names. */
function linked(text, known, own) {
  const found = [...new Set(text.match(/\b[A-Z]\w+\b/g) ?? [])].filter((name) => known.has(name) && name !== own);
  return found.map((name) => `[${name}](#${known.get(name)})`).join(", ");
}

function section(one, known) {
  const { name, kind, doc, text } = one;
  const said = whole(doc);
  const out = [`### ${name}`, ""];
  if (said && !INTERNAL.test(said)) out.push(said, "");
  if (kind === "class" || kind === "interface") {
    const bases = basesOf(one).filter((base) => linked(base, known, name) || !isLocal(one.path, base));
    if (bases.length > 0) out.push(`A ${kind === "class" ? "class" : "record"} with what ${bases.map((base) => linked(base, known, name) || code(base)).join(" and ")} has, and:`, "");
    const all = members(one, known);
    if (all.length > 0) {
      out.push("| member | |", "|---|---|");
      for (const member of all) {
        const see = linked(member.text, known, name);
        out.push(`| ${code(member.text)} | ${[cell(member.doc), see && `See ${see}.`].filter(Boolean).join(" ")} |`);
      }
      out.push("");
    }
  } else {
    const form = text.replace(/^export (?:declare )?/, "");
    out.push("```ts", form, "```", "");
    const see = linked(form, known, name);
    if (see) out.push(`See ${see}.`, "");
  }
  return out;
}

const RANK = { function: 0, const: 0, class: 1, interface: 2, type: 2 };
const order = (a, b) => RANK[a.kind] - RANK[b.kind] || (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1);

/** The page, and what is on it by entry. */
export function reference() {
  // What an entry hands on from another is told there.
  const told = new Map();
  const entries = ENTRIES.map(([entry, path, said]) => {
    const all = [...exportsOf(join(pkg, "dist", `${path}.d.ts`))].map(([name, one]) => ({ ...one, name, is: `${one.path} ${one.name}` }));
    const own = all.filter(({ is }) => !told.has(is)).sort(order);
    for (const { is } of own) told.set(is, entry);
    return { entry, said, all, own, also: all.filter((one) => !own.includes(one)).sort(order) };
  });
  // Headings of one name are numbered, as the places that show Markdown do.
  const taken = new Map();
  const slug = (heading) => {
    const plain = heading.toLowerCase().replace(/[^\w-]/g, "");
    const before = taken.get(plain) ?? 0;
    taken.set(plain, before + 1);
    return before === 0 ? plain : `${plain}-${before}`;
  };
  slug("API reference");
  const slugs = new Map();
  for (const { entry, own } of entries) {
    slugs.set(entry, slug(entry));
    for (const { is, name } of own) slugs.set(is, slug(name));
  }
  const first = new Map();
  for (const { all } of entries) for (const { name, is } of all) if (!first.has(name)) first.set(name, slugs.get(is));
  const out = [
    "# API reference", "",
    "Everything the package exports, with the types it has. It is written from the source by `node pkg/scripts/api.mjs`; [the readme](../README.md) says how things go together, and [the recipes](recipes.md) show it.", "",
    "`readonly` is left out: everything that is handed over is plain data, and what an assessment gives is frozen.", "",
    ...entries.map(({ entry }) => `- [\`${entry}\`](#${slugs.get(entry)})`), "",
  ];
  for (const { entry, said, all, own, also } of entries) {
    const known = new Map([...first, ...all.map(({ name, is }) => [name, slugs.get(is)])]);
    out.push(`## ${entry}`, "", said, "");
    if (also.length > 0) out.push(`It exports too: ${also.map(({ name }) => `[${name}](#${known.get(name)})`).join(", ")}.`, "");
    for (const one of own) out.push(...section(one, known));
  }
  return { text: `${out.join("\n").trimEnd()}\n`, entries: entries.map(({ entry, all }) => ({ entry, names: all.map(({ name }) => name) })) };
}

/** Public members that nothing is said of, such as `Rubric.outline`. */
export function silent() {
  const all = new Map(ENTRIES.flatMap(([, path]) => [...exportsOf(join(pkg, "dist", `${path}.d.ts`)).values()].map((one) => [`${one.path} ${one.name}`, one])));
  return [...all.values()].flatMap((one) => [
    ...(lines(one.doc) === "" ? [one.name] : []),
    ...(one.kind === "class" || one.kind === "interface" ? members(one).filter(({ doc }) => lines(doc) === "").map(({ name }) => `${one.name}.${name}`) : []),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(dirname(page), { recursive: true });
  writeFileSync(page, reference().text);
  console.log("pkg/docs/api.md");
}

// Writes custom-elements.json and the tables of the readme from the sources of
// the elements: what their classes declare and say of themselves.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./tools.mjs";

const folder = join(root, "pkg", "src", "elements");
const MARKS = ["<!-- elements: written by pkg/scripts/manifest.mjs -->", "<!-- /elements -->"];
/** What Lit and the browser call, and no page. */
const CALLED = /^(constructor|connectedCallback|disconnectedCallback|attributeChangedCallback|form\w+Callback|render|willUpdate|updated|firstUpdated|performUpdate|shouldUpdate)$/;

const read = (file) => readFileSync(join(folder, file), "utf8");
/** The text of a comment, in one line, and its tags. */
function comment(text) {
  const lines = text.replace(/^\/\*\*|\*\/$/g, "").split("\n").map((line) => line.replace(/^\s*\* ?/, "").trimEnd());
  const tags = lines.filter((line) => /^@/.test(line)).map((line) => /^@(\w+)\s+(?:\{([^}]*)\}\s+)?(\S+)(?:\s+-\s+(.*))?/.exec(line)).filter(Boolean);
  return { description: lines.filter((line) => !/^@/.test(line)).join(" ").replace(/\s+/g, " ").trim(), tags: tags.map(([, tag, type, name, description]) => ({ tag, type, name, description })) };
}

/** The class of a file: its own doc, its properties and what may be called on it. */
function classOf(file) {
  const source = read(file);
  const [, doc, name, base] = /(\/\*\*(?:(?!\*\/)[^])*\*\/)\s*export class (\w+) extends (\w+)/.exec(source) ?? [];
  if (!name) throw new Error(`${file} has no class with a comment`);
  const body = source.slice(source.indexOf(`export class ${name}`));
  const block = /static override properties: PropertyDeclarations = \{\n([^]*?)\n  \};/.exec(body)?.[1] ?? "";
  const members = [];
  const attributes = [];
  for (const [, field, options] of block.matchAll(/^\s+(\w+): \{(.*)\},$/gm)) {
    if (/state: true/.test(options)) continue;
    const found = new RegExp(`(/\\*\\*(?:(?!\\*/)[^])*\\*/)\\s*(?:declare ${field}: ([^;]+);|get ${field}\\(\\): ([^{]+) \\{)`).exec(body);
    if (!found) throw new Error(`${name}.${field} says nothing of itself`);
    const { description } = comment(found[1]);
    const type = { text: (found[2] ?? found[3]).trim() };
    const attribute = /attribute: false/.test(options) ? null : (/attribute: "([^"]+)"/.exec(options)?.[1] ?? field.toLowerCase());
    members.push({ kind: "field", name: field, type, description, ...(attribute ? { attribute } : {}), ...(/reflect: true/.test(options) ? { reflects: true } : {}) });
    if (attribute) attributes.push({ name: attribute, type, description, fieldName: field });
  }
  for (const [, said, kind, called, parameters, type] of body.matchAll(/^  (\/\*\*(?:(?!\*\/)[^])*?\*\/)\n  (get )?(\w+)\(([^)]*)\): ([^{]+) \{$/gm)) {
    if (CALLED.test(called) || members.some((member) => member.name === called)) continue;
    const { description } = comment(said);
    members.push(kind ? { kind: "field", name: called, type: { text: type }, readonly: !body.includes(`set ${called}(`), description } : { kind: "method", name: called, description, parameters: parameters === "" ? [] : parameters.split(", ").map((one) => ({ name: one.split(":")[0].replace("?", ""), type: { text: one.split(": ")[1] ?? "" } })), return: { type: { text: type } } });
  }
  return { file, name, base, ...comment(doc), members, attributes };
}

/** The elements that `index.ts` registers, by what stands behind the prefix. */
function registered() {
  const index = read("index.ts");
  const files = Object.fromEntries([...index.matchAll(/^import \{ ([\w, ]+) \} from "\.\/([\w-]+)\.js";$/gm)].flatMap(([, names, file]) => names.split(", ").map((name) => [name, `${file}.ts`])));
  const list = /const ELEMENTS[^{]*\{\n([^]*?)\n\};/.exec(index)?.[1] ?? "";
  return [...list.matchAll(/^\s+"?([\w-]+)"?: (\w+),$/gm)].map(([, tag, name]) => ({ tag: `rubric-${tag}`, file: files[name] }));
}

/** The manifest, of the schema that editors and documentation read. */
export function manifest() {
  const base = classOf("base.ts");
  const modules = registered().map(({ tag, file }) => {
    const { name, description, tags, members, attributes } = classOf(file);
    const of = (wanted) => tags.filter((one) => one.tag === wanted);
    const named = (wanted) => of(wanted).map((one) => ({ name: one.name, description: one.description ?? "" }));
    const path = `dist/elements/${file.replace(".ts", ".js")}`;
    const declaration = {
      kind: "class", customElement: true, name, tagName: tag, description, superclass: { name: "LitElement", package: "lit" },
      attributes: [...attributes, ...base.attributes], members: [...members, ...base.members.filter(({ name: own }) => own === "locale")],
      events: of("fires").map((one) => ({ name: one.name, type: { text: one.type }, description: one.description ?? "" })),
      slots: named("slot"), cssParts: named("csspart"), cssProperties: named("cssprop"), cssStates: named("cssstate"),
    };
    return { kind: "javascript-module", path, declarations: [declaration], exports: [{ kind: "js", name, declaration: { name, module: path } }, { kind: "custom-element-definition", name: tag, declaration: { name, module: path } }] };
  });
  return { schemaVersion: "2.1.0", modules };
}

const cell = (text) => text.replaceAll("|", "\\|");
const table = (head, lines) => (lines.length === 0 ? "" : `| ${head.join(" | ")} |\n|${head.map(() => "---").join("|")}|\n${lines.map((line) => `| ${line.map(cell).join(" | ")} |`).join("\n")}\n`);

/** What stands in the readme between the marks. */
export function tables() {
  const elements = manifest().modules.map(({ declarations: [declaration] }) => declaration);
  const shared = elements[0].cssProperties.filter(({ name }) => elements.every((one) => one.cssProperties.some((other) => other.name === name)));
  const own = (one) => one.cssProperties.filter(({ name }) => !shared.some((other) => other.name === name));
  const list = (all) => all.map(({ name, description }) => `\`${name}\` (${description.replace(/\.$/, "").replace(/^./, (first) => first.toLowerCase())})`).join(", ");
  return elements.map((one) => [
    `#### \`<${one.tagName}>\``, "", one.description.split(/(?<=\.) The contract with/)[0], "",
    table(["attribute", "property", "type", ""], one.members.filter(({ kind, attribute }) => kind === "field" && attribute).map((member) => [`\`${member.attribute}\``, `\`${member.name}\``, `\`${member.type.text}\``, member.description])),
    table(["property or method", "type", ""], one.members.filter(({ kind, attribute }) => kind === "method" || !attribute).map((member) => [`\`.${member.name}${member.kind === "method" ? `(${member.parameters.map(({ name }) => name).join(", ")})` : ""}\``, `\`${member.type?.text ?? member.return.type.text}\``, member.description])),
    table(["event", "detail", ""], one.events.map(({ name, type, description }) => [`\`${name}\``, `\`${type.text}\``, description])),
    one.slots.length > 0 ? `Slots: ${list(one.slots)}.\n` : "",
    one.cssStates.length > 0 ? `States: ${one.cssStates.map(({ name, description }) => `\`:state(${name})\` (${description.replace(/\.$/, "").replace(/^./, (first) => first.toLowerCase())})`).join(", ")}.\n` : "",
    `Parts: ${one.cssParts.map(({ name }) => `\`${name}\``).join(" ")}.\n`,
    own(one).length > 0 ? `Custom properties of its own: ${list(own(one))}.\n` : "",
  ].filter((piece, index, all) => piece !== "" || all[index - 1] !== "").join("\n")).join("\n")
    .concat(`\n#### Custom properties\n\n${table(["", ""], shared.map(({ name, description }) => [`\`${name}\``, description]))}`);
}

export const written = () => `${JSON.stringify(manifest(), null, 2)}\n`;
/** The readme with the tables as they are now. */
export function readme(text) {
  const [from, to] = MARKS.map((mark) => text.indexOf(mark));
  if (from < 0 || to < from) throw new Error("the readme has no place for the elements");
  return `${text.slice(0, from + MARKS[0].length)}\n${tables()}\n${text.slice(to)}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  writeFileSync(join(root, "pkg", "custom-elements.json"), written());
  const file = join(root, "pkg", "README.md");
  writeFileSync(file, readme(readFileSync(file, "utf8")));
}

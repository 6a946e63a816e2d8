import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { marked, type Token, type Tokens } from "marked";
import { load, type Rubricate } from "rubricate";
import type { Plugin } from "vite";
import type { GuideNode } from "../src/screens/guide-page.js";

const ID = "virtual:guide";

interface Source {
  readonly slug: string;
  readonly file: string;
}

/**
 * `virtual:guide`: the guide to the language and the reference of the package.
 * What Markdown says becomes a tree of plain nodes when the pages are built, so
 * that the browser is never handed markup.
 */
export function guide(root: string): Plugin {
  return {
    name: "guide",
    resolveId: (id) => (id === ID || id.startsWith(`${ID}/`) ? `\0${id}` : undefined),
    load: async (id) => {
      if (!id.startsWith(`\0${ID}`)) return undefined;
      const pages = read(sources(root), await load());
      const slug = id.slice(ID.length + 2);
      if (slug !== "") return `export default ${JSON.stringify(pages.find((page) => page.slug === slug)?.nodes ?? [])};`;
      const entries = pages.map(({ slug: name, title, headings }) => `{slug:${JSON.stringify(name)},title:${JSON.stringify(title)},headings:${JSON.stringify(headings)},load:()=>import(${JSON.stringify(`${ID}/${name}`)})}`);
      return `export default [${entries.join(",")}];`;
    },
  };
}

/** The language first, then the package: its readme, and the pages of its own reference where there are any. */
function sources(root: string): Source[] {
  const docs = join(root, "pkg", "docs");
  const more = existsSync(docs) ? readdirSync(docs).filter((file) => file.endsWith(".md")).sort() : [];
  return [
    { slug: "guide", file: join(root, "grammar", "GUIDE.md") },
    { slug: "idioms", file: join(root, "grammar", "IDIOMS.md") },
    { slug: "reference", file: join(root, "grammar", "REFERENCE.md") },
    { slug: "codes", file: join(root, "grammar", "CODES.md") },
    { slug: "package", file: join(root, "pkg", "README.md") },
    ...more.map((file) => ({ slug: `package-${basename(file, ".md").toLowerCase()}`, file: join(docs, file) })),
  ];
}

interface Made {
  readonly slug: string;
  readonly title: string;
  readonly headings: { id: string; text: string; level: number }[];
  readonly nodes: GuideNode[];
}

function read(pages: readonly Source[], rubricate: Rubricate): Made[] {
  return pages.map(({ slug, file }) => {
    const headings: Made["headings"] = [];
    const ids = new Set<string>();
    const maker = new Maker(rubricate, pages, slug, (text, level) => {
      let id = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
      while (ids.has(id)) id += "-";
      ids.add(id);
      headings.push({ id, text, level });
      return id;
    });
    const nodes = maker.all(marked.lexer(readFileSync(file, "utf8")));
    return { slug, title: headings[0]?.text ?? slug, headings, nodes };
  });
}

class Maker {
  constructor(
    readonly rubricate: Rubricate,
    readonly pages: readonly Source[],
    readonly slug: string,
    readonly heading: (text: string, level: number) => string,
  ) {}

  all(tokens: readonly Token[] | undefined): GuideNode[] {
    return (tokens ?? []).flatMap((token) => this.one(token));
  }

  one(token: Token): GuideNode[] {
    switch (token.type) {
      case "space": case "def": return [];
      case "heading": return [{ t: "h", level: token["depth"] as number, id: this.heading(said(token.tokens), token["depth"] as number), c: this.all(token.tokens) }];
      case "paragraph": return [{ t: "p", c: this.all(token.tokens) }];
      case "strong": case "em": case "del": return [{ t: token.type, c: this.all(token.tokens) }];
      case "blockquote": return [{ t: "quote", c: this.all(token.tokens) }];
      case "list": return [{ t: token["ordered"] ? "ol" : "ul", c: (token as Tokens.List).items.map((item) => ({ t: "li", c: this.all(item.tokens) })) }];
      case "codespan": return [{ t: "code", text: unescaped(token["text"] as string) }];
      case "code": return [{ t: "pre", lang: String(token["lang"] ?? ""), lines: this.code(String(token["lang"] ?? ""), token["text"] as string) }];
      case "br": return [{ t: "br" }];
      case "hr": return [{ t: "hr" }];
      case "link": return [this.link(token as Tokens.Link)];
      case "table": return [{ t: "table", head: (token as Tokens.Table).header.map((cell) => this.all(cell.tokens)), rows: (token as Tokens.Table).rows.map((row) => row.map((cell) => this.all(cell.tokens))) }];
      // Markup in a page is shown as the text it is.
      default: return inner(token).length > 0 ? this.all(inner(token)) : [unescaped(String("text" in token ? token.text : token.raw))];
    }
  }

  link({ href, tokens }: Tokens.Link): GuideNode {
    const [path = "", place] = href.split("#");
    const page = path === "" ? this.slug : this.pages.find(({ file }) => basename(file) === basename(path) && /\.md$/.test(path) && file.includes(path.replace(/^(\.\.?\/)+/, "")))?.slug;
    const web = /^https?:/.test(href) ? href : null;
    const inner = this.all(tokens);
    // The name of a file says nothing here; the title of its page does.
    const named = inner.length === 1 && typeof inner[0] === "string" && inner[0].endsWith(".md") && page ? [titleOf(this.pages, page)] : inner;
    return { t: "a", page: web ? null : (page ?? null), place: place ?? null, url: web, c: named };
  }

  /** Code of our language in its colours. The lines `#=` are for the tests. */
  code(lang: string, text: string): [string, string][] {
    if (lang !== "rubric") return [["", text]];
    const source = text.split("\n").filter((line) => !/^\s*#=/.test(line)).join("\n");
    const pieces: [string, string][] = [];
    let at = 0;
    for (const { from, to, kind } of this.rubricate.tokens(source)) {
      if (from > at) pieces.push(["", source.slice(at, from)]);
      pieces.push([kind, source.slice(from, to)]);
      at = to;
    }
    if (at < source.length) pieces.push(["", source.slice(at)]);
    return pieces;
  }
}

function titleOf(pages: readonly Source[], slug: string): string {
  const file = pages.find((page) => page.slug === slug)?.file ?? "";
  return /^# (.+)$/m.exec(readFileSync(file, "utf8"))?.[1] ?? slug;
}

function said(tokens: readonly Token[] | undefined): string {
  return (tokens ?? []).map((token) => (inner(token).length > 0 ? said(inner(token)) : unescaped(String("text" in token ? token.text : token.raw)))).join("");
}

function inner(token: Token): readonly Token[] {
  return "tokens" in token ? (token.tokens ?? []) : [];
}

const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

/** The lexer escapes some text for HTML; here it stays text. */
function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}

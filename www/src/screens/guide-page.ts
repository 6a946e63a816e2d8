// A page of the guide as it comes from the build: a tree of plain nodes, no markup.
import { html, nothing, type TemplateResult } from "lit";
import { webLink } from "../parts/web-link.js";

/** A piece of text, or something with pieces inside. `t` says what it is. */
export type GuideNode =
  | string
  | { readonly t: "h"; readonly level: number; readonly id: string; readonly c: readonly GuideNode[] }
  | { readonly t: "p" | "strong" | "em" | "del" | "quote" | "li"; readonly c: readonly GuideNode[] }
  | { readonly t: "ul" | "ol"; readonly c: readonly GuideNode[] }
  | { readonly t: "code"; readonly text: string }
  | { readonly t: "br" | "hr" }
  | { readonly t: "pre"; readonly lang: string; readonly lines: readonly (readonly [kind: string, text: string])[] }
  | { readonly t: "a"; readonly page: string | null; readonly place: string | null; readonly url: string | null; readonly c: readonly GuideNode[] }
  | { readonly t: "table"; readonly head: readonly (readonly GuideNode[])[]; readonly rows: readonly (readonly (readonly GuideNode[])[])[] };

export interface GuideEntry {
  readonly slug: string;
  readonly title: string;
  readonly headings: readonly { readonly id: string; readonly text: string; readonly level: number }[];
  readonly load: () => Promise<{ readonly default: readonly GuideNode[] }>;
}

/** The nodes, drawn. */
export function guideNodes(nodes: readonly GuideNode[], address: (page: string, place: string | null) => string, names: { readonly table: string; readonly code: string }): (TemplateResult | string | typeof nothing)[] {
  const inner = (pieces: readonly GuideNode[]) => guideNodes(pieces, address, names);
  return nodes.map((node) => {
    if (typeof node === "string") return node;
    switch (node.t) {
      case "h": return heading(node.level, node.id, inner(node.c));
      case "p": return html`<p>${inner(node.c)}</p>`;
      case "strong": return html`<strong>${inner(node.c)}</strong>`;
      case "em": return html`<em>${inner(node.c)}</em>`;
      case "del": return html`<del>${inner(node.c)}</del>`;
      case "quote": return html`<blockquote>${inner(node.c)}</blockquote>`;
      case "li": return html`<li>${inner(node.c)}</li>`;
      case "ul": return html`<ul>${inner(node.c)}</ul>`;
      case "ol": return html`<ol>${inner(node.c)}</ol>`;
      case "code": return html`<code>${node.text}</code>`;
      case "br": return html`<br />`;
      case "hr": return html`<hr />`;
      case "pre": return html`<pre tabindex="0" role="group" aria-label=${names.code}><code>${node.lines.map(([kind, text]) => (kind === "" ? text : html`<span class="tok-${kind}">${text}</span>`))}</code></pre>`;
      case "a": return node.page !== null ? html`<a href=${address(node.page, node.place)}>${inner(node.c)}</a>` : html`${node.url === null ? inner(node.c) : webLink(plain(node.c), node.url)}`;
      case "table": return html`<div class="table-box" tabindex="0" role="group" aria-label=${names.table}><table>${node.head.every((cell) => cell.length === 0) ? nothing : html`<thead><tr>${node.head.map((cell) => (cell.length === 0 ? html`<td></td>` : html`<th scope="col">${inner(cell)}</th>`))}</tr></thead>`}
        <tbody>${node.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${inner(cell)}</td>`)}</tr>`)}</tbody></table></div>`;
    }
  });
}

/** The text without what is around it. */
export function plain(nodes: readonly GuideNode[]): string {
  return nodes.map((node) => (typeof node === "string" ? node : "c" in node ? plain(node.c) : "text" in node ? node.text : "")).join("");
}

function heading(level: number, id: string, inner: unknown): TemplateResult {
  if (level === 1) return html`<h1 id=${id} tabindex="-1">${inner}</h1>`;
  if (level === 2) return html`<h2 id=${id} tabindex="-1">${inner}</h2>`;
  return html`<h3 id=${id} tabindex="-1">${inner}</h3>`;
}

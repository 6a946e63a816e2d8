// Makes elements. Texts only ever become text nodes: a rubric comes from
// strangers, and nothing in it can become markup.

export type Child = Node | string | null;
export type Attributes = Readonly<Record<string, string | boolean>>;

/** An element with its attributes and children; `false` leaves an attribute out. */
export function el<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** Sets a text only when it differs, so that nothing is laid out or announced for nothing. */
export function setText(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * Makes these the children of a parent. Nodes that stay are not moved, so what
 * is focused in them stays focused.
 */
export function reconcile(parent: Node, nodes: readonly Node[]): void {
  const wanted = new Set(nodes);
  for (const child of [...parent.childNodes]) if (!wanted.has(child)) parent.removeChild(child);
  nodes.forEach((node, index) => {
    const there = parent.childNodes[index] ?? null;
    if (there !== node) parent.insertBefore(node, there);
  });
}

/** A link when the address is one of the web; otherwise only its text. */
export function webLink(text: string, address: string | null): HTMLElement {
  const url = address !== null && URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== "https:" && url?.protocol !== "http:") return el("span", {}, text);
  return el("a", { href: url.href, rel: "noreferrer" }, text);
}

/** An element of the page that must be there. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

const SVG = "http://www.w3.org/2000/svg";

const SHAPES = {
  earned: ["M3 8.5 6.5 12 13 4.5"],
  possible: ["M8 2.5a5.5 5.5 0 1 1 0 11", "M8 2.5a5.5 5.5 0 0 0-2.4.55M3.3 5.1a5.5 5.5 0 0 0-.75 2.2M2.9 9.9a5.5 5.5 0 0 0 1.5 2.3"],
  "out of reach": ["m4 4 8 8M12 4l-8 8"],
  pending: ["M4.5 2.5h7M4.5 13.5h7M5 2.5c0 3 6 3.5 6 5.5s-6 2.5-6 5.5M11 2.5c0 3-6 3.5-6 5.5s6 2.5 6 5.5"],
  up: ["m3.5 10 4.5-4.5L12.5 10"],
} as const;

export type Shape = keyof typeof SHAPES;

/** A small drawing beside words; never the only bearer of a meaning. */
export function icon(shape: Shape): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  for (const line of SHAPES[shape]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", line);
    svg.append(path);
  }
  return svg;
}

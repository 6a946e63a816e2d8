import { html, nothing, svg, type TemplateResult } from "lit";
import type { EvidenceState, OutlineLink, RungState } from "../../types.js";

/** Small drawings beside words; never the only bearer of a meaning. */
const SHAPES: Readonly<Record<string, readonly string[]>> = {
  earned: ["M3 8.5 6.5 12 13 4.5"],
  possible: ["M8 2.5a5.5 5.5 0 1 1 0 11", "M8 2.5a5.5 5.5 0 0 0-2.4.55M3.3 5.1a5.5 5.5 0 0 0-.75 2.2M2.9 9.9a5.5 5.5 0 0 0 1.5 2.3"],
  "out of reach": ["m4 4 8 8M12 4l-8 8"],
  pending: ["M4.5 2.5h7M4.5 13.5h7M5 2.5c0 3 6 3.5 6 5.5s-6 2.5-6 5.5M11 2.5c0 3-6 3.5-6 5.5s6 2.5 6 5.5"],
  complete: ["M3 8.5 6.5 12 13 4.5"],
  incomplete: ["M8 3v6", "M8 12.5v.2"],
  "needs a look": ["M1.8 8C4 4.3 12 4.3 14.2 8 12 11.7 4 11.7 1.8 8Z", "M8 7.9v.2"],
  unchecked: ["M5.8 6a2.3 2.3 0 1 1 3.4 2c-.8.5-1.2.9-1.2 1.7", "M8 12.6v.1"],
  up: ["m3.5 10 4.5-4.5L12.5 10"],
  undo: ["M6 3.5 2.8 6.7 6 9.9", "M3.2 6.7h6.3a3.6 3.6 0 0 1 0 7.2H6.5"],
  redo: ["m10 3.5 3.2 3.2L10 9.9", "M12.8 6.7H6.5a3.6 3.6 0 0 0 0 7.2h3"],
};

export type Shape = RungState | EvidenceState | "up" | "undo" | "redo";

export function icon(shape: Shape): TemplateResult {
  return html`<svg class="icon icon-${shape.replaceAll(" ", "-")}" viewBox="0 0 16 16" aria-hidden="true">${(SHAPES[shape] ?? []).map((d) => svg`<path d=${d} />`)}</svg>`;
}

/** A heading of a level that is not known beforehand. */
export function heading(level: number, text: string | TemplateResult, of: { readonly id?: string; readonly class?: string; readonly part?: string } = {}): TemplateResult {
  return html`<div role="heading" aria-level=${Math.min(6, Math.max(1, level))} id=${of.id ?? nothing} class=${of.class ?? nothing} part=${of.part ?? nothing}>${text}</div>`;
}

/** A link when the address is one of the web; otherwise only its text. */
export function webLink({ text, url }: { readonly text: string; readonly url: string | null } | OutlineLink): TemplateResult {
  const address = url !== null && URL.canParse(url) ? new URL(url) : null;
  if (address?.protocol !== "https:" && address?.protocol !== "http:") return html`<span>${text}</span>`;
  return html`<a href=${address.href} rel="noreferrer">${text}</a>`;
}

/** Moves the focus inside a toolbar: it is one stop of the tab key, arrows go on from there. */
export function rove(event: KeyboardEvent): void {
  const bar = event.currentTarget;
  if (!(bar instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return;
  const back = getComputedStyle(bar).direction === "rtl" ? "ArrowRight" : "ArrowLeft";
  const forth = back === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
  const stops = [...bar.querySelectorAll<HTMLElement>("button:not(:disabled)")];
  const at = stops.findIndex((stop) => stop === event.target);
  const to = event.key === "Home" ? 0 : event.key === "End" ? stops.length - 1 : event.key === forth ? at + 1 : event.key === back ? at - 1 : null;
  if (to === null || at < 0) return;
  const next = stops[(to + stops.length) % stops.length];
  event.preventDefault();
  next?.focus();
}

/** Makes the toolbar's one stop the button that has the focus, or its first. */
export function settle(bar: Element, focused: EventTarget | null = null): void {
  const stops = [...bar.querySelectorAll<HTMLButtonElement>("button")];
  const usable = stops.filter((stop) => !stop.disabled);
  const stop = usable.find((one) => one === focused) ?? usable.find((one) => one.tabIndex === 0) ?? usable[0];
  for (const one of stops) one.tabIndex = one === stop ? 0 : -1;
}

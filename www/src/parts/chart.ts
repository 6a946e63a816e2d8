// Charts as plain SVG: they print, take the colours of the page, and their words are real words.
// Each has a title and a description; what it shows also stands in a table beside it.
import { html, nothing, svg, type TemplateResult } from "lit";

export interface Axis {
  readonly label: string;
  /** From 0 to 1; `null`: not known. */
  readonly now: number | null;
  readonly before: number | null;
}

interface Told {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

const [WIDE, TALL] = [560, 400];
const [MIDDLE, CENTRE] = [WIDE / 2, TALL / 2];
const RADIUS = 130;
/** So many rings stand for the levels between. */
const RINGS = 4;
const LINE = 17;

/** So many rows make a figure with corners. */
export const RADAR = { least: 3, most: 10 } as const;

/** A figure with one corner for each row: the further out, the better. */
export function radar(axes: readonly Axis[], told: Told): TemplateResult {
  const at = (index: number, share: number): readonly [number, number] => {
    const angle = (index / axes.length) * 2 * Math.PI - Math.PI / 2;
    return [MIDDLE + Math.cos(angle) * share * RADIUS, CENTRE + Math.sin(angle) * share * RADIUS];
  };
  const outline = (share: (axis: Axis, index: number) => number) => axes.map((axis, index) => at(index, share(axis, index)).map((one) => one.toFixed(1)).join(",")).join(" ");
  const before = axes.some((axis) => axis.before !== null);
  // The lowest level is a place of its own, not the middle, so that it can be seen.
  const out = (share: number | null) => 0.12 + 0.88 * (share ?? 0);
  return html`<svg class="chart radar" viewBox="0 0 ${WIDE} ${TALL}" role="img" aria-labelledby="${told.id}-title" aria-describedby="${told.id}-told">
    <title id="${told.id}-title">${told.title}</title><desc id="${told.id}-told">${told.description}</desc>
    ${Array.from({ length: RINGS }, (_, ring) => svg`<polygon class="ring" points=${outline(() => out(ring / (RINGS - 1)))}></polygon>`)}
    ${axes.map((_, index) => svg`<line class="spoke" x1=${MIDDLE} y1=${CENTRE} x2=${at(index, 1)[0]} y2=${at(index, 1)[1]}></line>`)}
    ${before ? svg`<polygon class="before" points=${outline((axis) => out(axis.before ?? axis.now))}></polygon>` : nothing}
    <polygon class="now" points=${outline((axis) => out(axis.now))}></polygon>
    ${axes.map((axis, index) => {
      const [x, y] = at(index, out(axis.now));
      return axis.now === null ? nothing : svg`<circle class="dot" cx=${x.toFixed(1)} cy=${y.toFixed(1)} r="5"></circle>`;
    })}
    ${axes.map((axis, index) => corner(axis.label, at(index, 1.12), index, axes.length))}
  </svg>`;
}

/** The name of a corner, in up to three short lines beside it. */
function corner(label: string, [x, y]: readonly [number, number], index: number, of: number): TemplateResult {
  const lines = broken(label, 14, 3);
  const side = Math.abs(x - MIDDLE) < 12 ? "middle" : x > MIDDLE ? "start" : "end";
  const up = index === 0 ? -(lines.length - 1) : index * 2 === of ? 0.8 : 0.3 - (lines.length - 1) / 2;
  return svg`<text class="corner" text-anchor=${side} direction="ltr">${lines.map((line, at) => svg`<tspan x=${x.toFixed(1)} y=${(y + (up + at) * LINE).toFixed(1)}>${line}</tspan>`)}</text>` as TemplateResult;
}

/** A text in short lines; what does not fit ends in an ellipsis. */
export function broken(text: string, width: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, most).map((line) => (line.length > width + 4 ? `${line.slice(0, width + 2)}…` : line));
  if (lines.length > most) kept[most - 1] = `${(kept[most - 1] ?? "").replace(/…$/, "")}…`;
  return kept;
}

/** A column for each row, for rubrics with more of them than a figure has corners. */
export function columns(groups: readonly (readonly Axis[])[], told: Told): TemplateResult {
  const [step, gap, height] = [26, 18, 150];
  let x = 6;
  const bars = groups.flatMap((axes, group) => {
    if (group > 0) x += gap;
    return axes.map((axis) => {
      const left = x;
      x += step;
      const tall = axis.now === null ? 0 : 10 + axis.now * (height - 10);
      const mark = axis.before === null ? nothing : svg`<line class="before" x1=${left} x2=${left + 18} y1=${height - (10 + axis.before * (height - 10))} y2=${height - (10 + axis.before * (height - 10))}></line>`;
      return svg`<rect class="track" x=${left} y="0" width="18" height=${height} rx="4"></rect><rect class="bar" x=${left} y=${height - tall} width="18" height=${tall} rx="4"></rect>${mark}`;
    });
  });
  return html`<svg class="chart columns" viewBox="0 -6 ${Math.max(x + 6, 220)} ${height + 12}" role="img" aria-labelledby="${told.id}-title" aria-describedby="${told.id}-told">
    <title id="${told.id}-title">${told.title}</title><desc id="${told.id}-told">${told.description}</desc>${bars}</svg>`;
}

/** Steps of a row, filled as far as it is; only beside the same in words. */
export function bar(steps: number, now: number | null, before: number | null): TemplateResult {
  const many = Math.max(1, Math.min(10, steps));
  const width = 100 / many;
  // The one step of what is met or not is empty where it is not.
  const filled = (share: number) => (many === 1 ? Math.floor(share) - 1 : Math.round(share * (many - 1)));
  const top = now === null ? -1 : filled(now);
  const was = before === null ? null : filled(before);
  return html`<svg class="bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    ${Array.from({ length: many }, (_, at) => svg`<rect class=${at <= top ? "on" : "off"} x=${(at * width + 0.6).toFixed(2)} y="1.5" width=${(width - 1.2).toFixed(2)} height="9" rx="1.5"></rect>`)}
    ${was === null || was === top ? nothing : svg`<line class="was" x1=${((was + 1) * width - 1).toFixed(2)} x2=${((was + 1) * width - 1).toFixed(2)} y1="0" y2="12"></line>`}
  </svg>`;
}

export interface Point {
  /** A moment, in milliseconds. */
  readonly at: number;
  /** From 0 to 1. */
  readonly share: number;
}

/** A line over time; the words at its sides are given. */
export function line(points: readonly Point[], sides: { readonly top: string; readonly bottom: string; readonly from: string; readonly to: string }, told: Told): TemplateResult {
  const [width, height, foot] = [560, 200, 30];
  const [first, last] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 1];
  const x = (point: Point) => 10 + ((point.at - first) / Math.max(1, last - first)) * (width - 20);
  const y = (point: Point) => 22 + (1 - Math.min(1, Math.max(0, point.share))) * (height - 44);
  const path = points.map((point, index) => `${index === 0 ? "M" : "L"}${x(point).toFixed(1)} ${y(point).toFixed(1)}`).join("");
  return html`<svg class="chart line" viewBox="0 0 ${width} ${height + foot}" role="img" aria-labelledby="${told.id}-title" aria-describedby="${told.id}-told">
    <title id="${told.id}-title">${told.title}</title><desc id="${told.id}-told">${told.description}</desc>
    <line class="ring" x1="0" x2=${width} y1="22" y2="22"></line><line class="ring" x1="0" x2=${width} y1=${height - 22} y2=${height - 22}></line>
    <text class="side" x="0" y="15">${sides.top}</text><text class="side" x="0" y=${height - 5}>${sides.bottom}</text>
    <path class="area" d="${path}L${width - 10} ${height - 22}L10 ${height - 22}Z"></path><path class="path" d=${path}></path>
    ${points.map((point) => svg`<circle class="dot" cx=${x(point).toFixed(1)} cy=${y(point).toFixed(1)} r="5"></circle>`)}
    <text class="side" x="0" y=${height + foot - 6}>${sides.from}</text><text class="side" text-anchor="end" x=${width} y=${height + foot - 6}>${sides.to}</text>
  </svg>`;
}

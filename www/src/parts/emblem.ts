import { html, type TemplateResult } from "lit";

/** The shape of a rubric: its rows, each with so many steps, gathered in parts. */
export interface Shape {
  /** For each row, the number of its levels; a check has 2, a number 0. */
  readonly rows: readonly number[];
  /** For each row, the place of its part. */
  readonly parts: readonly number[];
}

const MOST_ROWS = 22;
const HEIGHT = 40;
const WIDTH = 5;
const CORNER = 1.5;

/**
 * A rubric as a small picture: a column for each row, a step for each level,
 * filled as far as it is rated. It is drawn from the rubric itself, so each has its own.
 */
export function emblem(shape: Shape, reached: readonly (number | null)[] = []): TemplateResult {
  const rows = shape.rows.slice(0, MOST_ROWS);
  let x = 0;
  // Two outlines and not a hundred boxes: a home with many cards is drawn at once.
  const drawn = { on: "", off: "" };
  for (const [index, levels] of rows.entries()) {
    if (index > 0) x += shape.parts[index] === shape.parts[index - 1] ? 7 : 12;
    column(drawn, x, Math.max(2, Math.min(6, levels || 4)), reached[index] ?? null);
  }
  return html`<svg class="emblem" viewBox="0 0 ${x + 5} ${HEIGHT}" preserveAspectRatio="xMinYMid meet" aria-hidden="true" focusable="false"><path class="on" d=${drawn.on}></path><path class="off" d=${drawn.off}></path></svg>`;
}

function column(drawn: { on: string; off: string }, x: number, levels: number, reached: number | null): void {
  const step = HEIGHT / levels;
  const top = reached === null ? -1 : Math.round(reached * (levels - 1));
  for (let level = 0; level < levels; level += 1) drawn[level <= top ? "on" : "off"] += box(x, HEIGHT - (level + 1) * step + 1, step - 2);
}

/** A box with round corners, as wide as a column. */
function box(x: number, y: number, height: number): string {
  const [side, round] = [height - 2 * CORNER, `a${CORNER} ${CORNER} 0 0 1`];
  return `M${x + CORNER} ${y}h${WIDTH - 2 * CORNER}${round} ${CORNER} ${CORNER}v${side}${round} -${CORNER} ${CORNER}h${2 * CORNER - WIDTH}${round} -${CORNER} -${CORNER}v${-side}${round} ${CORNER} -${CORNER}z`;
}

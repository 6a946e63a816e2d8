import { html, svg, type TemplateResult } from "lit";

/** The shape of a rubric: its rows, each with so many steps, gathered in parts. */
export interface Shape {
  /** For each row, the number of its levels; a check has 2, a number 0. */
  readonly rows: readonly number[];
  /** For each row, the place of its part. */
  readonly parts: readonly number[];
}

const MOST_ROWS = 22;
const HEIGHT = 40;

/**
 * A rubric as a small picture: a column for each row, a step for each level,
 * filled as far as it is rated. It is drawn from the rubric itself, so each has its own.
 */
export function emblem(shape: Shape, reached: readonly (number | null)[] = []): TemplateResult {
  const rows = shape.rows.slice(0, MOST_ROWS);
  let x = 0;
  const columns = rows.map((levels, index) => {
    if (index > 0) x += shape.parts[index] === shape.parts[index - 1] ? 7 : 12;
    return column(x, Math.max(2, Math.min(6, levels || 4)), reached[index] ?? null);
  });
  return html`<svg class="emblem" viewBox="0 0 ${x + 5} ${HEIGHT}" preserveAspectRatio="xMinYMid meet" aria-hidden="true" focusable="false">${columns}</svg>`;
}

function column(x: number, levels: number, reached: number | null): TemplateResult[] {
  const step = HEIGHT / levels;
  const top = reached === null ? -1 : Math.round(reached * (levels - 1));
  return Array.from({ length: levels }, (_, level) => svg`<rect x=${x} y=${HEIGHT - (level + 1) * step + 1} width="5" height=${step - 2} rx="1.5" class=${level <= top ? "on" : "off"}></rect>`);
}

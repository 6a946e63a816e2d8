import { html, svg, type TemplateResult } from "lit";

const PATHS = {
  home: ["M4 11 12 4l8 7", "M6 9.5V20h4v-5h4v5h4V9.5"],
  pen: ["m14.5 5.5 4 4L8 20l-4.5.5L4 16z", "m12.5 7.5 4 4"],
  book: ["M4 5.5C6.5 4 9.5 4 12 6c2.500-2 5.500-2 8-.5V19c-2.500-1.500-5.500-1.500-8 .5-2.500-2-5.500-2-8-.5z", "M12 6v13.500"],
  gear: ["M4 7h10M18 7h2M4 17h2M10 17h10", "M16 9.200a2.200 2.200 0 1 0 0-4.400 2.200 2.200 0 0 0 0 4.400z", "M8 19.200a2.200 2.200 0 1 0 0-4.400 2.200 2.200 0 0 0 0 4.400z"],
  undo: ["M4.500 9H14a5.500 5.500 0 0 1 0 11h-4", "M8.500 5l-4 4 4 4"],
  redo: ["M19.500 9H10a5.500 5.500 0 0 0 0 11h4", "m15.500 5 4 4-4 4"],
  saved: ["M5 12.500 10 17.500 19.500 7"],
  saving: ["M12 4a8 8 0 1 1-8 8"],
  failed: ["M12 4 21 19.500H3z", "M12 10v4.500M12 17v.3"],
  tabs: ["M4 8h12v12H4z", "M8 8V4h12v12h-4"],
  more: ["M5.500 12h.01M12 12h.01M18.500 12h.01"],
  close: ["m6 6 12 12M18 6 6 18"],
  next: ["M5 12h14", "m13 6 6 6-6 6"],
  prev: ["M19 12H5", "m11 6-6 6 6 6"],
  file: ["M6 3.500h8l4.500 4.500v12.500H6z", "M14 3.500V8h4.500"],
  open: ["M12 15V4", "m7.500 8.500 4.500-4.500 4.500 4.500", "M4.500 15v5h15v-5"],
  down: ["M12 4v11", "m7.500 10.500 4.500 4.500 4.500-4.500", "M4.500 15v5h15v-5"],
  print: ["M7 9V4h10v5", "M7 17H4V9h16v8h-3", "M7 14h10v6H7z"],
  plus: ["M12 5v14M5 12h14"],
  higher: ["M12 19V5", "m6 11 6-6 6 6"],
  lower: ["M12 5v14", "m6 13 6 6 6-6"],
  bin: ["M5 7h14", "M9.500 7V4.500h5V7", "M7 7l1 13h8l1-13", "M10.500 10.500v6M13.500 10.500v6"],
  gap: ["M4 20h16", "M6.500 20v-6M11 20V9M15.500 20v-3.500", "M19 20V5"],
  understand: ["M3.500 5h17v14h-17z", "M3.500 10h17M9.200 5v14M14.800 5v14"],
  work: ["M4 7h9M4 12h6M4 17h6", "m13.500 15.500 2.500 2.500 5-6"],
  gather: ["M4 13.500v6.500h16v-6.500", "M4 13.500 7 5h10l3 8.500h-5a3 3 0 0 1-6 0z"],
  check: ["M5 20v-5h4.500v-4.500H14V6h5.500", "M5 20h14.500V6"],
  "hand-in": ["M21 3.500 3 11l7 3 3 7z", "M21 3.500 10 14"],
  lock: ["M6 11h12v9H6z", "M8.500 11V8a3.500 3.500 0 0 1 7 0v3"],
  spark: ["M12 3.500v5M12 15.500v5M3.500 12h5M15.500 12h5"],
  earned: ["M5 12.500 10 17.500 19.500 7"],
  possible: ["M12 4.500a7.500 7.500 0 1 1 0 15", "M12 4.500a7.500 7.500 0 0 0-3.200.72M5.800 7.800a7.500 7.500 0 0 0-1.200 3M4.900 14.600a7.500 7.500 0 0 0 2.100 3"],
  "out of reach": ["m6 6 12 12M18 6 6 18"],
  pending: ["M7 4h10M7 20h10M8 4c0 4.500 8 5 8 8s-8 3.500-8 8M16 4c0 4.500-8 5-8 8s8 3.500 8 8"],
} as const;

export type IconName = keyof typeof PATHS;

/** A small drawing beside words; never the only bearer of a meaning. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${PATHS[name].map((line) => svg`<path d=${line}></path>`)}</svg>`;
}

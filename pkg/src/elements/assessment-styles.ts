import { css } from "lit";

/** The rubric: parts, rows and level cards. A choice changes colours and rings, never a size, so nothing moves when something is rated. */
export const sheetStyles = css`
  .frame { container: rubric / inline-size; position: relative; }
  /* Blocks, and no grids: a grid around a container lays all of it out again after every edit. */
  .body { display: flow-root; }
  .page { min-inline-size: 0; container: page / inline-size; }
  .page > :not(slot, :first-child), .page > slot[name="footer"]::slotted(*) { margin-block-start: calc(var(--_gap) * 1.5); }
  :is(.sheet, .part) > * + * { margin-block-start: var(--_gap); }

  .title { font-size: clamp(1.6em, 1.2em + 2cqi, 2.4em); font-weight: 750; letter-spacing: -0.02em; }
  .lead { max-inline-size: 46rem; margin-block-start: 0.6rem; font-size: 1.1em; color: var(--_muted); text-wrap: pretty; }
  .meta { display: flex; flex-wrap: wrap; gap: 0.15rem 0; margin-block-start: 0.7rem; font-size: 0.925em; color: var(--_muted); }
  .meta li, .facts > * { display: flex; }
  .meta li:not(:last-child)::after { content: "·"; margin-inline: 0.6em; }
  .sources { margin-block-start: 0.25rem; font-size: 0.925em; color: var(--_muted); }
  a { color: var(--_accent); text-underline-offset: 0.2em; text-decoration-thickness: 1px; border-radius: 0.2rem; }
  .page :is(input, textarea, select, button) { scroll-margin-block: 6rem; }
  a:focus-visible { outline: 3px solid var(--_accent); outline-offset: 2px; }

  .tools { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.5rem; padding-block: 0.35rem; border-block: 1px solid var(--_line); }
  .tools .end { margin-inline-start: auto; }
  .closed-note { padding: 0.8rem 1rem; border-inline-start: 4px solid var(--_wait); border-radius: 0.3rem; background: color-mix(in srgb, var(--_wait) 8%, transparent); display: grid; gap: 0.5rem; justify-items: start; }

  .sheet > .part:not(:first-child), .part > .part:not(:nth-child(2)), .row + .part, .part + .row { margin-block-start: calc(var(--_gap) * 2.75); }
  .part-head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0.1rem 1rem; padding-block-end: 0.15rem; }
  .part-head .about { flex-basis: 100%; }
  .section-title { font-size: 1.45em; font-weight: 700; letter-spacing: -0.01em; }
  .section-title.inner { font-size: 1.2em; }
  .about { color: var(--_muted); text-wrap: pretty; overflow-wrap: anywhere; }
  .facts { display: flex; flex-wrap: wrap; gap: 0.1rem 0; font-size: 0.9em; color: var(--_muted); font-variant-numeric: tabular-nums; }
  .facts > :not(:last-child)::after { content: "·"; margin-inline: 0.5em; }

  .row, .ask { position: relative; padding: 1.1rem clamp(0.9rem, 2.4cqi, 1.4rem) 1.25rem; background: var(--_surface); border: 1px solid var(--_line); border-radius: var(--_radius); scroll-margin-block: var(--rubric-sticky-top, 1rem) 6rem; }
  .many .row { content-visibility: auto; contain-intrinsic-size: auto 16rem; }
  .many .row:focus-within { content-visibility: visible; }
  .row legend, .number-label { display: block; padding-inline-end: 5.5rem; }
  .row-title, .ask-title { font-size: 1.125em; font-weight: 650; line-height: 1.35; }
  .ask-title { display: block; padding-inline-end: 5.5rem; }
  .row-about { display: grid; gap: 0.2rem; margin-block-start: 0.15rem; max-inline-size: 46rem; }
  .row-about:empty { display: none; }
  .clear { position: absolute; inset-block-start: 0.4rem; inset-inline-end: 0.45rem; padding-inline: 0.8rem; font-size: 0.925em; }
  .is-worked-out, .is-not-asked, .is-left-out { border-style: dashed; }
  .is-not-asked { color: var(--_muted); }
  .state { margin-block-start: 0.5rem; }
  .outcome-level { font-size: 1.05em; font-weight: 650; }
  .note { margin-block-start: 0.5rem; font-size: 0.925em; color: var(--_muted); }
  .bring-back { margin-block-start: 0.7rem; }

  .levels { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.6rem; margin-block-start: 0.85rem; }
  .level { display: flex; flex-direction: column; gap: 0.3rem; min-block-size: 2.75rem; min-inline-size: 0; padding: 0.7rem 0.8rem 0.8rem; border: 1px solid var(--_line-strong); border-radius: calc(var(--_radius) * 0.8); cursor: pointer; scroll-margin-block: 5rem; }
  .level-head { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 0.1rem 0.6rem; align-items: center; }
  .level-name { font-weight: 650; line-height: 1.3; overflow-wrap: break-word; hyphens: auto; }
  .level-note { font-size: 0.85em; color: var(--_muted); white-space: nowrap; font-variant-numeric: tabular-nums; }
  .level-text { font-size: 0.95em; line-height: 1.5; text-wrap: pretty; overflow-wrap: break-word; }
  .level input { cursor: inherit; scroll-margin-block: 5rem; }
  fieldset { min-inline-size: 0; }
  fieldset:disabled .level { cursor: default; }
  .level:has(:checked) { border-color: var(--_accent); background: var(--_accent-soft); box-shadow: inset 0 0 0 1px var(--_accent); }
  .level:has(:checked) .level-note { color: inherit; }
  .level:has(:focus-visible) { outline: 3px solid var(--_accent); outline-offset: 2px; }
  .level input:focus-visible { outline: none; }
  @media (hover: hover) {
    fieldset:not(:disabled) .level:hover:not(:has(:checked)) { border-color: var(--_accent); background: color-mix(in srgb, var(--_accent) 5%, transparent); }
  }

  @container page (min-width: 24rem) {
    .levels-2 { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  }
  @container page (min-width: 36rem) {
    .levels-3, .levels-5, .levels-6 { grid-template-columns: repeat(3, minmax(0, 1fr)); }
    .levels-4 { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  }
  @container page (min-width: 50rem) {
    .levels-4 { grid-template-columns: repeat(4, minmax(0, 1fr)); }
    .levels-5 { grid-template-columns: repeat(5, minmax(0, 1fr)); }
    :is(.levels-4, .levels-5) .level-note { grid-column: 2; }
  }

  /* The grid: the name beside its levels, close together, and no frame around each row. */
  @container page (min-width: 52rem) {
    .view-grid .row { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.25rem; border-width: 1px 0 0; border-radius: 0; padding: 1rem 0; background: none; }
    .view-grid .row > * { flex-basis: 100%; }
    .view-grid .row > .row-tools, .view-grid .row > .clear { flex: none; position: static; margin-block: 0.25rem -0.6rem; padding-inline: 0.6rem; }
    .view-grid .row > .row-tools { margin-inline-start: -0.6rem; padding: 0; }
    .view-grid .row > .clear { order: 1; }
    .view-grid .row > fieldset { display: grid; grid-template-columns: minmax(10rem, 0.9fr) minmax(0, 3.3fr); grid-template-rows: auto 1fr; column-gap: 1.5rem; }
    .view-grid .row > fieldset > legend { float: inline-start; grid-column: 1; padding-inline-end: 0; }
    .view-grid .row > fieldset > .row-about { grid-column: 1; grid-row: 2; align-content: start; font-size: 0.925em; }
    .view-grid .row > fieldset > .levels { grid-column: 2; grid-row: 1 / span 2; margin: 0; gap: 0; }
    .view-grid .row > fieldset > .levels-6 { grid-template-columns: repeat(6, minmax(0, 1fr)); }
    .view-grid .level { border-radius: 0; padding: 0.6rem 0.65rem 0.7rem; border-color: var(--_line); }
    .view-grid .level:not(:first-child) { margin-inline-start: -1px; }
    .view-grid .level:has(:checked) { border-color: var(--_accent); z-index: 1; }
    .view-grid .level:first-child { border-start-start-radius: 0.5rem; border-end-start-radius: 0.5rem; }
    .view-grid .level:last-child { border-start-end-radius: 0.5rem; border-end-end-radius: 0.5rem; }
    .view-grid .level-head { column-gap: 0.45rem; align-items: start; }
    .view-grid .level-name { font-size: 0.925em; padding-block-start: 0.05rem; }
    .view-grid .level-note { grid-column: 2; }
    .view-grid .level-text { font-size: 0.875em; }
    .view-grid .row + .row, .view-grid .part-head + .row { margin-block-start: 0; }
  }

  .number, .mark { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 0.9rem; margin-block-start: 0.85rem; }
  .number input, .mark input { inline-size: 8rem; font-variant-numeric: tabular-nums; }
  .mark-label { font-weight: 650; }
  .ask > select { margin-block-start: 0.6rem; max-inline-size: 100%; }
  .ask > input { margin-block-start: 0.6rem; }
  /* One line stays free for what is wrong, so that saying it moves nothing. */
  .field-error { min-block-size: 1.55em; margin-block-start: 0.3rem; }
  .ask .field-error:empty { display: none; }
  .row-tools { display: flex; flex-wrap: wrap; gap: 0.25rem 0.4rem; margin-block: 0.55rem -0.45rem; margin-inline-start: -0.6rem; }
  .row-tools button { padding-inline: 0.6rem; font-size: 0.925em; }
  .row-codes { margin-block-start: 0.6rem; max-inline-size: 100%; font-size: 0.925em; }
  .leave .row-tools { margin-inline-start: 0; margin-block-end: 0; gap: 0.5rem; }
  .leave .row-tools button { padding-inline: 1rem; }
  .comment, .leave { display: grid; gap: 0.35rem; margin-block-start: 0.9rem; max-inline-size: 46rem; }
  .comment-label, .leave label { font-weight: 650; font-size: 0.95em; }
  .comment-text { white-space: pre-wrap; overflow-wrap: anywhere; }
  .wanted { font-size: 0.925em; font-weight: 600; color: var(--_away); }
  .wanted:empty, .leave .error:empty { display: none; }

  .asks, .codes, .evidence { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--_gap); }
  .code { display: flex; align-items: center; gap: 0.7rem; min-block-size: 2.75rem; }

  @media (forced-colors: active) {
    .level:has(:checked) { outline: 2px solid Highlight; outline-offset: -3px; }
    .level:has(:focus-visible) { outline: 3px solid Highlight; outline-offset: 2px; }
  }
  @media print {
    .tools, .clear, .row-tools { display: none; }
    .row { break-inside: avoid; content-visibility: visible; }
  }
`;

/** Where one stands: a column beside the rubric, or a bar at its foot that opens upwards. */
export const standingStyles = css`
  .panel { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5rem; align-content: start; padding: 1.25rem; }
  .panel-title { font-size: 1.2em; font-weight: 700; }
  .panel [aria-level]:not(.panel-title) { font-size: 1em; font-weight: 700; margin-block-end: 0.35rem; }
  .progress { display: grid; gap: 0.4rem; color: var(--_muted); font-variant-numeric: tabular-nums; margin-block-start: -0.75rem; }
  progress { appearance: none; inline-size: 100%; block-size: 0.45rem; border: 0; border-radius: 1rem; background: var(--_line); color: var(--_accent); overflow: hidden; }
  progress::-webkit-progress-bar { background: var(--_line); }
  progress::-webkit-progress-value { background: var(--_accent); }
  progress::-moz-progress-bar { background: var(--_accent); }

  .scores { display: grid; gap: 0.9rem; }
  .score { display: grid; gap: 0.35rem; }
  .score-words { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; }
  .score-label { font-weight: 700; }
  .score-text { font-variant-numeric: tabular-nums; }
  .track { display: block; block-size: 0.8rem; border-radius: 0.3rem; overflow: hidden; box-shadow: 0 0 0 1px var(--_line-strong); }
  :host(:dir(rtl)) .track { transform: scaleX(-1); }
  .sure, .stripe { fill: var(--_accent); }
  .results { display: grid; gap: 0.4rem; }
  .result { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; }
  .result dt { font-weight: 700; }

  .awards, .todo { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5rem; }
  .award-text { font-size: 1.2em; font-weight: 650; line-height: 1.35; }
  .award .note { margin-block-start: 0.15rem; }
  .rungs { display: grid; gap: 0.6rem; margin-block-start: 0.6rem; }
  .rung { padding-block-start: 0.65rem; border-block-start: 1px solid var(--_line); }
  .rung-head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.25rem 0.75rem; }
  .rung-label { font-weight: 550; overflow-wrap: anywhere; }
  .why summary { display: flex; align-items: center; min-block-size: 2.75rem; color: var(--_accent); font-size: 0.925em; cursor: pointer; border-radius: 0.3rem; }
  .why summary::before { content: ""; inline-size: 0.45em; block-size: 0.45em; margin-inline: 0.15em 0.7em; border: solid currentColor; border-width: 0 0.14em 0.14em 0; rotate: -45deg; flex: none; }
  .why summary:dir(rtl)::before { rotate: 135deg; }
  .why[open] summary::before { rotate: 45deg; }
  .why summary::-webkit-details-marker { display: none; }
  .reasons { display: grid; gap: 0.5rem; padding-block-end: 0.4rem; font-size: 0.925em; }
  .reasons li { padding-inline-start: 0.75rem; border-inline-start: 3px solid var(--_line); overflow-wrap: anywhere; }
  .reasons li[data-state="short"] { border-color: var(--_away); }
  .reasons strong { display: block; }

  .decision { display: grid; gap: 0.4rem; justify-items: start; padding-block-end: 0.6rem; }
  .decision :is(select, input) { inline-size: 100%; }
  .decision label { font-weight: 650; font-size: 0.95em; }
  .decision .error:empty { display: none; }
  :is(.missing, .steps) li { min-block-size: 2.75rem; position: relative; display: flex; align-items: center; padding-block: 0.45rem; }
  :is(.missing, .steps) li + li { border-block-start: 1px solid var(--_line); }
  /* The whole line is the target. */
  :is(.missing, .steps, .advice) .jump::after { content: ""; position: absolute; inset: 0; }
  :is(.missing, .steps) .muted { font-size: 0.925em; }
  .steps .jump { font-weight: 550; }
  .advice ul { display: grid; gap: 0.9rem; margin-block-start: 0.2rem; }
  .advice li { position: relative; min-block-size: 2.75rem; padding-inline-start: 0.75rem; border-inline-start: 3px solid var(--_accent); font-size: 0.95em; }
  .advice .jump { display: block; inline-size: fit-content; }

  .bar { display: none; }

  @container rubric (min-width: 62rem) {
    .body { display: flex; align-items: flex-start; gap: calc(var(--_gap) * 2.5); }
    .page { flex: 1; }
    .summary { flex: 0 0 21.5rem; position: sticky; inset-block-start: var(--rubric-sticky-top, 1rem); max-block-size: calc(100dvh - 2 * var(--rubric-sticky-top, 1rem)); overflow-y: auto; scrollbar-width: thin; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_surface); scroll-padding-block: 1rem; }
  }
  @container rubric (max-width: 61.99rem) {
    .summary { position: sticky; inset-block-end: 0; z-index: 2; margin-block-start: calc(var(--_gap) * 2.5); margin-inline: var(--rubric-bar-bleed, 0); color: var(--_overlay-ink); background: var(--_overlay); border: 1px solid var(--_line-strong); border-radius: var(--_radius) var(--_radius) 0 0; box-shadow: 0 -4px 18px rgb(0 0 0 / 12%); padding-block-end: env(safe-area-inset-bottom); }
    .bar { display: flex; align-items: center; justify-content: space-between; gap: 1rem; inline-size: 100%; min-block-size: 4.25rem; padding: 0.5rem clamp(0.9rem, 3cqi, 1.5rem); border: 0; border-radius: inherit; background: none; color: inherit; text-align: inherit; font-weight: 400; }
    .bar:focus-visible { outline-offset: -4px; }
    .bar-words { display: grid; min-inline-size: 0; line-height: 1.35; }
    .bar-words > * { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .bar-score { font-weight: 700; font-variant-numeric: tabular-nums; }
    .bar-rest { font-size: 0.875em; color: var(--_muted); }
    .bar > .icon { font-size: 1.4em; color: var(--_accent); }
    .bar[aria-expanded="true"] > .icon { rotate: 180deg; }
    .summary:has(.bar[aria-expanded="true"]) { border-radius: 0; border-block-start-color: var(--_line); box-shadow: none; }
    .bar[aria-expanded="false"] + .panel { display: none; }
    .panel { position: absolute; inset: auto -1px 100%; max-block-size: min(70dvh, 40rem); overflow-y: auto; overscroll-behavior: contain; color: var(--_overlay-ink); background: var(--_overlay); border: 1px solid var(--_line-strong); border-radius: var(--_radius) var(--_radius) 0 0; box-shadow: 0 -8px 24px rgb(0 0 0 / 16%); }
  }
  @media (forced-colors: active) {
    :host(:dir(rtl)) .track { transform: scaleX(-1); }
  .sure, .stripe { fill: Highlight; }
    progress::-webkit-progress-value { background: Highlight; }
    progress { border: 1px solid CanvasText; }
  }
  @media print {
    .summary { position: static; max-block-size: none; overflow: visible; box-shadow: none; }
    .bar { display: none; }
    .panel { position: static; max-block-size: none; display: grid !important; box-shadow: none; border: 0; }
  }
`;

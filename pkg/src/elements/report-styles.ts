import { css } from "lit";

/** A report reads like a page of a document, on paper too. */
export const reportStyles = css`
  .report { container: report / inline-size; display: grid; grid-template-columns: minmax(0, 1fr); gap: 2.25rem; }
  .kicker { font-size: 0.9em; font-weight: 650; color: var(--_muted); }
  .title { font-size: clamp(1.6em, 1.2em + 2cqi, 2.3em); font-weight: 750; letter-spacing: -0.02em; }
  .meta { display: flex; flex-wrap: wrap; gap: 0.15rem 0; margin-block-start: 0.6rem; color: var(--_muted); font-size: 0.95em; }
  .meta li { display: flex; }
  .meta li:not(:last-child)::after { content: "·"; margin-inline: 0.6em; }
  a { color: var(--_accent); }
  a:focus-visible { outline: 3px solid var(--_accent); outline-offset: 2px; }
  .section-title { font-size: 1.35em; font-weight: 700; letter-spacing: -0.01em; margin-block-end: 0.75rem; }
  .section-title.inner { font-size: 1.1em; margin-block: 1.5rem 0.4rem; }
  .note { font-size: 0.925em; font-weight: 400; color: var(--_muted); }

  .awards { display: grid; gap: 1.75rem; }
  .award-title { font-weight: 650; color: var(--_muted); }
  .award-text { font-size: 1.6em; font-weight: 700; line-height: 1.25; letter-spacing: -0.01em; }
  .rungs { display: grid; margin-block-start: 0.75rem; }
  .rung { padding-block: 0.7rem; border-block-start: 1px solid var(--_line); }
  .rung-head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.25rem 0.75rem; }
  .rung-label { font-weight: 650; }
  .reasons, .holds { display: grid; gap: 0.4rem; margin-block-start: 0.5rem; font-size: 0.95em; }
  .reasons li { padding-inline-start: 0.75rem; border-inline-start: 3px solid var(--_line-strong); overflow-wrap: anywhere; }
  .reasons strong { display: block; }
  .holds-head { margin-block-start: 0.6rem; }
  .holds { margin-block-start: 0.2rem; gap: 0.25rem; }
  .holds li { display: flex; gap: 0.5rem; }
  .holds .icon { margin-block-start: 0.28em; color: var(--_good); }

  table { inline-size: 100%; border-collapse: collapse; }
  th, td { padding: 0.6rem 0.75rem 0.65rem 0; vertical-align: top; text-align: inherit; border-block-start: 1px solid var(--_line); overflow-wrap: anywhere; }
  th { font-weight: 650; }
  thead th { font-size: 0.875em; font-weight: 600; color: var(--_muted); border: 0; padding-block-end: 0.3rem; }
  .number { font-variant-numeric: tabular-nums; white-space: nowrap; }
  .exact { color: var(--_muted); font-size: 0.9em; }
  td p + p { margin-block-start: 0.3rem; }
  .level { font-weight: 650; }
  .quiet { color: var(--_muted); font-weight: 400; }
  .descriptor { font-size: 0.95em; }
  .remark { font-size: 0.95em; padding-inline-start: 0.75rem; border-inline-start: 3px solid var(--_accent); white-space: pre-wrap; }
  .rows col:first-child { inline-size: 34%; }
  .rows col:last-child { inline-size: 7rem; }
  .scores col:first-child { inline-size: 34%; }

  dl.facts { display: grid; gap: 0.35rem 1.25rem; }
  dl.facts div { display: grid; grid-template-columns: minmax(0, 34%) minmax(0, 1fr); gap: 0 0.75rem; padding-block: 0.45rem; border-block-start: 1px solid var(--_line); }
  dt { font-weight: 650; }
  dd { overflow-wrap: anywhere; }
  .hash { font: 0.85em/1.5 ui-monospace, "SFMono-Regular", Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
  .slot { padding-block: 0.8rem; border-block-start: 1px solid var(--_line); display: grid; gap: 0.35rem; }
  .slot-head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.25rem 0.75rem; font-weight: 650; }
  .items, .findings { display: grid; gap: 0.25rem; font-size: 0.95em; overflow-wrap: anywhere; }
  .findings li { display: flex; gap: 0.5rem; }
  .findings .icon { margin-block-start: 0.28em; color: var(--_muted); }
  .findings li[data-holds="no"] .icon { color: var(--_away); }
  .findings li[data-holds="yes"] .icon { color: var(--_good); }
  .items li { white-space: pre-wrap; }

  @container report (max-width: 34rem) {
    .rows thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
    .rows :is(table, tbody, tr, th, td) { display: block; inline-size: auto; }
    .rows tr { padding-block: 0.7rem; border-block-start: 1px solid var(--_line); }
    .rows :is(th, td) { border: 0; padding: 0.1rem 0; }
    .rows td.number { font-size: 0.925em; }
    .rows td.number::before { content: attr(data-head) ": "; }
    .rows td.none { display: none; }
    dl.facts div { grid-template-columns: minmax(0, 1fr); }
  }
  @media print {
    :host { --_accent: #14565c; font-size: 10.5pt; color: #000; }
    .report { gap: 1.4rem; }
    tr, .rung, .slot, .award { break-inside: avoid; }
    [role="heading"] { break-after: avoid; }
    thead { display: table-header-group; }
    .badge { border: 1px solid currentColor; background: none; }
    a { color: inherit; text-decoration: none; }
    a[href]::after { content: " (" attr(href) ")"; font-size: 0.85em; overflow-wrap: anywhere; }
  }
`;

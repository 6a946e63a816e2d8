import { css } from "lit";

/**
 * The look, as custom properties with defaults that follow the host: font and
 * text colour are inherited, lines and quiet text are mixed from that colour,
 * the rest comes in a light and a dark form by the host's `color-scheme`.
 * All text pairs are AA or better.
 */
export const tokens = css`
  :host {
    --_accent: var(--rubric-accent, light-dark(#14565c, #82d2ca));
    --_on-accent: var(--rubric-on-accent, light-dark(#ffffff, #0b2224));
    --_accent-soft: var(--rubric-accent-soft, color-mix(in srgb, var(--_accent) 11%, transparent));
    --_surface: var(--rubric-surface, transparent);
    --_overlay: var(--rubric-overlay, light-dark(#ffffff, #172024));
    --_overlay-ink: var(--rubric-overlay-ink, light-dark(#16242a, #e6edeb));
    --_muted: var(--rubric-muted, color-mix(in srgb, currentColor 76%, transparent));
    --_line: var(--rubric-line, color-mix(in srgb, currentColor 17%, transparent));
    --_line-strong: var(--rubric-line-strong, color-mix(in srgb, currentColor 56%, transparent));
    --_good: var(--rubric-good, light-dark(#17653a, #86d7a4));
    --_wait: var(--rubric-wait, light-dark(#1d5583, #93c5ee));
    --_away: var(--rubric-away, light-dark(#7d3a16, #eab08c));
    --_bad: var(--rubric-bad, light-dark(#9f2228, #f2a1a1));
    --_radius: var(--rubric-radius, 0.75rem);
    --_gap: var(--rubric-gap, 1rem);
    display: block;
    color: inherit;
    font: inherit;
    line-height: 1.55;
    -webkit-text-size-adjust: 100%;
  }
  :host([hidden]) { display: none; }
  *, *::before, *::after { box-sizing: border-box; }
  [hidden] { display: none !important; }
  p, ul, ol, dl, dd, figure, fieldset { margin: 0; padding: 0; border: 0; }
  ul, ol { list-style: none; }
  /* A text goes in its own direction, and stands where the host's direction puts it. */
  :is(p, li, dt, dd, label, legend, summary, button, strong, code, span, a, [role="heading"]) { unicode-bidi: plaintext; }
  :host { text-align: left; }
  :host(:dir(rtl)) { text-align: right; }
  legend { padding: 0; }
  [role="heading"] { line-height: 1.25; text-wrap: balance; overflow-wrap: anywhere; }
  .unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .muted { color: var(--_muted); }
  .icon { inline-size: 1em; block-size: 1em; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }

  button, input, select, textarea { font: inherit; color: inherit; letter-spacing: inherit; }
  button {
    display: inline-flex; align-items: center; justify-content: center; gap: 0.4rem;
    min-block-size: 2.75rem; min-inline-size: 2.75rem; padding: 0.35rem 0.95rem;
    font-weight: 600; line-height: 1.3; color: var(--_accent); background: transparent;
    border: 1px solid var(--_line-strong); border-radius: calc(var(--_radius) * 0.8); cursor: pointer;
  }
  button:disabled, button[aria-disabled="true"] { color: var(--_muted); border-color: var(--_line); cursor: default; opacity: 0.75; }
  button.main { color: var(--_on-accent); background: var(--_accent); border-color: var(--_accent); }
  button.quiet { border-color: transparent; }
  button.link { display: inline; min-block-size: 0; min-inline-size: 0; padding: 0; border: 0; border-radius: 0.2rem; text-align: inherit; text-decoration: underline; text-underline-offset: 0.2em; text-decoration-thickness: 1px; font-weight: 650; }
  button[aria-pressed="true"] { background: var(--_accent-soft); border-color: var(--_accent); box-shadow: inset 0 0 0 1px var(--_accent); }
  :is(button, input, select, textarea, summary, [tabindex]):focus-visible { outline: 3px solid var(--_accent); outline-offset: 2px; }
  input:is([type="number"], [type="date"], [type="text"], :not([type])), select, textarea {
    min-block-size: 2.75rem; padding: 0.4rem 0.7rem; background: var(--_field, transparent); border: 1px solid var(--_line-strong); border-radius: calc(var(--_radius) * 0.8);
  }
  select option { color: var(--_overlay-ink); background: var(--_overlay); }
  textarea { display: block; inline-size: 100%; min-block-size: 5.5rem; resize: vertical; line-height: 1.5; field-sizing: content; max-block-size: 24rem; }
  [aria-invalid="true"] { border-color: var(--_bad) !important; box-shadow: inset 0 0 0 1px var(--_bad); }
  input[type="radio"], input[type="checkbox"] { inline-size: 1.25rem; block-size: 1.25rem; margin: 0; flex: none; accent-color: var(--_accent); }
  .error { color: var(--_bad); font-weight: 600; }

  .badge { display: inline-flex; align-items: center; gap: 0.4em; padding: 0.1rem 0.6rem; border-radius: 1rem; font-size: 0.875em; font-weight: 650; color: var(--_wait); background: color-mix(in srgb, var(--_wait) 10%, transparent); white-space: nowrap; }
  .badge:is([data-state="earned"], [data-state="complete"]) { color: var(--_good); background: color-mix(in srgb, var(--_good) 10%, transparent); }
  .badge:is([data-state="out of reach"], [data-state="incomplete"]) { color: var(--_away); background: color-mix(in srgb, var(--_away) 10%, transparent); }

  @media (hover: hover) {
    button:hover:not(:disabled, .main, .link) { background: var(--_accent-soft); }
    button.main:hover:not(:disabled) { background: color-mix(in srgb, var(--_accent) 88%, CanvasText); }
  }
  @media (forced-colors: active) {
    .badge { border: 1px solid CanvasText; }
    button[aria-pressed="true"] { outline: 2px solid Highlight; outline-offset: -3px; }
    :is(button, input, select, textarea, summary, [tabindex]):focus-visible { outline: 3px solid Highlight; }
  }
  @media (prefers-reduced-motion: no-preference) {
    button, .level { transition: background-color 120ms, box-shadow 120ms, border-color 120ms; }
  }
`;

/** What there is instead of a rubric. */
export const faultStyles = css`
  .instead { padding-block: 2rem; }
  .faults { display: grid; gap: 1rem; justify-items: start; padding: 1.25rem clamp(0.9rem, 3vw, 1.5rem); border: 1px solid var(--_line); border-inline-start: 4px solid var(--_bad); border-radius: 0.4rem; }
  .faults ol { display: grid; gap: 1rem; inline-size: 100%; }
  .faults .where { font-size: 0.9em; color: var(--_muted); font-variant-numeric: tabular-nums; }
  .faults .what { font-weight: 650; overflow-wrap: anywhere; }
  .faults .help, .faults .mend { overflow-wrap: anywhere; color: var(--_muted); }
  code { font: 0.95em/1.4 ui-monospace, "SFMono-Regular", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
`;

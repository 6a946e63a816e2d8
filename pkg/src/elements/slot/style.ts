import { css } from "lit";

/** The look of an evidence slot, from the shared custom properties. */
export const slotStyle = css`
  :host { container-type: inline-size; }
  .slot { display: grid; gap: 0.75rem; padding: 1rem; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_surface); }
  .head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.35rem 0.75rem; }
  .head [role="heading"] { font-size: 1.1em; font-weight: 700; }
  .asks { display: flex; flex-wrap: wrap; gap: 0.1rem 0; color: var(--_muted); font-size: 0.9375em; }
  .asks li:not(:last-child)::after { content: "·"; margin-inline: 0.45rem; }
  .statement { padding-inline-start: 0.75rem; border-inline-start: 3px solid var(--_line-strong); font-size: 0.9375em; }

  .findings { display: grid; grid-template-columns: minmax(7rem, max-content) minmax(0, 1fr); gap: 0 0.75rem; }
  .written { white-space: pre-wrap; }

  .finding { display: grid; grid-column: 1 / -1; grid-template-columns: subgrid; align-items: baseline; padding-block: 0.2rem; }
  .sign { display: inline-flex; align-items: baseline; gap: 0.4em; font-size: 0.875em; font-weight: 650; color: var(--_wait); white-space: nowrap; }
  .sign .icon { align-self: center; inline-size: 1.1em; block-size: 1.1em; }
  .finding[data-standing="done"] .sign { color: var(--_good); }
  .finding[data-standing="mend"] .sign { color: var(--_bad); }
  .finding[data-standing="look"] .sign { color: var(--_away); }
  .said { overflow-wrap: anywhere; }
  .how { color: var(--_muted); }
  details.fine summary .icon { color: var(--_good); }

  .items { display: grid; gap: 0.6rem; }
  .item { display: grid; gap: 0.5rem; padding: 0.75rem; border: 1px solid var(--_line); border-radius: calc(var(--_radius) * 0.8); }
  .item.gone { border-style: dashed; }
  .top { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 0.75rem; }
  .what { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 0.55rem; align-items: center; flex: 1 1 14rem; min-inline-size: 0; }
  .what > .icon { inline-size: 1.4em; block-size: 1.4em; color: var(--_muted); stroke-width: 1.3; grid-row: span 2; }
  .name { font-weight: 650; overflow-wrap: anywhere; border-radius: 0.2rem; }
  .facts { color: var(--_muted); font-size: 0.9375em; overflow-wrap: anywhere; }
  .acts { display: flex; flex-wrap: wrap; gap: 0.4rem; }
  .acts button { padding-inline: 0.7rem; }
  progress { inline-size: 100%; block-size: 0.5rem; accent-color: var(--_accent); }

  details > summary { display: inline-flex; align-items: center; gap: 0.45em; min-block-size: 2rem; padding-inline: 0.2rem; border-radius: 0.3rem; color: var(--_muted); font-size: 0.9375em; cursor: pointer; list-style: none; }
  details > summary::-webkit-details-marker { display: none; }
  details > summary::after { content: ""; inline-size: 0.45em; block-size: 0.45em; margin-inline-start: 0.2em; border: solid currentColor; border-width: 0 2px 2px 0; rotate: 45deg; translate: 0 -0.12em; }
  details[open] > summary::after { rotate: -135deg; translate: 0 0.12em; }
  @media (pointer: coarse) { details > summary { min-block-size: 2.75rem; } }
  .more { display: grid; gap: 0.75rem; padding-block: 0.25rem 0.5rem; }
  .field { display: grid; gap: 0.25rem; }
  .field > label, .group > legend { font-weight: 650; font-size: 0.9375em; }
  .field small, .group small { color: var(--_muted); font-size: 0.875em; }
  .fields { display: flex; flex-wrap: wrap; gap: 0.75rem; }
  .fields .field { flex: 1 1 12rem; }
  .ticks { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: 0 0.75rem; max-block-size: 18rem; overflow: auto; padding: 0.2rem; }
  .ticks label { display: flex; align-items: center; gap: 0.55rem; min-block-size: 2.75rem; }

  .give { display: grid; gap: 0.75rem; }
  .drop { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 0.75rem; padding: 0.75rem; border: 2px dashed var(--_line-strong); border-radius: calc(var(--_radius) * 0.8); color: var(--_muted); }
  :host([aimed]) .drop { border-color: var(--_accent); background: var(--_accent-soft); color: inherit; }
  :host([over]) .drop { border-style: solid; box-shadow: inset 0 0 0 1px var(--_accent); }
  @media (hover: none) { .drop > span { display: none; } .drop { padding: 0; border: 0; } }
  .linkfield { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: end; }
  .linkfield .field { flex: 1 1 14rem; }
  input:is([type="url"], [type="search"]) { min-block-size: 2.75rem; inline-size: 100%; padding: 0.4rem 0.7rem; background: var(--_field, transparent); border: 1px solid var(--_line-strong); border-radius: calc(var(--_radius) * 0.8); }
  .field input { inline-size: 100%; }
  textarea.reflection { min-block-size: 9rem; max-block-size: 60vh; }
  .tally { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.2rem 0.75rem; color: var(--_muted); font-size: 0.9375em; font-variant-numeric: tabular-nums; }
  .words { display: flex; flex-wrap: wrap; gap: 0.4rem; }
  .word { display: inline-flex; align-items: center; gap: 0.35em; padding: 0.05rem 0.55rem; border: 1px solid var(--_line); border-radius: 1rem; font-size: 0.875em; color: var(--_muted); }
  .word[data-found] { color: var(--_good); border-color: currentColor; }

  dialog { inline-size: min(34rem, calc(100vw - 2rem)); max-block-size: calc(100vh - 2rem); padding: 1.25rem; color: var(--_overlay-ink); background: var(--_overlay); border: 1px solid var(--_line-strong); border-radius: var(--_radius); }
  dialog::backdrop { background: rgb(0 0 0 / 45%); }
  dialog form { display: grid; gap: 1rem; }
  dialog h2 { margin: 0; font-size: 1.15em; }
  dialog .acts { justify-content: end; }
  dialog select { inline-size: 100%; }

  @container (max-width: 26rem) {
    .slot { padding: 0.75rem; }
    .findings { grid-template-columns: minmax(0, 1fr); }
    .finding { grid-template-columns: minmax(0, 1fr); }
    .acts { flex: 1 1 100%; }
  }
  @media (forced-colors: active) {
    .drop { border-color: ButtonText; }
    :host([aimed]) .drop { border-color: Highlight; }
  }
`;

import { css } from "lit";

/** The frame around the editor, the buttons above it, and what was found below. */
export const editorStyles = css`
  .desk { border: 1px solid var(--_line-strong); border-radius: var(--_radius); background: var(--_surface); overflow: clip; }
  .desk:focus-within { outline: 3px solid var(--_accent); outline-offset: 1px; }
  .tools { display: flex; flex-wrap: wrap; align-items: center; gap: 0.15rem; padding: 0.25rem 0.35rem; border-block-end: 1px solid var(--_line); }
  .tools button { min-block-size: 2.5rem; padding-inline: 0.7rem; border-color: transparent; font-size: 0.9375em; }
  .tools button:disabled { opacity: 0.6; }
  .tools button:focus-visible { outline-offset: -3px; }
  .tools .counts { margin-inline-start: auto; padding-inline: 0.5rem; font-size: 0.9375em; font-weight: 600; }
  .plain { inline-size: 100%; min-block-size: 12rem; max-block-size: var(--rubric-editor-height, 34rem); border: 0; border-radius: 0; font-family: var(--rubric-mono, ui-monospace, Menlo, Consolas, monospace); line-height: 1.65; }
  .plain:focus-visible { outline: none; }
  /* The frame shows where the focus is. */
  .place [tabindex]:focus-visible { outline: none; }
  .note { padding: 0.5rem 0.75rem; border-block-start: 1px solid var(--_line); }

  .problems { border-block-start: 1px solid var(--_line); max-block-size: 16rem; overflow: auto; }
  .problems summary { padding: 0.55rem 0.75rem; font-weight: 650; cursor: pointer; }
  .problems summary:focus-visible { outline-offset: -3px; }
  .problems li { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.3rem 0.75rem; padding: 0.5rem 0.75rem; border-block-start: 1px solid var(--_line); border-inline-start: 4px solid var(--_wait); }
  .problems li[data-severity="error"] { border-inline-start-color: var(--_bad); }
  .problems li[data-severity="warning"] { border-inline-start-color: var(--_away); }
  .problems .jump { flex: 1 1 18rem; display: block; min-block-size: 2.5rem; padding: 0.2rem 0.3rem; border: 0; text-align: start; font-weight: 400; color: inherit; overflow-wrap: anywhere; }
  .problems .jump:focus-visible, .problems .mend:focus-visible { outline-offset: -2px; }
  .problems .message { font-weight: 600; }
  .problems code { font-family: var(--rubric-mono, ui-monospace, Menlo, Consolas, monospace); font-size: 0.95em; padding: 0.05em 0.3em; border-radius: 0.3em; background: color-mix(in srgb, currentColor 8%, transparent); }
  .problems .severity { font-weight: 650; color: var(--_wait); }
  .problems [data-severity="error"] .severity { color: var(--_bad); }
  .problems [data-severity="warning"] .severity { color: var(--_away); }
  .problems .mend { min-block-size: 2.5rem; padding-inline: 0.7rem; font-size: 0.9375em; overflow-wrap: anywhere; }
`;

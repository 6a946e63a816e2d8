import { type Extension, StateEffect, StateField } from "@codemirror/state";
import { type Command, type EditorView, type Panel, runScopeHandlers, showPanel } from "@codemirror/view";
import { editing, filesOf } from "./config.js";

/** What is renamed: where the name is, and what it is called. */
interface Asked {
  readonly at: number;
  readonly name: string;
}

const ask = StateEffect.define<Asked | null>();

const asked = StateField.define<Asked | null>({
  create: () => null,
  update: (value, transaction) => {
    for (const effect of transaction.effects) if (effect.is(ask)) return effect.value;
    return value && { ...value, at: transaction.changes.mapPos(value.at) };
  },
  provide: (field) => showPanel.from(field, (value) => (value ? panel : null)),
});

/** Asks for another name for what is named at the cursor, and puts it in everywhere. */
export const renameName: Command = (view) => {
  const now = view.state.facet(editing);
  if (!now || view.state.readOnly) return false;
  const at = view.state.selection.main.head;
  const place = now.engine.references(view.state.doc.toString(), at, filesOf(now)).find(({ from, to }) => from <= at && at <= to);
  if (!place) return false;
  view.dispatch({ effects: ask.of({ at, name: view.state.sliceDoc(place.from, place.to) }) });
  view.dom.querySelector<HTMLInputElement>(".cm-rubric-rename input")?.select();
  return true;
};

/** Renames at once. Gives the reason why the name cannot be had, or `null` when it is done. */
export function renameTo(view: EditorView, at: number, name: string): string | null {
  const now = view.state.facet(editing);
  if (!now) return "no engine is loaded";
  const { edits, refused } = now.engine.rename(view.state.doc.toString(), at, name, filesOf(now));
  if (refused !== null) return refused;
  view.dispatch({ changes: edits.map(({ from, to, text }) => ({ from, to, insert: text })), userEvent: "input.rename" });
  return null;
}

function panel(view: EditorView): Panel {
  const dom = document.createElement("form");
  dom.className = "cm-rubric-rename";
  const label = dom.appendChild(document.createElement("label"));
  const name = view.state.field(asked)?.name ?? "";
  label.append(`${view.state.phrase("New name for")} ${name} `);
  const input = label.appendChild(document.createElement("input"));
  Object.assign(input, { value: name, spellcheck: false, autocapitalize: "off", autocomplete: "off" });
  const button = dom.appendChild(document.createElement("button"));
  button.textContent = view.state.phrase("Rename");
  const wrong = dom.appendChild(document.createElement("div"));
  wrong.setAttribute("role", "alert");
  const close = (): void => {
    view.dispatch({ effects: ask.of(null) });
    view.focus();
  };
  dom.addEventListener("submit", (event) => {
    event.preventDefault();
    const refused = input.value === name ? null : renameTo(view, view.state.field(asked)?.at ?? 0, input.value);
    if (refused === null) return close();
    wrong.textContent = refused.charAt(0).toUpperCase() + refused.slice(1);
    input.setAttribute("aria-invalid", "true");
  });
  dom.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      // It closes this panel, and not the dialogue that the editor may stand in.
      event.stopPropagation();
      close();
    } else if (runScopeHandlers(view, event, "rubric-rename")) event.preventDefault();
  });
  return { dom, top: false, mount: () => input.select() };
}

/** The panel that asks for the name. */
export function rubricRename(): Extension {
  return asked;
}

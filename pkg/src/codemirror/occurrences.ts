import { type Extension, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { editing, filesOf } from "./config.js";

/** So long the cursor rests before its name is looked for: the engine reads the whole text for it. */
const REST = 200;
const MARK = Decoration.mark({ class: "cm-rubric-occurrence" });

const found = StateEffect.define<DecorationSet>();
const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (value, transaction) => {
    for (const effect of transaction.effects) if (effect.is(found)) return effect.value;
    return transaction.docChanged ? Decoration.none : value;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const looking = ViewPlugin.fromClass(class {
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly view: EditorView) {}

  update({ selectionSet, docChanged, focusChanged }: ViewUpdate): void {
    if (!selectionSet && !docChanged && !focusChanged) return;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#look(), REST);
  }

  #look(): void {
    const { state, hasFocus } = this.view;
    const now = state.facet(editing);
    const { empty, head } = state.selection.main;
    const places = now && hasFocus && empty ? now.engine.references(state.doc.toString(), head, filesOf(now)) : [];
    // One place is the name itself; only others say something.
    const marked = places.length > 1 ? Decoration.set(places.map(({ from, to }) => MARK.range(from, to))) : Decoration.none;
    if (marked.size > 0 || state.field(marks).size > 0) this.view.dispatch({ effects: found.of(marked) });
  }

  destroy(): void {
    clearTimeout(this.#waiting);
  }
});

/** Shows where else the name at the cursor stands. */
export function rubricOccurrences(): Extension {
  return [marks, looking];
}

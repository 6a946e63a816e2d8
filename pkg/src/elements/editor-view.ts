// The part of <rubric-editor> that needs CodeMirror: loaded when an editor
// stands in a page, so that `rubricate/elements` stays small.
import { redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import { forceLinting } from "@codemirror/lint";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { applyFix, type EditorEngine, formatRubric, renameName, type RubricOptions, rubricSetup } from "../codemirror/index.js";
import type { Diagnostic } from "../types.js";

/** What may change while the editor stands. */
export interface Shown {
  readonly readonly: boolean;
  readonly label: string;
  readonly describedby: string;
  readonly phrases: Readonly<Record<string, string>>;
}

/** What the element hears. */
export interface Heard {
  changed(value: string): void;
  left(): void;
  depths(undo: boolean, redo: boolean): void;
}

/** The editor, as the element works with it. */
export class Desk {
  readonly view: EditorView;
  readonly #language = new Compartment();
  readonly #shown = new Compartment();
  readonly #engine: EditorEngine;
  readonly #options: RubricOptions;
  readonly #heard: Heard;
  #now: Shown;

  constructor(parent: HTMLElement, root: ShadowRoot, value: string, engine: EditorEngine, options: RubricOptions, shown: Shown, heard: Heard) {
    [this.#engine, this.#options, this.#now, this.#heard] = [engine, options, shown, heard];
    // In a shadow root styles are adopted, which no policy on styles refuses.
    this.view = new EditorView({ state: this.#state(value), parent, root });
  }

  #state(doc: string): EditorState {
    return EditorState.create({
      doc,
      extensions: [
        this.#language.of(rubricSetup(this.#engine, this.#options)),
        this.#shown.of(this.#look()),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (!docChanged) return;
          this.#heard.changed(state.doc.toString());
          this.#heard.depths(undoDepth(state) > 0, redoDepth(state) > 0);
        }),
        EditorView.domEventHandlers({ blur: () => this.#heard.left() }),
      ],
    });
  }

  #look(): Extension {
    const { readonly, label, describedby, phrases } = this.#now;
    return [
      EditorState.readOnly.of(readonly),
      EditorState.phrases.of(phrases),
      EditorView.contentAttributes.of({ "aria-label": label, "aria-describedby": describedby, ...(readonly ? { "aria-readonly": "true" } : {}), spellcheck: "false", translate: "no" }),
    ];
  }

  /** Another text, with nothing to undo. */
  set(value: string): void {
    this.view.setState(this.#state(value));
    this.#heard.depths(false, false);
  }

  show(shown: Shown): void {
    this.#now = shown;
    this.view.dispatch({ effects: this.#shown.reconfigure(this.#look()) });
  }

  /** The files it may use are others now. */
  again(): void {
    this.view.dispatch({ effects: this.#language.reconfigure(rubricSetup(this.#engine, this.#options)) });
    forceLinting(this.view);
  }

  undo(): void {
    undo(this.view);
  }
  redo(): void {
    redo(this.view);
  }
  format(): void {
    formatRubric(this.view);
  }
  rename(): boolean {
    return renameName(this.view);
  }
  mend(fix: Diagnostic["fixes"][number]): void {
    applyFix(this.view, fix);
    forceLinting(this.view);
  }

  /** Brings a place into view and puts the cursor on it. */
  goTo(from: number, to: number): void {
    const end = this.view.state.doc.length;
    this.view.dispatch({ selection: { anchor: Math.min(from, end), head: Math.min(to, end) }, effects: EditorView.scrollIntoView(Math.min(from, end), { y: "center" }) });
    this.view.focus();
  }
}

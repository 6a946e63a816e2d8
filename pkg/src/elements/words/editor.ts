// The words of <rubric-editor>, and those of CodeMirror where it has any.
/** What the editor says. Messages about the rubric itself come from the engine. */
export interface EditorTerms {
  readonly label: string;
  readonly toolbar: string;
  readonly undo: string;
  readonly redo: string;
  readonly format: string;
  readonly rename: string;
  readonly problems: string;
  /** Read out and shown: how many there are of each. */
  counts(errors: number, warnings: number, notes: number): string;
  readonly mends: string;
  readonly keys: string;
  readonly required: string;
  faulty(errors: number): string;
  readonly failed: string;
  /** CodeMirror's own words, by the English ones. */
  readonly phrases: Readonly<Record<string, string>>;
}

const en: EditorTerms = {
  label: "Rubric",
  toolbar: "Editing",
  undo: "Undo",
  redo: "Redo",
  format: "Tidy up",
  rename: "Rename",
  problems: "Findings",
  counts: (errors, warnings, notes) => {
    const all = [errors && `${errors} ${errors === 1 ? "mistake" : "mistakes"}`, warnings && `${warnings} ${warnings === 1 ? "warning" : "warnings"}`, notes && `${notes} ${notes === 1 ? "note" : "notes"}`];
    return all.filter(Boolean).join(", ") || "Nothing to mend";
  },
  mends: "Mends",
  keys: "Tab leaves the editor; Control and ] indents. Control and Space offers what fits. F8 goes to the next finding, F2 renames, F12 goes to where a name is declared, Shift, Alt and F tidies up.",
  required: "Please write a rubric.",
  faulty: (errors) => (errors === 1 ? "The rubric has a mistake." : `The rubric has ${errors} mistakes.`),
  failed: "The editor could not be loaded; you can go on writing here.",
  phrases: {},
};

const es: EditorTerms = {
  label: "Rúbrica",
  toolbar: "Edición",
  undo: "Deshacer",
  redo: "Rehacer",
  format: "Ordenar",
  rename: "Renombrar",
  problems: "Observaciones",
  counts: (errors, warnings, notes) => {
    const all = [errors && `${errors} ${errors === 1 ? "error" : "errores"}`, warnings && `${warnings} ${warnings === 1 ? "aviso" : "avisos"}`, notes && `${notes} ${notes === 1 ? "nota" : "notas"}`];
    return all.filter(Boolean).join(", ") || "Nada que arreglar";
  },
  mends: "Arreglos",
  keys: "El tabulador sale del editor; Control y ] sangra. Control y Espacio ofrece lo que encaja. F8 va a la siguiente observación, F2 renombra, F12 va a donde se declara un nombre, Mayúsculas, Alt y F ordena.",
  required: "Escribe una rúbrica.",
  faulty: (errors) => (errors === 1 ? "La rúbrica tiene un error." : `La rúbrica tiene ${errors} errores.`),
  failed: "No se pudo cargar el editor; puedes seguir escribiendo aquí.",
  phrases: {
    "New name for": "Nuevo nombre para", Rename: "Renombrar", Diagnostics: "Observaciones", "No diagnostics": "Ninguna observación", close: "cerrar", Completions: "Propuestas",
    "Fold line": "Plegar la línea", "Unfold line": "Desplegar la línea", "folded code": "texto plegado", unfold: "desplegar", "Control character": "Carácter de control", "Selection deleted": "Selección borrada",
  },
};

const ALL: Readonly<Record<string, EditorTerms>> = { en, es };

/** The words in the language of a locale; English where there is no catalogue. */
export function editorTerms(locale: string): EditorTerms {
  return ALL[locale.split("-")[0] ?? ""] ?? en;
}

import type { Extension } from "@codemirror/state";
import { type Command, hoverTooltip } from "@codemirror/view";
import type { Hover } from "../editor.js";
import { editing, filesOf } from "./config.js";

/** Says what the name or the word under the pointer is. */
export function rubricHover(): Extension {
  return hoverTooltip((view, at) => {
    const now = view.state.facet(editing);
    const found = now?.engine.hover(view.state.doc.toString(), at, filesOf(now));
    if (!found) return null;
    return { pos: found.from, end: found.to, above: true, create: () => ({ dom: shown(found) }) };
  });
}

function shown({ title, text }: Hover): HTMLElement {
  const dom = document.createElement("div");
  dom.className = "cm-rubric-hover";
  const head = dom.appendChild(document.createElement("div"));
  head.className = "cm-rubric-hover-title";
  head.textContent = title;
  dom.appendChild(document.createElement("div")).textContent = text;
  return dom;
}

/** Goes to where the name at the cursor is declared. */
export const goToDeclaration: Command = (view) => {
  const now = view.state.facet(editing);
  const found = now?.engine.hover(view.state.doc.toString(), view.state.selection.main.head, filesOf(now));
  if (!found?.declared) return false;
  if (found.file !== null) {
    now?.onOpenFile?.(found.file, found.declared);
    return now?.onOpenFile !== undefined;
  }
  view.dispatch({ selection: { anchor: found.declared.from, head: found.declared.to }, scrollIntoView: true, userEvent: "select.declaration" });
  return true;
};

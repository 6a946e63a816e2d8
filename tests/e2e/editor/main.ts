import { EditorView } from "@codemirror/view";
import { load } from "rubricate";
import { rubricSetup } from "rubricate/codemirror";
import * as elements from "rubricate/elements";

const told: string[] = [];
for (const name of ["rubric-edit", "rubric-diagnostics", "rubric-error", "input", "change"]) document.addEventListener(name, () => told.push(name));
const form = document.querySelector<HTMLFormElement>("#form");
form?.addEventListener("submit", (event) => {
  event.preventDefault();
  told.push(`submit ${String(new FormData(form).get("rubric")).length}`);
});
// In a shadow root its styles are adopted, as a policy on styles asks.
const root = document.querySelector<HTMLElement>("#own")?.attachShadow({ mode: "open" });
const view = root && new EditorView({ doc: "rubric r { check a }\n", extensions: [rubricSetup(await load()), EditorView.contentAttributes.of({ "aria-label": "Another rubric" })], parent: root, root });
Object.assign(window, { told, view, elements });

import { byId, el } from "./dom.js";
import { announce } from "./announce.js";

interface Action {
  readonly label: string;
  run(): void;
}

/** Says something above the page until it is closed. A notice with the same key replaces the one before. */
export function notice(key: string, text: string, more: { readonly list?: readonly string[]; readonly action?: Action } = {}): void {
  dismiss(key);
  const { list, action } = more;
  const box = el("div", { class: "notice", "data-key": key }, el("p", {}, text));
  if (list && list.length > 0) box.append(el("ul", {}, ...list.map((line) => el("li", {}, line))));
  const buttons = el("p", { class: "notice-buttons" });
  if (action) {
    const button = el("button", { type: "button" }, action.label);
    button.addEventListener("click", () => {
      dismiss(key);
      action.run();
    });
    buttons.append(button);
  }
  const close = el("button", { type: "button", class: "quiet" }, "Close", el("span", { class: "unseen" }, " this notice"));
  close.addEventListener("click", () => {
    dismiss(key);
    byId("main").focus({ preventScroll: true });
  });
  buttons.append(close);
  box.append(buttons);
  byId("notices").append(box);
  announce(text);
}

/** Takes a notice away. */
export function dismiss(key: string): void {
  for (const box of byId("notices").children) {
    if (box instanceof HTMLElement && box.dataset["key"] === key) box.remove();
  }
}

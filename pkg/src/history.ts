import type { Edit } from "./store.js";

/** Edits that can be taken back, and how much text they may hold together, in UTF-16 units. */
const MOST_EDITS = 1000;
const MOST_TEXT = 1 << 24;

/** What was done and can be undone, and what was undone and can be done again. The oldest goes first. */
export class History {
  readonly #done: (Edit | undefined)[] = [];
  readonly #undone: Edit[] = [];
  /** Where the oldest stands that is remembered: taking it out of the list each time would move all the others. */
  #from = 0;
  #text = 0;
  /** How many were done in all. */
  count = 0;

  /** Something new: what was undone before it is past. */
  did(edit: Edit): void {
    this.count += 1;
    this.#undone.length = 0;
    this.#done.push(edit);
    this.#text += textOf(edit);
    while (this.#done.length - this.#from > MOST_EDITS || (this.#text > MOST_TEXT && this.#done.length - this.#from > 1)) this.#forget();
  }

  /** The edit that `undo` takes back. */
  get toUndo(): Edit | undefined {
    return this.#done.at(-1);
  }

  /** The edit that `redo` does again. */
  get toRedo(): Edit | undefined {
    return this.#undone.at(-1);
  }

  undid(): void {
    const edit = this.#done.pop();
    if (!edit) return;
    this.#text -= textOf(edit);
    this.#undone.push(edit);
    if (this.#done.length === this.#from) this.#trim();
  }

  redid(): void {
    const edit = this.#undone.pop();
    if (!edit) return;
    this.#text += textOf(edit);
    this.#done.push(edit);
  }

  #forget(): void {
    const oldest = this.#done[this.#from];
    if (oldest) this.#text -= textOf(oldest);
    this.#done[this.#from] = undefined;
    this.#from += 1;
    if (this.#from > MOST_EDITS) this.#trim();
  }

  #trim(): void {
    this.#done.splice(0, this.#from);
    this.#from = 0;
  }
}

/** How much text an edit alone keeps: what it took away or put in the place of. */
function textOf({ kind, before }: Edit): number {
  if (kind === "comments") return before?.length ?? 0;
  if (kind === "slots") return before.reduce((sum, { text, note }) => sum + (text?.length ?? 0) + (note?.length ?? 0), 0);
  return 0;
}

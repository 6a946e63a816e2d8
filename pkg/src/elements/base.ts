import { LitElement, type PropertyDeclarations } from "lit";
import { voiceOf, type Voice } from "../texts/voice.js";
import type { RubricEvents } from "./events.js";
import { tokens } from "./styles.js";
import { Words } from "./words/words.js";

/**
 * What all elements share: the look (custom properties, inherited font and
 * colour), the words in the locale, and typed events.
 */
export class RubricElement extends LitElement {
  static override properties: PropertyDeclarations = {
    locale: { type: String, reflect: true },
  };
  static override styles = [tokens];
  /** What the names of the elements begin with; `define` sets it on classes of its own. */
  static prefix = "rubric";

  /** The reader's locale, such as `"es-MX"`; without it that of the nearest `lang`. */
  declare locale: string | null;

  readonly words: Words;
  #voice: Voice | null = null;

  constructor() {
    super();
    this.locale = null;
    this.words = new Words(this);
  }

  /** The engine's voice in this locale: how it writes numbers, lists and days. */
  get voice(): Voice {
    const locale = this.words.lang();
    if (this.#voice?.locale !== locale) this.#voice = voiceOf(locale);
    return this.#voice ?? voiceOf(locale);
  }

  /** The name of a fellow element, under the prefix that this one was defined with. */
  protected tag(name: string): string {
    return `${(this.constructor as typeof RubricElement).prefix}-${name}`;
  }

  /** Tells the host; `false` where it prevented what would follow. */
  protected emit<K extends keyof RubricEvents>(name: K, detail: RubricEvents[K]["detail"]): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: false }));
  }
}

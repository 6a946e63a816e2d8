import { LocalizeController, registerTranslation } from "@shoelace-style/localize";
import type { LitElement } from "lit";
import { en } from "./en.js";
import { es } from "./es.js";
import type { Terms } from "./terms.js";

// The first one stands in for languages there is no catalogue for.
registerTranslation(en, es);

/** An element that has words: its own `locale`, where the host gave one. */
interface Speaker extends LitElement {
  readonly locale: string | null;
}

/** The language tag that holds where a node stands: of the nearest `lang`, through shadow roots. */
export function languageAt(node: Element): string {
  for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (at instanceof Element && at.hasAttribute("lang") && at.getAttribute("lang") !== "") return at.getAttribute("lang") ?? "";
  }
  return navigator.language;
}

/**
 * The words of an element, in the language of its `locale` or the nearest
 * `lang`. It follows the document's; after another ancestor's `lang` changed,
 * `requestUpdate()` looks again.
 */
export class Words extends LocalizeController<Terms> {
  readonly #speaker: Speaker;

  constructor(speaker: Speaker) {
    super(speaker);
    this.#speaker = speaker;
  }

  /** The locale, as the engine takes it. */
  override lang(): string {
    const tag = (this.#speaker.locale || languageAt(this.#speaker)).replaceAll("_", "-");
    try {
      return new Intl.Locale(tag).toString();
    } catch {
      return "en";
    }
  }
}

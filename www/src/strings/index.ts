// Everything that is said, in one typed catalogue for each language: one that
// lacks a sentence does not compile.
import type { Settings } from "../store/schema.js";
import type { en } from "./en/index.js";

/** The same shape with any words. */
type Said<T> = T extends string ? string
  : string extends keyof T ? T
  : T extends (...given: infer G) => string ? (...given: G) => string
  : { readonly [K in keyof T]: Said<T[K]> };

export type Strings = Said<typeof en>;

export interface Tongue {
  readonly say: Strings;
  /** Of the words: `en` or `es`. */
  readonly language: "en" | "es";
  /** Of numbers, days and the engine's sentences: as the person's browser has it, where that is of this language. */
  readonly locale: string;
}

/** The language that the person asked for, else the browser's where it is one of ours. */
export async function tongue(wanted: Settings["language"]): Promise<Tongue> {
  const language = wanted === "auto" ? preferred() : wanted;
  const locale = navigator.languages.find((tag) => tag === language || tag.startsWith(`${language}-`)) ?? language;
  const say: Strings = language === "es" ? (await import("./es/index.js")).es : (await import("./en/index.js")).en;
  return { say, language, locale };
}

function preferred(): "en" | "es" {
  for (const tag of navigator.languages) {
    if (tag === "es" || tag.startsWith("es-")) return "es";
    if (tag === "en" || tag.startsWith("en-")) return "en";
  }
  return "en";
}

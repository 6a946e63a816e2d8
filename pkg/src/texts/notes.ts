// What the readers of evidence noticed, in the reader's language. Facts carry
// the English sentence as the key of a note, so that it can be said in another
// language wherever the facts have got to.
import { NOTES, WHY } from "../evidence/notes.js";
import { NOTES_ES, WHY_ES } from "./notes-es.js";

const inEnglish = <K extends string>(english: Readonly<Record<K, string>>, other: Readonly<Record<K, string>>): ReadonlyMap<string, string> =>
  new Map((Object.keys(english) as K[]).map((name) => [english[name], other[name]]));
/** By language, what each English sentence is there. */
const LANGUAGES: Readonly<Record<string, ReadonlyMap<string, string>>> = { es: new Map([...inEnglish(NOTES, NOTES_ES), ...inEnglish(WHY, WHY_ES)]) };

/** A sentence of the readers in a language such as `es`; what is not known there stays as it is. */
export function translatedNote(language: string, key: string): string {
  return (Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language]?.get(key) : undefined) ?? key;
}

/** A note as a sentence in a language. */
export function noteIn(language: string, { key, data }: { readonly key: string; readonly data: readonly string[] }): string {
  let at = 0;
  return translatedNote(language, key).replaceAll("{}", () => data[at++] ?? "");
}

import type { Outline, OutlineLadder, OutlineLevel } from "../types.js";
import { languageOf, voiceOf } from "./voice.js";

type Texts = (path: string) => string | undefined;

/**
 * The outline in the reader's language: the texts of the rubric's own
 * `translate` block for it, and the rubric's own text where there is none.
 */
export function translated(outline: Outline, locale: string): Outline {
  const found = blockFor(outline, voiceOf(locale).locale);
  if (!found) return outline;
  const all = new Map(found.texts);
  const series = seriesOf(outline, all);
  const text: Texts = (path) => all.get(path) ?? series.get(path);
  const named = <T extends { readonly name: string; readonly label: string }>(one: T): T => ({ ...one, label: text(one.name) ?? one.label });
  const about = <T extends { readonly name: string; readonly about: string | null }>(one: T): T => ({ ...one, about: text(`${one.name}.about`) ?? one.about });
  const ladder = (one: OutlineLadder): OutlineLadder => {
    const rung = <T extends { readonly name: string; readonly label: string }>(of: T): T => ({ ...of, label: text(`${one.name}.${of.name}`) ?? of.label });
    return { ...about(named(one)), rungs: one.rungs.map(rung), otherwise: one.otherwise && rung(one.otherwise) };
  };
  const level = (scale: string) => (one: OutlineLevel): OutlineLevel => ({ ...one, label: text(`${scale}.${one.name}`) ?? one.label });
  const inputs = (all: Outline["asks"]) =>
    all.map((one) => ({ ...about(named(one)), choices: one.choices.map((choice) => ({ ...choice, label: text(`${one.name}.${choice.name}`) ?? choice.label })) }));
  return {
    ...outline,
    title: text(outline.name) ?? outline.title,
    about: text(`${outline.name}.about`) ?? outline.about,
    scales: outline.scales.map((scale) => ({ ...named(scale), levels: scale.levels.map(level(scale.name)) })),
    parts: outline.parts.map((part) => about(named(part))),
    rows: outline.rows.map((row) => {
      const scale = row.scale === null ? undefined : outline.scales[row.scale]?.name;
      const levels = row.levels.map((one) => {
        const own = text(`${row.name}.${one.name}`);
        const common = scale === undefined ? one : level(scale)(one);
        if (own === undefined) return common;
        // Of levels that are the row's own and have no descriptor the text is the label.
        return scale === undefined && one.descriptor === null ? { ...common, label: own } : { ...common, descriptor: own };
      });
      return { ...about(named(row)), levels };
    }),
    asks: inputs(outline.asks),
    settings: inputs(outline.settings),
    evidence: outline.evidence.map((slot) => about(named(slot))),
    scores: outline.scores.map(named),
    results: outline.results.map(ladder),
    awards: outline.awards.map(ladder),
    codes: outline.codes.map(named),
  };
}

function blockFor({ language, translations }: Outline, locale: string) {
  const [full, short] = [locale.toLowerCase(), languageOf(locale)];
  const exact = translations.find((one) => one.language.toLowerCase() === full);
  if (exact || (language !== null && languageOf(language) === short)) return exact;
  return translations.find((one) => languageOf(one.language) === short);
}

/** The text of a series, such as `Tarea {number}`, for each of its members. */
function seriesOf({ groups }: Outline, all: ReadonlyMap<string, string>): Map<string, string> {
  const found = new Map<string, string>();
  for (const { name, parts, members } of groups) {
    const text = all.get(name);
    if (!text?.includes("{number}")) continue;
    for (const member of [...parts, ...members]) {
      const number = member.startsWith(`${name}_`) ? member.slice(name.length + 1) : "";
      if (/^\d+$/.test(number)) found.set(member, text.replaceAll("{number}", number));
    }
  }
  return found;
}

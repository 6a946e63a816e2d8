// What the command line says of values beside the engine's own sentences, in
// the languages that those have.
import type { Explanation, ExplanationWhy } from "../explanation.js";
import { voiceOf } from "../texts/voice.js";
import type { RowState, RungState } from "../types.js";

/** The words of a language. */
export interface Said {
  readonly yes: string;
  readonly no: string;
  readonly open: string;
  readonly noValue: string;
  readonly noScore: string;
  readonly undecided: string;
  readonly pending: string;
  readonly toldAbove: string;
  readonly leftOut: string;
  between(lowest: string, highest: string): string;
  rated(rated: number, total: number): string;
  rung(state: RungState): string;
  row(state: RowState): string;
  doesNotCount(why: ExplanationWhy | null): string;
  countedAs(what: string): string;
  byCode(code: string): string;
  weight(weight: string): string;
  adds(above: string, below: string | null): string;
  rounded(step: string, direction: NonNullable<Explanation["rounding"]>["direction"]): string;
  setTo(rung: string, by: string, reason: string | null): string;
}

const en: Said = {
  yes: "yes", no: "no", open: "open", noValue: "no value", noScore: "no score", undecided: "not decided yet", pending: "pending", toldAbove: "told above", leftOut: "the rest is left out",
  between: (lowest, highest) => `between ${lowest} and ${highest}`,
  rated: (rated, total) => `${rated} of ${total} rated`,
  rung: (state) => state,
  row: (state) => state,
  doesNotCount: (why) => (why === null ? "does not count" : `does not count: ${why}`),
  countedAs: (what) => `counted as ${what}`,
  byCode: (code) => `by the code ${code}`,
  weight: (weight) => `weight ${weight}`,
  adds: (above, below) => `adds ${above}${below === null ? "" : ` of ${below}`}`,
  rounded: (step, direction) => `to steps of ${step}, ${direction}`,
  setTo: (rung, by, reason) => `set to ${rung} by ${by}${reason ? `: ${reason}` : ""}`,
};

const RUNGS: Readonly<Record<RungState, string>> = { earned: "conseguido", possible: "posible", "out of reach": "fuera de alcance", pending: "pendiente" };
const ROWS: Readonly<Record<RowState, string>> = { unanswered: "sin valorar", "left out": "omitido", "not scored": "no puntúa", "not asked": "no se pregunta", rated: "valorado" };
const WHY: Readonly<Record<ExplanationWhy, string>> = {
  "not asked": "no se pregunta", "not scored": "no puntúa", "left out": "omitido", "not chosen": "no elegido", filtered: "no pasa el filtro", "not among": "no está entre los elegidos", "adds nothing": "no suma", empty: "no hay nada que cuente",
};
const WAYS: Readonly<Record<NonNullable<Explanation["rounding"]>["direction"], string>> = { "ties up": "los empates hacia arriba", "ties down": "los empates hacia abajo", "ties even": "los empates al múltiplo par", up: "hacia arriba", down: "hacia abajo" };

const es: Said = {
  yes: "sí", no: "no", open: "abierto", noValue: "sin valor", noScore: "sin puntuación", undecided: "todavía sin decidir", pending: "pendiente", toldAbove: "explicado arriba", leftOut: "se omite el resto",
  between: (lowest, highest) => `entre ${lowest} y ${highest}`,
  rated: (rated, total) => `${rated} de ${total} valorados`,
  rung: (state) => RUNGS[state],
  row: (state) => ROWS[state],
  doesNotCount: (why) => (why === null ? "no cuenta" : `no cuenta: ${WHY[why]}`),
  countedAs: (what) => `cuenta como ${what}`,
  byCode: (code) => `por el código ${code}`,
  weight: (weight) => `peso ${weight}`,
  adds: (above, below) => `suma ${above}${below === null ? "" : ` de ${below}`}`,
  rounded: (step, direction) => `en pasos de ${step}, ${WAYS[direction]}`,
  setTo: (rung, by, reason) => `fijado en ${rung} por ${by}${reason ? `: ${reason}` : ""}`,
};

const ALL: Readonly<Record<string, Said>> = { en, es };

/** The words of a locale's language, or of the environment's; English where there are none. */
export function saidIn(locale: string | undefined): Said {
  return ALL[voiceOf(locale).locale.split("-")[0] ?? ""] ?? en;
}

import type { Explanation } from "../explanation.js";
import { capital } from "./plain.js";
import { FACT_WORDS, inner, LIMITS, type Phrase, quantityOf, type Short, signs, SUMS, type SlotStep, type Telling } from "./telling.js";
import type { GatherWord, Grammar, Op, Texts } from "./texts.js";

/** The sentences of conditions that those of explanations are made of. */
export type Clause = Pick<Texts, "quantified" | "is" | "compare" | "complete" | "hasScore" | "ask" | "joined" | "gather" | "fact" | "always">;

const OPS: Readonly<Record<NonNullable<Explanation["comparison"]>, Op>> = { "at least": "ge", above: "gt", "at most": "le", below: "lt", is: "eq", "is not": "ne" };
const GATHERED: Readonly<Record<GatherWord, string>> = {
  sum: "suma", mean: "media", median: "mediana", lowest: "valor más bajo", highest: "valor más alto", weighted_mean: "media ponderada", weighted_sum: "suma ponderada",
  percent: "porcentaje", weighted_percent: "porcentaje ponderado", count: "número",
};
/** Numbers of sets, whose words would run into the sign behind them. */
const SETS = ["sum", "mean", "median", "lowest", "highest", "weighted mean", "weighted sum", "percent", "weighted percent", "count"];
const TIES: Readonly<Record<string, string>> = { "ties up": "los empates, hacia arriba", "ties down": "los empates, hacia abajo", "ties even": "los empates, al par" };


/** Conditions with what counts when they hold, in turn; the last counts otherwise. */
function choice(inputs: readonly Explanation[]): string {
  const cases = Array.from({ length: inputs.length >> 1 }, (_, place) => `si ${inputs[2 * place]?.text ?? ""}, ${inputs[2 * place + 1]?.text ?? ""}; si no, `);
  return `${cases.join("")}${inputs.at(-1)?.text ?? ""}`;
}

function rule(node: Explanation, phrase: Phrase, texts: Clause): string {
  const [a, b] = node.inputs;
  const loose = ["if", ...LIMITS];
  const { written, set, test, subject } = phrase;
  switch (node.rule) {
    case "add": case "multiply": case "divide": case "negate":
      return phrase.days ? `días transcurridos entre ${b?.inputs[0]?.text ?? ""} y ${a?.text ?? ""}` : (signs(node, SETS) ?? "");
    case "months": {
      const months = Math.abs(node.months ?? 0);
      return `${inner(a, SUMS)} ${(node.months ?? 0) < 0 ? "-" : "+"} ${months} ${months === 1 ? "mes" : "meses"}`;
    }
    case "round": {
      const { step, direction } = node.rounding ?? { step: { text: "" }, direction: "up" };
      const way = TIES[direction] === undefined ? `hacia ${direction === "up" ? "arriba" : "abajo"} a múltiplos de ${step.text}` : `al múltiplo más cercano de ${step.text} (${TIES[direction]})`;
      return `${inner(a, LIMITS)}, con redondeo ${way}`;
    }
    case "at least": return `${a?.text ?? ""}, pero como mínimo ${inner(b, LIMITS)}`;
    case "at most": return `${a?.text ?? ""}, pero como máximo ${inner(b, LIMITS)}`;
    case "if": return choice(node.inputs);
    case "case": return a && b ? `${b.text} si ${a.text}` : node.value.kind === "number" ? node.value.text : "";
    case "first of": return `${[...node.inputs.slice(0, -1).map(({ text }) => text), `si no, ${node.inputs.at(-1)?.text ?? ""}`].join("; ")}`;
    case "counted": return texts.fact({ what: FACT_WORDS[node.counted ?? "words"], slot: subject });
    case "compare": return texts.compare({ left: inner(a, loose), op: OPS[node.comparison ?? "is"], unit: "plain", right: inner(b, loose), mood: "holds" });
    case "test": return test ? texts.is({ subject, test, mood: "holds" }) : subject;
    case "not":
      if (a?.rule === "ask") return texts.ask({ label: a.text, yes: false, mood: "holds" });
      return test ? texts.is({ subject: subject || (a?.label ?? ""), test, mood: "holds" }) : `no se cumple lo siguiente: ${a?.text ?? ""}`;
    case "all": return node.inputs.map((input) => inner(input, ["any", "if"])).join(", y ");
    case "any": return node.inputs.map((input) => inner(input, ["if"])).join(", o bien ");
    case "how many": {
      const many = quantityOf(node, "esa parte");
      if (set && test) return texts.quantified({ ...many, set, test, mood: "holds" });
      return texts.joined({ how: many.quantity, amount: many.amount, one: many.one, clauses: node.inputs.map(({ text }) => text), mood: "holds" });
    }
    case "complete": return texts.complete({ slot: node.name === "evidence" ? null : subject, not: false, mood: "holds" });
    case "only when": return `solo si ${a?.text ?? ""}`;
    case "counts as": return `cuenta de otro modo si ${a?.text ?? ""}`;
    case "capped": return `con un tope si ${a?.text ?? ""}`;
    case "truth": return node.value.kind === "truth" ? texts.always(node.value.holds === true) : "";
    default: {
      const what = node.rule.replaceAll(" ", "_") as GatherWord;
      const said = set ? texts.gather({ what, set }) : `${GATHERED[what]} de ${written}`;
      return `${said}${node.fromLowest ? ", contado desde lo mínimo posible" : ""}`;
    }
  }
}

function ends({ open, fewer }: Short): string {
  return open ? (fewer ? "como máximo " : "al menos ") : "";
}

/** `40 palabras` son `40 palabras más`. */
function short(data: Short, label: string, empty: boolean): string {
  const { unit, count, gap, fewer, open } = data;
  const what = `«${label}»`;
  const least = open ? "al menos " : "";
  if (empty) return unit === "items" ? `adjuntar ${ends(data)}${count} en ${what}` : `entregar ${what} con ${ends(data)}${count}`;
  if (gap === null) return `hacer que ${what} tenga ${ends(data)}${count}`;
  if (fewer) return `quitar ${least}${gap} de ${what}`;
  return `añadir ${least}${gap} más a ${what}`;
}

const WRITTEN: ReadonlySet<Short["unit"]> = new Set(["words", "characters", "sentences"]);

function slot({ label, empty, text, items, short: all, findings }: SlotStep, and: (all: readonly string[]) => string): string {
  const [first] = all;
  const what = `«${label}»`;
  if (text !== "no" && empty && all.every(({ unit }) => WRITTEN.has(unit))) {
    const counts = all.map((one) => `${ends(one)}${one.count}`);
    return `${text === "only" ? "Escribir" : "Escribir o adjuntar"} ${what}${counts.length > 0 ? `: ${and(counts)}` : ""}`;
  }
  if (text === "only" && first && all.length === 1 && WRITTEN.has(first.unit) && !first.fewer && first.gap !== null && findings.length === 0) {
    return `Escribir ${first.open ? "al menos " : ""}${first.gap} más en ${what}`;
  }
  const deeds = all.map((one) => short(one, label, empty));
  if (empty && deeds.length === 0) return items === null ? `Adjuntar ${what}` : `Adjuntar ${items} en ${what}`;
  if (findings.length > 0) return capital([...deeds, `corregir ${what}: ${findings.join(" ")}`].join("; "));
  return deeds.length > 0 ? capital(and(deeds)) : `Completar ${what}`;
}

/** The words of explanations and steps in Spanish. */
export function tellingEs(grammar: Grammar, texts: Clause): Telling {
  const and = (all: readonly string[]) => grammar.and(all);
  return {
    evidence: "evidencia",
    noScore: "sin puntuación",
    comment: (label) => `${label} lleva el comentario que necesita`,
    rule: (node, phrase) => rule(node, phrase, texts),
    reopen: "Volver a abrir la evaluación",
    row({ label, to, rated, down, comment, shown }) {
      const what = `«${label}»`;
      const deed = typeof to === "boolean" ? `hacer que ${to ? "" : "no "}se cumpla ${what}` : rated ? `${down ? "bajar" : "subir"} ${what} a ${to}` : `valorar ${what} con ${to}`;
      const all = to === null ? [] : [deed];
      if (comment) all.push(all.length > 0 ? "añadir el comentario" : `comentar ${what}`);
      if (shown) all.push(all.length > 0 ? "nombrarlo en alguna evidencia" : `nombrar ${what} en alguna evidencia`);
      return capital(all.join(" y "));
    },
    ask: (label, answer) => `Responder a «${label}»${answer === null ? "" : `: ${answer}`}`,
    slot: (data) => slot(data, and),
    steps({ state, shortest, reopen, changes, proven }) {
      const count = `${grammar.number(changes)} ${grammar.one(changes) ? "cambio" : "cambios"}`;
      const after = reopen ? "La evaluación está cerrada. Cuando se vuelva a abrir: " : "";
      const said = {
        reached: "esto ya está conseguido",
        ways: shortest ? `este es el camino más corto, con ${count}` : `este es un camino, con ${count}; puede haber otro más corto`,
        "no way": proven ? "no hay ningún camino; esta es la razón" : "no hay ningún camino: se han probado todas las combinaciones de lo que aún puede valorarse, responderse o adjuntarse",
        unknown: "no se ha encontrado ningún camino, y tampoco se descarta que lo haya",
      }[state];
      return after === "" ? capital(said) : after + said;
    },
    block({ text, never, can }) {
      if (never) return `Esto lo impide, por mucho que aún se valore, responda o adjunte: ${text}`;
      const range = can === null ? "" : can.most === can.least ? `: se queda en ${can.most}` : `: solo puede estar entre ${can.least} y ${can.most}`;
      return `Esto no se cumple, por mucho que aún se valore, responda o adjunte: ${text}${range}`;
    },
  };
}

import { CHANGED_ES } from "./changed-es.js";
import { findings, subject } from "./findings-es.js";
import { plainText } from "./plain.js";
import { tellingEs } from "./telling-es.js";
import type {
  CountUnit, FactWord, GatherWord, Grammar, KindWord, Mood, Op, Quantified, QuantityWord, SetData, TestData, Texts,
} from "./texts.js";

/** Nouns with their gender: `f` for those with `las`. */
const KINDS: Readonly<Record<KindWord, readonly [one: string, many: string, gender: "m" | "f"]>> = {
  criteria: ["criterio", "criterios", "m"], checks: ["comprobación", "comprobaciones", "f"], numbers: ["valor", "valores", "m"],
  rows: ["elemento", "elementos", "m"], parts: ["parte", "partes", "f"],
};
const GATHERED: Readonly<Record<GatherWord, string>> = {
  sum: "la suma", mean: "la media", median: "la mediana", lowest: "el valor más bajo", highest: "el valor más alto", weighted_mean: "la media ponderada",
  weighted_sum: "la suma ponderada", percent: "el porcentaje", weighted_percent: "el porcentaje ponderado", count: "el número",
};
const FACTS: Readonly<Record<FactWord, string>> = {
  words: "el número de palabras", pages: "el número de páginas", items: "el número de archivos", sentences: "el número de frases",
  characters: "el número de caracteres", seconds: "la duración", bytes: "el tamaño",
};
const UNITS: Readonly<Record<CountUnit | "days" | "months", readonly [one: string, many: string]>> = {
  pages: ["página", "páginas"], words: ["palabra", "palabras"], characters: ["carácter", "caracteres"], items: ["archivo", "archivos"],
  people: ["persona", "personas"], pixels: ["píxel", "píxeles"], bytes: ["byte", "bytes"], sentences: ["frase", "frases"], days: ["día", "días"], months: ["mes", "meses"],
};
const ROLES: Readonly<Record<string, string>> = {
  self: "la propia persona", peer: "sus iguales", reviewer: "quienes revisan", instructor: "el profesorado", judge: "el jurado",
};
const DAYS: Readonly<Record<Op, string>> = { ge: "anterior", gt: "posterior", le: "posterior", lt: "anterior", eq: "", ne: "" };

const quote = (text: string) => `«${plainText(text)}»`;
/** `de` and `a` before an article: `del 1 de agosto`, `al porcentaje`. */
const de = (text: string) => (text.startsWith("el ") ? `del ${text.slice(3)}` : `de ${text}`);
const a = (text: string) => (text.startsWith("el ") ? `al ${text.slice(3)}` : `a ${text}`);

type Forms = readonly [infinitive: string, one: string, many: string];
const TENER: Forms = ["tener", "tiene", "tienen"];
const VALER: Forms = ["valer", "vale", "valen"];
const SER: Forms = ["ser", "es", "son"];
const KEYS: Readonly<Record<"met" | "shown" | "answered" | "left_out" | "comment" | "score", Forms>> = {
  met: ["cumplirse", "se cumple", "se cumplen"],
  shown: ["figurar en alguna evidencia", "figura en alguna evidencia", "figuran en alguna evidencia"],
  answered: ["tener respuesta", "tiene respuesta", "tienen respuesta"],
  left_out: ["quedar fuera", "queda fuera", "quedan fuera"],
  comment: ["llevar un comentario", "lleva un comentario", "llevan un comentario"],
  score: ["tener puntuación", "tiene puntuación", "tienen puntuación"],
};
const LEVELS: Readonly<Record<Op, (level: string) => string>> = {
  ge: (level) => `como mínimo el nivel ${level}`, gt: (level) => `un nivel superior a ${level}`, le: (level) => `como máximo el nivel ${level}`,
  lt: (level) => `un nivel inferior a ${level}`, eq: (level) => `el nivel ${level}`, ne: (level) => `el nivel ${level}`,
};
const POINTS: Readonly<Record<Op, (value: string) => string>> = {
  ge: (value) => `como mínimo ${value}`, gt: (value) => `más ${de(value)}`, le: (value) => `como máximo ${value}`,
  lt: (value) => `menos ${de(value)}`, eq: (value) => value, ne: (value) => value,
};

/** Whether all cases compare with a level, in the same way. */
function alike({ cases, other }: Extract<TestData, { kind: "if" }>): boolean {
  const ops = new Set([...cases.map(({ then }) => then), other].map((one) => (one.kind === "level" && !one.choice ? one.op : null)));
  return ops.size === 1 && !ops.has(null);
}

/** A verb phrase in one of its forms: `tener como mínimo el nivel Competente`, `se cumplen`. */
function phrase(test: TestData, form: 0 | 1 | 2): string {
  switch (test.kind) {
    case "level":
      return `${test.op === "ne" ? "no " : ""}${test.choice ? `${SER[form]} ${quote(test.level)}` : `${TENER[form]} ${LEVELS[test.op](test.level)}`}`;
    case "points":
      return `${test.op === "ne" ? "no " : ""}${VALER[form]} ${POINTS[test.op](test.value)}`;
    case "not":
      return `no ${phrase(test.test, form)}`;
    case "if": {
      const brief = (one: TestData, index = 1) => (index > 0 && alike(test) && one.kind === "level" ? one.level : phrase(one, form));
      return `${test.cases.map(({ when, then }, index) => `${brief(then, index)} si ${when}`).join(", ")}; si no, ${brief(test.other)}`;
    }
    default:
      return KEYS[test.kind][form];
  }
}

/** With its modal: `deben cumplirse`, `no puede cumplirse`. */
function verb(test: TestData, mood: Mood, many: boolean, may = false): string {
  if (mood === "holds") return phrase(test, many ? 2 : 1);
  const modal = may ? (many ? "pueden" : "puede") : many ? "deben" : "debe";
  // `no debe cumplirse`, rather than `debe no cumplirse`.
  if (test.kind === "not") return `no ${modal} ${phrase(test.test, 0)}`;
  if ((test.kind === "level" || test.kind === "points") && test.op === "ne") return `no ${modal} ${phrase({ ...test, op: "eq" }, 0)}`;
  return `${modal} ${phrase(test, 0)}`;
}

/** Whether it is met or not, rather than meets something. */
function checks(test: TestData): boolean {
  return test.kind === "met" || (test.kind === "not" && checks(test.test));
}

function upward(test: TestData): boolean {
  if (test.kind === "level" || test.kind === "points") return test.op === "ge" || test.op === "gt" || test.op === "eq";
  if (test.kind === "if") return upward(test.other);
  return test.kind !== "not" && test.kind !== "left_out";
}

/** The catalogue of Spanish. */
export function es(grammar: Grammar): Texts {
  const [and, or, number] = [(all: readonly string[]) => grammar.and(all), (all: readonly string[]) => grammar.or(all), (count: number) => grammar.number(count)];
  const tags = (all: readonly string[]) => or(all.map(quote));

  function rest(set: SetData, many: boolean): string {
    const said = [
      set.within.length > 0 && set.kind !== null ? ` de ${and(set.within)}` : "",
      ...set.tagged.map((all) => ` con la etiqueta ${tags(all)}`),
      ...set.untagged.map((all) => ` sin la etiqueta ${tags(all)}`),
      ...set.that.map((test) => ` que ${verb(test, "holds", many)}`),
      set.without.length > 0 ? ` salvo ${and(set.without)}` : "",
    ];
    return said.join("");
  }

  /** The members as several, without an article: `criterios en Clase`. */
  function several(set: SetData): string {
    if (set.pick) return `los ${set.pick.count} ${set.pick.best ? "mejores" : "más recientes"} de ${withArticle(set.pick.of)}${rest(set, true)}`;
    const head = set.kind !== null ? KINDS[set.kind][1] : set.run ? `${set.names[0] ?? ""} a ${set.names.at(-1) ?? ""}` : and(set.names);
    return head + rest(set, true);
  }

  function withArticle(set: SetData): string {
    if (set.kind === null || set.pick) return several(set);
    return `${KINDS[set.kind][2] === "f" ? "las" : "los"} ${several(set)}`;
  }

  /** One of them: `algún criterio`, `ninguna comprobación`. */
  function one(set: SetData, m: string, f: string, other: string): string {
    if (set.kind === null || set.pick) return `${other} de ${several(set)}`;
    return `${KINDS[set.kind][2] === "f" ? f : m} ${KINDS[set.kind][0]}${rest(set, false)}`;
  }

  function quantified(data: Quantified): string {
    // Every one is not: none is.
    const none = data.quantity === "every" && data.test.kind === "not" && !data.set.single;
    return plainly(none && data.test.kind === "not" ? { ...data, quantity: "no", test: data.test.test } : data);
  }

  function plainly({ quantity, amount, share, one: single, set, test, mood }: Quantified): string {
    const few = share ? `de ${withArticle(set)}` : set.kind === null || set.pick ? `de ${several(set)}` : single ? KINDS[set.kind][0] + rest(set, false) : several(set);
    const count = share ? `el ${amount}` : amount;
    switch (quantity) {
      case "every":
        if (set.single) return `${several(set)} ${verb(test, mood, false)}`;
        if (set.kind === null || set.pick) return `cada uno de ${several(set)} ${verb(test, mood, false)}`;
        return `${KINDS[set.kind][2] === "f" ? "todas" : "todos"} ${withArticle(set)} ${verb(test, mood, true)}`;
      case "any":
        if (mood === "must") return `al menos ${one(set, "un", "una", "uno")} ${verb(test, mood, false)}`;
        return `${one(set, "algún", "alguna", "alguno")} ${verb(test, mood, false)}`;
      case "no":
        if (set.single) return `${several(set)} ${verb({ kind: "not", test }, mood, false)}`;
        return `${one(set, "ningún", "ninguna", "ninguno")} ${verb(test, mood, false, true)}`;
      case "most":
        return `la mayoría de ${withArticle(set)} ${verb(test, mood, true)}`;
      case "half":
        return `al menos la mitad de ${withArticle(set)} ${verb(test, mood, true)}`;
      case "at_least":
        return `al menos ${count} ${few} ${verb(test, mood, !single)}`;
      case "at_most":
        return `como máximo ${count} ${few} ${verb(test, mood, !single, true)}`;
      case "exactly":
        return `exactamente ${count} ${few} ${verb(test, mood, !single)}`;
    }
  }

  const modal = (mood: Mood, not: boolean, [infinitive, is]: Forms) => `${not ? "no " : ""}${mood === "must" ? `debe ${infinitive}` : is}`;
  const more = (count: number) => (count > 0 ? [`${number(count)} más`] : []);
  const rows = (all: readonly { readonly label: string; readonly level: string }[], count: number) =>
    and([...all.map((row) => `${row.label} (${row.level})`), ...more(count - all.length)]);
  const lacks = (count: number) => `${count === 1 ? "falta" : "faltan"} ${number(count)}`;

  const texts: Omit<Texts, "telling"> = {
    quantified,
    is: ({ subject: name, test, mood }) => `${name} ${verb(test, mood, false)}`,
    compare({ left, op, unit, right, mood }) {
      if (unit === "day" && DAYS[op] !== "") return `${left} ${modal(mood, op === "ge" || op === "le", SER)} ${DAYS[op]} ${a(right)}`;
      const words: Readonly<Record<Op, string>> = { ge: `como mínimo ${right}`, gt: `mayor que ${right}`, le: `como máximo ${right}`, lt: `menor que ${right}`, eq: right, ne: right };
      return `${left} ${modal(mood, op === "ne", SER)} ${words[op]}`;
    },
    complete: ({ slot, not, mood }) => `${slot ?? "toda la evidencia"} ${modal(mood, not, slot === null ? ["estar completa", "está completa", ""] : ["estar al completo", "está al completo", ""])}`,
    hasScore: ({ subject: name, not, mood }) => `${name} ${modal(mood, not, KEYS.score)}`,
    ask: ({ label, yes, mood }) => `la respuesta a ${quote(label)} ${modal(mood, false, SER)} ${yes ? "sí" : "no"}`,
    rung: ({ label, mood }) => (mood === "must" ? `antes hay que obtener ${quote(label)}` : `${quote(label)} está conseguido`),
    never: (clause) => `no se otorga nada cuando ${clause}`,
    not: (clause, mood) => (mood === "must" ? `esto no debe cumplirse (${clause})` : `no se cumple lo siguiente: ${clause}`),
    by: (clause, role) => `${clause}, según ${ROLES[role] ?? role}`,
    always: (value) => (value ? "esto se cumple siempre" : "esto no se cumple nunca"),
    when: ({ when, then, other }) => `si ${when}, ${then}; si no, ${other}`,
    since: ({ when, then }) => `como ${when}, ${then}`,
    joined({ how, amount, one: single, clauses }) {
      if (how === "and" || how === "or") return clauses.join(how === "and" ? ", y " : ", o bien ");
      return `${manyOf(how, amount, single)}: ${clauses.join("; ")}`;
    },
    needed({ how, amount, one: single }) {
      switch (how) {
        case "and":
        case "every":
          return "hace falta todo esto";
        case "or":
        case "any":
          return "hace falta una de estas condiciones";
        case "no":
          return "no puede cumplirse ninguna de estas condiciones";
        case "most":
        case "half":
          return `hace falta ${how === "most" ? "la mayoría" : "al menos la mitad"} de estas condiciones`;
        case "at_least":
          return `${single ? "hace" : "hacen"} falta al menos ${amount} de estas condiciones`;
        case "at_most":
          return `${single ? "puede" : "pueden"} cumplirse como máximo ${amount} de estas condiciones`;
        case "exactly":
          return `${single ? "debe" : "deben"} cumplirse exactamente ${amount} de estas condiciones`;
      }
    },
    choices: (all, how) => all.join(how === "or" || how === "any" ? "; o bien " : "; "),
    answerTo: (label) => `la respuesta a ${quote(label)}`,
    either: ({ cases, other }) => `${cases.map(({ when, then }) => `${then} si ${when}`).join(", ")}; si no, ${other}`,
    together: (common, all) => `${common} (${and(all)})`,
    atBest: (level) => `como mucho ${level}`,
    within: (part, row) => `${part}: ${row}`,
    quoted: quote,

    gather: ({ what, set }) => `${GATHERED[what]} de ${what === "count" ? several(set) : withArticle(set)}`,
    fact: ({ what, slot }) => `${FACTS[what]} de ${slot}`,
    mostPoints: (row) => `el máximo de puntos de ${row}`,
    today: "hoy",
    valued: (name, value) => `${name} (${value})`,
    outOf: (value, most) => `${value} de ${most}`,
    points: (count, single) => `${count} ${single ? "punto" : "puntos"}`,
    day: (text) => `el ${text}`,
    unit: (unit, count, single) => `${count} ${UNITS[unit][single ? 0 : 1]}`,

    counted({ quantity, test, have, all, more: lacking, rows: told, count, open }) {
      const named = rows(told, count);
      const hold = (many: number) => (checks(test) ? "se cumple" : "lo cumple") + (many === 1 ? "" : "n");
      if (quantity === "every") {
        if (all === 1) return named;
        return `${number(count)} de ${number(all)} ${upward(test) ? "aún " : ""}no ${hold(count)}: ${named}`;
      }
      if (quantity === "no" || quantity === "at_most") {
        if (!open) return quantity === "no" ? `${number(have)} lo ${have === 1 ? "incumple" : "incumplen"}: ${named}` : `hay ${number(have)}: ${named}`;
        return `${have > 0 ? `ya hay ${number(have)} y ` : ""}${count === 1 ? "queda" : "quedan"} ${number(count)} por decidir: ${named}`;
      }
      const is = have === 0 ? `${upward(test) ? "aún " : ""}no ${hold(1)} ninguno` : `${number(have)} ${hold(have)}`;
      if (lacking === null) return `${have === 0 ? is : `${number(have)} de ${number(all)} ${hold(have)}`}${named === "" ? "" : `: ${named}`}`;
      if (lacking < 0) return `${is}, ${lacking === -1 ? "sobra" : "sobran"} ${number(-lacking)}: ${named}`;
      const needs = lacking === 0 ? is : have === 0 ? `aún ${lacks(lacking)}` : `${is}, ${lacks(lacking)}`;
      if (named === "") return needs;
      if (open) return `${needs}; ${count === 1 ? "queda" : "quedan"} ${number(count)} por decidir: ${named}`;
      return `${needs}; más cerca ${count === 1 ? "está" : "están"} ${named}`;
    },
    compared({ op, lowest, highest, known, endless, bottomless, empty, never, gap, gapOne }) {
      if (empty) return "aún no tiene valor";
      const up = op === "ge" || op === "gt";
      const word = up ? (gapOne ? "falta" : "faltan") : gapOne ? "sobra" : "sobran";
      const behind = gap === "" ? "" : `, ${word} ${gap}`;
      if (known) return `es ${lowest}${behind}`;
      if (never && up) return `como máximo puede llegar ${a(highest)}${behind}`;
      if (never && (op === "le" || op === "lt")) return `ya es como mínimo ${lowest}${behind}`;
      if (up && !endless) return `aún puede llegar ${a(highest)}`;
      if (endless && bottomless) return "está por decidir";
      if (endless) return `de momento es como mínimo ${lowest}`;
      if (bottomless) return `de momento es como máximo ${highest}`;
      return `de momento está entre ${lowest} y ${highest}`;
    },
    rated({ level, best, row, open }) {
      if (level === null) return best !== null ? `está por decidir, como mucho ${best}` : open ? "está por decidir" : "aún está sin valorar";
      if (row === "check") return level;
      return row === "number" ? `vale ${level}` : `tiene el nivel ${level}`;
    },
    answered({ asks, alone }) {
      const said = asks.map(({ label, answer, choice }) => {
        const subject = label.endsWith("?") ? quote(label) : label;
        if (answer === null) return `${alone ? "" : `${subject} `}aún no tiene respuesta`;
        return `${alone ? "la respuesta" : subject} es ${choice ? quote(answer) : answer}`;
      });
      return and(said);
    },
    incomplete: ({ slots, alone }) => (alone ? "aún no lo está" : `${slots.length === 1 ? "falta" : "faltan"} ${and(slots)}`),
    caveat({ look, unchecked }) {
      const said = [
        ...(look.length > 0 ? [`alguien tiene que revisar ${and(look)}`] : []),
        ...(unchecked.length > 0 ? [`no se ha podido comprobar ${and(unchecked)}`] : []),
      ];
      return `, pero ${and(said)}`;
    },
    named: rows,
    comments: (all, count) => `${count > 1 ? "faltan comentarios" : "falta un comentario"} en ${and([...all, ...more(count - all.length)])}`,
    comment: (row) => `falta un comentario en ${row}`,
    state: {
      "not rated": "sin valorar", "still open": "por decidir", "left out": "fuera", "not asked": "no se pide", "not scored": "sin puntuación", met: "se cumple",
      "not met": "no se cumple", yes: "sí", no: "no", "not answered": "sin respuesta", incomplete: "por completar", "needs a look": "por revisar",
      unchecked: "sin comprobar", "not so": "no es así",
    },
    subject,
    finding: findings({ and, or, number }),
    changed: CHANGED_ES,
  };
  return { ...texts, telling: tellingEs(grammar, texts) };
}

/** How many of some conditions hold. */
function manyOf(how: QuantityWord, amount: string, single: boolean): string {
  switch (how) {
    case "every":
      return "se cumple todo esto";
    case "any":
      return "se cumple alguna de estas condiciones";
    case "no":
      return "no se cumple ninguna de estas condiciones";
    case "most":
      return "se cumple la mayoría de estas condiciones";
    case "half":
      return "se cumple al menos la mitad de estas condiciones";
    default:
      return `${single ? "se cumple" : "se cumplen"} ${how === "at_least" ? "al menos" : how === "at_most" ? "como máximo" : "exactamente"} ${amount} de estas condiciones`;
  }
}

import { plainText } from "./plain.js";
import type {
  CountUnit, FactWord, FindingData, FindingState, GatherWord, Grammar, KindWord, Measure, Mood, Op, Quantified, QuantityWord, SetData, Subject,
  TestData, Texts, UnknownWord, WhyWord,
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
  people: ["persona", "personas"], pixels: ["píxel", "píxeles"], bytes: ["byte", "bytes"], days: ["día", "días"], months: ["mes", "meses"],
};
const ROLES: Readonly<Record<string, string>> = {
  self: "la propia persona", peer: "sus iguales", reviewer: "quienes revisan", instructor: "el profesorado", judge: "el jurado",
};
const DAYS: Readonly<Record<Op, string>> = { ge: "anterior", gt: "posterior", le: "posterior", lt: "anterior", eq: "", ne: "" };
const SPOKEN: Readonly<Record<string, string>> = {
  pdf: "un PDF", docx: "un documento de Word", odt: "un texto de OpenDocument", text: "un texto", markdown: "un texto en Markdown", image: "una imagen",
  audio: "una grabación de audio", video: "un vídeo", spreadsheet: "una hoja de cálculo", slides: "una presentación", link: "un enlace",
  any_file: "un archivo de cualquier tipo", other: "un archivo de otro tipo",
};
const NEEDED: Readonly<Record<UnknownWord, string>> = {
  kind: "el tipo", size: "el tamaño", pages: "el número de páginas", words: "el número de palabras", characters: "el número de caracteres",
  length: "la duración", width: "el ancho", height: "el alto", date: "la fecha", url: "la dirección web", name: "el nombre del archivo", text: "el texto",
  people: "la lista de personas", author: "la autoría", fingerprint: "la huella", note: "la nota", rows: "la lista de criterios", statement: "la declaración",
};
const WHY: Readonly<Record<WhyWord, string>> = {
  missing: "no se ha podido leer", link: "desde aquí no se ve lo que hay detrás de un enlace", encrypted: "una contraseña lo impide",
  scan: "no se ha encontrado texto, así que puede ser un documento escaneado", "no today": "no se ha indicado el día de la evaluación",
  "too long": "hay más de lo que se puede examinar", said: "",
};

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

  return {
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
  };
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

/** `tu plan de clase anotado`, or one item of it. */
function subject({ label, item, total }: FindingData): Subject {
  const own = owned(label);
  if (total) return { text: `el conjunto ${de(own)}`, many: false };
  if (!item) return { text: own, many: isPlural(own) };
  return { text: item.name === null ? `el archivo ${item.place} de ${own}` : quote(item.name), many: false };
}

function owned(label: string): string {
  const [first = "", ...others] = label.trim().split(/\s+/);
  const article = ["el", "la", "los", "las", "un", "una", "unos", "unas", "mi", "mis", "tu", "tus"].includes(first.toLowerCase());
  const bare = others.length > 0 && article ? others.join(" ") : [first, ...others].join(" ");
  const [head = ""] = bare.split(" ");
  const [letter = ""] = bare;
  const kept = head.slice(letter.length) !== head.slice(letter.length).toLowerCase() || head.endsWith(".");
  return `${isPlural(bare) ? "tus" : "tu"} ${kept ? bare : letter.toLowerCase() + bare.slice(letter.length)}`;
}

/** A guess by the first noun: `Muestras de trabajo`, but not `Análisis de la clase`. */
function isPlural(name: string): boolean {
  const words = name.split(/\s+/).filter((word) => !["tu", "tus"].includes(word));
  const [head = ""] = words;
  return head.endsWith("s") && !["is", "us", "ss"].some((tail) => head.endsWith(tail));
}

function findings({ and, or, number }: Pick<Grammar, "and" | "or" | "number">): Texts["finding"] {
  const pick = (s: Subject, one: string, many: string) => (s.many ? many : one);
  const must = (s: Subject, { soft }: FindingState) => (soft ? pick(s, "debería", "deberían") : pick(s, "debe", "deben"));
  const told = (state: FindingState) => (state.told ? ", según has indicado" : "");
  const dated: Readonly<Record<NonNullable<FindingData["days"]>, (d: FindingData) => string>> = {
    after: ({ from = "" }) => `posterior ${a(from)}`,
    before: ({ to = "" }) => `anterior ${a(to)}`,
    from: ({ from = "", to = "" }) => `${de(from)} o posterior, hasta ${to}`,
    until: ({ to = "" }) => `${de(to)} o anterior, que es el día de la evaluación`,
  };

  /** `; puede tener hasta 3`; of what is so large rather than has so many, `ser`. */
  function asked(s: Subject, { asked: end }: FindingData, state: FindingState, be: string): string {
    if (!end) return "";
    const last = end.to === undefined ? end.end : `${end.end} a ${end.to}`;
    if (end.side === "high") return `; ${state.soft ? `${must(s, state)} ${be} como máximo` : `${pick(s, "puede", "pueden")} ${be} hasta`} ${last}`;
    const least = end.side === "low" ? "al menos " : end.to !== undefined ? "de " : "exactamente ";
    return `; ${must(s, state)} ${be} ${least}${last}`;
  }

  function spots({ places = [], more }: FindingData): string {
    const words = { email: "una dirección de correo", phone: "un número de teléfono", id: "un número que puede ser de una persona", pattern: "" };
    const said = places.map(({ what, text, line }) =>
      what === "pattern" ? `${quote(text)} en la línea ${number(line)}` : `${words[what]} en la línea ${number(line)} (${quote(text)})`,
    );
    return and(more ? [...said, "más"] : said);
  }

  const MEASURED: Readonly<Record<Measure, readonly [one: string, many: string, infinitive: string, tail: string]>> = {
    size: ["ocupa", "ocupan", "ocupar", ""], length: ["dura", "duran", "durar", ""], width: ["tiene", "tienen", "tener", " de ancho"],
    height: ["tiene", "tienen", "tener", " de alto"], pages: ["tiene", "tienen", "tener", ""], words: ["tiene", "tienen", "tener", ""],
    characters: ["tiene", "tienen", "tener", ""],
  };

  return {
    items(s, d, state) {
      if (d.zero) return `aún no se ha añadido nada ${a(s.text)}${d.optional ? `; ${pick(s, "puede", "pueden")} quedar sin nada` : asked(s, d, state, "tener")}.`;
      return `${s.text} ${pick(s, "tiene", "tienen")} ${d.value}${asked(s, d, state, "tener")}.`;
    },
    link: (s) => `${s.text} ${pick(s, "es un enlace", "son un enlace")}; desde aquí no se ve si se abre.`,
    unknown(s, { unknown = "kind", why = "missing", said = "" }, state) {
      const then = state.unchecked ? " Queda sin comprobar." : state.soft ? "" : " Tiene que revisarlo una persona.";
      const reason = why === "said" ? said.trim().replace(/\.+$/, "") : WHY[why];
      if (unknown === "author") return `no se sabe si ${s.text} ${pick(s, "nombra", "nombran")} a alguien más que a su autor o autora: ${reason}.${then}`;
      if (why === "no today") return `no se puede juzgar ${NEEDED[unknown]} de ${s.text}: ${reason}.${then}`;
      if (why === "link" && state.unchecked) return `desde aquí no se ve ${NEEDED[unknown]} de ${s.text}, porque es un enlace.${then}`;
      return `no se sabe ${NEEDED[unknown]} de ${s.text}: ${reason}.${then}`;
    },
    accepts(s, { kinds = [], extensions = [], value = "other", declared }, state) {
      const own = SPOKEN[value] ?? "";
      const is = pick(s, "es", "son");
      const said = declared !== undefined && state.holds === "no" && declared !== value ? `por su nombre ${is} ${SPOKEN[declared]}, pero por dentro ${is} ${own}` : `${is} ${own}`;
      const wanted = [...kinds.map((kind) => SPOKEN[kind] ?? ""), ...extensions.map((end) => `un archivo .${end}`)];
      return `${s.text} ${said}; ${must(s, state)} ser ${or(wanted)}.`;
    },
    measured(s, d, state) {
      const [one, many, infinitive, tail] = MEASURED[d.measure ?? "pages"];
      return `${s.text} ${pick(s, one, many)} ${d.value}${tail}${told(state)}${asked(s, d, state, infinitive)}.`;
    },
    dated: (s, d, state) => `${s.text} ${pick(s, "es", "son")} ${de(d.value ?? "")}${told(state)}; ${must(s, state)} ser ${dated[d.days ?? "after"](d)}.`,
    hosts(s, { hosts = [], value }, state) {
      const at = value ? `${pick(s, "está", "están")} en ${value}` : `no ${pick(s, "tiene", "tienen")} una dirección web que se pueda leer`;
      return `${s.text} ${at}; ${must(s, state)} estar en ${or(hosts)}.`;
    },
    named: (s, { value = "", pattern = "" }, state) =>
      `${s.text} ${pick(s, "se llama", "se llaman")} ${quote(value)}; ${must(s, state)} llamarse como ${quote(pattern)}.`,
    mentions(s, { words = [], wanted = [], all }, state) {
      if (state.holds === "yes") return `${s.text} ${pick(s, "menciona", "mencionan")} ${and(words.map(quote))}.`;
      const said = wanted.length === 1 ? " hacerlo" : all ? ` mencionar ${and(wanted.map(quote))}` : " mencionar al menos una de estas palabras";
      return `${s.text} no ${pick(s, "menciona", "mencionan")} ${or(words.map(quote))}; ${must(s, state)}${said}.`;
    },
    personal(s, d, state) {
      if (!d.places?.length) return `no se han encontrado datos personales en ${s.text}.`;
      return `${s.text} ${pick(s, "parece", "parecen")} contener datos personales: ${spots(d)}; no ${must(s, state)} contenerlos.`;
    },
    avoids(s, d, { soft }) {
      if (!d.places?.length) return `no se ha encontrado en ${s.text} nada que ${soft ? "convenga" : "haya que"} evitar.`;
      return `${s.text} ${pick(s, "contiene", "contienen")} ${spots(d)}, y eso ${soft ? "conviene" : "hay que"} evitarlo.`;
    },
    people: (s, d, state) => `${s.text} ${pick(s, "nombra", "nombran")} a ${d.value}${told(state)}${asked(s, d, state, "nombrar a")}.`,
    "not author": (s, _, state) =>
      state.holds === "yes"
        ? `${s.text} ${pick(s, "nombra", "nombran")} a alguien más que a su autor o autora.`
        : `${s.text} no ${pick(s, "nombra", "nombran")} a nadie más que a su autor o autora; ${must(s, state)} nombrar a otra persona.`,
    duplicates(s, { twin }, { soft }) {
      if (!twin) return `${s.text} ${pick(s, "está", "están")} aquí una sola vez.`;
      const other = twin.place === 0 ? "algo que has añadido en otro lugar" : twin.name === null ? `el archivo ${twin.place}` : quote(twin.name);
      return `${s.text} ${pick(s, "es", "son")} lo mismo que ${other}; nada ${soft ? "debería" : "puede"} entregarse dos veces.`;
    },
    note: (s, _, state) =>
      state.holds === "yes" ? `${s.text} ${pick(s, "tiene", "tienen")} una nota.` : `${s.text} aún no ${pick(s, "tiene", "tienen")} ninguna nota; ${must(s, state)} tener una.`,
    rows(s, _, state) {
      const shows = pick(s, "muestra", "muestran");
      if (state.holds === "yes") return `${s.text} ${pick(s, "indica", "indican")} qué criterios ${shows}.`;
      return `${s.text} aún no ${pick(s, "indica", "indican")} qué criterios ${shows}; ${must(s, state)} hacerlo.`;
    },
    attest: (s, { statement = "" }) => `con ${s.text} declaras: ${quote(statement)}`,
  };
}

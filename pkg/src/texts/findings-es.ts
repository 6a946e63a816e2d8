import { plainText } from "./plain.js";
import type { FindingData, FindingState, Grammar, Measure, Subject, Texts, UnknownWord, WhyWord } from "./texts.js";

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

/** `tu plan de clase anotado`, or one item of it. */
export function subject({ label, item, total }: FindingData): Subject {
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

/** What the precheck found, in words. */
export function findings({ and, or, number }: Pick<Grammar, "and" | "or" | "number">): Texts["finding"] {
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

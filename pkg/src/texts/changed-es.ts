import { type Changed, type ChangeData, named, type Piece, type RangeText, type RefusalData, type TakesData, type Worth } from "./changed.js";

const KINDS = { criterion: "un criterio", check: "una comprobación", number: "un número" } as const;
const REPLIES = { choice: "una opción", number: "un número", "yes/no": "sí o no", date: "una fecha" } as const;
const PARTS = {
  head: "el encabezado de la rúbrica", raters: "la manera de combinar a quienes valoran", attempts: "la manera de contar los intentos", advice: "los consejos",
  examples: "los ejemplos", rank: "el orden de un grupo", show: "lo que se muestra",
} as const;
/** Those with another verb: `los consejos son`. */
const MANY: ReadonlySet<string> = new Set(["advice", "examples"]);

function piece(what: Piece): { readonly text: string; readonly many: boolean } {
  if ("translation" in what) return { text: `la traducción «${what.translation}»`, many: false };
  if ("name" in what) return { text: `\`${what.name}\``, many: false };
  return { text: what.part === "other" ? `\`${what.word}\`` : PARTS[what.part], many: MANY.has(what.part) };
}

function marks({ points, to, step, marks: listed }: Worth): string {
  if (listed) return listed.join("; ");
  return to === undefined ? points : `de ${points} a ${to}${step === undefined ? "" : ` de ${step} en ${step}`}`;
}

const ends = ({ from, to }: RangeText) => (to === null ? `desde ${from} sin límite` : `de ${from} a ${to}`);
const several = (all: readonly string[], one: string, many: string) => `${all.length === 1 ? one : many} ${named(all)}`;

function change(data: ChangeData): string {
  switch (data.kind) {
    case "rubric": return `esta es otra rúbrica: \`${data.is}\`, no \`${data.was}\``;
    case "order": return "lo mismo se declara en otro orden";
    case "gone": case "new": case "rules": case "words": {
      const { text, many } = piece(data.what);
      const [one, more] = { gone: ["ya no está", "ya no están"], new: ["es nuevo en la rúbrica", "son nuevos en la rúbrica"], rules: ["cuenta con otras reglas que antes", "cuentan con otras reglas que antes"], words: ["tiene otra redacción", "tienen otra redacción"] }[data.kind];
      return `${text} ${many ? more : one}`;
    }
    case "code on": return `\`${data.name}\` se aplica ahora a ${data.thisRow ? "un elemento" : "la totalidad"}, y antes a ${data.thisRow ? "la totalidad" : "un elemento"}`;
    case "code reach": return `\`${data.name}\` ya no alcanza a \`${data.row}\``;
    case "rungs": return `\`${data.name}\` tiene ahora los niveles ${data.is.join(", ")}, y tenía ${data.was.join(", ")}`;
    case "row kind": return `\`${data.name}\` es ahora ${KINDS[data.is]}, y era ${KINDS[data.was]}`;
    case "worked out": return data.is ? `\`${data.name}\` se calcula ahora, y antes se valoraba a mano` : `\`${data.name}\` se valora ahora a mano, y antes se calculaba`;
    case "worth": return `${data.level === null ? "" : `\`${data.level}\` de `}\`${data.name}\` vale ahora ${marks(data.is)}, y valía ${marks(data.was)}`;
    case "range": return `\`${data.name}\` va ahora ${ends(data.is)}, e iba ${ends(data.was)}`;
    case "takes less": return `\`${data.name}\` ya no admite todos los números que admitía`;
    case "lower": return `ahora ${data.is ? "menos" : "más"} es mejor en \`${data.name}\``;
    case "leave out": return data.withReason ? `\`${data.name}\` solo puede quedar fuera con un motivo` : `\`${data.name}\` ya no puede quedar fuera`;
    case "no comment": return `\`${data.name}\` ya no admite comentarios`;
    case "levels gone": return `\`${data.name}\` ya no tiene ${several(data.levels, "el nivel", "los niveles")}`;
    case "levels new": return `\`${data.name}\` tiene ${several(data.levels, "el nuevo nivel", "los nuevos niveles")}: los demás están en otra serie de niveles`;
    case "levels order": return `los niveles de \`${data.name}\` están en otro orden: ${data.levels.join(", ")}`;
    case "reply kind": return `\`${data.name}\` admite otro tipo de respuesta: ${REPLIES[data.is]}, no ${REPLIES[data.was]}`;
    case "choices gone": return `\`${data.name}\` ya no tiene ${several(data.choices, "la opción", "las opciones")}`;
    case "choices new": return `\`${data.name}\` tiene ${several(data.choices, "la nueva opción", "las nuevas opciones")}`;
    case "in force": return `\`${data.name}\` vale ahora ${data.is ?? "nada"}, y valía ${data.was ?? "nada"}`;
  }
}

function takes(data: TakesData): string {
  switch (data.kind) {
    case "truth": return "true o false";
    case "day": return "un día como 2025-08-01";
    case "one of": return `uno de estos valores: ${data.all.join("; ")}`;
    case "range": return `un número ${data.to === null ? `desde ${data.from}` : `de ${data.from} a ${data.to}`}${data.step === null ? "" : `, de ${data.step} en ${data.step}`}`;
  }
}

const NOUNS = {
  "no question": "la pregunta", "no setting": "el ajuste", "no slot": "el espacio de evidencia", "no code": "el código", "no award": "el resultado ni el reconocimiento",
} as const;

/** The first few names there are, behind a message. */
const listed = (names: readonly string[], more: boolean) => (names.length === 0 ? "" : `; hay ${names.join(", ")}${more ? ", ..." : ""}`);

function refusal(data: RefusalData): string {
  switch (data.kind) {
    case "takes": return `\`${data.name}\` admite ${takes(data.takes)}, no ${data.given}`;
    case "too long": return `${data.given ?? "este código"} haría los números demasiado largos para ser exactos`;
    case "worked out": return `\`${data.name}\` lo calcula la rúbrica; no se valora a mano`;
    case "never left out": return `\`${data.name}\` no puede quedar fuera`;
    case "left out with a reason": return `\`${data.name}\` solo puede quedar fuera con un motivo; indícalo`;
    case "no comment": return `\`${data.name}\` no admite comentarios`;
    case "no overruling": return `la rúbrica no permite decidir \`${data.name}\` a mano`;
    case "overruled with a reason": return `\`${data.name}\` solo puede decidirse a mano con un motivo; indícalo`;
    case "bands": return `con ${data.given} en \`${data.name}\` las franjas de un resultado quedan en desorden: una inferior exigiría tanto como la de arriba`;
    case "no row": return `no hay ningún elemento ${data.given} en esta rúbrica; sus elementos son ${data.names.join(", ")}${data.more ? ", ..." : ""}`;
    case "no rung": return `\`${data.of ?? ""}\` no tiene el nivel ${data.given}${listed(data.names, data.more)}`;
    case "no question": case "no setting": case "no slot": case "no code": case "no award":
      return `no existe ${NOUNS[data.kind]} ${data.given} en esta rúbrica${listed(data.names, data.more)}`;
    case "no reach": return `\`${data.name}\` no alcanza a \`${data.row}\``;
    case "code on the whole": return `\`${data.name}\` se aplica a la totalidad, no a un elemento`;
    case "code on a row": return `\`${data.name}\` se aplica a un elemento: indica cuál`;
    case "another rubric": return `esta es una evaluación de la rúbrica \`${data.was}\`, no de \`${data.is}\``;
  }
}

/** The words of versions that differ, and of what is refused, in Spanish. */
export const CHANGED_ES: Changed = { change, refusal };

import type { Measure, UnknownWord } from "../../texts/texts.js";
import type { Missed, SlotTerms } from "./terms.js";

const KINDS: Readonly<Record<string, string>> = {
  pdf: "PDF", docx: "documento de Word", docm: "documento de Word con macros", odt: "texto de OpenDocument", text: "texto", markdown: "texto de Markdown", image: "imagen", audio: "audio", video: "video",
  spreadsheet: "hoja de cálculo", xlsx: "hoja de cálculo", ods: "hoja de cálculo", csv: "tabla CSV", slides: "diapositivas", pptx: "diapositivas", odp: "diapositivas", link: "enlace", any_file: "cualquier archivo", "any file": "cualquier archivo",
  html: "página web", shortcut: "acceso directo", exe: "programa", elf: "programa", zip: "archivo ZIP", other: "tipo desconocido", jpeg: "imagen JPEG", png: "imagen PNG", gif: "imagen GIF", webp: "imagen WebP",
  heic: "imagen HEIC", avif: "imagen AVIF", svg: "imagen SVG", mp4: "video MP4", mov: "video QuickTime", webm: "video WebM", mp3: "audio MP3", wav: "audio WAV", m4a: "audio M4A", ogg: "audio Ogg", flac: "audio FLAC",
  epub: "libro EPUB", doc: "documento antiguo de Word", xls: "hoja de cálculo antigua", ppt: "diapositivas antiguas",
};
const NOUNS: Readonly<Record<Measure, string>> = { size: "", pages: "páginas", words: "palabras", characters: "caracteres", length: "de duración", width: "píxeles de ancho", height: "píxeles de alto" };
const UNKNOWN: Readonly<Partial<Record<UnknownWord, string>>> = {
  date: "Di abajo de cuándo es.", people: "Di abajo quién aparece.", author: "Di abajo quién lo hizo.", pages: "Di abajo cuántas páginas tiene.", words: "Di abajo cuántas palabras tiene, o adjúntalo en otro formato.",
  characters: "Di abajo cuántos caracteres tiene, o adjúntalo en otro formato.", length: "Di abajo cuánto dura.", text: "Adjúntalo en un formato cuyo texto se pueda leer.", url: "Pega la dirección completa, desde https://.",
  fingerprint: "Comprueba tú que no esté aquí dos veces.", note: "Escribe una nota abajo.", rows: "Marca abajo lo que muestra.",
};

function mend({ key, side, end, measure, typed, total, wanted }: Missed): string {
  const all = total ? "todas las piezas juntas" : "la pieza";
  switch (key) {
    case "items":
      return side === "high" ? `Deja ${end} y quita lo demás.` : "Añade abajo lo que falta.";
    case "measured":
      if (measure === "size") return side === "high" ? "Guarda una versión más pequeña y adjunta esa." : "Comprueba que sea el archivo completo.";
      if (measure === "length") return side === "high" ? `Recorta ${all} a ${end} o menos.` : `Adjunta una grabación más larga, de al menos ${end}.`;
      if (measure === "width" || measure === "height") return side === "high" ? "Adjunta una versión más pequeña de la imagen." : "Adjunta la imagen en su tamaño original.";
      return side === "high" ? `Acorta ${all} a ${end} o menos.` : side === "low" ? `Amplía ${all} hasta al menos ${end}.` : `Lleva ${all} a ${end}.`;
    case "accepts":
      return wanted === "" ? "Adjúntalo en otro formato." : `Guárdalo como ${wanted} y adjunta eso.`;
    case "dated":
      return "Adjunta una pieza del tiempo que se pide.";
    case "hosts":
      return wanted === "" ? "Usa un enlace al sitio que se pide." : `Ponlo en ${wanted} y pega ese enlace.`;
    case "named":
      return `Cambia el nombre del archivo a uno como «${wanted}» y adjúntalo de nuevo.`;
    case "mentions":
      return "Escribe también sobre ello, donde sea cierto.";
    case "personal":
      return typed ? "Quítalo de tu texto." : "Quítalo o tápalo, y adjunta el archivo de nuevo.";
    case "avoids":
      return typed ? "Quítalo de tu texto." : "Quítalo, y adjunta el archivo de nuevo.";
    case "people":
      return "Nombra a las personas que aparecen, o adjunta una pieza con más.";
    case "not author":
      return "Adjunta una pieza en la que participe otra persona, o nómbrala.";
    case "duplicates":
      return "Quita una de las dos.";
    case "note":
      return "Escribe una nota abajo.";
    case "rows":
      return "Marca abajo lo que muestra.";
    case "link":
      return "Ábrelo en una ventana privada: si se abre ahí, se abre para los demás.";
    default:
      return "";
  }
}

export const es: SlotTerms = {
  optional: "puede quedar vacío",
  atLeast: (what) => `al menos ${what}`,
  atMost: (what) => `hasta ${what}`,
  from: (low, high) => `de ${low} a ${high}`,
  together: (what) => `${what} en total`,
  pieces: (count, one) => `${count} ${one ? "pieza" : "piezas"}`,
  measured: (measure, range) => `${range} ${NOUNS[measure]}`.trimEnd(),
  accepted: (kind) => ({ image: "una imagen", audio: "audio", video: "un video", spreadsheet: "una hoja de cálculo", slides: "diapositivas", link: "un enlace", text: "texto", markdown: "Markdown" })[kind] ?? KINDS[kind] ?? kind,
  ending: (end) => `.${end}`,
  kind: (kind) => KINDS[kind] ?? kind.toUpperCase(),
  within: (months, days) => {
    const parts = [months % 12 === 0 && months > 0 ? `${months / 12} ${months === 12 ? "año" : "años"}` : months > 0 ? `${months} ${months === 1 ? "mes" : "meses"}` : "", days > 0 ? `${days} ${days === 1 ? "día" : "días"}` : ""];
    return `de los últimos ${parts.filter((part) => part !== "").join(" y ")}`;
  },
  after: (day) => `con fecha posterior al ${day}`,
  before: (day) => `con fecha anterior al ${day}`,
  hosts: (hosts) => `en ${hosts}`,
  named: (pattern) => `con un nombre como ${pattern}`,
  mentions: (words, all) => `menciona ${all ? "" : "alguna de estas: "}${words}`,
  noPersonal: "sin datos personales",
  avoids: (pattern) => `nada como ${pattern}`,
  people: (least) => `con al menos ${least} personas`,
  notAuthor: "con alguien además de ti",
  noDuplicates: "nada repetido",
  noteWanted: "con una nota en cada una",
  rowsWanted: "dice qué muestra",

  drop: "Suelta aquí los archivos o pégalos,",
  dropOr: "o",
  choose: "Elegir archivos",
  chooseFor: (label) => `Elegir archivos para ${label}`,
  link: "Enlace",
  linkHint: "Pega la dirección de la página o del archivo.",
  addLink: "Añadir enlace",
  notALink: "Esto no es una dirección web. Empieza por https://",
  write: (label) => `Escribe aquí: ${label}`,
  counted: (words, characters) => `${words}, ${characters}`,
  found: (word) => `«${word}» aparece`,
  notFound: (word) => `«${word}» no aparece`,
  keptAsWritten: "Se guarda tal como lo escribes.",

  reading: (name) => `Leyendo ${name}`,
  waiting: (name) => `${name} espera su turno`,
  readingOf: (percent) => `${percent} leído`,
  cancel: "Cancelar",
  cancelOf: (name) => `Cancelar la lectura de ${name}`,
  cancelled: (name) => `${name} no se añadió.`,
  unreadable: (name) => `${name} no se puede leer en tu dispositivo. Quizá se movió, o es una carpeta.`,
  again: "Intentar de nuevo",
  dismiss: "Descartar",
  added: (name, open) => (open === 0 ? `${name} se añadió.` : open === 1 ? `${name} se añadió. Hay una cosa por mirar.` : `${name} se añadió. Hay ${open} cosas por mirar.`),
  back: (name) => `${name} está de vuelta.`,

  piecesOf: (label) => `Piezas de ${label}`,
  standing: (standing) => ({ done: "Bien", mend: "Por corregir", advice: "Consejo", look: "Requiere revisión", unchecked: "Sin comprobar" })[standing],
  mend,
  lookInto: (unknown) => UNKNOWN[unknown] ?? "",
  typed: "Tu texto",
  linkTo: (host) => `Enlace a ${host}`,
  unnamed: "Un archivo sin nombre",
  madeBy: (who) => `de ${who}`,
  onDay: (day) => `con fecha ${day}`,
  told: "según dijiste",
  notKept: "El archivo mismo ya no está en este navegador; lo que se leyó de él, sí. Añade de nuevo el mismo archivo para tenerlo en un portafolio.",
  copyOf: (name) => `Guardar una copia de ${name}`,
  copy: "Guardar una copia",
  remove: "Quitar",
  removeOf: (name) => `Quitar ${name}`,
  removed: (name) => `${name} se quitó.`,
  undo: "Deshacer",
  sameAs: (name, slot) => `El mismo archivo está también en ${slot}: ${name}.`,
  personal: (places) => `Puede contener datos personales: ${places}.`,
  personalKind: (what, text, line) => `${{ email: "una dirección de correo", phone: "un número de teléfono", id: "un número que puede ser de una persona", pattern: "un texto" }[what]} en la línea ${line} («${text}»)`,
  personalMend: "Si es de un estudiante, tápalo antes de entregarlo.",
  more: "más",
  noticed: "Se notó",
  hints: (count) => (count === 1 ? "Se notó una cosa" : `Se notaron ${count} cosas`),
  fine: (count) => (count === 1 ? "Se cumple un requisito" : `Se cumplen ${count} requisitos`),

  details: "Nota, y qué muestra",
  note: "Nota",
  noteHint: "¿En qué debería fijarse quien revisa?",
  shows: "Qué muestra",
  showsHint: "Marca todo lo que corresponda.",
  rowsWithout: (rows) => `Ninguna pieza de aquí muestra todavía: ${rows}.`,
  findRow: "Buscar un criterio",
  tell: "Lo que el archivo no puede decir",
  tellHint: "Quedará marcado como dicho por ti.",
  tellFact: (fact) => ({ date: "Es del día", people: "Quién aparece", author: "Quién lo hizo", pages: "Páginas", words: "Palabras", characters: "Caracteres", length: "Duración" })[fact],
  tellHow: (fact) => ({ date: "", people: "Nombres, separados por comas", author: "", pages: "", words: "", characters: "", length: "Minutos y segundos, como 4:30" })[fact],
  notTaken: "Esto no se pudo aceptar tal como está escrito.",

  where: "¿Dónde van estos archivos?",
  whereHint: "Elige para cada archivo qué es.",
  nowhere: "Dejarlo fuera",
  attach: "Añadir",

  portfolio: "Portafolio",
  save: "Guardar el portafolio",
  saving: "Empaquetando el portafolio",
  open: "Abrir un portafolio",
  opening: "Abriendo el portafolio",
  saved: (size) => `El portafolio se guardó (${size}).`,
  missingFiles: (names) => `Estos archivos ya no están en este navegador y no se pudieron empaquetar: ${names}.`,
  opened: (count) => (count === 1 ? "Un archivo se comprobó con su huella." : `${count} archivos se comprobaron con su huella.`),
  whole: "Todo está como se empaquetó.",
  changed: "Algo no está como se empaquetó.",
  fileState: (state) => ({ same: "Como se empaquetó", changed: "Cambió desde entonces", extra: "No estaba cuando se empaquetó" })[state],
  take: "Seguir con esta evaluación",
  otherRubric: "Se hizo con otra rúbrica.",

  summary: "Portafolio",
  standsAt: "Cómo está",
  rows: "Criterios",
  row: "Criterio",
  rating: "Valoración",
  comment: "Comentario",
  evidence: "Evidencias",
  hash: "SHA-256",
  noEvidence: "No se añadió nada.",
  notRated: "Sin valorar",
  madeWith: (what) => `Hecho con ${what}. Las huellas muestran si un archivo se cambió por accidente.`,
};

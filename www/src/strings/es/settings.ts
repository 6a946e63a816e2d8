import type { Strings } from "../index.js";

export const settings: Strings["settings"] = {
  title: "Ajustes",
  language: "Idioma",
  languages: { auto: "Como en el navegador", en: "English", es: "Español" },
  theme: "Colores",
  themes: { auto: "Como en el dispositivo", light: "Claros", dark: "Oscuros" },
  hideNumbers: "Ocultar los números en todas partes",
  hideNumbersWhy: "Quedan los niveles y las palabras; desaparecen los puntos y los porcentajes.",
  storage: "Lo que se guarda aquí",
  used: (used) => `Estas páginas ocupan ${used}.`,
  askPersist: "Pedir al navegador que lo conserve",
  eraseAll: "Borrar todo en este dispositivo",
  eraseTitle: "¿Borrar todo?",
  eraseWhy: "Todos los trabajos, archivos y rúbricas que estas páginas guardan en este dispositivo desaparecen para siempre. Guarde antes todo en un archivo si quizá lo necesite.",
  eraseGo: "Borrar todo",
  erased: "Todo está borrado.",
};

export const write: Strings["write"] = {
  title: "Escribir una rúbrica",
  lead: "A un lado el texto, al otro la rúbrica. Los errores se muestran mientras escribe.",
  source: "Texto de la rúbrica",
  save: "Guardar el archivo .rubric",
  start: "Empezar una evaluación con ella",
  preview: "Cómo se ve",
  fresh: `# Diga qué se valora, en qué niveles y qué hace falta.
rubric mi_rubrica "Mi rúbrica" {
  language "es"
  scale avance "Avance" {
    inicial 0 "Inicial"
    seguro  1 "Seguro"
    experto 2 "Experto"
  }

  criterion metas "Metas" on avance {
    inicial "La meta es de la maestra."
    seguro  "Los estudiantes dicen la meta con sus palabras."
    experto "Los estudiantes ponen la meta y dicen cómo sabrán que la alcanzaron."
  }
  criterion voz "Voz de los estudiantes" on avance

  score total "Total" = percent of criteria

  award insignia "Insignia" {
    lograda "Lograda" { needs every criterion is at least seguro }
    otherwise aun_no "Todavía no"
  }
}
`,
};

export const guide: Strings["guide"] = {
  title: "Guía",
  contents: "Contenido de esta página",
  pages: "Páginas de la guía",
  names: {
    guide: "El lenguaje con ejemplos", idioms: "Cómo se dice", reference: "Forma por forma", codes: "Lo que dice el compilador", package: "El paquete", "package-api": "Referencia de la API",
  },
  couldNot: "No se pudo cargar esta página de la guía.",
  english: "La guía está en inglés.",
  table: "Tabla",
  code: "Ejemplo",
};

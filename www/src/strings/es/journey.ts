import type { Strings } from "../index.js";

export const journey: Strings["journey"] = {
  steps: {
    gap: "Encontrar la carencia",
    understand: "Entender",
    work: "Trabajar en ello",
    gather: "Reunir",
    check: "Comprobar",
    "hand-in": "Entregar",
  },
  short: {
    gap: "Carencia",
    understand: "Criterios",
    work: "Valorar",
    gather: "Reunir",
    check: "Revisar",
    "hand-in": "Entregar",
  },
  nav: "Pasos de este trabajo",
  next: (step) => `Siguiente: ${step}`,
  previous: (step) => `Atrás: ${step}`,
  tour: "Un recorrido breve",
  tourOf: { gap: "Una mirada rápida a usted: elija lo que hoy encaja, con toda la sinceridad que pueda. Nadie más lo ve.", understand: "Lea qué significa cada nivel, uno al lado del otro, antes de decidir en qué trabajar.", work: "Cambie sus valoraciones a medida que avanza. El resultado se calcula con cada clic.", gather: "Suelte aquí sus archivos. Se miran en este dispositivo y verá al momento qué falta.", check: "Vea qué encontraría quien revisa, y el camino más corto a lo que quiere.", "hand-in": "Llévese el portafolio en un archivo o imprímalo. Nada se envía por usted." },
  tourSkip: "Saltar el recorrido",
  missing: "Este trabajo no está en este dispositivo",
  missingWhy: "Puede que se haya borrado, o que se hiciera en otro navegador. Una copia guardada como archivo se puede abrir en la primera página.",
  unreadable: "La rúbrica de este trabajo ya no se puede leer",
  unreadableWhy: "Lo que dio sigue guardado. Guárdelo como archivo, o abra una versión más nueva de la rúbrica en la primera página.",
};

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
  missing: "Este trabajo no está en este dispositivo",
  missingWhy: "Puede que se haya borrado, o que se hiciera en otro navegador. Una copia guardada como archivo se puede abrir en la primera página.",
  unreadable: "La rúbrica de este trabajo ya no se puede leer",
  unreadableWhy: "Lo que dio sigue guardado. Guárdelo como archivo, o abra una versión más nueva de la rúbrica en la primera página.",
};

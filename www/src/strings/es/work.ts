import type { Strings } from "../index.js";

export const work: Strings["work"] = {
  lead: "Valórese fila por fila. Lo demás se calcula al momento, y todo se puede deshacer.",
  hideNumbers: "Ocultar los números",
  ratings: "Valoraciones",
  rated: (what) => `valoración de ${what}`,
};

export const check: Strings["check"] = {
  lead: "Dónde estaría si quien revisa estuviera hoy de acuerdo con usted.",
  ifAgreed: (result) => `Si quien revisa está de acuerdo, sería: ${result}.`,
  ifAgreedNone: "Todavía no hay nada decidido: depende de lo que queda abierto.",
  ladder: "El camino hacia arriba",
  way: "El camino más corto",
  wayLead: (rung) => `Los cambios mínimos para llegar a «${rung}»:`,
  noWay: (rung) => `Desde aquí no se puede llegar a «${rung}».`,
  reached: "Ha llegado a lo más alto.",
  goTo: (what) => `Ir a ${what}`,
  toDo: (count) => (count === 1 ? "1 cosa pendiente" : `${count} cosas pendientes`),
  open: "Todavía pendiente",
  nothingOpen: "No queda nada pendiente. Se puede entregar.",
  rowsOpen: (count) => (count === 1 ? "1 fila sin valorar" : `${count} filas sin valorar`),
  states: { earned: "Conseguido", possible: "Todavía posible", "out of reach": "Fuera de alcance", pending: "En espera" },
  why: "Por qué",
  scoreShort: "La puntuación todavía no alcanza.",
  holds: "Lo que ya se cumple",
  unproven: "Un camino, quizá no el más corto:",
  noAwards: "Esta rúbrica no otorga nada. Sus puntuaciones están abajo.",
  scores: "Puntuaciones",
  between: (low, high) => `entre ${low} y ${high}`,
  noScore: "sin puntuación todavía",
};

import type { Strings } from "../index.js";

export const storage: Strings["storage"] = {
  saving: "Guardando …",
  saved: "Guardado en este dispositivo",
  savedAt: (time) => `Guardado a las ${time} en este dispositivo`,
  memory: "Se conserva solo hasta que cierre esta pestaña",
  failed: "No se pudo guardar",
  elsewhere: "Abierto en otra pestaña",
  why: {
    full: "El espacio que este navegador da a las páginas está lleno.",
    missing: "Este navegador no permite que las páginas guarden nada. Puede deberse a una ventana privada o a un ajuste.",
    blocked: "Otra pestaña tiene ocupado el almacenamiento. Quizá usa una versión anterior o posterior de estas páginas.",
    failed: "El almacenamiento de este navegador no respondió como debía.",
  },
  todo: {
    full: "Libere espacio en el dispositivo o borre trabajo antiguo en la primera página. Mientras tanto, guarde una copia como archivo.",
    missing: "Guarde una copia como archivo antes de cerrar esta pestaña, o abra la página en una ventana normal.",
    blocked: "Cierre las otras pestañas de estas páginas e inténtelo de nuevo.",
    failed: "Se vuelve a intentar solo. Guarde una copia como archivo si sigue así.",
  },
  held: "Sus últimos cambios aún no se han escrito. Se retienen, y se escribirán cuando abra de nuevo este trabajo.",
  notKept: "No se guarda nada en este dispositivo",
  copy: "Guardar una copia como archivo",
  readOnly: "Tiene esto abierto en otra pestaña, que es la que puede cambiarlo. Aquí puede leerlo.",
  takeOver: "Continuar aquí",
  took: "Ahora esta pestaña puede cambiarlo. La otra solo lee.",
  persisted: "El navegador prometió conservarlo.",
  notPersisted: "El navegador puede borrarlo cuando falte espacio.",
};

import type { TroubleKind } from "../../store/trouble.js";

export const storage = {
  saving: "Saving …",
  saved: "Saved on this device",
  savedAt: (time: string) => `Saved ${time} on this device`,
  memory: "Kept only until you close this tab",
  failed: "Could not be saved",
  elsewhere: "Open in another tab",
  /** Why it could not be saved. */
  why: {
    full: "The storage that this browser gives to pages is full.",
    missing: "This browser does not let pages keep anything. A private window, or a setting, can be the reason.",
    blocked: "Another tab holds the storage. It may run an older or newer version of these pages.",
    failed: "The storage of this browser did not answer as it should.",
  } satisfies Record<TroubleKind, string>,
  /** What to do. */
  todo: {
    full: "Make room on the device, or delete old work on the first page. Until then keep a copy as a file.",
    missing: "Keep a copy as a file before you close this tab, or open the page in an ordinary window.",
    blocked: "Close the other tabs of these pages, then try again.",
    failed: "It is tried again by itself. Keep a copy as a file if it stays like this.",
  } satisfies Record<TroubleKind, string>,
  held: "Your last edits are not written yet. They are held, and written when you open this work again.",
  notKept: "Nothing is kept on this device",
  copy: "Keep a copy as a file",
  readOnly: "You have this open in another tab, which is the one that can change it. Here you can read along.",
  takeOver: "Go on here instead",
  took: "This tab can change it now. The other one reads along.",
  persisted: "The browser promised to keep it.",
  notPersisted: "The browser may clear it when space runs out.",
};

import type { Note } from "../probe-types.js";

/**
 * Every sentence of the readers, in one place; `../texts/notes.ts` says them in
 * other languages. `{}` is a piece of data.
 */
export const NOTES = {
  empty: "It is empty: nothing is in it.",
  otherKind: "Its name says {}, but its content says {}.",
  draftName: "It is still named like a draft or a copy: {}.",
  hiddenInName: "Its name holds invisible characters that change how it is shown; it really ends in {}.",
  doubleEnding: "Its name has two endings; what counts is the last one, {}.",
  program: "It is a program, not a document.",
  twoKinds: "It can be read as {} and as {} too; somebody else may see something else in it.",
  macros: "It holds macros, which are programs; many places refuse such files.",
  shortcut: "It is a shortcut that leads to {}, not the thing itself.",
  shortcutUnknown: "It is a shortcut, not the thing itself.",
  notDownloaded: "It is a placeholder for a file that is not on this device yet.",
  password: "It is protected by a password, so nobody can look into it without.",
  scan: "No text was found in it, so it may be a scan or a picture of pages.",
  damaged: "It is damaged, or not whole.",
  place: "It says where it was taken ({}). Remove the location if nobody should know.",
  camera: "It says which camera took it ({}).",
  ownPages: "Its pages are those that the program which saved it counted.",
  counted: "It is too long to be handed on as text; its words were counted here.",
  encoding: "Its characters do not say how they are written; accents and umlauts may be wrong.",
  personNamed: "The name {} stands in line {}.",
  linkEdit: "It is a link for editing: whoever has it may change the original.",
  linkSignIn: "{} usually asks to sign in; see that whoever reviews it may open it.",
  linkPrivate: "It leads to {}, which others cannot reach.",
  linkNotWeb: "It is no web address: it starts with {}.",
  linkInsecure: "It is not encrypted (http, not https).",
  linkSecret: "It holds a user name or password; whoever gets the link gets that too.",
  portfolioClosed: "this portfolio cannot be opened: {}",
  portfolioChanged: "{} was changed after it was packed.",
  portfolioOther: "{} is not the file that the assessment was made with.",
  portfolioMissing: "{} is missing.",
  portfolioExtra: "{} was not there when it was packed.",
} as const;

export type NoteName = keyof typeof NOTES;
export type WhyName = keyof typeof WHY;

/** A note with its sentence. */
export function note(name: NoteName, ...data: readonly string[]): Note {
  const key = NOTES[name];
  let at = 0;
  const sentence = key.replaceAll("{}", () => data[at++] ?? "");
  return Object.freeze({ key, data: Object.freeze([...data]), sentence });
}

/** Why a fact is not known: the end of a sentence, such as "the number of pages is not known: it is damaged". */
export const WHY = {
  empty: "it is empty",
  damaged: "it is damaged or not whole",
  password: "it is protected by a password",
  time: "reading it took too long",
  tooLarge: "it is larger than can be read here",
  tooLong: "there is more of it than can be counted here",
  bomb: "it unpacks to more than can be read here",
  members: "it holds more files than can be read here",
  deep: "it is nested deeper than any document",
  doctype: "it declares its own XML entities, which no office file does",
  twice: "it holds the same part twice, so it has no single content",
  noDate: "it does not say when it was made",
  notPaged: "it has no pages until it is printed",
  pagesUnsaid: "the program that saved it did not write down how many pages it has",
  unread: "this kind of file is not read here",
  failed: "its reader could not make sense of it",
  noReader: "its reader could not be loaded",
  longText: "it is too long to be handed on as text",
  signIn: "who may open the link cannot be seen from here",
  endless: "it does not say how long it is",
  shortcut: "it is a shortcut, and what it leads to cannot be seen from here",
} as const;

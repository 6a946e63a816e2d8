import type { Measure, UnknownWord } from "../../texts/texts.js";
import type { Missed, SlotTerms } from "./terms.js";

const KINDS: Readonly<Record<string, string>> = {
  pdf: "PDF", docx: "Word document", docm: "Word document with macros", odt: "OpenDocument text", text: "text", markdown: "Markdown text", image: "image", audio: "audio", video: "video",
  spreadsheet: "spreadsheet", xlsx: "spreadsheet", ods: "spreadsheet", csv: "CSV table", slides: "slides", pptx: "slides", odp: "slides", link: "link", any_file: "any file", "any file": "any file",
  html: "web page", shortcut: "shortcut", exe: "program", elf: "program", zip: "ZIP archive", other: "unknown kind", jpeg: "JPEG image", png: "PNG image", gif: "GIF image", webp: "WebP image",
  heic: "HEIC image", avif: "AVIF image", svg: "SVG image", mp4: "MP4 video", mov: "QuickTime video", webm: "WebM video", mp3: "MP3 audio", wav: "WAV audio", m4a: "M4A audio", ogg: "Ogg audio", flac: "FLAC audio",
  epub: "EPUB book", doc: "old Word document", xls: "old spreadsheet", ppt: "old slides",
};
const NOUNS: Readonly<Record<Measure, string>> = { size: "", pages: "pages", words: "words", characters: "characters", length: "long", width: "pixels wide", height: "pixels high" };
const UNKNOWN: Readonly<Partial<Record<UnknownWord, string>>> = {
  date: "Say below when it is from.", people: "Say below who is in it.", author: "Say below who made it.", pages: "Say below how many pages it has.", words: "Say below how many words it has, or attach it in another format.",
  characters: "Say below how many characters it has, or attach it in another format.", length: "Say below how long it is.", text: "Attach it in a format whose text can be read.", url: "Paste the whole address, from https:// on.",
  fingerprint: "See yourself that it is not here twice.", note: "Write a note below.", rows: "Tick below what it shows.",
};

function mend({ key, side, end, measure, typed, total, wanted }: Missed): string {
  const all = total ? "all pieces together" : "it";
  switch (key) {
    case "items":
      return side === "high" ? `Keep ${end} and remove the rest.` : "Add what is missing below.";
    case "measured":
      if (measure === "size") return side === "high" ? "Save a smaller version of it and attach that instead." : "See that it is the whole file.";
      if (measure === "length") return side === "high" ? `Cut ${all} to ${end} or less.` : `Attach a longer recording, at least ${end}.`;
      if (measure === "width" || measure === "height") return side === "high" ? "Attach a smaller version of the image." : "Attach the image in its original size.";
      return side === "high" ? `Shorten ${all} to ${end} or fewer.` : side === "low" ? `Add to ${all}, up to at least ${end}.` : `Bring ${all} to ${end}.`;
    case "accepts":
      return wanted === "" ? "Attach it in another format." : `Save it as ${wanted} and attach that instead.`;
    case "dated":
      return "Attach one from the time that is asked for.";
    case "hosts":
      return wanted === "" ? "Use a link to the place that is asked for." : `Put it on ${wanted} and paste that link.`;
    case "named":
      return `Rename the file like “${wanted}” and attach it again.`;
    case "mentions":
      return "Write about it too, where it is true.";
    case "personal":
      return typed ? "Take it out of your text." : "Take it out or black it out, and attach the file again.";
    case "avoids":
      return typed ? "Take it out of your text." : "Take it out, and attach the file again.";
    case "people":
      return "Name the people who are in it, or attach a piece with more of them.";
    case "not author":
      return "Attach a piece in which somebody else takes part, or name them.";
    case "duplicates":
      return "Remove one of the two.";
    case "note":
      return "Write a note below.";
    case "rows":
      return "Tick below what it shows.";
    case "link":
      return "Open it in a private window: if it opens there, it opens for others.";
    default:
      return "";
  }
}

export const en: SlotTerms = {
  optional: "may stay empty",
  atLeast: (what) => `at least ${what}`,
  atMost: (what) => `up to ${what}`,
  from: (low, high) => `${low} to ${high}`,
  together: (what) => `${what} in all`,
  pieces: (count, one) => `${count} ${one ? "piece" : "pieces"}`,
  measured: (measure, range) => `${range} ${NOUNS[measure]}`.trimEnd(),
  accepted: (kind) => ({ image: "an image", audio: "audio", video: "a video", spreadsheet: "a spreadsheet", slides: "slides", link: "a link", text: "text", markdown: "Markdown" })[kind] ?? KINDS[kind] ?? kind,
  ending: (end) => `.${end}`,
  kind: (kind) => KINDS[kind] ?? kind.toUpperCase(),
  within: (months, days) => {
    const parts = [months % 12 === 0 && months > 0 ? `${months / 12} ${months === 12 ? "year" : "years"}` : months > 0 ? `${months} ${months === 1 ? "month" : "months"}` : "", days > 0 ? `${days} ${days === 1 ? "day" : "days"}` : ""];
    return `from the last ${parts.filter((part) => part !== "").join(" and ")}`;
  },
  after: (day) => `dated after ${day}`,
  before: (day) => `dated before ${day}`,
  hosts: (hosts) => `at ${hosts}`,
  named: (pattern) => `named like ${pattern}`,
  mentions: (words, all) => `mentions ${all ? "" : "any of "}${words}`,
  noPersonal: "no personal information",
  avoids: (pattern) => `nothing like ${pattern}`,
  people: (least) => `at least ${least} people in it`,
  notAuthor: "with somebody besides you",
  noDuplicates: "nothing twice",
  noteWanted: "a note on each",
  rowsWanted: "says what it shows",

  drop: "Drop files here or paste them,",
  dropOr: "or",
  choose: "Choose files",
  chooseFor: (label) => `Choose files for ${label}`,
  link: "Link",
  linkHint: "Paste the address of the page or file.",
  addLink: "Add link",
  notALink: "This is no web address. It begins with https://",
  write: (label) => `Write here: ${label}`,
  counted: (words, characters) => `${words}, ${characters}`,
  found: (word) => `“${word}” is in it`,
  notFound: (word) => `“${word}” is not in it`,
  keptAsWritten: "Kept as you write it.",

  reading: (name) => `Reading ${name}`,
  waiting: (name) => `${name} waits its turn`,
  readingOf: (percent) => `${percent} read`,
  cancel: "Cancel",
  cancelOf: (name) => `Cancel reading ${name}`,
  cancelled: (name) => `${name} was not added.`,
  unreadable: (name) => `${name} cannot be read from your device. It may have been moved, or be a folder.`,
  again: "Try again",
  dismiss: "Dismiss",
  added: (name, open) => (open === 0 ? `${name} was added.` : open === 1 ? `${name} was added. One thing to look at.` : `${name} was added. ${open} things to look at.`),
  back: (name) => `${name} is back.`,

  piecesOf: (label) => `Pieces of ${label}`,
  standing: (standing) => ({ done: "Fine", mend: "To mend", advice: "Advice", look: "Needs a look", unchecked: "Unchecked" })[standing],
  mend,
  lookInto: (unknown) => UNKNOWN[unknown] ?? "",
  typed: "Your text",
  linkTo: (host) => `Link to ${host}`,
  unnamed: "A file without a name",
  madeBy: (who) => `by ${who}`,
  onDay: (day) => `dated ${day}`,
  told: "as you said",
  notKept: "The file itself is not in this browser any more; what was read from it is. Add the same file again to have it in a portfolio.",
  copyOf: (name) => `Save a copy of ${name}`,
  copy: "Save a copy",
  remove: "Remove",
  removeOf: (name) => `Remove ${name}`,
  removed: (name) => `${name} was removed.`,
  undo: "Undo",
  sameAs: (name, slot) => `The same file is also in ${slot}: ${name}.`,
  personal: (places) => `It may hold personal information: ${places}.`,
  personalKind: (what, text, line) => `${{ email: "an e-mail address", phone: "a telephone number", id: "a number that may be a person’s", pattern: "a text" }[what]} in line ${line} (“${text}”)`,
  personalMend: "If it is a student’s, black it out before you hand it in.",
  more: "more",
  noticed: "Noticed",
  hints: (count) => (count === 1 ? "One thing was noticed" : `${count} things were noticed`),
  fine: (count) => (count === 1 ? "One requirement is met" : `${count} requirements are met`),

  details: "Note, and what it shows",
  note: "Note",
  noteHint: "What should a reviewer look at?",
  shows: "What it shows",
  showsHint: "Tick all that apply.",
  rowsWithout: (rows) => `No piece here shows yet: ${rows}.`,
  findRow: "Find a criterion",
  tell: "What the file cannot tell",
  tellHint: "It will be marked as said by you.",
  tellFact: (fact) => ({ date: "It is from", people: "Who is in it", author: "Who made it", pages: "Pages", words: "Words", characters: "Characters", length: "Length" })[fact],
  tellHow: (fact) => ({ date: "", people: "Names, with commas between", author: "", pages: "", words: "", characters: "", length: "Minutes and seconds, such as 4:30" })[fact],
  notTaken: "This could not be taken as it is written.",

  where: "Where do these belong?",
  whereHint: "Choose for each file what it is meant for.",
  nowhere: "Leave it out",
  attach: "Add",

  portfolio: "Portfolio",
  save: "Save the portfolio",
  saving: "Packing the portfolio",
  open: "Open a portfolio",
  opening: "Opening the portfolio",
  saved: (size) => `The portfolio was saved (${size}).`,
  missingFiles: (names) => `These files are not in this browser any more and could not be packed: ${names}.`,
  opened: (count) => (count === 1 ? "One file was checked against its fingerprint." : `${count} files were checked against their fingerprints.`),
  whole: "Everything is as it was packed.",
  changed: "Something is not as it was packed.",
  fileState: (state) => ({ same: "As it was packed", changed: "Changed since", extra: "Not there when it was packed" })[state],
  take: "Go on with this assessment",
  otherRubric: "It was made with another rubric.",

  summary: "Portfolio",
  standsAt: "Where it stands",
  rows: "Criteria",
  row: "Criterion",
  rating: "Rating",
  comment: "Comment",
  evidence: "Evidence",
  hash: "SHA-256",
  noEvidence: "Nothing was added.",
  notRated: "Not rated",
  madeWith: (what) => `Made with ${what}. The hashes show whether a file was changed by accident.`,
};

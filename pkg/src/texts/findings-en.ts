import { plainText } from "./plain.js";
import type { FindingData, FindingState, Grammar, Measure, Subject, Texts, UnknownWord, WhyWord } from "./texts.js";

const SPOKEN: Readonly<Record<string, string>> = {
  pdf: "a PDF", docx: "a Word document", odt: "an OpenDocument text", text: "a text", markdown: "a Markdown text", image: "an image",
  audio: "an audio recording", video: "a video", spreadsheet: "a spreadsheet", slides: "a slide show", link: "a link",
  any_file: "a file of any kind", other: "a file of another kind",
};
const NEEDED: Readonly<Record<UnknownWord, string>> = {
  kind: "the kind", size: "the size", pages: "the number of pages", words: "the number of words", characters: "the number of characters",
  length: "the length", width: "the width", height: "the height", date: "the date", url: "the web address", name: "the file name", text: "the text",
  people: "the people", author: "the author", fingerprint: "the fingerprint", note: "the note", rows: "the list of criteria", statement: "the statement",
};
const WHY: Readonly<Record<WhyWord, string>> = {
  missing: "it could not be read from it", link: "what is behind a link cannot be seen from here", encrypted: "it is protected by a password",
  scan: "no text was found in it, so it may be a scan", "no today": "the day of the assessment is not set",
  "too long": "there is more of it than can be searched", said: "",
};

const quote = (text: string) => `“${plainText(text)}”`;

/** `your annotated lesson plan`, or one item of it. */
export function subject({ label, item, total }: FindingData): Subject {
  const own = owned(label);
  if (total) return { text: `all items of ${own} together`, many: true };
  if (!item) return { text: own, many: isPlural(own) };
  return { text: item.name === null ? `item ${item.place} of ${own}` : quote(item.name), many: false };
}

function owned(label: string): string {
  const [first = "", ...others] = label.trim().split(/\s+/);
  const bare = others.length > 0 && ["a", "an", "the", "my", "your"].includes(first.toLowerCase()) ? others.join(" ") : [first, ...others].join(" ");
  // `IEP summary` and `Dr. Ng's notes` keep what a small letter would spoil.
  const [head = ""] = bare.split(" ");
  const [letter = ""] = bare;
  const kept = head.slice(letter.length) !== head.slice(letter.length).toLowerCase() || head.endsWith(".");
  return `your ${kept ? bare : letter.toLowerCase() + bare.slice(letter.length)}`;
}

/** A guess that holds for what evidence is called: `Lesson notes`, `Samples of work`. */
function isPlural(name: string): boolean {
  const words = name.split(/\s+/);
  const end = words.findIndex((word) => ["of", "from", "for", "in", "on", "with", "by"].includes(word));
  const head = (end < 0 ? words : words.slice(0, end)).at(-1) ?? "";
  return head.endsWith("s") && !["ss", "us", "is"].some((tail) => head.endsWith(tail));
}

/** What the precheck found, in words. */
export function findings({ and, or, number }: Pick<Grammar, "and" | "or" | "number">): Texts["finding"] {
  const pick = (s: Subject, one: string, many: string) => (s.many ? many : one);
  const it = (s: Subject) => pick(s, "it", "they");
  const is = (s: Subject) => pick(s, "is", "are");
  const have = (s: Subject) => pick(s, "has", "have");
  const does = (s: Subject) => pick(s, "does", "do");
  const must = ({ soft }: FindingState) => (soft ? "should" : "must");
  const told = (state: FindingState) => (state.told ? ", as you said" : "");
  const dated: Readonly<Record<NonNullable<FindingData["days"]>, (d: FindingData) => string>> = {
    after: ({ from }) => `after ${from}`,
    before: ({ to }) => `before ${to}`,
    from: ({ from, to }) => `${from} or later, up to ${to}`,
    until: ({ to }) => `${to} or earlier, which is the day of the assessment`,
  };

  /** `; it may have up to 3`; of what is so large rather than has so many, `is`. */
  function asked(s: Subject, { asked: end }: FindingData, { soft }: FindingState, big: boolean): string {
    if (!end) return "";
    const exactly = end.side === "exact" && end.to === undefined ? "exactly " : "";
    const last = end.to === undefined ? end.end : `${end.end} to ${end.to}`;
    const verb = soft ? (big ? "should be" : "should have") : null;
    if (end.side === "high") return `; ${it(s)} ${verb ? `${verb} at most` : big ? "may be up to" : "may have up to"} ${last}`;
    const least = end.side === "low" ? "at least " : exactly;
    return `; ${it(s)} ${verb ?? (big ? "must be" : pick(s, "needs", "need"))} ${least}${last}`;
  }

  function seen(s: Subject, measure: Measure | undefined, value: string): string {
    const tails: Partial<Record<Measure, string>> = { size: "", length: " long", width: " wide", height: " high" };
    const tail = measure && tails[measure];
    return tail === undefined ? `${have(s)} ${value}` : `${is(s)} ${value}${tail}`;
  }

  function spots({ places = [], more }: FindingData): string {
    const words = { email: "an e-mail address", phone: "a telephone number", id: "a number that may be a person’s", pattern: "" };
    const said = places.map(({ what, text, line }) =>
      what === "pattern" ? `${quote(text)} in line ${number(line)}` : `${words[what]} in line ${number(line)} (${quote(text)})`,
    );
    return and(more ? [...said, "more"] : said);
  }

  return {
    items(s, d, state) {
      if (d.zero) return `nothing has been added to ${s.text} yet${d.optional ? `; ${it(s)} may stay empty` : asked(s, d, state, false)}.`;
      return `${s.text} ${have(s)} ${d.value}${asked(s, d, state, false)}.`;
    },
    link: (s) => `${s.text} ${is(s)} a link; whether it opens cannot be seen from here.`,
    unknown(s, { unknown = "kind", why = "missing", said = "" }, state) {
      const then = state.unchecked ? " This is unchecked." : state.soft ? "" : " A person must look.";
      const reason = why === "said" ? said.trim().replace(/\.+$/, "") : WHY[why];
      if (unknown === "author") return `whether ${s.text} names somebody besides the author is not known: ${reason}.${then}`;
      if (why === "no today") return `${NEEDED[unknown]} of ${s.text} cannot be judged: ${reason}.${then}`;
      if (why === "link" && state.unchecked) return `${NEEDED[unknown]} of ${s.text} cannot be seen from here, as it is a link.${then}`;
      return `${NEEDED[unknown]} of ${s.text} is not known: ${reason}.${then}`;
    },
    accepts(s, { kinds = [], extensions = [], value = "other", declared }, state) {
      const own = SPOKEN[value] ?? "";
      const said = declared !== undefined && state.holds === "no" && declared !== value ? `named like ${SPOKEN[declared]}, but inside ${it(s)} ${is(s)} ${own}` : own;
      const wanted = [...kinds.map((kind) => SPOKEN[kind] ?? ""), ...extensions.map((end) => `a .${end} file`)];
      return `${s.text} ${is(s)} ${said}; ${it(s)} ${must(state)} be ${or(wanted)}.`;
    },
    measured: (s, d, state) =>
      `${s.text} ${seen(s, d.measure, d.value ?? "")}${told(state)}${asked(s, d, state, d.measure !== "pages" && d.measure !== "words" && d.measure !== "characters")}.`,
    dated: (s, d, state) => `${s.text} ${is(s)} dated ${d.value}${told(state)}; ${it(s)} ${must(state)} be dated ${dated[d.days ?? "after"](d)}.`,
    hosts(s, { hosts = [], value }, state) {
      const at = value ? `${is(s)} at ${value}` : `${have(s)} no web address that can be read`;
      return `${s.text} ${at}; ${it(s)} ${must(state)} be at ${or(hosts)}.`;
    },
    named: (s, { value = "", pattern = "" }, state) => `${s.text} ${is(s)} named ${quote(value)}; ${it(s)} ${must(state)} be named like ${quote(pattern)}.`,
    mentions(s, { words = [], wanted = [], all }, state) {
      if (state.holds === "yes") return `${s.text} ${pick(s, "mentions", "mention")} ${and(words.map(quote))}.`;
      const said = wanted.length === 1 ? "" : !all ? " mention at least one of them" : ` mention ${wanted.length === 2 ? "both" : "all of"} ${and(wanted.map(quote))}`;
      return `${s.text} ${does(s)} not mention ${or(words.map(quote))}; ${it(s)} ${must(state)}${said}.`;
    },
    personal(s, d, state) {
      if (!d.places?.length) return `no personal information was found in ${s.text}.`;
      return `${s.text} ${pick(s, "seems", "seem")} to hold personal information: ${spots(d)}; ${it(s)} ${must(state)} not.`;
    },
    avoids(s, d, state) {
      if (!d.places?.length) return `nothing that ${must(state)} be avoided was found in ${s.text}.`;
      return `${s.text} ${have(s)} ${spots(d)}, which ${must(state)} be avoided.`;
    },
    people: (s, d, state) => `${s.text} ${pick(s, "names", "name")} ${d.value}${told(state)}${asked(s, d, state, false)}.`,
    "not author": (s, _, state) =>
      state.holds === "yes"
        ? `${s.text} ${pick(s, "names", "name")} somebody besides the author.`
        : `${s.text} ${pick(s, "names", "name")} nobody besides the author; ${it(s)} ${must(state)} name somebody else.`,
    duplicates(s, { twin }, { soft }) {
      if (!twin) return `${s.text} ${is(s)} here only once.`;
      const other = twin.place === 0 ? "something you have added elsewhere" : twin.name === null ? `item ${twin.place}` : quote(twin.name);
      return `${s.text} ${is(s)} the same as ${other}; nothing ${soft ? "should" : "may"} be handed in twice.`;
    },
    note: (s, _, state) => (state.holds === "yes" ? `${s.text} ${have(s)} a note.` : `${s.text} ${have(s)} no note yet; ${it(s)} ${must(state)} have one.`),
    rows(s, _, state) {
      const shows = pick(s, "shows", "show");
      if (state.holds === "yes") return `${s.text} ${pick(s, "says", "say")} which criteria ${it(s)} ${shows}.`;
      return `${s.text} ${does(s)} not say yet which criteria ${it(s)} ${shows}; ${it(s)} ${must(state)}.`;
    },
    attest: (s, { statement = "" }) => `with ${s.text} you state: ${quote(statement)}`,
  };
}

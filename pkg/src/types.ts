import type { Saved } from "./saved-types.js";
import type { FindingData, FindingKey, WhyWord } from "./texts/texts.js";

/** A place in a source: UTF-16 offsets, and line and column from 1. */
export interface Span {
  /** Where it begins, as an offset. */
  readonly from: number;
  /** Where it ends: behind the last character. */
  readonly to: number;
  /** The line it begins in, from 1. */
  readonly line: number;
  /** The place in that line, from 1, in UTF-16 units. */
  readonly column: number;
}

/** A sentence as data: a host that speaks another language translates the key, and puts the data in. */
export interface Said {
  /** The English sentence, with `{}` where a piece of data goes. */
  readonly key: string;
  /** What goes there, in order: names and words of the rubric, numbers, lists. */
  readonly data: readonly string[];
}

/** One finding about a source. */
export interface Diagnostic {
  /** Stable; translations and documentation may key on it. */
  readonly code: string;
  /** `info` is worth knowing; nothing is wrong. */
  readonly severity: "error" | "warning" | "info";
  /** What is wrong. */
  readonly message: string;
  /** `message` as data. */
  readonly said: Said;
  /** How to mend it. */
  readonly help: string;
  /** `help` as data. */
  readonly advised: Said;
  /** The place it is about. */
  readonly span: Span;
  /** Related places. */
  readonly labels: readonly { readonly span: Span; readonly message: string; readonly said: Said }[];
  /** Edits that mend it for certain. */
  readonly fixes: readonly {
    readonly title: string;
    readonly said: Said;
    readonly edits: readonly { readonly from: number; readonly to: number; readonly text: string }[];
  }[];
  /**
   * Of what was proved: what to give to rows, asks and evidence so that it
   * shows, as the lines of an `example` say it (`purpose` `proficient`,
   * `consent` `not met`, `plan` `complete`). Empty where a bound says it all.
   */
  readonly witness: readonly { readonly name: string; readonly value: string }[];
}

/** A text with an address. */
export interface OutlineLink {
  /** What it says. */
  readonly text: string;
  /** The address; `null` where there is none. */
  readonly url: string | null;
}

/** A level, of a scale or as a row offers it. `points` is exact, as text. */
export interface OutlineLevel {
  /** Its name in the file: what calls and records use. */
  readonly name: string;
  /** What readers call it. */
  readonly label: string;
  /** What the scale says of it; `null` where it says nothing. */
  readonly description: string | null;
  /** What the level looks like on this row. */
  readonly descriptor: string | null;
  /** What to do next from here. */
  readonly advice: string | null;
  /** The same, said to the learner. */
  readonly learner: string | null;
  /** Its points; of a range of marks the lowest. */
  readonly points: string;
  /** Of a range of marks: the highest, the step, and the marks themselves where they were listed. */
  readonly to: string | null;
  /** Between two of its marks, exact, as text; `null` where it is no range. */
  readonly step: string | null;
  /** Its marks, where they were listed one by one. */
  readonly marks: readonly string[];
  /** The standards it answers to. */
  readonly aligns: readonly OutlineLink[];
}

/** A part. */
export interface OutlinePart {
  /** Its name in the file: what calls and records use. */
  readonly name: string;
  /** What readers call it. */
  readonly label: string;
  /** Its description for readers; `null` where there is none. */
  readonly about: string | null;
  /** How much it counts beside the others, exact, as text; `null` where none is written. */
  readonly weight: string | null;
  /** The index of the part around it. */
  readonly parent: number | null;
  /** Its tags. */
  readonly tags: readonly string[];
  /** How many of its direct members count; all of them when `null`. */
  readonly choose: number | null;
  /** Whether it is asked under a condition. */
  readonly conditional: boolean;
  /** The standards it answers to. */
  readonly aligns: readonly OutlineLink[];
}

/** A criterion, check or number. */
export interface OutlineRow {
  /** Its name in the file: what calls and records use. */
  readonly name: string;
  /** What readers call it. */
  readonly label: string;
  /** A criterion is rated with a level, a check is met or not, a number is a number. */
  readonly kind: "criterion" | "check" | "number";
  /** The index of its part. */
  readonly part: number | null;
  /** The index of its scale; `null` where the levels are its own. */
  readonly scale: number | null;
  /** Its description for readers; `null` where there is none. */
  readonly about: string | null;
  /** Its tags, those of the parts around it among them. */
  readonly tags: readonly string[];
  /** How much it counts beside the others, exact, as text; `null` where none is written. */
  readonly weight: string | null;
  /** The place of the first offered level on the scale. */
  readonly firstLevel: number;
  /** Of a criterion, the levels it offers, worst to best. */
  readonly levels: readonly OutlineLevel[];
  /** Of a check. */
  readonly points: string | null;
  /** Of a number: its range and step, exact, as text; or the only values it takes. */
  readonly from: string | null;
  /** The highest number; `null` without a top. */
  readonly to: string | null;
  /** Between two numbers that it takes; `null` where it takes any. */
  readonly step: string | null;
  /** The only numbers it takes; empty where it has a range. */
  readonly values: readonly string[];
  /** Fewer points are better. */
  readonly lower: boolean;
  /** Earns, adds nothing to what is possible. */
  readonly bonus: boolean;
  /** In gates and counts, in no sum. */
  readonly addsNothing: boolean;
  /** Shown only. */
  readonly notScored: boolean;
  /** Worked out, not rated by hand. */
  readonly workedOut: boolean;
  /** Whether it is asked under a condition of its own. */
  readonly conditional: boolean;
  /** Whether it may be left out. */
  readonly leaveOut: "allowed" | "with a reason" | null;
  /** Whether a comment may or has to stand beside the rating. */
  readonly comment: "none" | "optional" | "required";
  /** The required comment has to hold a link. */
  readonly commentWithLink: boolean;
  /** The comment is required under a condition only. */
  readonly commentSometimes: boolean;
  /** Names of the evidence slots that show it. */
  readonly shownBy: readonly string[];
  /** Days, as `2025-08-01`. */
  readonly countsFrom: string | null;
  /** From this day on it is not asked; `null` where it has none. */
  readonly retired: string | null;
  /** The standards it answers to. */
  readonly aligns: readonly OutlineLink[];
}

/** A part with its members, or a row, by index. */
export interface OutlineItem {
  /** Which list the index is of. */
  readonly kind: "part" | "row";
  /** Its place in `parts` or `rows`. */
  readonly index: number;
  /** What is in the part; empty for a row. */
  readonly items: readonly OutlineItem[];
}

interface Named {
  /** Its name in the file: what calls and records use. */
  readonly name: string;
  /** What readers call it. */
  readonly label: string;
}

/** A question about the person, or a value the host sets. Numbers are exact text. */
export interface OutlineInput extends Named {
  /** Its description for readers; `null` where there is none. */
  readonly about: string | null;
  /** What a reply is. */
  readonly kind: "choice" | "number" | "yes/no" | "date";
  /** What may be chosen; empty where nothing is. */
  readonly choices: readonly Named[];
  /** The lowest number, exact, as text; `null` where it is no number, or has no bottom. */
  readonly from: string | null;
  /** The highest number; `null` without a top. */
  readonly to: string | null;
  /** Between two numbers that it takes; `null` where it takes any. */
  readonly step: string | null;
  /** The only numbers it takes; empty where it has a range. */
  readonly values: readonly string[];
  /** A number that is written as a percent. */
  readonly percent: boolean;
  /** What counts without a reply; of a setting each from a day on. */
  readonly defaults: readonly { readonly value: string; readonly from: string | null }[];
  /** Where a setting's value comes from, in the author's words. */
  readonly source: string | null;
}

/** What a slot asks, as data. */
export interface OutlineEvidenceRule {
  /** `accepts`, `pages`, `words`, `dated within`, `hosts`, `mentions`, ...: the words of the language. */
  readonly kind: string;
  /** The ends of a range, exact (bytes, seconds, pieces); days as `2025-08-01`. */
  readonly from: string | null;
  /** The upper end; `null` without one. */
  readonly to: string | null;
  /** Of all items together. */
  readonly total: boolean;
  /** Words of the rule: kinds, hosts, what is to be mentioned, ... */
  readonly values: readonly string[];
  /** File endings that `accepts` names. */
  readonly extensions: readonly string[];
  /** Of `mentions`: whether all of the words are asked for, or any. */
  readonly all: boolean;
  /** Of `dated within`: so many months; 0 where it counts days. */
  readonly months: number;
  /** Of `dated within`: so many days; 0 where it counts months. */
  readonly days: number;
  /** Advice only. */
  readonly soft: boolean;
  /** The author's words for what is missing; `null` where there are none. */
  readonly message: string | null;
}

/** An evidence slot. */
export interface OutlineEvidence extends Named {
  /** Its description for readers; `null` where there is none. */
  readonly about: string | null;
  /** Whether it may stay empty. */
  readonly optional: boolean;
  /** Whether it is asked under a condition. */
  readonly conditional: boolean;
  /** How few and how many items it takes. */
  readonly from: string | null;
  /** How many it takes at most; `null` where there is no limit. */
  readonly to: string | null;
  /** What each item, or all together, have to be. */
  readonly rules: readonly OutlineEvidenceRule[];
}

/** A rung of a result or an award. */
export interface OutlineRung extends Named {
  /** The place of its level on the scale, from 0 for the lowest. */
  readonly level: number;
  /** The standards it answers to. */
  readonly aligns: readonly OutlineLink[];
}

/** A result or an award. */
export interface OutlineLadder extends Named {
  /** Its description for readers; `null` where there is none. */
  readonly about: string | null;
  /** Its place among all ladders. Not part of the public surface. */
  readonly ladder: number;
  /** The index of its scale; `null` where its levels are its own. */
  readonly scale: number | null;
  /** Best first; of a table in the order of its lines. */
  readonly rungs: readonly OutlineRung[];
  /** What comes out when no rung is earned; `null` where nothing does. */
  readonly otherwise: OutlineRung | null;
  /** What to say while it is undecided. */
  readonly untilThen: string | null;
  /** The role that may overrule it. */
  readonly overruledBy: string | null;
  /** Whether a reason has to be given for it. */
  readonly overruledWithReason: boolean;
  /** The standards it answers to. */
  readonly aligns: readonly OutlineLink[];
}

/** Who rates, and how their ratings become one. */
export interface OutlineRaters {
  /** The index of the part it is for; `null` for the whole rubric. */
  readonly part: number | null;
  /** The roles, with how few and how many of each; `to` is `null` where there is no limit. */
  readonly roles: readonly { readonly name: string; readonly from: number; readonly to: number | null; readonly blind: boolean }[];
  /** How their ratings become one, row by row; `null` where it is not said. */
  readonly combine: "mean" | "median" | "sum" | "lowest" | "highest" | "majority" | "agreement" | "newest" | null;
  /** Which way a tie goes; `null` where it is not said. */
  readonly ties: "up" | "down" | "even" | null;
  /** The role whose score counts. */
  readonly counts: string | null;
  /** Somebody settles it when this role differs by more than so many levels or points (exact, as text). */
  readonly adjudicate: { readonly role: string; readonly by: string; readonly unit: "levels" | "points" } | null;
  /** Whether raters with a conflict of interest are left out. */
  readonly withoutConflicted: boolean;
  /** A reviewer confirms or changes the person's own rating. */
  readonly confirmSelf: boolean;
}

/** How several tries become one. */
export interface OutlineAttempts {
  /** What is tried again: each row, each part, or the whole. */
  readonly of: "row" | "part" | "whole";
  /** Which tries count, and how. */
  readonly counts: "newest" | "best" | "mean of all" | "mean of newest" | "mean of best" | "median of newest" | "newest and others" | "each newer";
  /** How many of the newest or best; `null` where `counts` has no number. */
  readonly number: number | null;
  /** How much the newest (or each newer) try counts, exact, as text. */
  readonly share: string | null;
  /** So many tries at this level, else no score. */
  readonly atLeast: number | null;
  /** The level of `atLeast`, by name. */
  readonly atLevel: string | null;
  /** So many tries at most; `null` where there is no limit. */
  readonly atMost: number | null;
  /** Only rows below this level may be redone. */
  readonly onlyBelow: string | null;
}

/** Everything a page needs to draw a rubric. */
export interface Outline {
  /** The rubric's name. */
  readonly name: string;
  /** The rubric's title. */
  readonly title: string;
  /** Its version, as written. */
  readonly version: string | null;
  /** The language of its texts, as a tag. */
  readonly language: string | null;
  /** Who issues it. */
  readonly issuer: { readonly name: string; readonly url: string | null } | null;
  /** Its description for readers; `null` where there is none. */
  readonly about: string | null;
  /** The subjects and grades it is for. */
  readonly fields: readonly string[];
  /** Where it comes from. */
  readonly sources: readonly OutlineLink[];
  /** How others may use it. */
  readonly licence: string | null;
  /** How long an award lasts from the closing day. */
  readonly expires: { readonly after: string; readonly unit: "months" | "days" } | null;
  /** The scales, with their levels from worst to best; `ordinal` ones are compared and never added, on `lower` ones fewer points are better. */
  readonly scales: readonly (Named & { readonly ordinal: boolean; readonly lower: boolean; readonly levels: readonly OutlineLevel[] })[];
  /** The parts; other members name them by their place here. */
  readonly parts: readonly OutlinePart[];
  /** The rows; other members name them by their place here. */
  readonly rows: readonly OutlineRow[];
  /** Parts and rows as they nest, in order of the file. */
  readonly tree: readonly OutlineItem[];
  /** Names that stand for several: series, and rules made for each of several parts. */
  readonly groups: readonly { readonly name: string; readonly parts: readonly string[]; readonly members: readonly string[] }[];
  /** The questions. */
  readonly asks: readonly OutlineInput[];
  /** What the host sets. */
  readonly settings: readonly OutlineInput[];
  /** The slots for evidence. */
  readonly evidence: readonly OutlineEvidence[];
  /** The scores, and how each is shown. */
  readonly scores: readonly (Named & { readonly percent: boolean; readonly outOf: string | null })[];
  /** The results. */
  readonly results: readonly OutlineLadder[];
  /** The awards; the first is the headline. */
  readonly awards: readonly OutlineLadder[];
  /** The texts of advice on the whole. */
  readonly advice: readonly string[];
  /** What a rater may give instead of ratings, and the rows each reaches (`thisRow`: the rater says which). */
  readonly codes: readonly (Named & { readonly thisRow: boolean; readonly rows: readonly string[] })[];
  /** Who rates, of the whole rubric or of a part. */
  readonly raters: readonly OutlineRaters[];
  /** How several tries become one. */
  readonly attempts: OutlineAttempts | null;
  /** The rubric in other languages: texts by `name` and `name.level`. */
  readonly translations: readonly { readonly language: string; readonly texts: readonly (readonly [string, string])[] }[];
  /** The order of a cohort, by name. */
  readonly rank: readonly string[];
  /** Readers see levels and no numbers. */
  readonly levelsOnly: boolean;
  /** Names that readers do not see. */
  readonly hidden: readonly string[];
}

/** A number three ways. */
export interface Num {
  /** For drawing: the nearest double. `null`: there is no single value. */
  readonly value: number | null;
  /** The exact fraction, `"29/40"`. */
  readonly exact: string | null;
  /** In the reader's locale, `"72.5%"`. Empty when there is no value. */
  readonly text: string;
}

/** A score with what it may still become. */
export interface ScoreOutcome extends Num {
  /** `open` while rows decide it; `undefined`: there is no value. */
  readonly state: "known" | "open" | "undefined";
  /** The least it may still become. */
  readonly lowest: Num;
  /** The most it may still become. */
  readonly highest: Num;
  /** What it would be if the assessment were closed now. */
  readonly ifClosed: Num;
}

/** The five states of a row. They never turn into each other silently. */
export type RowState = "unanswered" | "left out" | "not scored" | "not asked" | "rated";

/** A row. */
export interface RowOutcome {
  /** How it stands. */
  readonly state: RowState;
  /** The rating's level by name; `"met"` or `"not met"` for a check; `null` for a number. */
  readonly level: string | null;
  /** What counts where it is not `level`: a level, `"met"`, `"not met"`, or an exact number. */
  readonly counted: string | null;
  /** The points that count. */
  readonly points: Num;
  /** The fewest points it may still get. */
  readonly lowest: Num;
  /** The most points it may still get. */
  readonly highest: Num;
  /** The code it was set by. */
  readonly code: string | null;
  /** Why it was left out. */
  readonly reason: string | null;
  /** The comment beside it. */
  readonly comment: string | null;
  /** What stands in its own way, as a sentence. */
  readonly short?: string;
}

/** The state of a rung. */
export type RungState = "earned" | "possible" | "out of reach" | "pending";

/** Why a rung does not hold, or not yet. */
export interface Reason {
  /** The condition, in the reader's words. */
  readonly text: string;
  /** The author's reason, if there is one. */
  readonly message: string | null;
  /**
   * `short`: it is false; `open`: it depends on what is still open; `undefined`:
   * a value is missing; `caveat`: it holds, but on evidence that a person still has to look at.
   */
  readonly state: "short" | "open" | "undefined" | "caveat";
  /** Whether it is a `never`: what must not be. */
  readonly never: boolean;
  /** The rung of the same ladder that has to be earned first, by name, if that is what is needed. */
  readonly rung: string | null;
  /** The rows that are short or open. */
  readonly rows: readonly { readonly row: string; readonly label: string; readonly state: "short" | "open"; readonly level: string | null }[];
  /** The questions that are open, or that were answered otherwise; left out when there are none. */
  readonly asks?: readonly ReasonAsk[];
  /** The slots that are incomplete, or of a caveat those to look at; left out when there are none. */
  readonly evidence?: readonly ReasonEvidence[];
  /** Of a comparison: what there is, from lowest to highest. */
  readonly have: { readonly lowest: Num; readonly highest: Num } | null;
  /** Of a comparison: what is needed. */
  readonly need: Num | null;
  /** All of it as one sentence. */
  readonly sentence: string;
}

/** A question in a reason. */
export interface ReasonAsk {
  /** The question, by name. */
  readonly ask: string;
  /** The question, as readers see it. */
  readonly label: string;
  /** What was answered, in words; `null` while it is open. */
  readonly answer: string | null;
}

/** A slot in a reason. */
export interface ReasonEvidence {
  /** The slot, by name. */
  readonly slot: string;
  /** The slot, as readers see it. */
  readonly label: string;
  /** How it stands. */
  readonly state: EvidenceState;
}

/** A rung with its state and what stands in its way. */
export interface Rung {
  /** Its name in the file: what calls and records use. */
  readonly name: string;
  /** What readers call it. */
  readonly label: string;
  /** `pending`: it waits for a value that is missing. */
  readonly state: RungState;
  /** What does not hold, or not yet: one for each condition. */
  readonly reasons: readonly Reason[];
  /** What it needs and has, each as a sentence. */
  readonly holds: readonly string[];
}

/** What somebody decided instead of what was worked out. */
export interface Overruled {
  /** Who decided it. */
  readonly by: string;
  /** To which rung, by name. */
  readonly to: string;
  /** Why; `null` where none was given. */
  readonly reason: string | null;
}

/** A result. */
export interface ResultOutcome {
  /** The highest level earned; `null` while nothing is. */
  readonly level: string | null;
  /** The level as readers see it; empty while there is none. */
  readonly label: string;
  /** `open` while a higher one is possible, `pending` while one waits for a value. */
  readonly state: "decided" | "open" | "pending";
  /** The levels still possible, best first. */
  readonly possible: readonly string[];
  /** Best first; of a table one for each of its lines. */
  readonly rungs: readonly Rung[];
  /** The level if the assessment were closed now. */
  readonly ifClosed: string | null;
  /** What somebody decided instead, if anybody did. */
  readonly overruled?: Overruled;
}

/** An award. */
export interface AwardOutcome {
  /** The highest rung earned, or what it was overruled to; `null` while nothing is. */
  readonly rung: string | null;
  /** The rung as readers see it; empty while there is none. */
  readonly label: string;
  /** `open` while a higher one is possible, `pending` while one waits for a value. */
  readonly state: "decided" | "open" | "pending";
  /** The rungs it may still come to, best first. */
  readonly possible: readonly string[];
  /** Best first. */
  readonly rungs: readonly Rung[];
  /** The rung if the assessment were closed now. */
  readonly ifClosed: string | null;
  /** What somebody decided instead, if anybody did. */
  readonly overruled?: Overruled;
}

/** Feedback. */
export interface Advice {
  /** What to do, with values in place. */
  readonly text: string;
  /** The row it belongs to; `null` for advice on the whole. */
  readonly row: string | null;
}

/** How a slot or all evidence stands. */
export type EvidenceState = "complete" | "incomplete" | "needs a look" | "unchecked";

/** What the precheck says of one rule. */
export interface Finding {
  /** The index of the rule in the slot's outline; `null` for the number of items, or whether a link opens. */
  readonly rule: number | null;
  /** The item's id; `null` when it is about all of them. */
  readonly item: string | null;
  /** Whether the rule is kept; `unknown` where that could not be found out. */
  readonly holds: "yes" | "no" | "unknown";
  /** Advice only: it never makes a slot incomplete. */
  readonly soft: boolean;
  /** It rests on what a person told. */
  readonly told: boolean;
  /** All of it in words, with the limit and the value. */
  readonly sentence: string;
  /** What it is about; with `data`, whatever another catalogue of sentences needs. */
  readonly key: FindingKey;
  /** What goes into the sentence. */
  readonly data: FindingData;
  /** The author's words. */
  readonly message: string | null;
}

/** A slot with what the precheck says of it. */
export interface SlotOutcome {
  /** Of a slot that is not asked: `complete`. */
  readonly state: EvidenceState;
  /** Whether it is asked: its condition holds, or may still hold. */
  readonly asked: boolean;
  /** What was seen and what is asked for, rule by rule. */
  readonly findings: readonly Finding[];
}

/** The evidence. */
export interface EvidenceOutcome {
  /** The worst state of a slot that is asked; `complete` when there is none. */
  readonly state: EvidenceState;
  /** The slots, by name. */
  readonly slots: Readonly<Record<string, SlotOutcome>>;
}

/** Who gives ratings. */
export interface Rater {
  /** The caller's own name for the person. */
  readonly id: string;
  /** `self`, `peer`, `reviewer`, `instructor` or `judge`. */
  readonly role: string;
}

/** Whose view an outcome is. */
export interface View {
  /** The id of the rater; `null` when nobody was named. */
  readonly rater: string | null;
  /** The role; `self` when nobody was named. */
  readonly role: string;
}

/** Where an assessment stands. Frozen plain data; records have no prototype. */
export interface Outcome {
  /** The scores, by name. */
  readonly scores: Readonly<Record<string, ScoreOutcome>>;
  /** The results, by name. */
  readonly results: Readonly<Record<string, ResultOutcome>>;
  /** The awards, by name. */
  readonly awards: Readonly<Record<string, AwardOutcome>>;
  /** The rows, by name. */
  readonly rows: Readonly<Record<string, RowOutcome>>;
  /** The evidence, and what the precheck says of it. */
  readonly evidence: EvidenceOutcome;
  /** What to do next, what matters most first. */
  readonly advice: readonly Advice[];
  /** How many rows are rated, of how many that are to be. */
  readonly progress: { readonly rated: number; readonly total: number };
  /** Whether it is closed. */
  readonly closed: boolean;
  /** One person's view: what several raters say together is not in it. */
  readonly view: View;
  /** Of the rubric it was scored with: SHA-256 of all it says. */
  readonly contentHash: string;
  /** Of the rubric it was scored with: SHA-256 of what decides. */
  readonly structureHash: string;
  /** The engine's version. */
  readonly engine: string;
}

/** What an edit changed, by name. */
export interface Change {
  /** The rows that differ. */
  readonly rows: readonly string[];
  /** The scores that differ. */
  readonly scores: readonly string[];
  /** The results that differ. */
  readonly results: readonly string[];
  /** The awards that differ. */
  readonly awards: readonly string[];
  /** The slots that differ. */
  readonly evidence: readonly string[];
  /** Whether the advice differs. */
  readonly advice: boolean;
}

/** A rating: a level's name, a number, an exact fraction as text, or met and not met; `null` is unanswered. */
export type Rating = string | number | boolean | null;

/** A rating, a mark by its points, or a row left out with its reason. */
export type RatingInput = Rating | { readonly leftOut: string } | { readonly points: string | number };

/** A reply to an ask or a setting: a choice, a number, yes or no, a day as `2025-08-01`; `null` takes it back. */
export type ReplyInput = string | number | boolean | null;

/** Facts of one piece of evidence. Numbers are counted in bytes, pieces, seconds, pixels. */
export interface Facts {
  /** The caller's own name for it. */
  readonly id: string;
  /** What it is by its content: `pdf`, `docx`, `image`, `video`, `link`, `text`, ... */
  readonly kind: string;
  /** What its name says it is. */
  readonly declaredKind?: string;
  /** The file's name. */
  readonly name?: string;
  /** How large it is. */
  readonly bytes?: number;
  /** In hexadecimal digits. */
  readonly sha256?: string;
  /** How many pages it has, or slides or sheets. */
  readonly pages?: number;
  /** How many words it has, by Unicode's word boundaries. */
  readonly words?: number;
  /** How many characters it has. */
  readonly characters?: number;
  /** How many sentences it has. */
  readonly sentences?: number;
  /** How long it is. */
  readonly seconds?: number;
  /** In pixels. */
  readonly width?: number;
  /** In pixels. */
  readonly height?: number;
  /** The day it is from, as `2025-08-01`. */
  readonly date?: string;
  /** Who it says made it. */
  readonly author?: string;
  /** Where a picture was taken: latitude and longitude. */
  readonly place?: string;
  /** The camera that took it. */
  readonly camera?: string;
  /** The days it says it was made and last changed. */
  readonly created?: string;
  /** The day it says it was last changed. */
  readonly modified?: string;
  /** Headings, titles of slides, names of sheets. */
  readonly headings?: readonly string[];
  /** What was noticed and is no rule's matter, to be shown beside it. */
  readonly notes?: readonly Said[];
  /** Whether a password is needed to read it. */
  readonly encrypted?: boolean;
  /** Of a link, its address. */
  readonly url?: string;
  /** What it says: the engine then counts words itself. */
  readonly text?: string;
  /** Who is named with it. */
  readonly people?: readonly string[];
  /** What the person says about it. */
  readonly note?: string;
  /** Names of the rows it shows. */
  readonly shows?: readonly string[];
  /** Facts that a person gave and nothing measured. */
  readonly told?: readonly string[];
  /** What could not be found out, and why. */
  readonly undetermined?: readonly { readonly what: string; readonly why: string }[];
}

/** What an assessment may start with. */
export interface StartOptions {
  /** Replies to the rubric's questions, by name. */
  readonly answers?: Readonly<Record<string, ReplyInput>>;
  /** What the host sets, by name. */
  readonly settings?: Readonly<Record<string, ReplyInput>>;
  /** Facts of pieces of evidence, by slot. */
  readonly evidence?: Readonly<Record<string, readonly Facts[]>>;
  /** Comments, by row. */
  readonly comments?: Readonly<Record<string, string>>;
  /** The day, as `2025-08-01`: an input, never a clock. Without it rules about days have no answer. */
  readonly today?: string;
  /**
   * The reader's locale, such as `"es-MX"`; the environment's when left out. Numbers and days are written in it,
   * sentences in its language where there are any (English, Spanish), else in English; the rubric's own
   * texts come from its `translate` block for that language.
   */
  readonly locale?: string;
  /** No more pieces of advice than these, those that matter most for the next award first; all when left out. */
  readonly advice?: number;
  /** Whose view it is. */
  readonly rater?: Rater;
  /** What `save` gave, or its JSON text; `null` is none. What else is given here is laid over it. */
  readonly saved?: Saved | string | null;
}

/** What `rubric.score` may be told besides. */
export interface ScoreOptions extends StartOptions {
  /** Close it: defaults and policies count, what is open is undefined. */
  readonly close?: boolean;
  /** Condition codes: by name, with the row where one is given on a row. */
  readonly codes?: readonly (string | CodeInput)[];
  /** Results and awards that are set by hand. */
  readonly overrule?: OverruleInput | readonly OverruleInput[];
}

/** A condition code that is given. */
export interface CodeInput {
  /** The code, by name. */
  readonly code: string;
  /** Of a code for `this row`: the row. */
  readonly row?: string;
}

/** A result or an award that is set by hand. */
export interface OverruleInput {
  /** The result or the award, by name. */
  readonly award: string;
  /** The rung it is set to. */
  readonly to: string;
  /** Who says so. */
  readonly by: string;
  /** Why, where the rubric asks for it. */
  readonly reason?: string;
}

/** Where a need's numbers stand, and how to say it. Not part of the public surface. */
export interface NeedLayout {
  readonly ladder: number;
  readonly rung: number;
  readonly never: boolean;
  /** The condition as a tree, one node a line; empty of a part. */
  readonly said: string;
  readonly message: string | null;
  readonly at: number;
  readonly members: readonly number[];
  readonly membersAt: number;
  readonly compareAt: number;
  /** The rung of the same ladder that the need is about; -1 for none. */
  readonly below: number;
  /** Asks and slots of evidence that it names, by index. */
  readonly asks: readonly number[];
  readonly slots: readonly number[];
  /** The conditions that it joins. */
  readonly parts: readonly NeedLayout[];
}

/** Where everything stands in a session's numbers. Not part of the public surface. */
export interface Layout {
  readonly rows: number;
  readonly scores: number;
  readonly ladders: readonly number[];
  readonly advice: number;
  readonly evidence: number;
  readonly progress: number;
  readonly needs: readonly NeedLayout[];
  readonly length: number;
}

/** What the engine hands over at compile. Not part of the public surface. */
export interface CompiledRubric {
  readonly handle: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly outline: Outline | null;
  readonly layout: Layout | null;
  readonly contentHash: string;
  readonly structureHash: string;
}

/** A finding as the engine hands it over. Not part of the public surface. */
export interface FindingOut extends Omit<Finding, "sentence" | "key" | "data"> {
  readonly slot: number;
  readonly unchecked: boolean;
  /** The item by its place, from 1, its name, what its name says it is, and how many there are. */
  readonly place: number | null;
  readonly name: string | null;
  readonly declared: string | null;
  readonly items: number;
  /** What was seen; numbers exact, days as `2025-08-01`. */
  readonly value: string | null;
  readonly words: readonly string[];
  readonly places: NonNullable<FindingData["places"]>;
  readonly more: boolean;
  /** The place of the item it is the same as; 0 is in another slot. */
  readonly twin: number | null;
  readonly twinName: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly why: WhyWord | null;
  readonly said: string | null;
}

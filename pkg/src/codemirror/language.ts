// The syntax tree is made of the engine's own tokens. A Lezer grammar or a
// stream tokeniser would be a second reader of the language, which could differ
// from the first and would know no names: only the engine can tell a level from
// a score. As a tree, and not as decorations, everything of CodeMirror works on
// it: themes, folding, indentation, brackets, and rubrics inside Markdown.
import { defineLanguageFacet, delimitedIndent, foldInside, foldNodeProp, indentNodeProp, Language, languageDataProp, ParseContext, type TreeIndentContext } from "@codemirror/language";
import { type Input, NodeProp, NodeSet, NodeType, type PartialParse, Parser, Tree, type TreeFragment } from "@lezer/common";
import { styleTags, tags } from "@lezer/highlight";
import type { Token, TokenKind } from "../editor.js";
import { type EditorEngine, filesOf, type RubricOptions } from "./config.js";

const NAMES = ["Rubric", "Keyword", "Name", "Level", "Tag", "String", "Number", "Comment", "Operator", "Separator", "{", "}", "(", ")", "Block", "Group"] as const;
const PLACES: Readonly<Record<TokenKind, number>> = { keyword: 1, name: 2, level: 3, tag: 4, string: 5, number: 6, comment: 7, operator: 8 };
const SIGNS: Readonly<Record<string, number>> = { ";": 9, ",": 9, "{": 10, "}": 11, "(": 12, ")": 13 };
const [BLOCK, GROUP, CLOSE_BRACE, CLOSE_PAREN] = [14, 15, 11, 13];

const data = defineLanguageFacet({ commentTokens: { line: "#" }, closeBrackets: { brackets: ["(", "{", '"'] }, indentOnInput: /^\s*\}$/ });

/** A line that goes on below: it ends with an operator, a comma, `=` or `and`. */
const GOES_ON = /(?:[,=+*/(-]|\b(?:and|or|then|else|when))\s*(?:#.*)?$/;

/** Inside braces one step further in; one more where the line before goes on. */
function blockIndent(context: TreeIndentContext): number | null {
  const inside = delimitedIndent({ closing: "}", align: false })(context);
  if (inside === null || /^\s*\}/.test(context.textAfter)) return inside;
  const here = context.lineAt(context.pos, -1);
  const before = here.from < context.pos ? here : context.state.doc.lineAt(Math.max(0, context.pos - 1));
  return before.from > context.node.from && GOES_ON.test(before.text) ? inside + context.unit : inside;
}

const nodes = new NodeSet(NAMES.map((name, id) => NodeType.define({
  id, name, top: id === 0,
  props: [
    ...(id === 0 ? [[languageDataProp, data] as [typeof languageDataProp, typeof data]] : []),
    ...(name === "{" || name === "(" ? [[NodeProp.closedBy, [name === "{" ? "}" : ")"]] as [typeof NodeProp.closedBy, string[]]] : []),
    ...(name === "}" || name === ")" ? [[NodeProp.openedBy, [name === "}" ? "{" : "("]] as [typeof NodeProp.openedBy, string[]]] : []),
  ],
}))).extend(
  styleTags({
    Keyword: tags.keyword, Name: tags.variableName, Level: tags.atom, Tag: tags.labelName, String: tags.string, Number: tags.number,
    Comment: tags.lineComment, Operator: tags.operator, Separator: tags.separator, "{ }": tags.brace, "( )": tags.paren,
  }),
  foldNodeProp.add({ Block: foldInside, Group: foldInside }),
  indentNodeProp.add({ Block: blockIndent, Group: delimitedIndent({ closing: ")", align: false })}),
);

/** The tree of a text: its tokens, and a node around what stands in brackets. */
export function treeOf(text: string, tokens: readonly Token[]): Tree {
  const buffer: number[] = [];
  const open: { readonly type: number; readonly from: number; readonly start: number }[] = [];
  const shut = (to: number): void => {
    const last = open.pop();
    if (last) buffer.push(last.type, last.from, to, buffer.length - last.start + 4);
  };
  for (const { from, to, kind } of tokens) {
    const sign = kind === "operator" ? (SIGNS[text.slice(from, to)] ?? PLACES.operator) : PLACES[kind];
    if (sign === SIGNS["{"] || sign === SIGNS["("]) open.push({ type: sign === SIGNS["{"] ? BLOCK : GROUP, from, start: buffer.length });
    const closes = sign === CLOSE_BRACE ? BLOCK : sign === CLOSE_PAREN ? GROUP : 0;
    const opened = closes === 0 ? -1 : open.findLastIndex(({ type }) => type === closes);
    // What is still open inside of it ends here; a bracket that closes nothing stands by itself.
    if (opened >= 0) while (open.length > opened + 1) shut(from);
    buffer.push(sign, from, to, 4);
    if (opened >= 0) shut(to);
  }
  while (open.length > 0) shut(text.length);
  return Tree.build({ buffer, nodeSet: nodes, topID: 0, length: text.length });
}

/** A reading that took longer than this would make typing wait for it. */
const SLOW = 16;
/** Then a text is read when so many milliseconds went by without a change. */
const REST = 150;

interface Read {
  readonly text: string;
  readonly files: Readonly<Record<string, string>>;
  readonly tokens: readonly Token[];
  readonly tree: Tree;
}

class EngineParser extends Parser {
  #last: Read | null = null;
  #slow = false;
  /** Counts what was put off, so that only the last wait ends with a reading. */
  #waits = 0;
  #rested = false;

  constructor(readonly engine: EditorEngine, readonly options: RubricOptions) {
    super();
  }

  createParse(input: Input, fragments: readonly TreeFragment[], ranges: readonly { readonly from: number; readonly to: number }[]): PartialParse {
    const from = ranges[0]?.from ?? 0;
    const to = ranges.at(-1)?.to ?? input.length;
    return {
      parsedPos: to,
      // A file is read as a whole or not at all, so there is no stopping half-way.
      stoppedAt: null,
      stopAt: () => {},
      advance: () => {
        const text = input.read(from, to);
        const { files } = filesOf(this.options);
        if (this.#last?.text === text && this.#last.files === files) return this.#last.tree;
        if (this.#last && this.#slow && !this.#rested && ParseContext.get()) return this.#putOff(this.#last, text, () => ParseContext.getSkippingParser(this.#rest()).startParse(input, fragments, [...ranges]).advance());
        return this.#read(text, files);
      },
    };
  }

  #read(text: string, files: Read["files"]): Tree {
    const before = performance.now();
    const tokens = this.engine.tokens(text, { files });
    this.#slow = performance.now() - before > SLOW;
    this.#rested = false;
    this.#last = { text, files, tokens, tree: treeOf(text, tokens) };
    return this.#last.tree;
  }

  /** Of a very long text the colours move along with what is written, until it rests. */
  #putOff(last: Read, text: string, later: () => unknown): Tree {
    later();
    return treeOf(text, moved(last, text));
  }

  #rest(): Promise<void> {
    this.#waits += 1;
    const mine = this.#waits;
    return new Promise((resolve) => setTimeout(() => {
      this.#rested ||= mine === this.#waits;
      resolve();
    }, REST));
  }
}

/** The tokens before and behind what differs, at their new places. */
function moved({ text: old, tokens }: Read, text: string): Token[] {
  const most = Math.min(old.length, text.length);
  let head = 0;
  while (head < most && old.charCodeAt(head) === text.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < most - head && old.charCodeAt(old.length - 1 - tail) === text.charCodeAt(text.length - 1 - tail)) tail += 1;
  const by = text.length - old.length;
  return tokens.flatMap((token) => {
    if (token.to <= head) return [token];
    return token.from >= old.length - tail ? [{ ...token, from: token.from + by, to: token.to + by }] : [];
  });
}

/** The language by itself, for editors that choose their own extensions, and for code blocks in other languages. */
export function rubricLanguage(engine: EditorEngine, options: RubricOptions = {}): Language {
  return new Language(data, new EngineParser(engine, options), [], "rubric");
}

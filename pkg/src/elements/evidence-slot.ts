import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Assessment } from "../assessment.js";
import { RubricError } from "../errors.js";
import type { Probed } from "../probe-types.js";
import type { Facts, Finding, OutlineEvidence, OutlineRow } from "../types.js";
import { RubricElement } from "./base.js";
import { heading, icon } from "./draw/bits.js";
import { asksOf, mayTake, waysOf } from "./slot/asks.js";
import { carriesFiles, carriesLink, filesOf, isWeb, linksOf } from "./slot/dropped.js";
import { tell } from "./slot/events.js";
import { evidenceFiles, type EvidenceFile } from "./slot/files.js";
import { findingList, openIn } from "./slot/findings.js";
import { drawGive } from "./slot/give.js";
import { countedIn, readyHints } from "./slot/hints.js";
import { Intake } from "./slot/intake.js";
import { drawArriving, drawGone, drawPiece, nameOf, type Piece, type PieceDesk } from "./slot/piece.js";
import { type Member, takePart } from "./slot/region.js";
import { type Asked, drawWhere } from "./slot/where.js";
import { slotStyle } from "./slot/style.js";
import { slotTerms, type SlotTerms, type Tellable } from "./slot/terms.js";
import { withTold } from "./slot/telling.js";
import { tokens } from "./styles.js";

/** Milliseconds after the last letter when a text is taken, and its count is read out. */
const TYPED = 350;
const SAID = 1200;
/** The id that `write` gives the text of a slot. */
const WRITTEN = "text";
const NONE: readonly Facts[] = [];

/**
 * One evidence slot of a live assessment: what it asks, what is in it, what the
 * precheck says of that and how to mend it. `<rubric-assessment>` makes one for
 * each slot of its rubric; it may also stand alone on a page.
 *
 * The contract with whoever makes one:
 *
 * - `assessment`: the live assessment. The slot draws itself again after every
 *   edit of it, whoever makes it (`assessment.onChange`), and makes its own
 *   edits there (`attach`, `detach`, `write`): no event is needed for them.
 * - `name`: which slot, by name. (Not `slot`: that is an attribute of HTML.)
 * - `locale`: as everywhere; `<rubric-assessment>` sets the one it has itself.
 * - `readonly`: show, and offer no way to change; set too where the host is disabled.
 * - `headingLevel`: of its label.
 *
 * The files stay in the page (`evidenceFiles(assessment)`). A host that keeps
 * them listens to `rubric-attach` and `rubric-detach`, and gives them back with
 * `evidenceFiles(assessment).put(...)`.
 *
 * @fires {RubricAttachEvent} rubric-attach - A piece is there now, with its file, for the host to keep.
 * @fires {RubricDetachEvent} rubric-detach - A piece is gone.
 *
 * @csspart slot - All of it.
 * @csspart state - How it stands.
 * @csspart asks - What it asks.
 * @csspart pieces - What is in it.
 * @csspart piece - One piece.
 * @csspart give - Where something is given.
 * @csspart drop - Where files are dropped.
 * @csspart button - Every button.
 * @csspart choose - The button that chooses files.
 * @csspart text - The field of a text.
 *
 * @cssprop --rubric-accent - What can be clicked, and what is chosen.
 * @cssprop --rubric-on-accent - Text on the accent.
 * @cssprop --rubric-accent-soft - Behind what is chosen.
 * @cssprop --rubric-surface - Behind rows and the summary; transparent unless said.
 * @cssprop --rubric-overlay - Behind what lies over the page: the bar of a narrow page and its panel.
 * @cssprop --rubric-overlay-ink - Text on it.
 * @cssprop --rubric-muted - Quiet text.
 * @cssprop --rubric-line - Thin lines.
 * @cssprop --rubric-line-strong - Frames of what can be used.
 * @cssprop --rubric-good - Earned, complete.
 * @cssprop --rubric-wait - Possible, pending.
 * @cssprop --rubric-away - Out of reach, incomplete.
 * @cssprop --rubric-bad - Mistakes.
 * @cssprop --rubric-radius - Rounding of cards.
 * @cssprop --rubric-gap - Between cards.
 */
export class RubricEvidenceSlot extends RubricElement implements Member {
  static override properties: PropertyDeclarations = {
    assessment: { attribute: false },
    name: { type: String },
    readonly: { type: Boolean, reflect: true },
    headingLevel: { type: Number, attribute: "heading-level" },
  };
  static override styles = [tokens, slotStyle];

  /** The live assessment. */
  declare assessment: Assessment | null;
  /** The name of the slot. */
  declare name: string;
  /** Nothing can be changed. */
  declare readonly: boolean;
  /** The level of its heading. */
  declare headingLevel: number;

  readonly #intake: Intake;
  #held: readonly Facts[] = NONE;
  #gone: Piece[] = [];
  #typed: string | null = null;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #saying: ReturnType<typeof setTimeout> | undefined;
  #trouble = "";
  #linkTrouble = "";
  #asked: Asked | null = null;
  #leave: (() => void)[] = [];

  constructor() {
    super();
    this.assessment = null;
    this.name = "";
    this.readonly = false;
    this.headingLevel = 3;
    this.#intake = new Intake({
      slot: () => this.#slot,
      names: () => (this.assessment ? evidenceFiles(this.assessment).names : []),
      locale: () => this.words.lang(),
      taken: (found, given) => this.#taken(found, given),
      changed: () => this.requestUpdate(),
    });
  }

  /* Coming and going. */

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("dragover", this.#over);
    this.addEventListener("dragleave", this.#out);
    this.addEventListener("drop", this.#drop);
    this.addEventListener("paste", this.#paste);
    this.#listen();
    this.requestUpdate();
    addEventListener("pagehide", this.#commit);
    document.addEventListener("visibilitychange", this.#commit, true);
    void readyHints().then(() => this.requestUpdate(), () => {});
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#commit();
    this.#unlisten();
    removeEventListener("pagehide", this.#commit);
    document.removeEventListener("visibilitychange", this.#commit, true);
    // It may only be on its way to another place.
    setTimeout(() => {
      if (!this.isConnected) this.#intake.cancelAll();
    });
  }

  /** What was taken out of the page may belong to an assessment that is let go already. */
  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("assessment") && !changed.has("name")) return;
    if (this.hasUpdated) {
      clearTimeout(this.#typing);
      this.#typed = null;
      this.#gone = [];
      this.#intake.cancelAll();
    }
    this.#listen();
  }

  #listen(): void {
    this.#unlisten();
    const { assessment } = this;
    if (!this.isConnected || !assessment) return;
    this.#held = assessment.given.evidence[this.name] ?? NONE;
    this.#leave = [
      assessment.onChange(({ evidence }) => {
        const before = this.#held;
        this.#held = assessment.given.evidence[this.name] ?? NONE;
        if (before !== this.#held) this.#compare(assessment, before, this.#held);
        if (before !== this.#held || evidence.length > 0) this.requestUpdate();
      }),
      evidenceFiles(assessment).onChange(() => this.requestUpdate()),
      takePart(this),
    ];
  }

  /** Says which pieces came and went, whoever did it: the person, an undo of the page, the host. */
  #compare(assessment: Assessment, before: readonly Facts[], now: readonly Facts[]): void {
    const is = (all: readonly Facts[], id: string) => id === WRITTEN || all.some((one) => one.id === id);
    for (const { id } of before) if (!is(now, id)) tell(this, "rubric-detach", { assessment, slot: this.name, id });
    for (const facts of now) {
      if (is(before, facts.id)) continue;
      this.#gone = this.#gone.filter((one) => one.facts.id !== facts.id);
      tell(this, "rubric-attach", { assessment, slot: this.name, id: facts.id, facts, file: evidenceFiles(assessment).get(this.name, facts.id)?.file ?? null });
    }
  }

  #unlisten(): void {
    for (const leave of this.#leave) leave();
    this.#leave = [];
  }

  /* What it is about. */

  get #slot(): OutlineEvidence | null {
    return this.assessment?.outline.evidence.find(({ name }) => name === this.name) ?? null;
  }

  get #terms(): SlotTerms {
    return slotTerms(this.words.lang());
  }

  get #facts(): readonly Facts[] {
    return this.#held;
  }

  get #findings(): readonly Finding[] {
    return this.assessment?.outcome.evidence.slots[this.name]?.findings ?? [];
  }

  /** Whether it takes anything now. */
  get open(): boolean {
    return !this.readonly && this.assessment?.outcome.evidence.slots[this.name]?.asked === true;
  }

  /** Whether it lacks something. */
  get wanting(): boolean {
    return this.assessment?.outcome.evidence.slots[this.name]?.state === "incomplete";
  }

  /** What it is called. */
  get label(): string {
    return this.#slot?.label ?? this.name;
  }

  /** Whether it may take a file, by its name. */
  takes(file: File): boolean {
    const slot = this.#slot;
    return slot !== null && waysOf(slot).files && mayTake(slot, file);
  }

  aim(on: boolean): void {
    this.toggleAttribute("aimed", on);
    if (!on) this.removeAttribute("over");
  }

  /** Takes files, as if they were dropped on it. */
  receive(files: readonly File[]): void {
    if (this.open) this.#intake.add(files);
  }

  ask(files: readonly File[], members: readonly Member[]): void {
    this.#asked = { files, members };
    this.requestUpdate();
    void this.updateComplete.then(() => this.renderRoot.querySelector("dialog")?.showModal());
  }

  /* Edits. */

  #edit(work: (assessment: Assessment) => unknown): boolean {
    const { assessment } = this;
    if (!assessment) return false;
    try {
      work(assessment);
      this.#trouble = "";
      return true;
    } catch (error) {
      if (!(error instanceof RubricError)) throw error;
      this.#trouble = this.words.term("refused", error.message);
      this.requestUpdate();
      return false;
    }
  }

  #taken(found: Probed, given: File | string): void {
    const { assessment } = this;
    if (!assessment || !this.open) return;
    const files = evidenceFiles(assessment);
    const file = typeof given === "string" ? null : given;
    // Before the edit, so that whoever draws after it finds the file.
    const known = file && this.#facts.find(({ id, sha256 }) => sha256 !== undefined && sha256 === found.sha256 && !files.get(this.name, id));
    if (file) files.remember(found.sha256, file, file.name);
    // The same file again, of a piece whose file is not in this page any more: it is that one.
    const facts = known || found;
    // One without a hash, being larger than anything that is hashed.
    if (file && found.sha256 === undefined) files.put(this.name, facts.id, file);
    if (known) tell(this, "rubric-attach", { assessment, slot: this.name, id: facts.id, facts, file });
    else if (!this.#edit((one) => one.attach(this.name, found))) return;
    const open = openIn(this.#findings.filter(({ item }) => item === facts.id));
    this.#say(this.#terms.added(nameOf(facts, this.#terms), open));
  }

  #remove(piece: Piece): void {
    const { assessment } = this;
    if (!assessment || !this.#edit((one) => one.detach(this.name, piece.facts.id))) return;
    evidenceFiles(assessment).drop(this.name, piece.facts.id);
    this.#gone = [...this.#gone.slice(-2), piece];
    this.requestUpdate();
    this.#say(this.#terms.removed(nameOf(piece.facts, this.#terms)));
    this.#focus(`[data-gone="${CSS.escape(piece.facts.id)}"] button`);
  }

  #bringBack({ facts, file }: Piece): void {
    const { assessment } = this;
    if (!assessment) return;
    if (file) evidenceFiles(assessment).put(this.name, facts.id, file.file, file.name);
    if (!this.#edit((one) => one.attach(this.name, facts))) return;
    this.#say(this.#terms.back(nameOf(facts, this.#terms)));
    this.#focus(`[data-piece="${CSS.escape(facts.id)}"] .name`);
  }

  #put(facts: Facts): boolean {
    return this.#edit((one) => one.attach(this.name, facts, { shows: facts.shows ?? [] }));
  }

  #told(facts: Facts, what: Tellable, text: string): boolean {
    const told = withTold(facts, what, text);
    return told !== null && this.#put(told);
  }

  /** Hands over what is being typed, without waiting for a pause. */
  commit(): void {
    clearTimeout(this.#typing);
    const text = this.#typed;
    this.#typed = null;
    if (text !== null && !this.readonly) this.#edit((one) => one.write(this.name, text));
  }

  readonly #commit = (): void => this.commit();

  #type(text: string): void {
    this.#typed = text;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(this.#commit, TYPED);
    this.requestUpdate();
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => this.#say(this.#tally(text)), SAID);
  }

  #tally(text: string): string {
    const counted = countedIn(text);
    if (!counted) return "";
    return this.#terms.counted(this.voice.count("words", { n: counted.words, d: 1n }), this.voice.count("characters", { n: counted.characters, d: 1n }));
  }

  #addLink(text: string): boolean {
    const terms = this.#terms;
    const bare = text.trim();
    this.#linkTrouble = isWeb(bare) ? "" : terms.notALink;
    this.requestUpdate();
    if (this.#linkTrouble !== "") return false;
    this.#intake.add([bare]);
    return true;
  }

  /** For who hears the page. */
  #say(sentence: string): void {
    const live = this.renderRoot.querySelector("#said");
    if (live && sentence !== "") live.textContent = sentence;
  }

  #focus(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  /* Dragging and pasting. */

  readonly #over = (event: DragEvent): void => {
    const slot = this.#slot;
    if (!this.open || !slot || !(carriesFiles(event) || (carriesLink(event) && waysOf(slot).link))) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
    this.toggleAttribute("over", true);
    this.toggleAttribute("aimed", true);
  };

  readonly #out = (event: DragEvent): void => {
    if (event.relatedTarget instanceof Node && (this.contains(event.relatedTarget) || this.shadowRoot?.contains(event.relatedTarget))) return;
    this.aim(false);
  };

  readonly #drop = (event: DragEvent): void => {
    this.aim(false);
    if (!this.open) return;
    if (carriesFiles(event)) {
      event.preventDefault();
      void filesOf(event.dataTransfer).then((files) => this.receive(files));
    } else if (carriesLink(event)) this.#links(event, event.dataTransfer);
  };

  readonly #paste = (event: ClipboardEvent): void => {
    if (!this.open || !event.clipboardData) return;
    if (event.clipboardData.files.length > 0) {
      event.preventDefault();
      this.receive([...event.clipboardData.files]);
      return;
    }
    const [at] = event.composedPath();
    // What is pasted into a field belongs there.
    if (!(at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement)) this.#links(event, event.clipboardData);
  };

  #links(event: Event, data: DataTransfer | null): void {
    const slot = this.#slot;
    const links = slot && waysOf(slot).link ? linksOf(data) : [];
    if (links.length === 0) return;
    event.preventDefault();
    this.#intake.add(links);
  }

  /* Drawing. */

  protected override render(): TemplateResult | typeof nothing {
    const { assessment, voice } = this;
    const slot = this.#slot;
    const now = assessment?.outcome.evidence.slots[this.name];
    if (!assessment || !slot || !now) return nothing;
    const terms = this.#terms;
    const state = now.asked ? html`<span class="badge" part="state" data-state=${now.state}>${icon(now.state)}${this.words.term("evidenceState", now.state)}</span>` : html`<span class="muted">${this.words.term("notAskedNow")}</span>`;
    const statements = slot.rules.filter(({ kind }) => kind === "attest").flatMap(({ values }) => values);
    return html`<div class="slot" part="slot" role="group" aria-labelledby="label">
      <div class="head">${heading(this.headingLevel, slot.label, { id: "label" })} ${state}</div>
      ${slot.about === null ? nothing : html`<p class="muted" dir="auto">${slot.about}</p>`}
      <ul class="asks" part="asks">${asksOf(slot, voice, terms).map((ask) => html`<li dir="auto">${ask}</li>`)}</ul>
      ${statements.map((statement) => html`<p class="statement" dir="auto">${statement}</p>`)}
      ${now.asked ? html`${this.#drawPieces(slot, assessment)} ${this.open ? this.#drawGive(slot) : this.#drawWritten()}` : nothing}
      ${this.#trouble === "" ? nothing : html`<p class="error" role="alert">${this.#trouble}</p>`}
      ${this.#drawAsked()}
      <p id="said" class="unseen" role="status"></p>
    </div>`;
  }

  /** Rows that the rubric says this slot shows; all, where each piece has to say which. */
  #rows(slot: OutlineEvidence): readonly OutlineRow[] {
    const rows = this.assessment?.outline.rows ?? [];
    const own = rows.filter(({ shownBy }) => shownBy.includes(slot.name));
    return slot.rules.some(({ kind }) => kind === "names rows") && own.length === 0 ? rows : own;
  }

  #drawPieces(slot: OutlineEvidence, assessment: Assessment): TemplateResult {
    const [terms, findings, files] = [this.#terms, this.#findings, evidenceFiles(assessment)];
    const pieces: Piece[] = this.#facts.filter(({ id }) => id !== WRITTEN).map((facts) => ({ facts, file: files.get(this.name, facts.id) }));
    // That the number is right needs no saying, and statements stand above.
    const whole = findings.filter(({ item, key, holds }) => item === null && key !== "attest" && !(key === "items" && holds === "yes"));
    const desk: PieceDesk = {
      assessment, slot, terms, voice: this.voice, locked: !this.open, rows: this.#rows(slot), findings, count: this.#facts.length,
      again: () => this.requestUpdate(),
      remove: (piece) => this.#remove(piece), put: (facts) => this.#put(facts), told: (facts, what, text) => this.#told(facts, what, text), trouble: terms.notTaken,
    };
    const shown = new Set(this.#facts.flatMap(({ shows = [] }) => shows));
    const wanted = slot.rules.some(({ kind }) => kind === "names rows") || shown.size > 0;
    const without = pieces.length > 0 && wanted ? desk.rows.filter(({ name }) => !shown.has(name)) : [];
    return html`
      ${findingList(whole, { slot, voice: this.voice, terms, count: this.#facts.length, typed: false }, slot.label)}
      <ul class="items" part="pieces" aria-label=${terms.piecesOf(slot.label)}>
        ${repeat(pieces, ({ facts }) => facts.id, (piece) => drawPiece(piece, desk))}
        ${repeat(this.#intake.all, ({ key }) => key, (one) => drawArriving(one, terms, this.voice, {
          cancel: () => this.#cancel(one.key, one.name),
          again: () => this.#intake.again(one.key),
        }))}
        ${repeat(this.#gone, ({ facts }) => facts.id, (piece) => drawGone(piece, terms, () => this.#bringBack(piece), () => this.#forget(piece)))}
      </ul>
      ${without.length === 0 ? nothing : html`<p class="muted rows-without">${terms.rowsWithout(this.voice.and(without.map(({ label }) => this.voice.listed(label))))}</p>`}
    `;
  }

  #cancel(key: number, name: string): void {
    this.#intake.cancel(key);
    this.#say(this.#terms.cancelled(name));
    this.#focus(".choose, input, textarea");
  }

  #forget(piece: Piece): void {
    this.#gone = this.#gone.filter((one) => one !== piece);
    this.requestUpdate();
    this.#focus(".choose, input, textarea");
  }

  #drawGive(slot: OutlineEvidence): TemplateResult {
    const text = this.#text;
    return drawGive({
      slot, text, terms: this.#terms, voice: this.voice, count: this.#facts.length, tally: this.#tally(text), linkTrouble: this.#linkTrouble,
      findings: this.#findings.filter(({ item }) => item === WRITTEN),
      receive: (files) => this.receive(files), link: (address) => this.#addLink(address), type: (now) => this.#type(now), commit: this.#commit,
    });
  }

  get #text(): string {
    return this.#typed ?? this.#facts.find(({ id }) => id === WRITTEN)?.text ?? "";
  }

  /** What was written, where nothing can be changed. */
  #drawWritten(): TemplateResult | typeof nothing {
    const text = this.#text;
    return text === "" ? nothing : html`<p class="statement written" dir="auto">${text}</p>`;
  }

  #drawAsked(): TemplateResult | typeof nothing {
    const asked = this.#asked;
    return asked ? drawWhere(asked, this.#terms, () => this.#answered()) : nothing;
  }

  #answered(): void {
    this.#asked = null;
    this.requestUpdate();
  }
}

export type { EvidenceFile };

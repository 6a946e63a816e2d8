import type { Assessment, Change, Outcome, Outline, Rubric, Rubricate } from "rubricate";
import { hold, type Hold } from "../store/lock.js";
import type { FileRecord, Own, RubricRecord, WorkRecord } from "../store/schema.js";
import type { Store } from "../store/store.js";
import { askToKeep, EDITS, follows, insisting, labelOf, NOTHING, today, turned } from "./about.js";
import { diff } from "../store/patch.js";
import { troubleOf, type StorageTrouble } from "../store/trouble.js";
import { forgetUnsaved, keepUnsaved, unsavedOf } from "../store/unsaved.js";
import { Saver, type SaveState } from "./saver.js";
import { marked, standingOf } from "./standing.js";

/** What listeners hear. `change` is what an edit of the assessment changed. */
export type WorkEvent =
  | { readonly kind: "edit" | "undo"; readonly change: Change | null; readonly label: string }
  /** Whether it is saved, or who writes, has changed. */
  | { readonly kind: "state" }
  /** Everything was read anew: another tab wrote, or the rubric is another version. */
  | { readonly kind: "reload" }
  /** Another tab wrote in spite of the lock, and what is here could not be written beside it yet. It is held until it can. */
  | { readonly kind: "unsaved"; readonly why: StorageTrouble };

/** One thing that undo takes back: of the assessment, which knows itself what it was, or of what is kept beside it. */
type Done = { readonly of: "assessment"; readonly label: string } | { readonly of: "own"; readonly label: string; readonly before: Own; readonly after: Own; readonly typing: boolean };

export interface Opened {
  readonly rubricate: Rubricate;
  readonly store: Store;
  readonly record: WorkRecord;
  readonly rubric: RubricRecord;
  readonly locale: string;
}

/**
 * One assessment that is being worked on: the live assessment, what is kept
 * beside it, undo over both, and where it is saved.
 *
 * Screens read `outline`, `outcome` and `own`, change things by `edit` and
 * `keep`, and draw again when `listen` tells them.
 */
export class Work {
  readonly store: Store;
  readonly locale: string;
  readonly #rubricate: Rubricate;
  readonly #listeners = new Set<(event: WorkEvent) => void>();
  #rubricRecord: RubricRecord;
  #rubric: Rubric;
  #assessment: Assessment;
  #record: WorkRecord;
  #saver: Saver;
  #hold: Hold | null = null;
  #state: SaveState = { is: "saved", at: null };
  #done: Done[] = [];
  #undone: Done[] = [];
  /** What the edit that is being made is called. */
  #label: string | null = null;
  /** An edit is being taken back, or done again. */
  #returning = false;
  #closed = false;
  /** How often it was read anew: of two readings the later one counts. */
  #rereads = 0;
  readonly #off: () => void;

  private constructor(opened: Opened) {
    this.#rubricate = opened.rubricate;
    this.store = opened.store;
    this.locale = opened.locale;
    this.#record = opened.record;
    this.#rubricRecord = opened.rubric;
    [this.#rubric, this.#assessment] = this.#started(opened.rubric, opened.record);
    this.#saver = this.#savingFrom(opened.record);
    this.#off = opened.store.news.listen((news) => {
      if (news.about === "work" && news.id === this.id) void (this.readOnly ? this.#reread() : this.#renamed());
      if (news.about === "erased") this.#erased();
      if (news.about === "release" && news.id === this.id && this.#hold) void this.#giveUp();
    });
  }

  /** Opens a work, and takes the right to write it where no other tab has it. */
  static async open(opened: Opened): Promise<Work> {
    const work = new Work(opened);
    await work.#claim();
    return work;
  }

  get id(): string {
    return this.#record.id;
  }

  get rubric(): Rubric {
    return this.#rubric;
  }

  /** The rubric's text and where it came from. */
  get source(): RubricRecord {
    return this.#rubricRecord;
  }

  /** The live assessment. Change it through `edit` only. */
  get assessment(): Assessment {
    return this.#assessment;
  }

  /** The rubric's texts in the reader's language. */
  get outline(): Outline {
    return this.#rubric.outlineIn(this.locale);
  }

  get outcome(): Outcome {
    return this.#assessment.outcome;
  }

  get record(): WorkRecord {
    return this.#record;
  }

  /** Goals, notes, dates and the like. Change them through `keep` only. */
  get own(): Own {
    return this.#record.own;
  }

  get title(): string {
    return this.#record.title;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** Another tab writes this; here it can be read. */
  get readOnly(): boolean {
    return this.#state.is === "elsewhere";
  }

  get hideNumbers(): boolean {
    return this.own.hideNumbers || this.store.settings.hideNumbers || this.outline.levelsOnly;
  }

  /**
   * Edits the assessment.
   *
   * @throws RubricError with the reason, in words, when the edit is refused; nothing changed then.
   */
  edit(label: string, work: (assessment: Assessment) => Change): Change | null {
    if (this.readOnly) return null;
    this.#label = label;
    try {
      return work(this.#assessment);
    } finally {
      this.#label = null;
    }
  }

  /** Every edit of the assessment comes by here, whoever made it. */
  #heard(change: Change): void {
    if (this.#returning) return;
    const label = this.#label ?? labelOf(change, this.outline);
    this.#did({ of: "assessment", label });
    this.#changed({ kind: "edit", change, label });
  }

  /** Changes what is kept beside the assessment. */
  keep(label: string, change: (own: Own) => Own, { undoable = true, typing = false } = {}): void {
    if (this.readOnly) return;
    const before = this.own;
    const after = change(before);
    if (after === before) return;
    if (undoable) this.#did({ of: "own", label, before, after, typing });
    this.#record = { ...this.#record, own: after };
    this.#changed({ kind: "edit", change: null, label });
  }

  /** Somebody called it something else on the first page. */
  async #renamed(): Promise<void> {
    const there = await this.store.work(this.id).catch(() => undefined);
    if (!there || this.#closed || there.title === this.title) return;
    this.#record = { ...this.#record, title: there.title };
    this.#tell({ kind: "state" });
  }

  /** All is erased, here too: nothing of it is written again. */
  #erased(): void {
    this.#saver.stop();
    this.#hold?.release();
    this.#hold = null;
    this.#say({ is: "elsewhere" });
  }

  get canUndo(): string | null {
    return this.readOnly ? null : (this.#done.at(-1)?.label ?? null);
  }

  get canRedo(): string | null {
    return this.readOnly ? null : (this.#undone.at(-1)?.label ?? null);
  }

  /** Takes back what was done last, for as long as nothing else was done since. */
  takingBack(): () => void {
    const last = this.#done.at(-1);
    return () => {
      if (last && this.#done.at(-1) === last) this.undo();
    };
  }

  undo(): Change {
    return this.#again(this.#done, this.#undone, "undo");
  }

  redo(): Change {
    return this.#again(this.#undone, this.#done, "redo");
  }

  /** A file of evidence, kept beside its facts under their id. */
  async keepFile(slot: string, id: string, name: string, blob: Blob): Promise<void> {
    await this.store.keepFile({ work: this.id, id, slot, name, type: blob.type, blob, added: new Date().toISOString() });
  }

  files(): Promise<FileRecord[]> {
    return this.store.files(this.id);
  }

  listen(listener: (event: WorkEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes the right to write from the tab that has it. */
  async takeOver(): Promise<void> {
    this.store.news.tell({ about: "release", id: this.id });
    // The other tab writes what it has and lets go; one that does not answer is asleep or gone.
    for (let tried = 0; tried < 8 && !this.#hold; tried += 1) {
      await new Promise((done) => setTimeout(done, 120));
      this.#hold = await hold(this.id);
    }
    this.#hold ??= await hold(this.id, { steal: true });
    await this.#reread();
    this.#begin();
  }

  /** Another version of the rubric becomes the one that counts. What has no place in it is kept in the document. */
  async moveTo(rubric: RubricRecord): Promise<void> {
    await this.store.keepRubric(rubric);
    await this.flush();
    if (this.readOnly || this.#closed) return;
    const saved = this.#assessment.save({ at: new Date().toISOString() });
    this.#record = { ...this.#record, saved, rubric: rubric.id };
    this.#rubricRecord = rubric;
    // What is written so far is what stood before, and the next edit is counted from there.
    this.#restart(this.#saver.written);
    this.#assessment.accept();
    this.#changed({ kind: "reload" });
  }

  /** Everything as it is now, as one document. */
  document(): WorkRecord {
    const changed = new Date().toISOString();
    const own = { ...this.own, marks: marked(this.own.marks, this.outline, this.#assessment, changed) };
    this.#record = {
      ...this.#record, own, changed, seq: this.#saver.seq,
      saved: this.#assessment.save({ at: changed }),
      standing: standingOf(this.outline, this.outcome),
    };
    return this.#record;
  }

  /** Tries again what could not be saved. */
  retry(): void {
    this.#saver.push();
  }

  /** Writes what there is, as when the page is left. Where another tab writes, this one does not. */
  async flush(): Promise<void> {
    if (!this.readOnly) await this.#saver.flush();
  }

  /** Lets go of it. Whether all is written is said; what is not is held, and written when the work is opened again. */
  async close(): Promise<boolean> {
    await this.flush();
    const written = this.readOnly || !this.#saver.behind;
    this.#closed = true;
    this.#saver.stop();
    this.#off();
    this.#hold?.release();
    this.#hold = null;
    this.#assessment.dispose();
    this.#rubric.dispose();
    return written;
  }

  async #claim(): Promise<void> {
    this.#hold = await hold(this.id);
    if (this.#hold) this.#begin();
    else this.#say({ is: "elsewhere" });
  }

  /** This tab writes from now on. */
  #begin(): void {
    if (!this.#hold) return this.#say({ is: "elsewhere" });
    this.#hold.onLost = () => this.#lose();
    const { trouble } = this.store;
    this.#say(trouble ? { is: "memory", why: trouble } : { is: "saved", at: null });
    this.#takeUp();
  }

  /** What could not be written when this was open last. */
  #takeUp(): void {
    const unsaved = unsavedOf(this.id);
    if (!unsaved) return;
    const [there, rubric] = [this.#record, this.#rubricRecord];
    const { saved, own } = unsaved.record;
    if (diff({ saved: there.saved, own: there.own }, { saved, own }, 3).length === 0) return forgetUnsaved(this.id);
    // Somebody went on from what stood before: then both are kept.
    if (unsaved.record.seq !== there.seq) return void this.#beside(unsaved.record, unsaved.rubric);
    try {
      [this.#record, this.#rubricRecord] = [{ ...unsaved.record, title: there.title, deleted: there.deleted }, unsaved.rubric];
      this.#restart(there);
      this.#changed({ kind: "reload" });
    } catch {
      // It stays where it is held; what is written is shown.
      [this.#record, this.#rubricRecord] = [there, rubric];
    }
  }

  /** Writes a state of this work as a work of its own, with its files. Until that is done it is held. */
  async #beside(record: WorkRecord, rubric: RubricRecord): Promise<void> {
    const id = crypto.randomUUID();
    keepUnsaved(this.id, { record, rubric });
    try {
      for (const file of await this.store.files(this.id)) await this.store.keepFile({ ...file, work: id });
      await this.store.create({ ...record, id, seq: 0, base: 0, title: `${this.title} (2)` }, rubric);
      forgetUnsaved(this.id);
    } catch (error) {
      await this.store.erase(id).catch(() => {});
      this.#tell({ kind: "unsaved", why: troubleOf(error) });
    }
  }

  /** Another tab took it without asking. */
  #lose(): void {
    this.#hold = null;
    this.#saver.stop();
    this.#say({ is: "elsewhere" });
    void this.#reread();
  }

  /** Another tab asked for it. */
  async #giveUp(): Promise<void> {
    await this.#saver.flush();
    this.#saver.stop();
    this.#hold?.release();
    this.#hold = null;
    this.#say({ is: "elsewhere" });
  }

  async #reread(): Promise<void> {
    const turn = (this.#rereads += 1);
    const record = await this.store.work(this.id).catch(() => undefined);
    if (!record) return;
    const rubric = record.rubric === this.#rubricRecord.id ? this.#rubricRecord : await this.store.rubric(record.rubric).catch(() => undefined);
    // Meanwhile it was read again, or left.
    if (turn !== this.#rereads || this.#closed) return;
    this.#record = record;
    this.#rubricRecord = rubric ?? this.#rubricRecord;
    this.#restart();
    this.#tell({ kind: "reload" });
  }

  /** Somebody wrote in spite of the lock: what is here and not there becomes a work of its own. */
  async #keepCopy(): Promise<void> {
    await this.#beside(this.document(), this.#rubricRecord);
    this.#hold?.release();
    this.#hold = null;
    this.#say({ is: "elsewhere" });
    await this.#reread();
  }

  #savingFrom(record: WorkRecord): Saver {
    return new Saver(this.store, {
      document: () => this.document(),
      rubric: () => this.#rubricRecord,
      state: (state) => {
        // A failed write is held beside the store at once: a tab can go away at any time.
        if (state.is === "failed") keepUnsaved(this.id, { record: this.document(), rubric: this.#rubricRecord });
        if (state.is === "saved") forgetUnsaved(this.id);
        this.#say(state);
      },
      stale: () => void this.#keepCopy(),
    }, record);
  }

  #started(rubric: RubricRecord, record: WorkRecord): [Rubric, Assessment] {
    const compiled = this.#rubricate.compile(rubric.source);
    const assessment = compiled.start({ saved: record.saved, locale: this.locale, ...(record.standing.closed ? {} : { today: today() }) });
    assessment.onChange((change) => this.#heard(change));
    return [compiled, this.#joined(assessment)];
  }

  /**
   * Elements have undo buttons and keys of their own. On this assessment they
   * take back the last thing that was done, be it beside the assessment. And an
   * engine that failed was started anew with all that it knew: what it was
   * asked for is asked once more.
   */
  #joined(assessment: Assessment): Assessment {
    const own: PropertyDescriptorMap = {
      undo: { value: () => this.undo() },
      redo: { value: () => this.redo() },
      canUndo: { get: () => this.canUndo !== null },
      canRedo: { get: () => this.canRedo !== null },
    };
    for (const name of EDITS) own[name] = { value: insisting(assessment, assessment[name] as (...given: unknown[]) => unknown) };
    return Object.defineProperties(assessment, own);
  }

  /** Begins with the record as it is now; `written` is what the store has of it. */
  #restart(written = this.#record): void {
    const [before, open] = [this.#rubric, this.#assessment];
    [this.#rubric, this.#assessment] = this.#started(this.#rubricRecord, this.#record);
    open.dispose();
    before.dispose();
    this.#done = [];
    this.#undone = [];
    this.#saver.stop();
    this.#saver = this.#savingFrom(written);
  }

  #did(done: Done): void {
    const last = this.#done.at(-1);
    // Typing is one thing to take back, not one for each letter.
    if (done.of === "own" && last?.of === "own" && done.typing && last.typing && last.label === done.label && follows(done.before, last.after) && this.#undone.length === 0) {
      this.#done[this.#done.length - 1] = { ...done, before: last.before };
      return;
    }
    this.#done = [...this.#done.slice(-999), done];
    this.#undone = [];
  }

  #again(from: Done[], onto: Done[], which: "undo" | "redo"): Change {
    const last = this.readOnly ? undefined : from.pop();
    if (!last) return NOTHING;
    onto.push(last);
    let change: Change = NOTHING;
    if (last.of === "own") this.#record = { ...this.#record, own: which === "undo" ? turned(this.own, last.after, last.before) : turned(this.own, last.before, last.after) };
    else {
      this.#returning = true;
      // The class's own, under what `#joined` laid over it.
      const { undo, redo } = Object.getPrototypeOf(this.#assessment) as Assessment;
      change = (which === "undo" ? undo : redo).call(this.#assessment);
      this.#returning = false;
    }
    this.#changed({ kind: "undo", change: last.of === "own" ? null : change, label: last.label });
    return change;
  }

  #changed(event: WorkEvent): void {
    this.#saver.push();
    askToKeep();
    this.#tell(event);
  }

  #say(state: SaveState): void {
    this.#state = state;
    this.#tell({ kind: "state" });
  }

  #tell(event: WorkEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}

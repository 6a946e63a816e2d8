import { html, nothing, type TemplateResult } from "lit";
import "rubricate/elements";
import type { Page } from "../../page.js";
import { csv, download, fileName } from "../../parts/download.js";
import { icon } from "../../parts/icon.js";
import { troubleText } from "../../parts/trouble.js";
import { when } from "../../parts/when.js";
import { giveBack } from "../../work/evidence.js";
import type { Work } from "../../work/work.js";
import { verdict } from "./check.js";
import { checklist } from "./checklist.js";
import { ratingRows } from "./rating-table.js";
import type { JourneyStep, StepMaker } from "./step.js";

/** Hand in: what is missing, the portfolio as a file, and paper. */
class HandIn implements JourneyStep {
  readonly #work: Work;
  readonly #page: Page;
  #packing: { done: number; readonly stop: AbortController } | null = null;
  #failed: string | null = null;

  constructor(work: Work, page: Page) {
    this.#work = work;
    this.#page = page;
    // The checklist counts the files, and the portfolio takes them.
    void giveBack(work).then(() => page.update());
  }

  render(): TemplateResult {
    const { say } = this.#page;
    return html`<p class="lead">${say.handIn.lead}</p>
      <div class="hand-in">
        <div>${this.#verdicts()} ${checklist(this.#work, this.#page)}</div>
        <div>${this.#portfolio()} ${this.#closing()}</div>
      </div>
      ${this.#report()}`;
  }

  close(): void {
    this.#packing?.stop.abort();
  }

  #verdicts(): TemplateResult | typeof nothing {
    const { say } = this.#page;
    const { awards } = this.#work.outline;
    if (awards.length === 0) return nothing;
    return html`<section class="card verdicts" aria-labelledby="verdicts"><h2 id="verdicts" class="unseen">${say.handIn.verdict}</h2>
      ${awards.map((award) => {
        const told = this.#work.outcome.awards[award.name];
        return told ? html`<div><h3 class="muted"><bdi>${award.label}</bdi></h3><p class="verdict">${verdict(told, award, this.#page)}</p></div>` : nothing;
      })}</section>`;
  }

  #portfolio(): TemplateResult {
    const { say, locale } = this.#page;
    const { handed } = this.#work.own;
    const packing = this.#packing;
    const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(packing?.done ?? 0);
    return html`<section class="card" aria-labelledby="portfolio"><h2 id="portfolio">${say.handIn.portfolio}</h2><p class="muted">${say.handIn.portfolioLead}</p>
      <div class="buttons">
        <button type="button" class="primary" ?disabled=${packing !== null} @click=${() => void this.#pack()}>${icon("down")}${packing ? say.handIn.packing(percent) : say.handIn.pack}</button>
        ${packing ? html`<button type="button" @click=${() => packing.stop.abort()}>${say.handIn.stop}</button>` : nothing}
        <button type="button" @click=${() => print()}>${icon("print")}${say.handIn.print}</button>
        <button type="button" @click=${() => this.#table()}>${icon("down")}${say.handIn.csv}</button>
      </div>
      ${this.#failed === null ? nothing : html`<p class="refused" role="alert">${say.handIn.failed(this.#failed)}</p>`}
      ${handed ? html`<p class="handed">${icon("earned")}<bdi>${say.handIn.handed(when(handed.at, locale), handed.file)}</bdi></p>` : nothing}
      <label class="button quiet file-button">${icon("open")}${say.handIn.openAgain}<input type="file" accept=".zip,application/zip" @change=${(event: Event) => this.#open(event.target as HTMLInputElement)} /></label>
    </section>`;
  }

  async #pack(): Promise<void> {
    const [work, page] = [this.#work, this.#page];
    const { say } = page;
    const packing = (this.#packing = { done: 0, stop: new AbortController() });
    this.#failed = null;
    page.update();
    try {
      await giveBack(work);
      // The element knows how to pack and writes the page that goes with it; it need not be shown for that.
      const element = document.createElement("rubric-portfolio");
      element.assessment = work.assessment;
      element.locale = work.locale;
      const blob = await element.packPortfolio({
        signal: packing.stop.signal,
        onProgress: (done) => {
          packing.done = done;
          page.update();
        },
      });
      const file = fileName(`${work.title}.zip`);
      download(file, blob);
      work.keep(say.handIn.handedLabel, (own) => ({ ...own, handed: { at: new Date().toISOString(), file } }), { undoable: false });
      page.announce(say.handIn.packed(file));
    } catch (error) {
      if (!packing.stop.signal.aborted) this.#failed = troubleText(error, say);
    }
    this.#packing = null;
    page.update();
  }

  #table(): void {
    const { say } = this.#page;
    const name = fileName(say.handIn.csvName(this.#work.title));
    download(name, csv(ratingRows(this.#work, this.#page)));
    this.#page.toast({ text: say.handIn.packed(name) });
  }

  #open(input: HTMLInputElement): void {
    const files = [...(input.files ?? [])];
    input.value = "";
    if (files.length > 0) void this.#page.open(files);
  }

  #closing(): TemplateResult {
    const { say } = this.#page;
    const work = this.#work;
    const { closed } = work.outcome;
    const turn = () => {
      try {
        work.edit(closed ? say.handIn.reopenLabel : say.handIn.closeLabel, (assessment) => (closed ? assessment.reopen() : assessment.close()));
      } catch (error) {
        this.#page.toast({ text: troubleText(error, say) });
        return;
      }
      this.#page.toast({ text: closed ? say.handIn.reopened : say.handIn.closed, action: { label: say.app.undo, run: work.takingBack() } });
    };
    return html`<section class="card" aria-labelledby="closing"><h2 id="closing">${say.handIn.close}</h2><p class="muted">${closed ? say.handIn.closed : say.handIn.closeLead}</p>
      <p class="buttons"><button type="button" ?disabled=${work.readOnly} @click=${turn}>${icon("lock")}${closed ? say.handIn.reopen : say.handIn.closeIt}</button></p></section>`;
  }

  #report(): TemplateResult {
    const { say } = this.#page;
    const work = this.#work;
    return html`<section class="report-box" aria-labelledby="report"><div class="report-head"><h2 id="report">${say.handIn.report}</h2><p class="muted">${say.handIn.reportLead}</p></div>
      <div class="card paper"><rubric-report .assessment=${work.assessment} .locale=${work.locale} ?hide-numbers=${work.hideNumbers} heading-level="3"></rubric-report></div></section>`;
  }
}

export const handIn: StepMaker = (work, page) => new HandIn(work, page);

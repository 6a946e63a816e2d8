import { carriesFiles, filesOf } from "./dropped.js";

/** A slot that takes part: it may get what is dropped anywhere on the assessment. */
export interface Member extends HTMLElement {
  /** Whether it may take this file, by its name. */
  takes(file: File): boolean;
  /** What it is called. */
  readonly label: string;
  /** Whether it takes anything now. */
  readonly open: boolean;
  /** Whether it lacks something. */
  readonly wanting: boolean;
  aim(on: boolean): void;
  receive(files: readonly File[]): void;
  /** Asks the person which file goes where. */
  ask(files: readonly File[], members: readonly Member[]): void;
}

/** Milliseconds after the last sign of a drag when it is over. */
const OVER = 200;

/** A whole assessment as a place to drop files on, and to paste them. */
class Region {
  readonly #host: HTMLElement;
  readonly members = new Set<Member>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: HTMLElement) {
    this.#host = host;
    host.addEventListener("dragover", this.#over);
    host.addEventListener("drop", this.#drop);
    host.addEventListener("paste", this.#paste);
  }

  close(): void {
    this.#host.removeEventListener("dragover", this.#over);
    this.#host.removeEventListener("drop", this.#drop);
    this.#host.removeEventListener("paste", this.#paste);
  }

  #open(): Member[] {
    const all = [...this.members].filter((member) => member.open);
    return all.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  }

  #aim(on: boolean): void {
    clearTimeout(this.#timer);
    if (on) this.#timer = setTimeout(() => this.#aim(false), OVER);
    for (const member of this.members) member.aim(on && member.open);
  }

  #over = (event: DragEvent): void => {
    if (!carriesFiles(event) || this.#open().length === 0) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
    this.#aim(true);
  };

  #drop = (event: DragEvent): void => {
    this.#aim(false);
    // A slot that it was dropped on has taken it.
    if (event.defaultPrevented || !carriesFiles(event)) return;
    event.preventDefault();
    void filesOf(event.dataTransfer).then((files) => this.#share(files));
  };

  #paste = (event: ClipboardEvent): void => {
    if (event.defaultPrevented || !event.clipboardData || event.clipboardData.files.length === 0) return;
    event.preventDefault();
    this.#share([...event.clipboardData.files]);
  };

  /** Each file to the only slot that may take it; where there are several, the person says. */
  #share(files: readonly File[]): void {
    const members = this.#open();
    const [first] = members;
    if (!first || files.length === 0) return;
    const places = files.map((file) => members.filter((member) => member.takes(file)));
    if (members.length === 1 || places.every((fit) => fit.length === 1)) {
      for (const member of members) {
        const own = files.filter((_, at) => members.length === 1 || places[at]?.[0] === member);
        if (own.length > 0) member.receive(own);
      }
      return;
    }
    // In a slot that can be seen: a dialog inside something hidden does not show.
    (members.find((member) => member.checkVisibility?.() ?? true) ?? first).ask(files, members);
  }
}

const regions = new WeakMap<HTMLElement, Region>();

/** The assessment's element around a slot, through shadow roots. */
function around(member: HTMLElement): HTMLElement | null {
  for (let at: Node | null = member; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (at instanceof HTMLElement && at !== member && /-assessment$/.test(at.localName)) return at;
  }
  return null;
}

/** Has a slot take part in the assessment around it; what comes back ends that. */
export function takePart(member: Member): () => void {
  const host = around(member);
  if (!host) return () => {};
  let region = regions.get(host);
  if (!region) regions.set(host, (region = new Region(host)));
  region.members.add(member);
  return () => {
    region.members.delete(member);
    if (region.members.size > 0) return;
    region.close();
    regions.delete(host);
  };
}

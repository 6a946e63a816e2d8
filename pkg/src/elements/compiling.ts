import { RubricError } from "../errors.js";
import { load } from "../index.js";
import type { Rubric } from "../rubric.js";
import type { Diagnostic } from "../types.js";

/** Where a rubric comes from; the first one that is given counts. */
export interface Origin {
  readonly rubric: Rubric | null;
  readonly source: string | null;
  readonly src: string | null;
  readonly files: Readonly<Record<string, string>> | null;
}

/** How far it has come. */
export type Compiled =
  | { readonly is: "nothing" }
  | { readonly is: "loading" }
  | { readonly is: "ready"; readonly rubric: Rubric }
  | { readonly is: "faulty"; readonly error: RubricError; readonly diagnostics: readonly Diagnostic[] }
  | { readonly is: "failed"; readonly error: unknown };

/** A rubric of no more than this many bytes compiles; more is not fetched. */
const MOST_BYTES = 1 << 20;

/**
 * Brings a rubric from where it is: compiled already, as text, or at an
 * address. What comes in late, after something else was asked for, is let go.
 */
export class Compiling {
  readonly #tell: (state: Compiled) => void;
  #turn = 0;
  #own: Rubric | null = null;
  #abort: AbortController | null = null;
  state: Compiled = { is: "nothing" };

  constructor(tell: (state: Compiled) => void) {
    this.#tell = tell;
  }

  /** Begins anew with what is given now. */
  async begin({ rubric, source, src, files }: Origin): Promise<void> {
    const turn = (this.#turn += 1);
    this.#abort?.abort();
    const before = this.#own;
    this.#own = null;
    try {
      if (rubric) return this.#set({ is: "ready", rubric });
      if (source === null && src === null) return this.#set({ is: "nothing" });
      this.#set({ is: "loading" });
      const abort = (this.#abort = new AbortController());
      const [rubricate, text] = await Promise.all([load(), source ?? fetched(src ?? "", abort.signal)]);
      if (turn !== this.#turn) return;
      this.#own = rubricate.compile(text, files ? { files } : {});
      this.#set({ is: "ready", rubric: this.#own });
    } catch (error) {
      if (turn !== this.#turn) return;
      const faulty = error instanceof RubricError && error.diagnostics.length > 0;
      this.#set(faulty ? { is: "faulty", error, diagnostics: error.diagnostics } : { is: "failed", error });
    } finally {
      before?.dispose();
    }
  }

  #set(state: Compiled): void {
    this.state = state;
    this.#tell(state);
  }
}

async function fetched(src: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(src, { signal });
  if (!response.ok) throw new RubricError(`the server answers ${response.status} for ${response.url}`);
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength > MOST_BYTES) throw new RubricError("what is there is longer than a rubric may be");
  return new TextDecoder().decode(bytes);
}

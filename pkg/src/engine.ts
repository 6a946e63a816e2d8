import * as glue from "./engine/rubricate.js";
import { RubricFault } from "./errors.js";

/** The glue, as the rest of the package calls it. */
export type Glue = typeof glue;

/**
 * The one instance of the engine. A trap leaves an instance useless, so it is
 * started anew, and a higher generation tells every owner to rebuild its handle
 * from what it kept.
 */
export class Engine {
  generation = 1;
  #memory: WebAssembly.Memory | null = null;

  /** Calls into the engine; a trap becomes a `RubricFault`. */
  call<T>(work: (engine: Glue) => T): T {
    try {
      return work(glue);
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) throw error;
      glue.__wbg_reset_state();
      this.generation += 1;
      this.#memory = null;
      throw new RubricFault(`the engine failed and was started anew (${error.message}); please report this`);
    }
  }

  /** The memory of the engine, as it stands now: it is another buffer once it has grown. */
  memory(): ArrayBufferLike {
    this.#memory ??= this.call((engine) => engine.engine_memory());
    return this.#memory.buffer;
  }
}

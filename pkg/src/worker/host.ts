// The worker's side: the engine, and what the page made in it, by number.
import type { Assessment } from "../assessment.js";
import { RubricError, RubricFault, RubricLoadError } from "../errors.js";
import type { Rubricate } from "../load.js";
import type { Rubric } from "../rubric.js";
import type { ModuleSource } from "../start.js";
import type { Outcome } from "../types.js";
import { partOf } from "./parts.js";
import type { Answer, Asked, Edited, Failure, MadeAssessment, MadeRubric, RubricNumber } from "./protocol.js";

/** The methods of an assessment that edit it. */
export const EDITS = [
  "rate", "notApplicable", "clear", "comment", "answer", "attach", "detach", "write", "overrule", "code", "clearCode", "close", "reopen", "undo", "redo",
] as const;

/** How the worker hears and speaks; a worker of a browser and a thread of Node differ in it. */
export interface Port {
  hear(listener: (asked: Asked) => void): void;
  say(answer: Answer): void;
}

interface Open {
  readonly assessment: Assessment;
  /** The outcome that the page has. */
  told: Outcome | null;
}

/** Answers the page's calls, one after another. */
export function serve(port: Port, load: (input?: ModuleSource) => Promise<Rubricate>): void {
  const host = new Host(load);
  let last = Promise.resolve();
  port.hear((asked) => {
    last = last.then(async () => port.say(await host.answer(asked)));
  });
}

class Host {
  readonly #load: (input?: ModuleSource) => Promise<Rubricate>;
  readonly #rubrics = new Map<number, Rubric>();
  readonly #open = new Map<number, Open>();
  #engine: Rubricate | null = null;

  constructor(load: (input?: ModuleSource) => Promise<Rubricate>) {
    this.#load = load;
  }

  async answer(asked: Asked): Promise<Answer> {
    const { call } = asked;
    try {
      return { call, value: await this.#run(asked) };
    } catch (error) {
      return { call, failed: failureOf(error) };
    }
  }

  #run(asked: Asked): unknown {
    if (asked.on === "load") return this.#start(asked.args[0] as ModuleSource | undefined);
    if (asked.on === "engine") return this.#onEngine(asked);
    return asked.on === "rubric" ? this.#onRubric(asked) : this.#onAssessment(asked);
  }

  async #start(source: ModuleSource | undefined): Promise<string> {
    this.#engine = await this.#load(source);
    return this.#engine.version;
  }

  #onEngine({ method, args, make }: Asked): unknown {
    const engine = this.#engine;
    if (!engine) throw new RubricFault("the worker has no engine");
    if (method !== "compile") return called(engine, method, args.map((one) => (isNumbered(one) ? this.#rubric(one.rubricNumber) : one)));
    const rubric = engine.compile(...(args as Parameters<Rubricate["compile"]>));
    this.#rubrics.set(make ?? 0, rubric);
    const { outline, diagnostics, contentHash, structureHash } = rubric;
    return { outline, diagnostics, contentHash, structureHash } satisfies MadeRubric;
  }

  #onRubric({ id, method, args, make }: Asked): unknown {
    const rubric = this.#rubric(id);
    if (method === "start") {
      const assessment = rubric.start(...(args as Parameters<Rubric["start"]>));
      this.#open.set(make ?? 0, { assessment, told: null });
      return { outline: assessment.outline, restored: assessment.restored } satisfies MadeAssessment;
    }
    if (method === "dispose") this.#rubrics.delete(id);
    return called(rubric, method, args);
  }

  #onAssessment({ id, method, args }: Asked): unknown {
    const open = this.#open.get(id);
    if (!open) throw new RubricError("this assessment was disposed of");
    const { assessment } = open;
    if ((EDITS as readonly string[]).includes(method)) {
      const before = assessment.edits;
      // Beyond what is remembered there is nothing to take back, and nothing is.
      const again = (method === "undo" && assessment.canUndo) || (method === "redo" && assessment.canRedo);
      const change = called(assessment, method, args) as Edited["change"];
      return { change, recorded: again || assessment.edits !== before, canUndo: assessment.canUndo, canRedo: assessment.canRedo } satisfies Edited;
    }
    if (method === "outcome") {
      const { outcome } = assessment;
      const part = partOf(outcome, open.told);
      open.told = outcome;
      return part;
    }
    if (method === "given") return assessment.given;
    if (method === "dispose") this.#open.delete(id);
    const value = called(assessment, method, args);
    return method === "accept" ? assessment.restored : value;
  }

  #rubric(id: number): Rubric {
    const rubric = this.#rubrics.get(id);
    if (!rubric) throw new RubricError("this rubric was disposed of");
    return rubric;
  }
}

function called(on: object, method: string, args: readonly unknown[]): unknown {
  return (on as Record<string, (...given: readonly unknown[]) => unknown>)[method]?.(...args);
}

function isNumbered(value: unknown): value is RubricNumber {
  return typeof value === "object" && value !== null && typeof (value as RubricNumber).rubricNumber === "number";
}

function failureOf(error: unknown): Failure {
  // What the environment said: the sentence around it is made anew on the page.
  if (error instanceof RubricLoadError) return { name: error.name, message: saidBy(error.cause), path: error.path, diagnostics: [] };
  if (error instanceof RubricError) return { name: error.name, message: error.message, path: error.path, diagnostics: error.diagnostics };
  return { name: "RubricFault", message: `the worker failed (${saidBy(error)}); please report this`, path: null, diagnostics: [] };
}

function saidBy(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import { existsSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { RubricError } from "../errors.js";
import type { Rubricate } from "../load.js";
import type { Rubric } from "../rubric.js";
import { check, type Format } from "./check.js";
import { readText, UsageError, usedFiles } from "./files.js";
import { coloured, frame, plain } from "./frame.js";
import type { Exit, Io } from "./io.js";
import { score } from "./score.js";
import { starter } from "./starter.js";

const HELP = `rubricate COMMAND

  check FILE...             what is wrong with rubrics, and how to mend it
      --json, --sarif       as data
      --strict              a warning counts as an error
  score RUBRIC RATINGS      what ratings come to; RATINGS is JSON
      --close               as if the assessment were closed
      --today 2025-08-01    the day of the assessment
      --locale fr           how numbers are written
      --json                the whole outcome
  new NAME [FILE]           a rubric to begin with

A file called - is standard input. --watch runs again when a file changes.
It ends with 0 when all is well, 1 when something is wrong with what was read,
and 2 when it was not called as it should be.
`;

const OPTIONS = {
  json: { type: "boolean" },
  sarif: { type: "boolean" },
  strict: { type: "boolean" },
  close: { type: "boolean" },
  today: { type: "string" },
  locale: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

/** Runs a command. */
export function run(rubricate: Rubricate, argv: readonly string[], io: Io): Exit {
  try {
    return dispatch(rubricate, argv, io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.err(`rubricate: ${error.message}\n`);
      return 2;
    }
    if (!(error instanceof RubricError)) throw error;
    io.err(`rubricate: ${error.path ? `${error.path}: ` : ""}${error.message}\n`);
    return 1;
  }
}

function dispatch(rubricate: Rubricate, argv: readonly string[], io: Io): Exit {
  const { values, positionals } = parsed(argv);
  const [command, ...rest] = positionals;
  if (values.version) {
    io.out(`${rubricate.version}\n`);
    return 0;
  }
  if (values.help || command === undefined) {
    (values.help ? io.out : io.err)(HELP);
    return values.help ? 0 : 2;
  }
  switch (command) {
    case "check": {
      if (rest.length === 0) throw new UsageError("check needs a file; `-` is standard input");
      const format: Format = values.sarif ? "sarif" : values.json ? "json" : "text";
      return check(rubricate, rest, { format, strict: values.strict === true }, io);
    }
    case "score": {
      const [path, ratings] = two(rest, "score needs a rubric and a file of ratings");
      const about = { json: values.json === true, close: values.close === true };
      const more = { ...(values.today === undefined ? {} : { today: values.today }), ...(values.locale === undefined ? {} : { locale: values.locale }) };
      return withRubric(rubricate, path, io, (rubric) => score(rubric, ratings, { ...about, ...more }, io));
    }
    case "new":
      return fresh(rest, io);
    default:
      throw new UsageError(`there is no command ${JSON.stringify(command)}; \`rubricate --help\` lists them`);
  }
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function two(rest: readonly string[], wrong: string): readonly [string, string] {
  const [first, second] = rest;
  if (first === undefined || second === undefined || rest.length > 2) throw new UsageError(wrong);
  if (first === "-" && second === "-") throw new UsageError("standard input can be one file only");
  return [first, second];
}

/** Compiles a file; what is wrong with it is shown as `check` shows it. */
export function withRubric(rubricate: Rubricate, path: string, io: Io, work: (rubric: Rubric) => Exit): Exit {
  const source = readText(path);
  let rubric: Rubric;
  try {
    rubric = rubricate.compile(source, { files: usedFiles(path, source) });
  } catch (error) {
    if (!(error instanceof RubricError) || error.diagnostics.length === 0) throw error;
    for (const found of error.diagnostics) io.err(`${frame(source, path, found, io.colours ? coloured : plain)}\n\n`);
    return 1;
  }
  try {
    return work(rubric);
  } finally {
    rubric.dispose();
  }
}

function fresh(rest: readonly string[], io: Io): Exit {
  const [name, path] = rest;
  if (name === undefined || rest.length > 2) throw new UsageError("new needs a name, such as `lesson_planning`");
  if (!/^\p{L}[\p{L}\p{N}_]*$/u.test(name)) throw new UsageError("a name is a letter and then letters, digits and `_`, such as `lesson_planning`");
  if (path === undefined) {
    io.out(starter(name));
    return 0;
  }
  if (existsSync(path)) throw new UsageError(`${path} is there already`);
  writeFileSync(path, starter(name), { flag: "wx" });
  return 0;
}

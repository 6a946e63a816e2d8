import { existsSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { MOST_WAYS } from "../asked.js";
import { RubricError } from "../errors.js";
import type { Rubricate } from "../load.js";
import type { Rubric } from "../rubric.js";
import { check, type Format } from "./check.js";
import { compare } from "./compare.js";
import { explain } from "./explain.js";
import { readText, UsageError, usedFiles } from "./files.js";
import { format } from "./format.js";
import { coloured, frame, plain } from "./frame.js";
import type { Asked } from "./given.js";
import type { Exit, Io } from "./io.js";
import { score } from "./score.js";
import { starter } from "./starter.js";
import { steps } from "./steps.js";

const HELP = `rubricate COMMAND

  check FILE...             what is wrong with rubrics, and how to mend it
      --json, --sarif       as data
      --strict              a warning counts as an error
  format FILE...            puts rubrics into one style, in place
      --check               writes nothing, and names those in another style
      --stdout              prints the text, and writes nothing
  score RUBRIC RATINGS      what ratings come to; RATINGS is JSON, or a saved assessment
  explain RUBRIC RATINGS NAME
                            how a score, award, row or rung (\`badge.earned\`) came about
  steps RUBRIC RATINGS [AWARD.RUNG]
                            the fewest changes that reach a rung
      --most 5              so many ways at most
      --rated-first         better ratings stand before new ones
      of these three:
      --close               as if the assessment were closed
      --today 2025-08-01    the day of the assessment
      --locale fr           how numbers are written, and sentences said
  compare OLD NEW           how two versions of a rubric stand to each other
      --strict              ends with 1 when they are not comparable
  new NAME [FILE]           a rubric to begin with

--json gives what a command found as data. A file called - is standard input.
--watch runs again when a file changes. It ends with 0 when all is well, 1 when
something is wrong with what was read, and 2 when it was not called as it should be.
`;

const OPTIONS = {
  json: { type: "boolean" },
  sarif: { type: "boolean" },
  strict: { type: "boolean" },
  check: { type: "boolean" },
  stdout: { type: "boolean" },
  close: { type: "boolean" },
  most: { type: "string" },
  "rated-first": { type: "boolean" },
  today: { type: "string" },
  locale: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

/** Options that not every command takes, with the commands that do. */
const TAKEN: Readonly<Record<string, readonly string[]>> = {
  json: ["check", "format", "score", "explain", "steps", "compare"],
  sarif: ["check"],
  strict: ["check", "compare"],
  check: ["format"],
  stdout: ["format"],
  close: ["score", "explain", "steps"],
  today: ["score", "explain", "steps"],
  locale: ["score", "explain", "steps"],
  most: ["steps"],
  "rated-first": ["steps"],
};

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
  for (const option of Object.keys(values)) {
    if (TAKEN[option]?.includes(command) === false && COMMANDS.includes(command)) throw new UsageError(`${command} takes no --${option}`);
  }
  if (values.most !== undefined && !(/^[1-9]\d*$/.test(values.most) && Number(values.most) <= MOST_WAYS)) throw new UsageError(`--most is a whole number from 1 to ${MOST_WAYS}, not ${JSON.stringify(values.most)}`);
  if (values.locale !== undefined) checkLocale(values.locale);
  const json = values.json === true;
  const more = { ...(values.today === undefined ? {} : { today: values.today }), ...(values.locale === undefined ? {} : { locale: values.locale }) };
  const asked: Asked = { json, close: values.close === true, ...more };
  switch (command) {
    case "check": {
      if (rest.length === 0) throw new UsageError("check needs a file; `-` is standard input");
      const as: Format = values.sarif ? "sarif" : json ? "json" : "text";
      return check(rubricate, rest, { format: as, strict: values.strict === true }, io);
    }
    case "format":
      if (rest.length === 0) throw new UsageError("format needs a file; `-` is standard input");
      return format(rubricate, rest, { check: values.check === true, stdout: values.stdout === true, json }, io);
    case "score": {
      const [path, ratings] = taken(rest, 2, 2, "score needs a rubric and a file of ratings");
      return withRubric(rubricate, path, io, (rubric) => score(rubric, ratings, asked, io));
    }
    case "explain": {
      const [path, ratings, name] = taken(rest, 3, 3, "explain needs a rubric, a file of ratings, and the name of what to explain");
      return withRubric(rubricate, path, io, (rubric) => explain(rubric, ratings, name ?? "", asked, io));
    }
    case "steps": {
      const [path, ratings, rung] = taken(rest, 2, 3, "steps needs a rubric and a file of ratings, and takes a rung such as `badge.earned`");
      const ways = { ...(values.most === undefined ? {} : { most: Number(values.most) }), ...(values["rated-first"] ? { ratedFirst: true } : {}) };
      return withRubric(rubricate, path, io, (rubric) => steps(rubric, ratings, rung, { ...asked, ways }, io));
    }
    case "compare": {
      const [old, now] = taken(rest, 2, 2, "compare needs two versions of a rubric");
      const options = { json, strict: values.strict === true };
      return withRubric(rubricate, old, io, (was) => withRubric(rubricate, now, io, (is) => compare(rubricate, was, is, options, io)));
    }
    case "new":
      return fresh(rest, io);
    default:
      throw new UsageError(`there is no command ${JSON.stringify(command)}; \`rubricate --help\` lists them`);
  }
}

const COMMANDS: readonly string[] = ["check", "format", "score", "explain", "steps", "compare", "new"];

function checkLocale(locale: string): void {
  try {
    Intl.getCanonicalLocales(locale);
  } catch {
    throw new UsageError(`--locale is a language tag such as \`fr\` or \`es-MX\`, not ${JSON.stringify(locale)}`);
  }
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** The names a command was given, if they are as many as it takes. */
function taken(rest: readonly string[], least: number, most: number, wrong: string): readonly [string, string, string?] {
  const [first, second, third] = rest;
  if (first === undefined || second === undefined || rest.length < least || rest.length > most) throw new UsageError(wrong);
  if (first === "-" && second === "-") throw new UsageError("standard input can be one file only");
  return third === undefined ? [first, second] : [first, second, third];
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

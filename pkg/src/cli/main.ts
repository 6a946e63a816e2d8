#!/usr/bin/env node
import { watch } from "node:fs";
import { load } from "../node.js";
import type { Exit, Io } from "./io.js";
import { run } from "./run.js";

const colours = !process.env.NO_COLOR && (process.stdout.isTTY === true || Boolean(process.env.FORCE_COLOR));
const io: Io = { out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text), colours };
const argv = process.argv.slice(2);
// A reader that has seen enough, such as `head`, is no mistake.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 2));

const rubricate = await load();
const watched = argv.indexOf("--watch");
if (watched < 0) process.exitCode = run(rubricate, argv, io);
else keepRunning(argv.toSpliced(watched, 1));

/** Runs again whenever one of the files changes. */
function keepRunning(again: readonly string[]): void {
  const files = again.slice(1).filter((word) => !word.startsWith("-"));
  let waiting: NodeJS.Timeout | undefined;
  const once = (): Exit => {
    if (io.colours) io.out("\u001b[2J\u001b[H");
    return run(rubricate, again, io);
  };
  process.exitCode = once();
  for (const file of files) {
    try {
      watch(file, () => {
        clearTimeout(waiting);
        waiting = setTimeout(() => (process.exitCode = once()), 50);
      });
    } catch {
      io.err(`${file} cannot be watched\n`);
      process.exitCode = 2;
    }
  }
}

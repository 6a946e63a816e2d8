#!/usr/bin/env node
import { watch } from "node:fs";
import { basename, dirname } from "node:path";
import { load } from "../node.js";
import type { Io } from "./io.js";
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
  let waiting: NodeJS.Timeout | undefined;
  const once = (): void => {
    if (io.colours) io.out("\u001b[2J\u001b[H");
    process.exitCode = run(rubricate, again, io);
  };
  // Watched before it is read, or a change between the two would be missed; and
  // by its folder, since many editors put a new file in the place of the old.
  for (const file of again.slice(1).filter((word) => !word.startsWith("-"))) {
    try {
      watch(dirname(file), (_, name) => {
        if (name !== null && name !== basename(file)) return;
        clearTimeout(waiting);
        waiting = setTimeout(once, 50);
      });
    } catch {
      io.err(`${file} cannot be watched\n`);
      process.exitCode = 2;
    }
  }
  once();
}

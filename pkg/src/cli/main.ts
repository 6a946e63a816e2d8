#!/usr/bin/env node
import { existsSync, watch } from "node:fs";
import { basename, dirname } from "node:path";
import { load } from "../node.js";
import { openedFiles } from "./files.js";
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
  const rewrites = again[0] === "format" && !again.includes("--check") && !again.includes("--stdout");
  if (rewrites || again[0] === "new" || again.includes("-")) {
    io.err(`rubricate: --watch is for commands that read files and write none${rewrites ? "; try format --check" : ""}\n`);
    process.exitCode = 2;
    return;
  }
  const folders = new Set<string>();
  let waiting: NodeJS.Timeout | undefined;
  const once = (): void => {
    if (io.colours) io.out("\u001b[2J\u001b[H");
    process.exitCode = run(rubricate, again, io);
    look(openedFiles());
  };
  // By its folder, since many editors put a new file in the place of the old.
  const look = (files: readonly string[]): void => {
    for (const folder of new Set(files.map((file) => dirname(file)))) {
      if (folders.has(folder)) continue;
      folders.add(folder);
      try {
        watch(folder, (_, name) => {
          if (name !== null && !named(folder, name)) return;
          clearTimeout(waiting);
          waiting = setTimeout(once, 50);
        });
      } catch {
        io.err(`${folder} cannot be watched\n`);
        process.exitCode = 2;
      }
    }
  };
  const named = (folder: string, name: string): boolean => openedFiles().some((file) => dirname(file) === folder && basename(file) === name);
  // Watched before it is read, or a change between the two would be missed; the files that `use` names, after it.
  look(again.slice(1).filter((word) => existsSync(word)));
  once();
}

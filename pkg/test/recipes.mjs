// The programs of the recipes, as files of a project inside the workspace, so
// that what they import is found as a stranger's project finds it.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
export const text = readFileSync(join(root, "pkg", "docs", "recipes.md"), "utf8");

/** Every fence that has a file name: its language, its name, its text. */
export const programs = [...text.matchAll(/^```(\w+) (\S+)\n([^]*?)^```$/gm)].map(([, language, name, body]) => ({ language, name, body }));
/** The header of the policy. */
export const policy = /^Content-Security-Policy: (.*)$/m.exec(text)[1];

/** Writes them all into a folder; `done` takes it away. */
export function project() {
  mkdirSync(join(root, "node_modules", ".cache"), { recursive: true });
  const folder = mkdtempSync(join(root, "node_modules", ".cache", "recipes-"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module", "private": true }\n');
  for (const { name, body } of programs) writeFileSync(join(folder, name), body);
  return { folder, done: () => rmSync(folder, { recursive: true, force: true }) };
}

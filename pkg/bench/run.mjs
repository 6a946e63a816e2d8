// Everything that is measured, in turn; it fails where any of it is past its gate.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const given = process.argv.slice(2);
for (const file of ["edit.mjs", "editor.mjs", "chromium.mjs", "pages.mjs"]) {
  console.log(`\n── ${file} ${"─".repeat(60)}`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, file), ...given], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}

// What is published: what the sources make, and nothing besides.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { root, tarball } from "./tools.mjs";

const own = JSON.parse(readFileSync(join(root, "pkg", "package.json"), "utf8"));
const tracked = (folder) => execFileSync("git", ["ls-files", "-co", "--exclude-standard", folder], { cwd: join(root, "pkg"), encoding: "utf8" }).trim().split("\n").filter(Boolean);

describe("the tarball", () => {
  const { files } = tarball();
  it("has what the sources make, the module, schemas and licences, and nothing besides", () => {
    const made = tracked("src").filter((path) => !path.endsWith(".d.ts")).map((path) => path.replace(/^src/, "dist").replace(/\.ts$/, ""));
    const wanted = [
      ...made.flatMap((path) => [`${path}.js`, `${path}.d.ts`]),
      ...["packed.js", "rubricate.js", "rubricate.d.ts", "rubricate_bg.wasm"].map((name) => `dist/engine/${name}`),
      "dist/wasm.d.ts", "package.json", "README.md", "LICENSE-APACHE", "LICENSE-MIT",
      ...own.files.filter((one) => !["dist", "README.md", "LICENSE-APACHE", "LICENSE-MIT"].includes(one)).flatMap((one) => tracked(one)),
    ];
    assert.deepEqual(files, [...new Set(wanted)].sort());
  });
  it("has a file for everything that is exported, and declares side effects of real files", () => {
    const targets = (one) => (typeof one === "string" ? [one] : Object.values(one).flatMap(targets));
    for (const target of [...targets(own.exports), ...targets(own.bin), own.main, own.types, ...own.sideEffects]) {
      const path = target.replace(/^\.\//, "");
      const found = path.includes("*") ? files.some((file) => new RegExp(`^${path.replaceAll(".", "\\.").replace("*", "[^/]+")}$`).test(file)) : files.includes(path);
      assert.ok(found, `${target} is not in the tarball`);
    }
  });
  it("says whose it is and how it may be used", () => {
    for (const name of ["description", "license", "repository", "keywords", "engines", "publishConfig", "files", "exports"]) assert.ok(own[name], name);
    assert.equal(own.repository.directory, "pkg");
    assert.equal(own.publishConfig.provenance, true);
    assert.ok(!own.scripts, "a stranger's machine runs no script");
  });
});

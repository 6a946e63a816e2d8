// The types, in every way that they are resolved, and what two checkers of packages say of it.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { project, sh, tarball } from "./tools.mjs";

describe("TypeScript", () => {
  let folder;
  before(() => { folder = project("types"); });
  const WAYS = [["nodenext", "nodenext"], ["node16", "node16"], ["node20", "nodenext"], ["esnext", "bundler"], ["preserve", "bundler"]];
  for (const [module, moduleResolution] of WAYS) {
    it(`module ${module}, resolution ${moduleResolution}`, () => {
      const files = module === "node20" || module === "nodenext" ? ["check.ts", "common.cts"] : ["check.ts"];
      const options = { module, moduleResolution, target: "es2022", lib: ["es2023", "dom", "dom.iterable", "esnext.disposable"], strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noEmit: true, types: [], skipLibCheck: false };
      writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, files }));
      assert.equal(sh("npx", ["tsc", "-p", "."], folder), "");
    });
  }
  it("attw finds nothing, but that it is no CommonJS", () => {
    const said = sh("npx", ["attw", join(folder, "rubricate.tgz"), "--ignore-rules", "cjs-resolves-to-esm", "--format", "json"], folder);
    const { problems } = JSON.parse(said);
    const left = Object.entries(problems ?? {}).filter(([kind]) => kind !== "CJSResolvesToESM");
    assert.deepEqual(left, []);
  });
  it("publint finds nothing", () => {
    assert.match(sh("npx", ["publint", join(folder, "node_modules", "rubricate"), "--strict"], folder), /All good/);
    assert.ok(tarball().path);
  });
});

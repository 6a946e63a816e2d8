// In Node, by every entry.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { EXPECTED, project, sh } from "./tools.mjs";

describe("in Node", () => {
  let folder;
  before(() => { folder = project("node"); });
  for (const file of ["main.mjs", "main.cjs", "inline.cjs", "thread.mjs", "thread.cjs", "own-thread.mjs"]) {
    it(file, () => assert.deepEqual(JSON.parse(sh(process.execPath, ["--no-warnings", file], folder)), EXPECTED));
  }
  it("every other entry", () => {
    assert.deepEqual(JSON.parse(sh(process.execPath, ["--no-warnings", "other.mjs"], folder)), {
      demo: EXPECTED, inline: EXPECTED, kind: "markdown", schemas: ["urn:rubricate:outcome:1", "urn:rubricate:saved:1", "urn:rubricate:diagnostics:1"], same: true,
    });
  });
  it("the command line", () => {
    assert.match(sh("npx", ["--no-install", "rubricate", "--version"], folder), /0\.1\.0/);
  });
});

// React, Vue and Svelte with the lines that the readme shows for each.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { closeBrowser, open, project, root, serve, sh } from "./tools.mjs";

after(closeBrowser);

describe("frameworks", () => {
  let folder;
  before(() => {
    folder = project("frameworks");
    const text = readFileSync(join(root, "pkg", "README.md"), "utf8");
    for (const kind of ["tsx", "vue", "svelte"]) {
      const [, body] = new RegExp(`^\`\`\`${kind}\\n([^]*?)^\`\`\`$`, "m").exec(text) ?? assert.fail(`the readme has nothing for ${kind}`);
      writeFileSync(join(folder, `Lesson.${kind}`), body);
    }
  });
  it("types hold", () => assert.equal(sh("npx", ["tsc", "-p", "."], folder), ""));
  it("show what the engine says, and rate", async () => {
    sh("npx", ["vite", "build", "--logLevel", "warn"], folder);
    const server = await serve(join(folder, "dist"));
    const { page, trouble } = await open(`${server.address}/`);
    for (const name of ["react", "vue", "svelte"]) {
      const part = page.locator(`#${name}`);
      const output = part.locator("output");
      // Pace is 3/4 of a third: 25 %; with the other two at their best 91.67 %.
      await output.filter({ hasText: /^25% to 91\.67%$/ }).waitFor({ timeout: 20_000 }).catch(async () => assert.fail(`${name}: ${await output.textContent()}`));
      await part.getByRole("button", { name: "Proficient" }).first().click();
      // Purpose 2/3: (2/3 + 3/4) / 3 = 17/36, at best 29/36.
      await output.filter({ hasText: /^47\.22% to 80\.56%$/ }).waitFor({ timeout: 20_000 });
      assert.equal(await part.getByRole("button", { name: "Proficient" }).first().getAttribute("aria-pressed"), "true", name);
    }
    assert.deepEqual(trouble, []);
    server.close();
  });
});

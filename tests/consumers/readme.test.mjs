// The readme alone, followed step by step: the commands and the files are taken from it, in a folder that has nothing.
import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { closeBrowser, freePort, install, open, root, running, serve, sh, temporaryFolder } from "./tools.mjs";

after(closeBrowser);

const text = readFileSync(join(root, "pkg", "README.md"), "utf8");
const section = (title) => text.split(/^#{2,3} /m).find((one) => one.startsWith(title));
const fences = (part, language) => [...part.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].filter(([, kind]) => kind === language).map(([, , body]) => body);
const steps = section("A page, step by step");

/** A file that a paragraph of the readme names, with the fence behind it. */
function file(name) {
  const found = new RegExp(`^\`${name}\`[^\\n]*\\n\\n\`\`\`\\w+\\n([^]*?)^\`\`\`$`, "m").exec(steps);
  assert.ok(found, `the readme does not show ${name}`);
  return found[1];
}

describe("the readme, step by step", () => {
  const base = temporaryFolder("readme");
  let folder;
  it("has a folder made, and everything installed", () => {
    const [commands] = fences(steps, "sh");
    const lines = commands.trim().split("\n");
    assert.deepEqual(lines, ["mkdir lesson", "cd lesson", "npm init -y", "npm install rubricate", "npm install --save-dev vite"]);
    folder = join(base, "lesson");
    sh("mkdir", ["lesson"], base);
    sh("npm", ["init", "-y"], folder);
    // The two `npm install`: the package is the tarball that would be published, and Vite is at the version that a lock file says.
    const vite = JSON.parse(readFileSync(join(root, "tests", "consumers", "vite", "package.json"), "utf8")).devDependencies.vite;
    cpSync(join(root, "tests", "consumers", "vite", "package-lock.json"), join(folder, "package-lock.json"));
    const made = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    writeFileSync(join(folder, "package.json"), JSON.stringify({ ...made, devDependencies: { vite } }));
    install(folder);
    for (const name of ["index.html", "main.js"]) writeFileSync(join(folder, name), file(name));
  });

  /** The page is used as a person would, by keyboard. */
  async function works(address) {
    const { page, trouble } = await open(address, { wait: false });
    try {
      const output = page.locator("output");
      await page.getByRole("radio", { name: "Proficient" }).first().check({ force: true });
      // 2 of 3 points of one criterion of two: 2/6, and at best 5/6.
      await output.filter({ hasText: "from 33.33% to 83.33%" }).waitFor({ timeout: 20_000 });
      await page.getByRole("radio", { name: "Exemplary" }).last().check({ force: true });
      await output.filter({ hasText: "from 83.33% to 83.33%" }).waitFor({ timeout: 20_000 });
      await page.getByText("Earned").filter({ visible: true }).first().waitFor();
      // A page without an icon is asked for one; while it is worked on, Lit says that it is the slower one.
      assert.deepEqual(trouble.filter((one) => !/404|Lit is in dev mode/.test(one)), []);
    } finally {
      await page.close();
    }
  }
  const [serving, building] = fences(steps, "sh")[1].trim().split("\n").map((line) => line.split(" "));
  it("has a page that works while it is being worked on", async () => {
    assert.deepEqual(serving, ["npx", "vite"]);
    const port = await freePort();
    const server = await running("npx", ["vite", "--port", port, "--strictPort", "--host", "127.0.0.1"], folder, `http://127.0.0.1:${port}/`);
    try {
      await works(server.address);
    } finally {
      server.close();
    }
  });
  it("has a page that works when it is built", async () => {
    sh(building[0], building.slice(1), folder);
    const server = await serve(join(folder, "dist"));
    await works(`${server.address}/`);
    server.close();
  });
  it("has a page that works without a bundler", async () => {
    const [html] = fences(section("Without a bundler"), "html");
    writeFileSync(join(folder, "plain.html"), html);
    const server = await serve(folder);
    const { page, trouble } = await open(`${server.address}/plain.html`);
    assert.equal(await page.locator("output").textContent(), "50%");
    assert.deepEqual(trouble, []);
    server.close();
  });
});

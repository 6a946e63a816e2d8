// In esbuild, which finds neither modules nor workers in packages: in each way the readme names.
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { closeBrowser, project, says, serve, sh } from "./tools.mjs";

after(closeBrowser);

describe("esbuild", () => {
  let server;
  before(async () => {
    const folder = project("esbuild");
    sh(process.execPath, ["build.mjs"], folder);
    server = await serve(join(folder, "out"));
  });
  after(() => server?.close());
  for (const name of ["main", "loader", "inline", "worker"]) it(name, () => says(`${server.address}/${name}.html`));
});

// In webpack, without a loader or an experiment.
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { closeBrowser, project, says, serve, sh } from "../tools.mjs";

after(closeBrowser);

describe("webpack", () => {
  it("bundles it, with its worker", async () => {
    const folder = project("webpack");
    sh(process.execPath, ["build.mjs"], folder);
    const server = await serve(join(folder, "out"));
    await says(`${server.address}/`, ["#page", "#worker"]);
    server.close();
  });
});

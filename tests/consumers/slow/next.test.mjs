// In Next, on the server and in a client component, with both of its bundlers.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { closeBrowser, freePort, project, running, says, sh } from "../tools.mjs";

after(closeBrowser);

describe("Next", () => {
  let folder;
  before(() => { folder = project("next"); });
  for (const bundler of ["--turbopack", "--webpack"]) {
    it(`next build ${bundler}`, async () => {
      rmSync(join(folder, ".next"), { recursive: true, force: true });
      sh("npx", ["next", "build", bundler], folder, { NEXT_TELEMETRY_DISABLED: "1" });
      const port = await freePort();
      const server = await running("npx", ["next", "start", "-p", port, "-H", "127.0.0.1"], folder, `http://127.0.0.1:${port}/`);
      try {
        await says(server.address, ["#server", "#page", "#worker"]);
      } finally {
        server.close();
      }
    });
  }
});

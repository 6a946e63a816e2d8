import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

const root = join(import.meta.dirname, "..");
/** Another port for whoever tests several checkouts at once. */
const port = process.env["RUBRICATE_PORT"] ?? "4179";
const address = `http://127.0.0.1:${port}`;

/** The pages as they are built, in the Chromium of this machine. */
export default defineConfig({
  testDir: "./e2e",
  outputDir: join(tmpdir(), `rubricate-e2e-${port}`),
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  timeout: 90_000,
  // A machine that builds something else meanwhile is slow.
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    baseURL: address,
    locale: "en-US",
    // The tests of what works offline let them in.
    serviceWorkers: "block",
    launchOptions: {
      executablePath: process.env["CHROMIUM_BIN"] ?? "/usr/bin/chromium",
      args: [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1280, height: 800 } } },
    // What is kept and how the engine answers do not depend on the width.
    { name: "phone", testIgnore: /(backup|engine|hostile|evidence|keeping|marks|offline|opening|probe|recipes|saver|storage|tabs|unsaved)\.spec/, use: { viewport: { width: 393, height: 851 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 } },
  ],
  webServer: {
    command: `npx vite preview www --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: root,
    url: address,
  },
});

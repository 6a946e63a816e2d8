import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

const root = join(import.meta.dirname, "..");
const address = "http://127.0.0.1:4179";

/** The pages as they are built, in the Chromium of this machine. */
export default defineConfig({
  testDir: "./e2e",
  outputDir: join(tmpdir(), "rubricate-e2e"),
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  reporter: "list",
  use: {
    baseURL: address,
    locale: "en-US",
    launchOptions: {
      executablePath: process.env["CHROMIUM_BIN"] ?? "/usr/bin/chromium",
      args: [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "desktop", testIgnore: /hostile\.spec/, use: { viewport: { width: 1280, height: 800 } } },
    // What is kept and how the engine answers do not depend on the width.
    { name: "phone", testIgnore: /(engine|hostile|keeping|probe|evidence)\.spec/, use: { viewport: { width: 393, height: 851 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 } },
    // It measures time, so it runs when nothing else does.
    { name: "alone", testMatch: /hostile\.spec/, dependencies: ["desktop", "phone"] },
  ],
  webServer: {
    command: "npx vite preview www --host 127.0.0.1 --port 4179 --strictPort",
    cwd: root,
    url: address,
  },
});

import { join } from "node:path";
import { defineConfig } from "vite";
import { gallery } from "./plugins/gallery.js";
import { guide } from "./plugins/guide.js";
import { offline } from "./plugins/offline.js";
import { early } from "./plugins/early.js";
import { policy } from "./plugins/policy.js";

const www = import.meta.dirname;

export default defineConfig({
  // Relative addresses, so that the pages also work below a folder.
  base: "./",
  plugins: [policy(), gallery(join(www, "rubrics")), guide(join(www, "..")), early("src/strings/en/index.ts"), offline(www)],
  worker: { format: "es" },
  build: { target: "es2022", modulePreload: { polyfill: false },
    // What the first screen needs is one file: on a slow line every file more is a round trip in a queue.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "start", tags: ["$initial"] }] } } },
  },
});

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** What is not needed before a file of evidence is looked at: fetched when the pages are at rest. */
const LATER = /(pdf|media|camera|file|script|editor-view|mediabunny|exif|guide|codes|reference|idioms|package)/i;

/** Writes the service worker: `sw.js` with the list of all files of this build, and a name made from what is in them. */
export function offline(www: string): Plugin {
  return {
    name: "offline",
    apply: "build",
    generateBundle: {
      // After all others: the page itself counts too, with its policy.
      order: "post",
      handler(_, bundle) {
        const hash = createHash("sha256");
        const built = Object.values(bundle).map((piece) => {
          hash.update(piece.type === "chunk" ? piece.code : piece.source);
          return piece.fileName;
        });
        const fixed = readdirSync(join(www, "public"), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .map((path) => {
            hash.update(readFileSync(path));
            return path.slice(join(www, "public").length + 1).replaceAll("\\", "/");
          });
        const all = [...built, ...fixed].filter((name) => name !== "index.html" && !name.endsWith(".map"));
        const code = readFileSync(join(www, "plugins", "sw.js"), "utf8")
          .replace("__VERSION__", hash.digest("hex").slice(0, 16))
          .replace("__NOW__", JSON.stringify(["./", ...all.filter((name) => !LATER.test(name))]))
          .replace("__LATER__", JSON.stringify(all.filter((name) => LATER.test(name))));
        this.emitFile({ type: "asset", fileName: "sw.js", source: code });
      },
    },
  };
}

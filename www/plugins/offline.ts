import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** What most visits never look at, such as the readers of evidence, the editor and the guide: fetched when the pages are at rest. */
const LATER = /(node_modules\/(@codemirror|@lezer|exifreader|fflate|file-type|mediabunny|pdfjs-dist|saxes)\/|virtual:guide|pkg\/dist\/(evidence|codemirror|worker)\/)/;
/** The same for files that are built for themselves: workers. */
const LATER_FILES = /assets\/([a-z]+-worker|script)-[^/]*\.js$/;

/** Writes the service worker: `sw.js` with the list of all files of this build, and a name made from what is in them. */
export function offline(www: string): Plugin {
  return {
    name: "offline",
    apply: "build",
    // Last, when what is left of the build has its names.
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const hash = createHash("sha256");
        const later = new Set<string>();
        const built = Object.values(bundle).map((piece) => {
          hash.update(piece.type === "chunk" ? piece.code : piece.source);
          const waits = piece.type === "chunk" ? piece.moduleIds.some((id) => LATER.test(id.replaceAll("\\", "/"))) : LATER_FILES.test(piece.fileName);
          if (waits) later.add(piece.fileName);
          return piece.fileName;
        });
        // What the first ones cannot start without is one of them.
        const needed = (name: string): void => {
          later.delete(name);
          const piece = bundle[name];
          if (piece?.type === "chunk") piece.imports.filter((one) => later.has(one)).forEach(needed);
        };
        built.filter((name) => !later.has(name)).forEach(needed);
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
          .replace("__NOW__", JSON.stringify(["./", ...all.filter((name) => !later.has(name))]))
          .replace("__LATER__", JSON.stringify(all.filter((name) => later.has(name))));
        this.emitFile({ type: "asset", fileName: "sw.js", source: code });
      },
    },
  };
}

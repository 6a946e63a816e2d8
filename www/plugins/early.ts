import type { Plugin } from "vite";

/** Fetches modules that the first screen loads by `import()` along with its script, and not after it. */
export function early(...modules: readonly string[]): Plugin {
  return {
    name: "early",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_, { bundle }) => Object.values(bundle ?? {}).flatMap((piece) =>
        piece.type === "chunk" && modules.some((name) => piece.facadeModuleId?.replaceAll("\\", "/").endsWith(name))
          ? [{ tag: "link", attrs: { rel: "modulepreload", crossorigin: true, href: `./${piece.fileName}` }, injectTo: "head" as const }]
          : []),
    },
  };
}

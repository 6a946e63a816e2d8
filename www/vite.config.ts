import { defineConfig, type Plugin } from "vite";

/**
 * The page may load its own files and nothing else; WebAssembly is the one
 * thing it compiles. Every address a script is started from passes the policy
 * in `src/trusted.ts`.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types default",
].join("; ");

/** Only in the built page: the dev server's live reload needs inline styles and a socket. */
const contentSecurityPolicy: Plugin = {
  name: "content-security-policy",
  apply: "build",
  transformIndexHtml: () => [{ tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: POLICY }, injectTo: "head-prepend" }],
};

export default defineConfig({
  // Relative addresses, so that the page also works below a folder.
  base: "./",
  plugins: [contentSecurityPolicy],
  worker: { format: "es" },
  build: { target: "es2022", modulePreload: { polyfill: false } },
});

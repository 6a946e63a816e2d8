import { lineOf } from "./gather.js";
import { WHY } from "./notes.js";
import type { Run } from "./run.js";
import { latin } from "./source.js";

/** A web address on its own, as a person would paste it. */
export function asLink(text: string): URL | null {
  const bare = text.trim();
  if (/\s/.test(bare) || bare.length > 8192) return null;
  const whole = /^www\.[^/]+\.[a-z]{2,}/i.test(bare) ? `https://${bare}` : bare;
  if (!/^[a-z][a-z0-9+.-]*:/i.test(whole) || !/^(?:https?|file|ftp|javascript|data|blob|mailto):/i.test(whole)) return null;
  return URL.canParse(whole) ? new URL(whole) : null;
}

/** Hosts that show their files to whoever signed in, and what a link for editing looks like there. */
const SIGN_IN = /(^|\.)(sharepoint\.com|onedrive\.live\.com|1drv\.ms|teams\.microsoft\.com|office\.com|drive\.google\.com|docs\.google\.com|classroom\.google\.com|dropbox\.com|box\.com|icloud\.com|notion\.so|notion\.site|canva\.com|padlet\.com|instructure\.com|schoology\.com|brightspace\.com|blackboard\.com|web\.facebook\.com|facebook\.com|slack\.com|zoom\.us|linkedin\.com)$/;
const EDIT: readonly (readonly [host: RegExp, path: RegExp])[] = [
  [/(^|\.)docs\.google\.com$/, /\/edit\b/],
  [/(^|\.)drive\.google\.com$/, /\/edit\b/],
  [/(^|\.)canva\.com$/, /\/edit\b/],
  [/(^|\.)sharepoint\.com$/, /[?&]action=edit|\/:[wxpo]:\/[a-z]\/.*[?&](e=|web=1)/],
  [/(^|\.)(onedrive\.live\.com|office\.com)$/, /edit(\.aspx)?\b/],
  [/(^|\.)(figma|miro|lucid)\.(com|app)$/, /\/(edit|board|design|file)\b/],
];
/** Shapes that open without an account. */
const OPEN = /\/(pub|preview|view|embed|pubhtml)\b|[?&]usp=sharing|publish/;
const PRIVATE = /^(localhost|.*\.local|.*\.internal|.*\.lan|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(1[6-9]|2\d|3[01])\.\d+\.\d+|169\.254\.\d+\.\d+|\[::1\]|\[f[cde][0-9a-f]{2}:.*\]|[^.]+)$/;

/** Facts of a link: by its shape only, for nothing is asked of it. */
export function readLink(run: Run, url: URL): void {
  run.facts.kind = "link";
  run.facts.url = url.href;
  lookAtLink(run, url);
}

/** What the shape of an address says. */
export function lookAtLink(run: Run, url: URL): void {
  const { hostname: host, protocol } = url;
  if (protocol !== "https:" && protocol !== "http:") return run.note("linkNotWeb", protocol);
  if (protocol === "http:") run.note("linkInsecure");
  if (url.username !== "" || url.password !== "") run.note("linkSecret");
  if (PRIVATE.test(host)) return run.note("linkPrivate", host);
  const rest = url.pathname + url.search;
  const edits = EDIT.some(([where, path]) => where.test(host) && path.test(rest));
  if (edits) run.note("linkEdit");
  if (!SIGN_IN.test(host)) return;
  run.miss(WHY.signIn, "access");
  if (edits || !OPEN.test(rest)) run.note("linkSignIn", host);
}

/** Whether a text is a shortcut of Windows, macOS, Linux or Google. */
export function isShortcut(start: string): boolean {
  const bare = start.trimStart();
  return /^\[InternetShortcut\]/im.test(bare.slice(0, 1000)) || (/^\[Desktop Entry\]/m.test(bare.slice(0, 200)) && /^Type=Link/m.test(bare)) || (/<plist[\s>]/.test(bare) && /<key>URL<\/key>/.test(bare)) || (bare.startsWith("{") && /"(doc_id|resource_id)"\s*:/.test(bare));
}

/** A shortcut instead of the thing: where it leads. */
export function takeShortcut(run: Run, bytes: Uint8Array): void {
  run.facts.kind = "shortcut";
  run.miss(WHY.shortcut, "text", "words", "characters", "sentences", "pages", "seconds", "date");
  const text = latin(bytes, 0, 64 * 1024);
  const found = /^URL(?:\[[^\]]*\])?=(.{1,4000})$/m.exec(text)?.[1] ?? /<key>URL<\/key>\s*<string>([^<]{1,4000})</.exec(text)?.[1] ?? /"url"\s*:\s*"([^"]{1,4000})"/.exec(text)?.[1] ?? /https?:\/\/[\x21-\x7e]{1,4000}/.exec(text)?.[0];
  const address = lineOf(found?.replaceAll("&amp;", "&").replaceAll("\\u003d", "=").replaceAll("\\/", "/"));
  const url = address !== undefined && URL.canParse(address) ? new URL(address) : null;
  if (!url) return run.note("shortcutUnknown");
  run.facts.url = url.href;
  run.note("shortcut", url.host || url.protocol);
  lookAtLink(run, url);
}

// One way to load the engine a page: `?way`.
import { load } from "./node_modules/rubricate/dist/index.js";
import { demo } from "./demo.js";

const address = new URL("./node_modules/rubricate/dist/engine/rubricate_bg.wasm", import.meta.url);
const WAYS = {
  own: () => undefined,
  url: () => address,
  address: () => address.href,
  relative: () => "./node_modules/rubricate/dist/engine/rubricate_bg.wasm",
  request: () => new Request(address),
  response: () => fetch(address),
  awaited: async () => await fetch(address),
  bytes: async () => (await fetch(address)).arrayBuffer(),
  view: async () => new Uint8Array(await (await fetch(address)).arrayBuffer()),
  module: async () => WebAssembly.compile(await (await fetch(address)).arrayBuffer()),
  streamed: () => WebAssembly.compileStreaming(fetch(address)),
};
const refused = async (given) => {
  try {
    await load(await given);
    return "loaded";
  } catch ({ name, path }) {
    return `${name} ${path}`;
  }
};
globalThis.ran = async (way) => {
  const wrong = [];
  for (const given of [7, null, "", "none.wasm", "index.html", new Uint8Array(8), new Blob(["x"])]) wrong.push(await refused(given));
  return { wrong, said: await demo(await load(await WAYS[way]())) };
};
globalThis.ways = Object.keys(WAYS);

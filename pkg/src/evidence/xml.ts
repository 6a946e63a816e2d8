import { SaxesParser } from "saxes";
import { MOST_DEPTH, MOST_ELEMENTS } from "./limits.js";
import { WHY } from "./notes.js";
import { type Run, Unreadable } from "./run.js";

/** What a part of an office file is asked for, by local names: prefixes are the writer's own. */
export interface Listener {
  open?(name: string, attribute: (name: string, space?: RegExp) => string | undefined): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Reads XML as it comes. No entity of its own is expanded, and none may be declared. */
export async function readXml(pieces: AsyncIterable<Uint8Array>, run: Run, listener: Listener): Promise<void> {
  const parser = new SaxesParser({ xmlns: true, position: false });
  let [depth, elements] = [0, 0];
  parser.on("error", () => {
    throw new Unreadable(WHY.damaged, "damaged");
  });
  parser.on("doctype", () => {
    throw new Unreadable(WHY.doctype);
  });
  parser.on("opentag", ({ local, attributes }) => {
    depth += 1;
    elements += 1;
    if (depth > MOST_DEPTH) throw new Unreadable(WHY.deep);
    if (elements > MOST_ELEMENTS) throw new Unreadable(WHY.tooLong);
    listener.open?.(local, (name, space) => Object.values(attributes).find((one) => one.local === name && (!space || space.test(one.uri)))?.value);
  });
  parser.on("closetag", ({ local }) => {
    depth -= 1;
    listener.close?.(local);
  });
  parser.on("text", (text) => listener.text?.(text));
  parser.on("cdata", (text) => listener.text?.(text));
  let decoder: TextDecoder | null = null;
  for await (const piece of pieces) {
    run.check();
    decoder ??= new TextDecoder(piece[0] === 0xff && piece[1] === 0xfe ? "utf-16le" : piece[0] === 0xfe && piece[1] === 0xff ? "utf-16be" : "utf-8");
    // A piece may have grown large while it was unpacked: the clock is looked at in between.
    for (let at = 0; at < piece.length; at += 0x10000) {
      parser.write(decoder.decode(piece.subarray(at, at + 0x10000), { stream: true }));
      run.check();
    }
  }
  parser.write(decoder?.decode() ?? "").close();
}

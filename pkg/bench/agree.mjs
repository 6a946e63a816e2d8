// The benchmark is worth something only while both sides do the same work.
import assert from "node:assert/strict";
import { prepare } from "./peer.mjs";
import { source } from "./rubric.mjs";

const plain = (value) => JSON.parse(JSON.stringify(value));

/** The whole outcome of both sides is the same after each of the first edits and so many more. */
export function agree(rubricate, data, { first, then }, more) {
  const rubric = rubricate.compile(source(data));
  const ours = rubric.start({ locale: "en" });
  const peer = prepare(data, { contentHash: rubric.contentHash, structureHash: rubric.structureHash })();
  assert.deepEqual(plain(peer.outcome()), plain(ours.outcome));
  for (const [name, value] of [...first, ...then].slice(0, first.length + more)) {
    ours.rate(name, value);
    peer.rate(name, value);
    assert.deepEqual(plain(peer.outcome()), plain(ours.outcome));
  }
  ours.dispose();
  rubric.dispose();
}

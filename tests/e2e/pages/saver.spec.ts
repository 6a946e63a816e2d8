// The one who writes, against a store that answers when the test lets it.
import { expect, test } from "@playwright/test";
import type { DraftRecord, WorkRecord } from "../../../www/src/store/schema.js";
import type { Store } from "../../../www/src/store/store.js";
import { StaleWrite } from "../../../www/src/store/trouble.js";
import { Saver, type SaveState } from "../../../www/src/work/saver.js";

const MOMENT = "2025-08-01T09:30:00Z";

/** A work whose only content is a note; what the store has of it is the last note that was written. */
function bench({ append = () => {}, compact = async () => {} }: { append?: () => void; compact?: () => Promise<void> }) {
  const states: SaveState["is"][] = [];
  const written: string[] = [];
  const seqs: number[] = [];
  let note = "";
  let stale = 0;
  const record = (): WorkRecord => ({ seq: 0, base: 0, changed: MOMENT, id: "w", saved: null, own: { notes: { "": note } } }) as unknown as WorkRecord;
  const store = {
    trouble: null,
    append: async (now: WorkRecord, _rubric: unknown, edit: DraftRecord) => {
      append();
      written.push(now.own.notes[""] ?? "");
      seqs.push(edit.seq);
    },
    compact,
  } as unknown as Store;
  const saver = new Saver(store, { document: record, rubric: () => ({}) as never, state: ({ is }) => states.push(is), stale: () => (stale += 1) }, record());
  const write = (text: string): void => {
    note = text;
    saver.push();
  };
  return { saver, write, written, seqs, states, get stale() { return stale; } };
}

const quiet = () => new Promise((done) => setTimeout(done, 20));

test("what is edited while the log is folded is written", async () => {
  let folded = (): void => {};
  const { saver, write, written, seqs } = bench({ compact: () => new Promise((done) => (folded = done)) });
  write("one");
  await quiet();
  const left = saver.flush();
  await quiet();
  write("two");
  folded();
  await quiet();
  expect(written).toEqual(["one", "two"]);
  expect(seqs).toEqual([1, 2]);
  folded();
  await left;
  expect(saver.behind).toBe(false);
});

test("what is edited while sixty edits become a snapshot is written", async () => {
  let folded: (() => void) | null = null;
  const { write, written } = bench({ compact: () => new Promise((done) => (folded = done)) });
  for (let at = 1; at <= 60; at += 1) {
    write(`${at}`);
    await new Promise((done) => setImmediate(done));
  }
  await expect.poll(() => folded !== null).toBe(true);
  write("last");
  await quiet();
  folded?.();
  await quiet();
  expect(written.at(-1)).toBe("last");
});

test("one who was stopped while a write was under way does not say that all is saved", async () => {
  const { saver, write, states } = bench({ append: () => saver.stop() });
  write("one");
  await quiet();
  expect(states).toEqual(["saving"]);
});

test("what could not be worked out is tried again, and an edit of another tab is told once", async () => {
  let fail = true;
  const one = bench({ append: () => { if (fail) throw new Error("not now"); } });
  one.write("one");
  await quiet();
  expect(one.states.at(-1)).toBe("failed");
  fail = false;
  await one.saver.flush();
  expect([one.written, one.states.at(-1)]).toEqual([["one"], "saved"]);

  const other = bench({ append: () => { throw new StaleWrite(); } });
  other.write("one");
  other.write("two");
  await quiet();
  expect(other.stale).toBe(1);
});

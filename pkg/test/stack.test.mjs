// A stack that runs over in the midst of an edit. In a file of its own: code that has run often takes less stack.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { load, RubricFault } from "../dist/node.js";
import { data, full, SOURCE } from "./given.mjs";

const rubricate = await load();

describe("a full stack", () => {
  it("changes nothing, or all of it", () => {
    const rubric = rubricate.compile(SOURCE);
    /** Does it where `room` frames of the stack are left. */
    const atTheEnd = (room, work) => {
      let left = room;
      const down = () => {
        try {
          down();
        } catch (error) {
          // On the way back up each frame gives a little more room.
          if (left-- > 0) throw error;
          if (left === -1) work();
        }
      };
      down();
    };
    let [failed, done] = [0, 0];
    for (let room = 0; done < 40; room += 2) {
      assert.ok(room < 4000, `${failed} failed, ${done} done`);
      const one = full(rubric);
      const before = data(one);
      let level = "high";
      let error = null;
      atTheEnd(room, () => {
        try {
          one.rate("a", "mid");
          level = "mid";
        } catch (thrown) {
          error = thrown;
        }
      });
      // Without an error there was no room to begin it.
      assert.ok(error === null || error instanceof RangeError || error instanceof RubricFault, error?.stack);
      if (level === "mid") done += 1;
      else if (error) failed += 1;
      if (level === "high") assert.deepEqual(data(one), before, `${room} frames from the end`);
      // The next edits say what they would have said.
      const other = full(rubric);
      if (level === "mid") other.rate("a", "mid");
      assert.deepEqual(one.rate("c", true), other.rate("c", true), `${room} frames from the end`);
      assert.deepEqual(data(one), data(other), `${room} frames from the end`);
      one.dispose();
      other.dispose();
    }
    assert.ok(failed > 5, `${failed} failed`);
  });
});

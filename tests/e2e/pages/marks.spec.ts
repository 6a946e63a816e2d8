// One mark a day, and the day is the one on the person's calendar.
import { expect, test } from "@playwright/test";
import type { Assessment, Outline } from "rubricate";
import { marked } from "../../../www/src/work/standing.js";

const OUTLINE = { rows: [{ name: "consent", kind: "check" }] } as unknown as Outline;
const MET = { outcome: { progress: { rated: 1, total: 1 }, rows: { consent: { state: "rated", level: "met" } } } } as unknown as Assessment;

test("the day of a mark is the local one", () => {
  const zone = process.env["TZ"];
  // Six hours behind UTC, all the year.
  process.env["TZ"] = "America/Mexico_City";
  try {
    const ats = (first: string, then: string) => marked(marked([], OUTLINE, MET, first), OUTLINE, MET, then).map(({ at }) => at);
    // 17:30 and 19:30 of one day.
    expect(ats("2025-08-01T23:30:00.000Z", "2025-08-02T01:30:00.000Z")).toEqual(["2025-08-02T01:30:00.000Z"]);
    // 23:30, and 00:30 of the next day.
    expect(ats("2025-08-02T05:30:00.000Z", "2025-08-02T06:30:00.000Z")).toEqual(["2025-08-02T05:30:00.000Z", "2025-08-02T06:30:00.000Z"]);
  } finally {
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  }
});

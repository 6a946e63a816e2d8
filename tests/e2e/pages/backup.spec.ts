// What a file with everything may hold, and what is refused before any of it is kept.
import { expect, test } from "@playwright/test";
import { load } from "rubricate";
import { NotOurs, readBackup } from "../../../www/src/screens/home/backup.js";

const MOMENT = "2025-08-01T09:30:00Z";
const SOURCE = "rubric r { check c }\n";
const OTHER = "rubric r { check c; check d }\n";

const rubric = (id: string, source = SOURCE) => ({ id, name: "r", title: "r", version: null, source, origin: { kind: "file", name: "r.rubric" }, added: MOMENT });
const work = (id: string) => ({
  id: "w", rubric: id, name: "r", title: "Mine", created: MOMENT, changed: MOMENT, seq: 2, base: 2, deleted: null, saved: null,
  own: { goals: { c: { level: "met", plan: "", by: null, done: false } }, notes: {}, marks: [{ at: MOMENT, rated: 1, share: 1 }] },
  standing: { rated: 1, total: 1, award: null, closed: false, rows: [1, null] },
});
const file = { work: "w", id: "f", slot: "s", name: "f.txt", type: "text/plain", added: MOMENT, path: "files/0" };
const backup = (change: object = {}, id = "0") => ({ format: "rubricate/backup", version: 1, at: MOMENT, rubrics: [rubric(id)], works: [work(id)], files: [file], ...change });

test("what fits is read", async () => {
  const rubricate = await load();
  const compiled = rubricate.compile(SOURCE);
  const given = backup({}, compiled.contentHash);
  expect(readBackup(JSON.stringify(given), rubricate)).toEqual(given);
});

test("a rubric that claims the hash of another goes by its own", async () => {
  const rubricate = await load();
  const [claimed, own] = [SOURCE, OTHER].map((source) => rubricate.compile(source).contentHash);
  const { rubrics, works } = readBackup(JSON.stringify(backup({ rubrics: [rubric(claimed ?? "", OTHER)] }, claimed)), rubricate);
  expect([rubrics[0]?.id, works[0]?.rubric]).toEqual([own, own]);
});

test("what would break the pages at every visit is refused", async () => {
  const rubricate = await load();
  const broken: unknown[] = [
    null, [], {}, backup({ version: 2 }), backup({ works: {} }), backup({ rubrics: undefined }), backup({ files: [{ ...file, id: 7 }] }),
    backup({ works: [null] }), backup({ rubrics: [{ ...rubric("0"), source: 7 }] }), backup({ rubrics: [{ ...rubric("0"), origin: null }] }),
    ...[
      { standing: undefined }, { standing: { ...work("0").standing, rows: null } }, { standing: { ...work("0").standing, rows: [2] } }, { id: "" }, { title: { toString: 1 } },
      { changed: "soon" }, { seq: "2" }, { seq: -1 }, { saved: [] }, { saved: { format: "other" } }, { own: null }, { own: { goals: [] } }, { own: { goals: { c: "high" } } },
      { own: { marks: [{ at: "x", rated: 0, share: 0 }] } }, { own: { handed: "yes" } }, { deleted: true },
    ].map((change) => backup({ works: [{ ...work("0"), ...change }] })),
  ];
  for (const one of broken) expect(() => readBackup(JSON.stringify(one), rubricate), JSON.stringify(one)).toThrow(NotOurs);
  expect(() => readBackup("{", rubricate)).toThrow(NotOurs);
});

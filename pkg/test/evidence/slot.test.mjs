// The pieces of an evidence slot that need no page: what it asks in words, what may
// go into it, what a person tells, and both languages.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { load } from "rubricate";
import { voiceOf } from "../../dist/texts/voice.js";
import { asksOf, mayTake, pickerOf, waysOf } from "../../dist/elements/slot/asks.js";
import { isWeb, linksOf } from "../../dist/elements/slot/dropped.js";
import { evidenceFiles, takeFiles } from "../../dist/elements/slot/files.js";
import { countedIn, personalIn, readyHints } from "../../dist/elements/slot/hints.js";
import { tellableOf, toldText, withTold } from "../../dist/elements/slot/telling.js";
import { slotTerms } from "../../dist/elements/slot/terms.js";

const rubricate = await load();
const SLOT = `evidence plan "Plan" { accepts pdf, docx, "key"; items 1..2; pages 1..3; size ..10 MB; length 2 min..4 min; dated within 18 months; words 300.. advice; total words ..900; people at least 2;
  people not the author; mentions all of "student", "learner"; avoids personal information; avoids "x+"; names rows; note required; no duplicates; named like "2025-*"; hosts "a.example"; dated after 2024-01-01; dated before 2026-01-01; optional }`;
const outlineOf = (slot) => rubricate.compile(`rubric t { ${slot} check c; score z = c }`).outline.evidence[0];

describe("what a slot asks", () => {
  it("each rule in a few words, in English and Spanish", () => {
    const slot = outlineOf(SLOT);
    assert.deepEqual(asksOf(slot, voiceOf("en"), slotTerms("en")), [
      "1 to 2 pieces", "PDF, Word document, or .key", "1 to 3 pages", "up to 10 MB", "2 min to 4 min long", "from the last 18 months", "at least 300 words", "up to 900 words in all", "at least 2 people in it",
      "with somebody besides you", "mentions student and learner", "no personal information", "nothing like x+", "says what it shows", "a note on each", "nothing twice", "named like 2025-*", "at a.example",
      "dated after January 1, 2024", "dated before January 1, 2026", "may stay empty",
    ]);
    const spanish = asksOf(slot, voiceOf("es"), slotTerms("es-MX"));
    assert.equal(spanish.length, 21);
    assert.deepEqual(spanish.slice(0, 4), ["de 1 a 2 piezas", "PDF, documento de Word o .key", "de 1 a 3 páginas", "hasta 10 MB"]);
  });
  it("one piece is what anybody would expect", () => {
    assert.deepEqual(asksOf(outlineOf('evidence p "P" { accepts pdf }'), voiceOf("en"), slotTerms("en")), ["PDF"]);
    assert.deepEqual(asksOf(outlineOf('evidence p "P" { items 2.. }'), voiceOf("en"), slotTerms("en")), ["at least 2 pieces"]);
  });
  it("the ways to give something, and what a file picker offers", () => {
    const text = outlineOf('evidence p "P" { accepts text }');
    assert.deepEqual(waysOf(text), { files: true, link: false, text: true });
    const link = outlineOf('evidence p "P" { accepts link }');
    assert.deepEqual(waysOf(link), { files: false, link: true, text: false });
    const media = outlineOf('evidence p "P" { accepts video, image, "key" }');
    assert.equal(pickerOf(media), "video/*,image/*,.key");
    assert.equal(pickerOf(outlineOf('evidence p "P" { accepts any file }')), null);
    for (const [name, type, takes] of [["film.MOV", "", true], ["a.heic", "", true], ["deck.key", "", true], ["a.pdf", "", false], ["noname", "video/mp4", true], ["noname", "", false]]) assert.equal(mayTake(media, { name, type }), takes, name);
    // Advice keeps nothing out.
    assert.equal(mayTake(outlineOf('evidence p "P" { accepts pdf advice }'), { name: "a.docx", type: "" }), true);
  });
});

describe("what a person tells", () => {
  const facts = Object.freeze({ id: "1", kind: "pdf", told: ["pages"], pages: 3 });
  it("is marked as told, and can be taken back", () => {
    const dated = withTold(facts, "date", "2025-06-01");
    assert.deepEqual(dated, { id: "1", kind: "pdf", pages: 3, date: "2025-06-01", told: ["pages", "date"] });
    assert.deepEqual(withTold(dated, "pages", " "), { id: "1", kind: "pdf", date: "2025-06-01", told: ["date"] });
    assert.deepEqual(withTold(facts, "pages", ""), { id: "1", kind: "pdf" });
    assert.deepEqual(withTold(facts, "people", "Ana, Ben Roy;  , Zoe")?.people, ["Ana", "Ben Roy", "Zoe"]);
  });
  it("lengths as people write them", () => {
    for (const [text, seconds] of [["4:30", 270], ["4", 240], ["1:02:03", 3723], ["0:05", 5]]) assert.equal(withTold(facts, "length", text)?.seconds, seconds, text);
    for (const text of ["4:60", "four", "-1", "1:2:3:4"]) assert.equal(withTold(facts, "length", text), null, text);
    assert.equal(toldText(withTold(facts, "length", "4:05"), "length"), "4:05");
  });
  it("what cannot be read is not taken", () => {
    for (const [what, text] of [["date", "June"], ["pages", "3.5"], ["words", "many"]]) assert.equal(withTold(facts, what, text), null);
  });
  it("is asked only where a rule asks and the file does not say", () => {
    const unknown = (unknown, item = "1") => ({ key: "unknown", item, data: { unknown } });
    assert.deepEqual(tellableOf({ id: "1", kind: "pdf" }, [unknown("date"), unknown("people", null), unknown("text"), unknown("author", "2")]), ["date", "people"]);
    assert.deepEqual(tellableOf(facts, []), ["pages"]);
  });
});

describe("texts", () => {
  it("are counted by the engine, and looked through for what is personal, line by line however long", async () => {
    await readyHints(load);
    // Counted by hand: It's, a, teacher's, plan, Größe, 3.5, m; 22 characters, the line's end, and 12.
    assert.deepEqual(countedIn("It's a teacher's plan.\nGröße: 3.5 m"), { words: 7n, characters: 35n });
    assert.deepEqual(countedIn("  \n"), { words: 0n, characters: 0n });
    const short = personalIn({ id: "1", kind: "text", text: "Nothing.\nana@b.example" }, () => assert.fail("it is short"));
    assert.deepEqual(short.map(({ what, line }) => [what, line]), [["email", 2]]);
    const long = { id: "2", kind: "text", text: `${"Nobody is named in this line.\n".repeat(4000)}Call 555 123 4567.` };
    await new Promise((resolve) => assert.deepEqual(personalIn(long, resolve), []));
    assert.deepEqual(personalIn(long, () => {}).map(({ what, line }) => [what, line]), [["phone", 4001]]);
  });
  it("what is an address and what is not", () => {
    for (const text of ["https://a.example/x", " www.school.example ", "http://a.b"]) assert.ok(isWeb(text), text);
    for (const text of ["javascript:alert(1)", "see https://a.example", "file:///etc/passwd", "a.example", ""]) assert.ok(!isWeb(text), text);
    const data = (texts) => ({ getData: (type) => texts[type] ?? "" });
    assert.deepEqual(linksOf(data({ "text/uri-list": "# a comment\r\nhttps://a.example/\r\n" })), ["https://a.example/"]);
    assert.deepEqual(linksOf(data({ "text/plain": "https://a.example/\nhttps://b.example/" })), []);
  });
});

describe("files of an assessment", () => {
  it("are those of what is attached now; what was read is found again by its hash", () => {
    const rubric = rubricate.compile('rubric t { evidence plan "Plan" { accepts any file; items ..9 } check c; score z = c }');
    const [one, other] = [rubric.start({ locale: "en" }), rubric.start({ locale: "en" })];
    const facts = (id, sha256) => ({ id, kind: "pdf", name: `${id}.pdf`, sha256 });
    const files = evidenceFiles(one);
    assert.equal(evidenceFiles(one), files);
    one.attach("plan", facts("a", "aa"));
    one.attach("plan", facts("b", "bb"));
    assert.deepEqual(files.missing().map(({ name }) => name), ["a.pdf", "b.pdf"]);
    files.remember("aa", new Blob(["a"]), "a.pdf");
    files.put("plan", "b", new File(["b"], "b.pdf"));
    files.put("plan", "gone", new Blob(["c"]));
    assert.deepEqual(files.list().map(({ slot, id, name }) => [slot, id, name]), [["plan", "a", "a.pdf"], ["plan", "b", "b.pdf"]]);
    assert.deepEqual(files.missing(), []);
    // Another assessment of the same evidence, such as in another language: only what was read here is known by its hash.
    other.attach("plan", facts("a", "aa"));
    other.attach("plan", facts("b", "bb"));
    assert.deepEqual(evidenceFiles(other).list().map(({ id }) => id), ["a"]);
    takeFiles(other, { files: [{ slot: "plan", id: "b", name: "b.pdf", file: new Blob(["b"]) }, { slot: "plan", id: "z", name: "z.pdf", file: new Blob(["z"]) }] });
    assert.deepEqual(evidenceFiles(other).list().map(({ id }) => id), ["a", "b"]);
  });
});

it("both languages say the same things: no word of one is left in the other", () => {
  const [en, es] = [slotTerms("en"), slotTerms("es")];
  assert.deepEqual(Object.keys(es), Object.keys(en));
  const same = Object.keys(en).filter((key) => typeof en[key] === "string" && en[key] === es[key]);
  assert.deepEqual(same, ["hash"]);
  for (const key of ["items", "measured", "accepts", "dated", "hosts", "named", "mentions", "personal", "avoids", "people", "not author", "duplicates", "note", "rows", "link"]) {
    for (const side of ["low", "high", "exact"]) {
      const missed = { key, side, end: "3", measure: "pages", typed: false, total: false, wanted: "X" };
      assert.ok(en.mend(missed).length > 8 && es.mend(missed).length > 8 && en.mend(missed) !== es.mend(missed), key);
    }
  }
  assert.equal(slotTerms("fr"), en);
});

// Right facts of valid files: each file is made in corpus.mjs of what it must give.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, openAsBlob, openSync, closeSync, rmSync, truncateSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { probe } from "rubricate/evidence";
import { load } from "rubricate";
import * as make from "./corpus.mjs";

const sha = (bytes) => createHash("sha256").update(bytes).digest("hex");
/** Facts without what every file has. */
function bare({ id, bytes, sha256, name, declaredKind, notes, undetermined, ...facts }) {
  return facts;
}
const office = { author: "Ana Meier", created: "2024-03-01", modified: "2025-06-30", date: "2025-06-30" };

/** Name, bytes, the facts, and what is not known. */
const VALID = [
  ["plan.docx", make.docx(), { kind: "docx", ...office, pages: 3, headings: ["Lesson plan"], text: "Lesson plan\nAsk & wait for\nthree\tseconds." }, []],
  ["marks.xlsx", make.xlsx(), { kind: "xlsx", ...office, headings: ["Marks", "Notes"], text: "Wait time\nthree seconds\ninside" }, ["pages"]],
  ["talk.pptx", make.pptx(), { kind: "pptx", ...office, pages: 2, headings: ["First", "Second"], text: "First\nshown first\n\nSecond\nshown last" }, []],
  ["text.odt", make.odt(), { kind: "odt", author: "Ben Roy", created: "2024-01-02", modified: "2025-02-03", date: "2025-02-03", pages: 2, headings: ["Reflection"], text: "Reflection\nTwo  spaces and a span." }, []],
  ["talk.odp", make.odp(), { kind: "odp", author: "Ben Roy", created: "2024-01-02", modified: "2025-02-03", date: "2025-02-03", pages: 3, text: "one\ntwo" }, []],
  ["marks.ods", make.ods(), { kind: "ods", author: "Ben Roy", created: "2024-01-02", modified: "2025-02-03", date: "2025-02-03", headings: ["Marks"], text: "Wait time\n3 s" }, ["pages"]],
  // It has no text that is read here, and that is said.
  ["book.epub", make.epub(), { kind: "epub" }, ["date", "pages", "text", "words", "characters", "sentences"]],
  ["plan.pdf", make.pdf(["Wait for three seconds.", "Second page."]), { kind: "pdf", ...office, pages: 2, text: "Wait for three seconds.\n\nSecond page." }, []],
  ["undated.pdf", make.pdf(["One."], { info: "/Producer (x)" }), { kind: "pdf", pages: 1, text: "One." }, ["date"]],
  ["late.pdf", make.join("mail text\n", make.pdf(["One."])), { kind: "pdf", ...office, pages: 1, text: "One." }, []],
  ["a.png", make.png(6, 4), { kind: "png", width: 6, height: 4 }, ["date"]],
  ["b.png", make.pngWith(make.tiff({ latitude: 47.377, longitude: -8.542 })), { kind: "png", width: 6, height: 4, date: "2025-05-04", camera: "Acme One", place: "47.377, -8.542" }, []],
  ["a.gif", make.gif(7, 5), { kind: "gif", width: 7, height: 5 }, ["date"]],
  ["a.jpg", make.jpeg(40, 30), { kind: "jpeg", width: 40, height: 30 }, ["date"]],
  // The camera was held upright: it is shown 30 wide.
  ["b.jpg", make.jpeg(40, 30, make.exif({ orientation: 6, latitude: -33.868, longitude: 151.209 })), { kind: "jpeg", width: 30, height: 40, date: "2025-05-04", camera: "Acme One", place: "-33.868, 151.209" }, []],
  ["c.jpeg", make.jpeg(40, 30, make.xmp('exif:GPSLatitude="47,22.62N" exif:GPSLongitude="8,32.52E" xmp:CreateDate="2025-01-02T00:00:00"')), { kind: "jpeg", width: 40, height: 30, date: "2025-01-02", place: "47.377, 8.542" }, []],
  ["a.webp", make.webpLossless(300, 200), { kind: "webp", width: 300, height: 200 }, ["date"]],
  ["b.webp", make.webpWith(300, 200, make.tiff({ latitude: 1.5, longitude: 2.25 })), { kind: "webp", width: 300, height: 200, date: "2025-05-04", camera: "Acme One", place: "1.500, 2.250" }, []],
  ["a.heic", make.heic(4032, 3024), { kind: "heic", width: 4032, height: 3024 }, ["date"]],
  ["a.avif", make.avif(1600, 900), { kind: "avif", width: 1600, height: 900 }, ["date"]],
  ["a.ogg", make.ogg(4), { kind: "ogg", seconds: 4 }, ["date"]],
  ["a.flac", make.flac(11), { kind: "flac", seconds: 11 }, ["date"]],
  ["a.wav", make.wav(3), { kind: "wav", seconds: 3 }, ["date"]],
  // 100 frames of 1152 samples at 44,100 a second.
  ["a.mp3", make.mp3(100), { kind: "mp3", seconds: 2.612 }, ["date"]],
  ["b.mp3", make.mp3(100, make.id3(50_000)), { kind: "mp3", seconds: 2.612 }, ["date"]],
  ["a.mp4", make.mp4(90, { width: 640, height: 360, place: "+47.3770+008.5420/" }), { kind: "mp4", seconds: 90, width: 640, height: 360, date: "2025-04-03", place: "47.377, 8.542" }, []],
  ["a.mov", make.mp4(5, { width: 64, height: 48, brand: "qt  " }), { kind: "mov", seconds: 5, width: 64, height: 48, date: "2025-04-03" }, []],
  ["a.m4a", make.mp4(12, { brand: "M4A " }), { kind: "m4a", seconds: 12, date: "2025-04-03" }, []],
  // Named and branded like a film, but there is only sound in it.
  ["sound.mp4", make.mp4(12), { kind: "m4a", seconds: 12, date: "2025-04-03" }, []],
  ["a.webm", make.webm(7, { width: 320, height: 240 }), { kind: "webm", seconds: 7, width: 320, height: 240 }, ["date"]],
  // As a browser records it: the head does not say how long it is.
  ["recorded.webm", make.webm(7, { width: 320, height: 240, says: false }), { kind: "webm", seconds: 7, width: 320, height: 240 }, ["date"]],
  ["a.txt", make.utf8("Straße, 3 s.\r\nTwo lines.\n"), { kind: "text", text: "Straße, 3 s.\nTwo lines." }, ["date"]],
  ["bom.txt", make.join([0xef, 0xbb, 0xbf], make.utf8("é")), { kind: "text", text: "é" }, ["date"]],
  ["wide.txt", make.join([0xff, 0xfe], Buffer.from("Grüße", "utf16le")), { kind: "text", text: "Grüße" }, ["date"]],
  ["old.txt", make.latin("Gr\xfc\xdfe"), { kind: "text", text: "Grüße" }, ["date"]],
  ["a.md", "# Plan #\n\n```\n# no heading\n```\n## Why *so*\ntext\n", { kind: "markdown", headings: ["Plan", "Why *so*"], text: "# Plan #\n\n```\n# no heading\n```\n## Why *so*\ntext" }, ["date"]],
  ["a.csv", "row,mark\npace,3\n", { kind: "csv", text: "row,mark\npace,3" }, ["date"]],
  ["a.html", "<!DOCTYPE html><html><head><title>no</title><script>var x = '<p>no';</script></head><body><h1>Plan &amp; aim</h1><!-- no > --><p>Wait&nbsp;3&#32;s.</p></body></html>", { kind: "html", headings: ["Plan & aim"], text: "Plan & aim\n\nWait\u00a03 s." }, ["date"]],
  ["a.zip", make.zip([["a.txt", "a"]]), { kind: "zip" }, []],
  ["empty.txt", "", { kind: "text", text: "" }, []],
];

describe("facts of valid files", () => {
  for (const [name, content, facts, unknown] of VALID) {
    it(name, async () => {
      const bytes = make.join(content);
      const found = await probe(make.file(name, bytes));
      assert.deepEqual(bare(found), facts);
      assert.deepEqual([found.name, found.bytes, found.sha256], [name, bytes.length, sha(bytes)]);
      assert.deepEqual((found.undetermined ?? []).map(({ what }) => what), unknown);
      assert.ok(found.id.length > 8 && Object.isFrozen(found));
    });
  }

  it("a text longer than what is handed on is counted, and that is said", async () => {
    const line = "Three words here. Again three words!\n"; // 6 words, 37 characters, 2 sentences
    const found = await probe(make.file("long.txt", line.repeat(40_000)));
    assert.equal(found.text, undefined);
    assert.deepEqual([found.words, found.sentences], [240_000, 80_000]);
    assert.equal(found.characters, 37 * 40_000 - 1);
    assert.deepEqual(found.undetermined.map(({ what }) => what), ["date", "text"]);
    assert.ok(found.notes.some(({ key }) => key.includes("words were counted here")));
  });

  it("a long text is counted as the engine counts it", async () => {
    const rubricate = await load();
    const rubric = rubricate.compile('rubric t { evidence plan "Plan" { accepts text } check a; score w = words of plan; score s = sentences of plan; score c = characters of plan; score all = a }');
    const mixed = ["It's a teacher's plan, e.g. this. “Really?” she said.", "Größe: 3.5 m… Und dann? Ja!", "これは文です。次の文。", "नमस्ते। ठीक है।", "สวัสดีครับ 中文句子。カタカナ", "한국어 문장입니다.", "👩‍👩‍👧 e\u0301 naïve co-operate", "", "No stop here", "", "(A bracket.) Then 7 more!"].join("\n");
    const text = `${mixed}\n`.repeat(6000).trim();
    const found = await probe(make.file("long.txt", make.utf8(text)));
    assert.equal(found.text, undefined);
    const assessment = rubric.start({ locale: "en" });
    assessment.attach("plan", { id: "x", kind: "text", text });
    const exact = (name) => Number(assessment.outcome.scores[name].exact);
    assert.deepEqual([found.words, found.sentences, found.characters], [exact("w"), exact("s"), exact("c")]);
  });

  it("the reader is told how far it is, and may stop it", async () => {
    const seen = [];
    await probe(make.file("a.bin", new Uint8Array(40 << 20)), null, { onProgress: (done) => seen.push(done) });
    assert.ok(seen.length > 20 && seen.at(-1) === 1 && seen.every((done, at) => at === 0 || done > seen[at - 1]));
    const stop = new AbortController();
    const reason = new Error("enough");
    const asked = probe(make.file("a.bin", new Uint8Array(40 << 20)), null, { signal: stop.signal, onProgress: () => stop.abort(reason) });
    await assert.rejects(asked, (error) => error === reason);
    await assert.rejects(probe("x", null, { signal: stop.signal }), (error) => error === reason);
    const late = new AbortController();
    const pdf = probe(make.file("a.pdf", make.pdf(Array(300).fill("words and words"))), null, { signal: late.signal });
    setTimeout(() => late.abort(reason), 20);
    await assert.rejects(pdf, (error) => error === reason);
  });

  it("a film of 500 MB is never held in memory", async () => {
    const folder = mkdtempSync(join(tmpdir(), "rubricate-film-"));
    const path = join(folder, "film.mp4");
    try {
      // The film's data lie in a hole of the file, its head behind them.
      const size = 500 << 20;
      const whole = make.mp4(600, { width: 1280, height: 720, data: 0 });
      const [ftyp, moov] = [whole.slice(0, 24), whole.slice(24, whole.length - 8)];
      const handle = openSync(path, "w");
      writeSync(handle, ftyp);
      writeSync(handle, make.join([0x1f, 0x40, 0, 0], "mdat").map((byte, at) => (at < 4 ? (size >>> (24 - at * 8)) & 255 : byte)));
      closeSync(handle);
      truncateSync(path, ftyp.length + size);
      const end = openSync(path, "a");
      writeSync(end, moov);
      closeSync(end);
      const blob = await openAsBlob(path);
      const before = process.memoryUsage().rss;
      let most = before;
      const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
      const found = await probe(blob, null, { name: "film.mp4" });
      clearInterval(watch);
      assert.deepEqual([found.kind, found.seconds, found.width, found.height, found.date, found.bytes], ["mp4", 600, 1280, 720, "2025-04-03", blob.size]);
      assert.equal(found.sha256.length, 64);
      assert.ok(most - before < 150 << 20, `${(most - before) >> 20} MiB more`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("the engine takes the facts, and they come back from a saved document", async () => {
    const rubricate = await load();
    const rubric = rubricate.compile('rubric t { evidence plan "Plan" { accepts docx; words ..10; items 1..3; no duplicates } evidence photo "Photo" { accepts image; optional } check a; score s = a }');
    const assessment = rubric.start({ locale: "en" });
    const facts = await probe(make.file("Copy of plan.docx", make.docx()), rubric.outline.evidence[0]);
    assessment.attach("plan", facts);
    assert.equal(assessment.outcome.evidence.slots.plan.state, "complete");
    assessment.attach("plan", await probe(make.file("same.docx", make.docx())));
    assert.equal(assessment.outcome.evidence.slots.plan.state, "incomplete");
    assessment.attach("photo", await probe(make.file("p.jpg", make.jpeg(40, 30, make.exif({ latitude: 1, longitude: 2 })))));
    const saved = JSON.parse(JSON.stringify(assessment.save()));
    const [kept] = saved.evidence.plan;
    assert.deepEqual([kept.headings, kept.created, kept.notes[0].data], [["Lesson plan"], "2024-03-01", ["Copy of"]]);
    assert.equal(saved.evidence.photo[0].camera, "Acme One");
    assert.deepEqual(JSON.parse(JSON.stringify(rubric.start({ saved }).save())), saved);
  });
});

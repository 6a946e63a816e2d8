// A portfolio goes round, says what became of its files, and hostile ones are refused.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import { deflateRawSync } from "node:zlib";
import { unzipSync } from "fflate";
import { load } from "rubricate";
import { NOTES, openPortfolio, packPortfolio, probe } from "rubricate/evidence";
import * as make from "./corpus.mjs";

const rubricate = await load();
const rubric = rubricate.compile('rubric t "T" { evidence plan "Plan" { accepts docx; items 1..3 } evidence clip "Clip" { accepts video; optional } check a; score s = a }');
const sha = (bytes) => createHash("sha256").update(bytes).digest("hex");
const bytesOf = async (blob) => new Uint8Array(await blob.arrayBuffer());
const html = "<!doctype html><title>Summary</title><p>Ünïcode</p>";

async function made() {
  const assessment = rubric.start({ locale: "en" });
  assessment.rate("a", true);
  const files = [];
  for (const [slot, name, bytes] of [["plan", "Lesson plan – ü.docx", make.docx()], ["plan", "../../evil.docx", make.join(make.docx())], ["clip", "clip.mp4", make.mp4(9, { width: 64, height: 48, data: 6 << 20 })]]) {
    const file = make.file(name, bytes);
    const facts = await probe(file);
    assessment.attach(slot, facts);
    files.push({ slot, id: facts.id, name, file });
  }
  const saved = assessment.save({ at: "2025-08-01T10:00:00Z" });
  return { saved, files, blob: await packPortfolio({ saved, files, html }) };
}

/** Members as [name, content], to be put together again otherwise. */
async function membersOf(blob) {
  return Object.entries(unzipSync(await bytesOf(blob))).map(([name, content]) => ({ name, content }));
}
const again = (members) => new Blob([make.zip(members)]);
const keys = ({ problems }) => problems.map(({ key, data }) => [Object.keys(NOTES).find((name) => NOTES[name] === key), ...data]);

describe("a portfolio", () => {
  it("goes round, and is the same each time", async () => {
    const { saved, files, blob } = await made();
    const opened = await openPortfolio(blob);
    assert.deepEqual(opened.saved, JSON.parse(JSON.stringify(saved)));
    assert.equal(opened.html, html);
    assert.deepEqual(opened.problems, []);
    for (const [index, { slot, id, name, file }] of files.entries()) {
      const one = opened.files[index];
      assert.deepEqual([one.slot, one.id, one.name, one.state, one.bytes], [slot, id, name, "same", file.size]);
      assert.equal(one.sha256, sha(await bytesOf(file)));
      assert.deepEqual(await bytesOf(one.file), await bytesOf(file));
      assert.match(one.path, /^files\/00\d-[\w.-]+$/);
    }
    const back = rubric.start({ saved: opened.saved });
    assert.equal(back.outcome.rows.a.state, "rated");
    assert.deepEqual(await bytesOf(await packPortfolio({ saved, files, html })), await bytesOf(blob));
    // Any other program opens it too.
    assert.deepEqual(Object.keys(unzipSync(await bytesOf(blob))).sort(), ["files/001-Lesson_plan_u_.docx", "files/002-evil.docx", "files/003-clip.mp4", "manifest.json", "saved.json", "summary.html"]);
  });

  it("says what was changed, what is missing and what is extra", async () => {
    const members = await membersOf((await made()).blob);
    const index = members.findIndex(({ name }) => name.startsWith("files/001"));
    const changed = members.map((one, at) => (at === index ? { ...one, content: make.utf8("another") } : one));
    const first = await openPortfolio(again(changed));
    assert.deepEqual(keys(first), [["portfolioChanged", "Lesson plan – ü.docx"]]);
    assert.equal(first.files[0].state, "changed");
    const missing = await openPortfolio(again(members.filter((_, at) => at !== index)));
    assert.deepEqual(keys(missing), [["portfolioMissing", "Lesson plan – ü.docx"]]);
    const extra = await openPortfolio(again([...members, { name: "files/more.txt", content: "more" }]));
    assert.deepEqual([keys(extra), extra.files.at(-1).state], [[["portfolioExtra", "files/more.txt"]], "extra"]);
    const saved = members.map((one) => (one.name === "saved.json" ? { ...one, content: `${new TextDecoder().decode(one.content)} ` } : one));
    assert.deepEqual(keys(await openPortfolio(again(saved))), [["portfolioChanged", "saved.json"]]);
  });

  it("says it when a file is not the one the assessment was made with, or was never packed", async () => {
    const { saved, files } = await made();
    const other = files.map((one, at) => (at === 0 ? { ...one, file: new Blob(["other"]) } : one));
    const swapped = await openPortfolio(await packPortfolio({ saved, files: other, html }));
    assert.deepEqual([keys(swapped), swapped.files[0].state], [[["portfolioOther", files[0].name]], "changed"]);
    const fewer = await openPortfolio(await packPortfolio({ saved, files: files.slice(1), html }));
    assert.deepEqual(keys(fewer), [["portfolioMissing", files[0].name]]);
  });

  it("one byte wrong anywhere: it is said or refused", async () => {
    const { saved, files } = await made();
    const blob = await packPortfolio({ saved, files: files.slice(0, 2), html });
    const whole = await bytesOf(blob);
    const texts = async (opened) => JSON.stringify([opened.saved, opened.html, ...(await Promise.all(opened.files.map(async ({ file, slot, id, name }) => [slot, id, name, sha(await bytesOf(file))])))]);
    const right = await texts(await openPortfolio(blob));
    const [from, noted] = [(await openPortfolio(blob)).problems.length, []];
    let seed = 11;
    for (let turn = 0; turn < 250; turn += 1) {
      seed = (seed * 48271) % 2147483647;
      const wrong = whole.slice();
      wrong[seed % wrong.length] ^= 1 << (turn % 8);
      try {
        const opened = await openPortfolio(new Blob([wrong]));
        if (opened.problems.length === from) assert.equal(await texts(opened), right);
        else noted.push("said");
      } catch (error) {
        assert.match(error.message, /^this portfolio cannot be opened: /);
        noted.push("refused");
      }
    }
    assert.ok(noted.filter((one) => one === "said").length > 20 && noted.filter((one) => one === "refused").length > 20);
  });

  it("hostile ones are refused, with the reason", async () => {
    const members = await membersOf((await made()).blob);
    const refused = async (blob, why) => assert.rejects(openPortfolio(blob), (error) => error.name === "RubricError" && why.test(error.message), String(why));
    for (const name of ["../x", "files/../../x", "/etc/passwd", "C:\\x", "files\\x", "files/./x", "files/a\u202efdp.exe", "files/\0"]) await refused(again([...members, { name, content: "x" }]), /leads elsewhere or hides/);
    await refused(again([...members, { name: "files/x", content: "/etc/passwd", unix: 0o120777 }]), /a link to another file/);
    await refused(again([...members, { name: "saved.json", content: "{}" }]), /twice/);
    await refused(again([...members, { name: "SAVED.json", content: "{}" }]), /twice/);
    await refused(again([...members, { name: "x", content: "x", flags: 0x801 }]), /password/);
    await refused(again([...members, { name: "x".repeat(400), content: "x" }]), /too long/);
    await refused(again(Array.from({ length: 5000 }, (_, at) => ({ name: `${at}`, content: "", raw: true }))), /more files/);
    const zeros = deflateRawSync(Buffer.alloc(200 << 20, 32), { level: 9 });
    const saved = members.map((one) => (one.name === "saved.json" ? { name: one.name, content: "", packed: zeros, size: 100, crc: 0 } : one));
    await refused(again(saved), /unpacks to more/);
    await refused(again([...members, { name: "files/bomb", content: "", packed: zeros, size: 1000, crc: 0 }]), /unpacks to more/);
    await refused(again([...members, ...[1, 2].map((at) => ({ name: `files/huge${at}`, content: "", packed: new Uint8Array(5), size: 0xf0000000, crc: 0 }))]), /more than a portfolio may hold/);
    await refused(again([...members, { name: "files/over", content: members[0].content, offset: 0 }]), /on top of each other/);
    await refused(new Blob(["no zip at all"]), /damaged/);
    await refused(new Blob([]), /damaged/);
    await refused(new Blob([make.docx()]), /manifest\.json is missing/);
    for (const [content, why] of [["[]", /not as it should/], ["{", /not as it should/], ['{"format":"x"}', /no portfolio/], ['{"format":"rubricate/portfolio","version":2}', /newer/], ['{"format":"rubricate/portfolio","version":1,"documents":{},"files":[{"path":1}]}', /not as it should/], ['{"format":"rubricate/portfolio","version":1,"documents":{},"files":[null]}', /not as it should/]]) {
      await refused(again(members.map((one) => (one.name === "manifest.json" ? { ...one, content } : one))), why);
    }
    await refused(again(members.map((one) => (one.name === "saved.json" ? { ...one, content: '{"format":"else"}' } : one))), /no saved assessment/);
  });

  it("may be stopped, and says how far it is", async () => {
    const { saved, files, blob } = await made();
    const seen = [];
    await packPortfolio({ saved, files, html }, { onProgress: (done) => seen.push(done) });
    assert.ok(seen.length > 3 && seen.at(-1) === 1);
    const stop = new AbortController();
    stop.abort(new Error("enough"));
    await assert.rejects(packPortfolio({ saved, files, html }, { signal: stop.signal }), /enough/);
    await assert.rejects(openPortfolio(blob, { signal: stop.signal }), /enough/);
  });
});

// What people get wrong, and what somebody means harm with: the right facts, or
// which are not known and why. Each within its time, and nothing is asked of any network.
import assert from "node:assert/strict";
import dns from "node:dns";
import net from "node:net";
import { after, before, describe, it } from "node:test";
import { deflateRawSync } from "node:zlib";
import { NOTES, probe, WHY } from "rubricate/evidence";
import * as make from "./corpus.mjs";

const MOST_TIME = 20_000;
const asked = [];
const real = { fetch: globalThis.fetch, connect: net.Socket.prototype.connect, lookup: dns.lookup };
before(() => {
  globalThis.fetch = async (input) => (asked.push(String(input)), Promise.reject(new Error("no network")));
  net.Socket.prototype.connect = function connect(...given) {
    asked.push(JSON.stringify(given));
    return real.connect.apply(this, given);
  };
  dns.lookup = (name) => void asked.push(name);
});
after(() => {
  globalThis.fetch = real.fetch;
  net.Socket.prototype.connect = real.connect;
  dns.lookup = real.lookup;
  assert.deepEqual(asked, [], "something was asked of the network");
});

async function look(name, bytes, options) {
  const from = performance.now();
  const found = await probe(make.file(name, bytes), null, options);
  const took = performance.now() - from;
  assert.ok(took < MOST_TIME, `${name} took ${Math.round(took)} ms`);
  return {
    ...found,
    why: Object.fromEntries((found.undetermined ?? []).map(({ what, why }) => [what, why])),
    said: found.notes.map(({ sentence }) => sentence),
  };
}
const says = (found, name, ...data) => {
  let at = 0;
  const wanted = NOTES[name].replaceAll("{}", () => data[at++]);
  assert.ok(found.said.includes(wanted), `${JSON.stringify(wanted)} is not in ${JSON.stringify(found.said)}`);
};
const silent = (found, name) => assert.ok(!found.notes.some(({ key }) => key === NOTES[name]), `it says: ${JSON.stringify(found.said)}`);

describe("names that disagree with the content", () => {
  it("a program named like a document", async () => {
    for (const [name, bytes, kind, ending] of [["plan.pdf", make.exe(), "exe", "pdf"], ["photo.jpg", make.elf(), "elf", "jpeg"]]) {
      const found = await look(name, bytes);
      assert.deepEqual([found.kind, found.declaredKind], [kind, ending]);
      says(found, "program");
      says(found, "otherKind", ending, kind);
      assert.equal(found.why.pages, WHY.unread);
    }
  });
  it("a document named like another", async () => {
    const found = await look("plan.pdf", make.docx());
    assert.deepEqual([found.kind, found.declaredKind, found.pages], ["docx", "pdf", 3]);
    says(found, "otherKind", "pdf", "docx");
    silent(await look("plan.jpg", make.jpeg(4, 4)), "otherKind");
    silent(await look("plan", make.jpeg(4, 4)), "otherKind");
    silent(await look("code.py", "print(1)"), "otherKind");
  });
  it("a page named like a picture, and noise named like a PDF", async () => {
    const page = await look("a.png", "<!doctype html><script>alert(1)</script>words");
    assert.deepEqual([page.kind, page.text], ["html", "words"]);
    says(page, "otherKind", "png", "html");
    const noise = await look("a.pdf", Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 251));
    says(noise, "otherKind", "pdf", noise.kind);
    assert.ok(noise.why.pages);
  });
  it("signs that turn the text around them, and two endings", async () => {
    const turned = await look("plan\u202efdp.exe", make.exe());
    assert.equal(turned.declaredKind, "exe");
    says(turned, "hiddenInName", ".exe");
    says(await look("plan.pdf.exe", make.exe()), "doubleEnding", ".exe");
    assert.equal((await look("plan.pdf\u200b", make.pdf(["x"]))).declaredKind, "pdf");
  });
  it("drafts and copies by name", async () => {
    const drafts = ["plan draft.docx", "Copy of plan.docx", "plan (1).docx", "plan-v2-final-final.docx", "plan_final_v3.docx", "Entwurf Plan.docx", "Kopie von Plan.docx", "plan - Kopie.docx", "plan copy.docx", "plan - Copy (2).docx", "Untitled document.docx", "Document1.docx", "~$plan.docx"];
    for (const name of drafts) assert.ok((await look(name, "text")).notes.some(({ key }) => key === NOTES.draftName), name);
    const fine = ["plan.docx", "Final reflection.docx", "Drafting table.docx", "Copyright and copying.docx", "2025-06-lesson.pdf", "Chapter (1990) notes.docx", "documentation.docx", "finale.mp3", "v2 plan.docx", "Document analysis.docx", "overdraft.docx", "Photocopy.docx"];
    for (const name of fine) assert.deepEqual((await look(name, "text")).notes.filter(({ key }) => key === NOTES.draftName), [], name);
  });
});

describe("files that are not the thing", () => {
  it("empty ones", async () => {
    const found = await look("plan.pdf", []);
    assert.deepEqual([found.kind, found.bytes, found.why.pages], ["other", 0, WHY.empty]);
    says(found, "empty");
    says(await look("a.txt", []), "empty");
  });
  it("shortcuts", async () => {
    const url = "https://docs.example/plan";
    const shortcuts = [
      ["a.url", `[InternetShortcut]\r\nURL=${url}\r\n`],
      ["a.webloc", `<?xml version="1.0"?><plist version="1.0"><dict><key>URL</key><string>${url}</string></dict></plist>`],
      ["a.webloc", make.join("bplist00", [0xd1, 1, 2, 0x53], "URL", [0x5f, 0x10, url.length], url, [0])],
      ["a.gdoc", JSON.stringify({ url, doc_id: "x", email: "a@b.example" })],
      ["a.desktop", `[Desktop Entry]\nType=Link\nURL=${url}\n`],
      ["plan.pdf", `[InternetShortcut]\nURL=${url}`],
    ];
    for (const [name, content] of shortcuts) {
      const found = await look(name, content);
      assert.equal(found.kind, "shortcut", name);
      assert.ok(found.url.startsWith(url), `${name}: ${found.url}`);
      assert.equal(found.why.text, WHY.shortcut);
      says(found, "shortcut", "docs.example");
    }
    says(await look("plan.docx.lnk", make.lnk()), "shortcutUnknown");
    says(await look(".plan.docx.icloud", make.join("bplist00", new Uint8Array(9))), "notDownloaded");
  });
  it("locked ones", async () => {
    const locked = [
      ["a.pdf", make.pdfLocked(), "pdf"], ["a.docx", make.ole("EncryptionInfo", "EncryptedPackage"), "docx"],
      ["a.odt", make.od("text", "", "<m:encryption-data/>"), "odt"], ["a.zip", make.zip([{ name: "a", content: "a", flags: 0x801 }]), "zip"],
    ];
    for (const [name, bytes, kind] of locked) {
      const found = await look(name, bytes);
      assert.deepEqual([found.kind, found.encrypted], [kind, true], name);
      if (kind !== "zip") assert.deepEqual([found.why.words, found.why.pages], [WHY.password, WHY.password]);
    }
  });
  it("scans, and what older Office wrote", async () => {
    const scan = await look("scan.pdf", make.pdf(["", ""]));
    assert.deepEqual([scan.pages, scan.text], [2, ""]);
    says(scan, "scan");
    for (const [stream, kind] of [["WordDocument", "doc"], ["Workbook", "xls"], ["PowerPoint Document", "ppt"]]) {
      const old = await look(`a.${kind}`, make.ole(stream));
      assert.deepEqual([old.kind, old.why.words], [kind, WHY.unread]);
    }
  });
  it("places in photos are said, and names in texts", async () => {
    const photo = await look("a.jpg", make.jpeg(40, 30, make.exif({ latitude: 47.377, longitude: 8.542 })));
    says(photo, "place", "47.377, 8.542");
    says(photo, "camera", "Acme One");
    const text = await look("a.txt", make.utf8("Hello.\nAnnabel asked.\nthen ana said\nÉLODIE too"), { names: ["Ana", "Élodie", "Zoe", ""] });
    assert.deepEqual(text.said, ["The name Ana stands in line 3.", "The name Élodie stands in line 4."]);
  });
});

describe("damaged files", () => {
  const whole = { "a.pdf": make.pdf(["One.", "Two."]), "a.docx": make.docx(), "a.xlsx": make.xlsx(), "a.odt": make.odt(), "a.png": make.png(60, 40), "a.jpg": make.jpeg(40, 30), "a.webp": make.webpLossless(30, 20), "a.mp4": make.mp4(9, { width: 64, height: 48 }), "a.webm": make.webm(9, { width: 64, height: 48 }), "a.wav": make.wav(1), "a.mp3": make.mp3(20) };
  it("cut off anywhere: an answer each time", async () => {
    for (const [name, bytes] of Object.entries(whole)) {
      for (let part = 0; part < 12; part += 1) {
        const found = await look(name, bytes.slice(0, Math.floor((bytes.length * part) / 12)));
        assert.ok(found.kind, name);
      }
    }
    const half = await look("a.docx", whole["a.docx"].slice(0, 900));
    assert.deepEqual([half.kind, half.why.words], ["zip", WHY.damaged]);
    says(half, "damaged");
    const film = await look("a.mp4", whole["a.mp4"].slice(0, 300));
    assert.ok(film.why.seconds);
    const picture = await look("a.png", whole["a.png"].slice(0, 18));
    assert.deepEqual([picture.kind, picture.why.width], ["png", WHY.damaged]);
  });
  it("one byte wrong anywhere: an answer each time, and of an office file never another text", async () => {
    let seed = 7;
    const dice = (most) => (seed = (seed * 48271) % 2147483647) % most;
    const { text } = await look("a.docx", whole["a.docx"]);
    for (const [name, bytes] of Object.entries(whole)) {
      for (let turn = 0; turn < (name === "a.pdf" ? 12 : name === "a.webm" ? 30 : 60); turn += 1) {
        const wrong = bytes.slice();
        wrong[dice(wrong.length)] ^= 1 << dice(8);
        const found = await look(name, wrong);
        if (name === "a.docx" && found.text !== undefined) assert.equal(found.text, text);
      }
    }
  });
  it("a PDF that lies about its pages, or has none", async () => {
    assert.equal((await look("a.pdf", make.pdf(["one"], { count: 200 }))).pages, 1);
    const none = await look("a.pdf", "%PDF-1.7\nnothing at all");
    assert.equal(none.why.pages, WHY.damaged);
    says(none, "damaged");
  });
});

describe("files that mean harm", () => {
  const zeros = (mib) => deflateRawSync(Buffer.alloc(mib << 20, 32), { level: 9 });
  const bomb = (name, packed, size) => ({ name, content: "", packed, size, crc: 0 });

  it("a member that unpacks to more than is read", async () => {
    const parts = make.docxParts("").filter(([name]) => name !== "word/document.xml");
    const found = await look("bomb.docx", make.zip([...parts, bomb("word/document.xml", zeros(200), 200 << 20)]));
    assert.deepEqual([found.kind, found.why.words, found.text], ["docx", WHY.bomb, undefined]);
    // It says that it is small: what comes out is counted.
    const lies = await look("bomb.docx", make.zip([...parts, bomb("word/document.xml", zeros(200), 100)]));
    assert.equal(lies.why.words, WHY.bomb);
    const many = await look("bomb.xlsx", make.zip([
      ["[Content_Types].xml", '<Types xmlns="t"><Override PartName="/xl/workbook.xml" ContentType="a.spreadsheetml.sheet.main+xml"/></Types>'], ["xl/workbook.xml", "<workbook/>"],
      ...Array.from({ length: 50 }, (_, at) => bomb(`xl/worksheets/sheet${at}.xml`, zeros(16), 16 << 20)),
    ]));
    assert.ok(many.why.words);
  });
  it("members on top of each other, twice the same part, too many", async () => {
    const content = make.documentXml(make.paragraph("one"));
    const twice = await look("a.docx", make.zip([...make.docxParts(make.paragraph("one")), ["word/document.xml", make.documentXml(make.paragraph("two"))]]));
    assert.deepEqual([twice.kind, twice.why.words], ["docx", WHY.twice]);
    const many = await look("a.zip", make.zip(Array.from({ length: 12_000 }, (_, at) => ({ name: `${at}`, content: "", raw: true }))));
    assert.deepEqual([many.kind, many.why.words], ["zip", WHY.members]);
    const away = await look("a.docx", make.zip([...make.docxParts("").slice(0, 1), { name: "word/document.xml", content, offset: 1 << 30 }]));
    assert.equal(away.why.words, WHY.damaged);
  });
  it("XML that is deep, that has entities, that never closes", async () => {
    const deep = await look("a.docx", make.zip(make.docxParts("<w:x>".repeat(200_000))));
    assert.equal(deep.why.words, WHY.deep);
    const laughs = `<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "${"&a;".repeat(100)}"><!ENTITY x SYSTEM "file:///etc/passwd">]>`;
    const [types, , ...rest] = make.docxParts("");
    const entities = await look("a.docx", make.zip([types, ["word/document.xml", `${laughs}${make.documentXml(make.paragraph("&b;&x;")).replace(/^<\?.*?\?>/, "")}`], ...rest]));
    assert.deepEqual([entities.why.words, entities.text], [WHY.doctype, undefined]);
    const wide = await look("a.docx", make.zip([types, ["word/document.xml", make.documentXml("<w:p/>".repeat(300_000))], ...rest]));
    assert.equal(wide.text, "");
    const attributes = await look("a.docx", make.zip([types, ["word/document.xml", `<w:document xmlns:w="w" ${Array.from({ length: 50_000 }, (_, at) => `a${at}="1"`).join(" ")}/>`], ...rest]));
    assert.ok(attributes.kind === "docx");
  });
  it("a PDF of thousands of objects, of pages that are their own parents, of a thousand outlines", async () => {
    const objects = await look("many.pdf", make.pdf(["One."], { extra: Array.from({ length: 20_000 }, (_, at) => `<< /N ${at} >>`) }));
    assert.deepEqual([objects.pages, objects.text], [1, "One."]);
    const circle = await look("circle.pdf", make.pdfOf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]));
    assert.equal(circle.kind, "pdf");
    assert.ok(circle.why.pages !== undefined || circle.why.text !== undefined);
    const nested = await look("nested.pdf", make.pdfOf([`<< /Type /Catalog /Pages ${"[".repeat(100_000)}`]));
    assert.equal(nested.kind, "pdf");
    const script = await look("script.pdf", make.pdf(["One."], { extra: ["<< /S /JavaScript /JS (app.alert\\(1\\)) >>"], trailer: "/OpenAction 7 0 R" }));
    assert.equal(script.text, "One.");
  });
  it("two kinds at once", async () => {
    const archive = make.zip([["a.txt", "a"]]);
    const cases = [
      [make.join(make.jpeg(4, 4), archive), "jpeg", "zip"], [make.join(make.pdf(["x"]), archive), "pdf", "zip"],
      [make.join(make.gif(4, 4), make.pdf(["x"])), "gif", "pdf"], [make.join("MZ", new Uint8Array(60), make.pdf(["x"])), "exe", "pdf"],
    ];
    for (const [bytes, kind, also] of cases) {
      const found = await look("a.bin", bytes);
      assert.equal(found.kind, kind);
      says(found, "twoKinds", kind, also);
    }
    silent(await look("a.pdf", make.pdf(["x"])), "twoKinds");
    silent(await look("a.docx", make.docx()), "twoKinds");
  });
  it("media that promise more than they have", async () => {
    const huge = make.mp4(9, { width: 64, height: 48 });
    // The film's head claims two gigabytes.
    huge.set([0x7f, 0xff, 0xff, 0xff], 24);
    assert.ok((await look("a.mp4", huge)).kind);
    const boxes = await look("a.mp4", make.join(make.box("ftyp", "isom", [0, 0, 0, 0]), ...Array.from({ length: 20_000 }, () => make.box("free"))));
    assert.ok(boxes.why.seconds);
    const riff = make.wav(1);
    riff.set([255, 255, 255, 255], 40);
    assert.ok((await look("a.wav", riff)).kind === "wav");
    const nest = make.join(make.box("ftyp", "isom", [0, 0, 0, 0]), ...Array.from({ length: 30_000 }, (_, at) => make.join([0, ((30_000 - at) * 8) >> 16, (((30_000 - at) * 8) >> 8) & 255, ((30_000 - at) * 8) & 255], at === 0 ? "moov" : "trak")));
    assert.ok((await look("a.mp4", nest)).why.seconds);
  });
  it("texts: a page of a million open tags, lines without end", async () => {
    const tags = await look("a.html", `<html>${"<div>".repeat(400_000)}words`);
    assert.equal(tags.text, "words");
    const open = await look("a.html", `<html>${"<!--".repeat(100_000)}`);
    assert.equal(open.kind, "html");
    const line = await look("a.md", "#".repeat(900_000));
    assert.equal(line.kind, "markdown");
    const spaces = await look("a.txt", `a${" \t".repeat(400_000)}b`);
    assert.equal(spaces.kind, "text");
    const comment = await look("a.svg", `<!--${" ".repeat(900_000)}`);
    assert.ok(comment.kind);
  });
});

describe("links, by their shape", () => {
  const link = async (text) => {
    const found = await probe(text);
    return { ...found, said: found.notes.map(({ sentence }) => sentence) };
  };
  it("what is a link, and what is a text", async () => {
    assert.deepEqual([(await link("https://video.example/a?b#c")).url, (await link(" www.school.example ")).url], ["https://video.example/a?b#c", "https://www.school.example/"]);
    for (const text of ["See https://a.example for it", "Reflection: I waited", "https://a.example\nmore"]) assert.equal((await link(text)).kind, "text", text);
    const slot = { name: "reflection", rules: [{ kind: "accepts", values: ["text"] }] };
    assert.equal((await probe("https://a.example/", slot)).kind, "text");
    const text = await link("I waited.");
    assert.deepEqual([text.text, text.bytes], ["I waited.", 9]);
  });
  it("links for editing, behind a sign-in, to private places", async () => {
    const cases = [
      ["https://docs.google.com/document/d/x/edit", "linkEdit", "linkSignIn"], ["https://docs.google.com/document/d/x/edit?usp=sharing", "linkEdit", "linkSignIn"],
      ["https://docs.google.com/document/d/e/x/pub"], ["https://school.sharepoint.com/:w:/r/x?action=edit", "linkEdit", "linkSignIn"], ["https://school-my.sharepoint.com/personal/x", "linkSignIn"],
      ["https://onedrive.live.com/edit.aspx?resid=1", "linkEdit", "linkSignIn"], ["https://1drv.ms/w/s!x", "linkSignIn"], ["https://www.canva.com/design/x/edit", "linkEdit", "linkSignIn"],
      ["http://localhost:3000/", "linkInsecure", "linkPrivate"], ["https://192.168.1.4/x", "linkPrivate"], ["https://nas/plan", "linkPrivate"], ["file:///C:/plan.docx", "linkNotWeb"],
      ["javascript:alert(1)", "linkNotWeb"], ["https://ana:secret@a.example/", "linkSecret"], ["http://a.example/", "linkInsecure"], ["https://a.example/edit"], ["https://notdocs.google.com.a.example/edit"],
    ];
    for (const [url, ...wanted] of cases) {
      const found = await link(url);
      assert.equal(found.kind, "link", url);
      assert.deepEqual(found.notes.map(({ key }) => Object.keys(NOTES).find((name) => NOTES[name] === key)).sort(), wanted.sort(), url);
    }
    assert.deepEqual((await link("https://1drv.ms/w/s!x")).undetermined, [{ what: "access", why: WHY.signIn }]);
  });
});

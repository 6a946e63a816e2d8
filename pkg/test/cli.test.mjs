// The command line as somebody in a terminal meets it.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "rubricate-"));
after(() => rmSync(folder, { recursive: true }));

function run(args, { input = "", env = {} } = {}) {
  const done = spawnSync(process.execPath, [main, ...args], { cwd: folder, input, encoding: "utf8", env: { ...process.env, NO_COLOR: "1", ...env } });
  return { code: done.status, out: done.stdout, err: done.stderr };
}
function file(name, text) {
  writeFileSync(join(folder, name), text);
  return name;
}

const SOUND = `rubric r "R" {
  scale m "M" { low 0 "Low"; high 4 "High" }
  criterion a "A" on m
  criterion b "B" on m
  score total "Total" = percent of criteria
  award w "Badge" { won "Won" { needs total is at least 50% }; otherwise lost "Not yet" }
}
`;
const WRONG = SOUND.replace("at least 50%", "at leest 50%").replace("needs total", "needs totl");

describe("check", () => {
  it("ends with 0 and says so when nothing is wrong", () => {
    assert.deepEqual(run(["check", file("sound.rubric", SOUND)]), { code: 0, out: "", err: "nothing to mend\n" });
  });
  it("shows the line, the place and the mend, and ends with 1", () => {
    const { code, out, err } = run(["check", file("wrong.rubric", SOUND.replace("needs total", "needs totl"))]);
    assert.equal(code, 1);
    assert.equal(err, "1 error\n");
    assert.equal(out, `error[R203]: nothing here is called \`totl\`
 --> wrong.rubric:6:41
  |
6 |   award w "Badge" { won "Won" { needs totl is at least 50% }; otherwise lost "Not yet" }
  |                                       ^^^^
  = help: did you mean \`total\`?
  = mend: change to \`total\`

`.replaceAll(":6:41", `:6:${SOUND.split("\n")[5].indexOf("total") + 1}`));
  });
  it("reads standard input", () => {
    assert.equal(run(["check", "-"], { input: SOUND }).code, 0);
    assert.equal(run(["check", "-"], { input: WRONG }).code, 1);
  });
  it("colours only where it is asked to", () => {
    const plain = run(["check", file("wrong.rubric", WRONG)]);
    assert.ok(!plain.out.includes("\u001b"));
    const coloured = run(["check", "wrong.rubric"], { env: { NO_COLOR: "", FORCE_COLOR: "1" } });
    assert.ok(coloured.out.includes("\u001b[1;31merror"));
  });
  it("counts a warning as an error when it is strict", () => {
    const path = file("warned.rubric", SOUND.replace("at least 50%", "at least 50"));
    assert.equal(run(["check", path]).code, 0);
    assert.equal(run(["check", path, "--strict"]).code, 1);
  });
  it("writes JSON with what the package finds", () => {
    const { code, out } = run(["check", "--json", "sound.rubric", file("wrong.rubric", WRONG)]);
    const [sound, wrong] = JSON.parse(out);
    assert.equal(code, 1);
    assert.deepEqual(sound, { path: "sound.rubric", diagnostics: [] });
    assert.equal(wrong.diagnostics[0].severity, "error");
    assert.equal(wrong.diagnostics[0].span.line, 6);
  });
  it("writes SARIF whose mends, applied, leave nothing to mend", () => {
    const source = SOUND.replace("needs total", "needs totl");
    const log = JSON.parse(run(["check", "--sarif", file("a b.rubric", source)]).out);
    assert.equal(log.version, "2.1.0");
    const [{ results, tool }] = log.runs;
    assert.equal(tool.driver.rules[results[0].ruleIndex].id, "R203");
    assert.equal(results[0].locations[0].physicalLocation.artifactLocation.uri, "a%20b.rubric");
    const [{ deletedRegion: at, insertedContent }] = results[0].fixes[0].artifactChanges[0].replacements;
    assert.equal(source.split("\n")[at.startLine - 1].slice(at.startColumn - 1, at.startColumn - 1 + at.charLength), "totl");
    const mended = source.slice(0, at.charOffset) + insertedContent.text + source.slice(at.charOffset + at.charLength);
    assert.equal(run(["check", "-"], { input: mended }).code, 0);
  });
  it("finds the files that `use` names beside the rubric", () => {
    file("scales.rubric", 'rubric scales "Scales" { scale m "M" { low 0 "Low"; high 4 "High" } }\n');
    const path = file("uses.rubric", SOUND.replace('  scale m "M" { low 0 "Low"; high 4 "High" }\n', '  use "scales.rubric"\n'));
    assert.deepEqual(run(["check", path]), { code: 0, out: "", err: "nothing to mend\n" });
    rmSync(join(folder, "scales.rubric"));
    assert.match(run(["check", path]).out, /there is no file `scales\.rubric`/);
  });
  it("shows wide letters, tabs and orders to the terminal without breaking the picture", () => {
    const text = SOUND.replace('"Badge" { won', '"評価\u001b[31m\t" { wom').replace("needs total", "needs totl");
    const { out } = run(["check", file("odd.rubric", text)]);
    assert.ok(!out.includes("\u001b"));
    const lines = out.split("\n");
    const line = lines.findIndex((one) => one.includes("totl is"));
    const before = lines[line].slice(0, lines[line].indexOf("totl"));
    const columns = [...before].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 2 : 1), 0);
    assert.equal(lines[line + 1].indexOf("^"), columns);
  });
  it("cuts a very long line around the place", () => {
    const { out } = run(["check", file("long.rubric", SOUND.replace('"Total"', `"${"x".repeat(5000)}"`).replace("percent of criteria", "percent off criteria"))]);
    assert.ok(out.split("\n").every((line) => line.length < 200), "a line of the picture is longer than a screen");
    assert.match(out, /percent off criteria/);
  });
});

describe("score", () => {
  it("says what ratings come to", () => {
    const { code, out } = run(["score", "sound.rubric", file("r.json", '{"a":"high","b":"low"}')]);
    assert.equal(code, 0);
    assert.match(out, /^R\nBadge: Won\n/);
    assert.match(out, /Total: 50%/);
  });
  it("takes ratings among other things, and gives the whole outcome as JSON", () => {
    const { out } = run(["score", "sound.rubric", "-", "--json"], { input: '{"ratings":{"a":"high"},"comments":{}}' });
    assert.equal(JSON.parse(out).scores.total.lowest.exact, "1/2");
  });
  it("says which rating does not fit, with its path", () => {
    const { code, err } = run(["score", "sound.rubric", "-"], { input: '{"a":"hihg"}' });
    assert.equal(code, 1);
    assert.match(err, /^rubricate: rows\.a: /);
  });
  it("shows what is wrong with the rubric as check does", () => {
    const { code, err } = run(["score", "wrong.rubric", "r.json"]);
    assert.equal(code, 1);
    assert.match(err, /-->/);
  });
});

describe("new", () => {
  it("begins a rubric that is sound and whose example holds", () => {
    const { out } = run(["new", "lesson_planning"]);
    assert.deepEqual(run(["check", "-", "--strict"], { input: out }), { code: 0, out: "", err: "nothing to mend\n" });
  });
  it("never writes over a file", () => {
    file("mine.rubric", "mine");
    assert.equal(run(["new", "lesson", "mine.rubric"]).code, 2);
    assert.equal(readFileSync(join(folder, "mine.rubric"), "utf8"), "mine");
    assert.equal(run(["new", "lesson", "fresh.rubric"]).code, 0);
    assert.match(readFileSync(join(folder, "fresh.rubric"), "utf8"), /^# A rubric/);
  });
  it("refuses what is no name", () => assert.equal(run(["new", "2 words"]).code, 2));
});

describe("calls that cannot be", () => {
  for (const [args, said] of [
    [[], /rubricate COMMAND/],
    [["frobnicate"], /there is no command "frobnicate"/],
    [["check"], /check needs a file/],
    [["check", "nowhere.rubric"], /nowhere\.rubric cannot be read: there is no such file/],
    [["check", "."], /it is a folder/],
    [["check", "--bogus"], /bogus/],
    [["score", "sound.rubric"], /score needs/],
    [["score", "-", "-"], /one file only/],
  ]) {
    it(`rubricate ${args.join(" ")}`, () => {
      const { code, out, err } = run(args);
      assert.equal(code, 2);
      assert.equal(out, "");
      assert.match(err, said);
    });
  }
  it("a file that is no text", () => {
    writeFileSync(join(folder, "bytes.rubric"), Uint8Array.of(0xff, 0xfe, 0x00));
    assert.match(run(["check", "bytes.rubric"]).err, /it is not UTF-8 text/);
  });
  it("helps when asked", () => {
    const { code, out } = run(["--help"]);
    assert.equal(code, 0);
    assert.match(out, /check FILE/);
    assert.match(run(["--version"]).out, /^\d+\.\d+\.\d+\n$/);
  });
});

describe("--watch", () => {
  it("runs again when the file changes", async () => {
    const path = join(folder, file("watched.rubric", WRONG));
    const child = spawn(process.execPath, [main, "check", path, "--watch"], { env: { ...process.env, NO_COLOR: "1" } });
    let said = "";
    const until = (words) => new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${words} was not said: ${said}`)), 20_000);
      const look = () => said.includes(words) && (clearTimeout(late), resolve());
      child.stdout.on("data", (data) => ((said += data), look()));
      child.stderr.on("data", (data) => ((said += data), look()));
    });
    try {
      await until("1 error");
      writeFileSync(path, SOUND);
      await until("nothing to mend");
    } finally {
      child.kill();
    }
  });
});

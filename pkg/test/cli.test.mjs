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
  const done = spawnSync(process.execPath, [main, ...args], { cwd: folder, input, encoding: "utf8", env: { ...process.env, LC_ALL: "C", NO_COLOR: "1", ...env } });
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

// Two criteria of 0 to 4 points: A low, B open. So the total lies between 0 of 8 and 4 of 8.
const LADDER = `rubric r "R" {
  scale m "M" { low 0 "Low"; high 4 "High" }
  criterion a "A" on m
  criterion b "B" on m { may be left out }
  score total "Total" = round percent of criteria to nearest 5%, ties up
  award w "Badge" {
    top "Top" { needs every criterion is high }
    won "Won" { needs total is at least 50% }
    otherwise lost "Not yet"
  }
}
`;

describe("explain", () => {
  it("shows the calculation as a tree, from the value down to the ratings", () => {
    const { code, out } = run(["explain", file("ladder.rubric", LADDER), file("a.json", '{"a":"low","b":"high"}'), "total"]);
    assert.equal(code, 0);
    assert.equal(out, `Total: 50%
  round percent of criteria to nearest 5%, ties up: 50%, to steps of 5%, ties up
    percent of criteria: 50%
      A: 0, adds 0 of 4
      B: 4, adds 4 of 4
`);
  });
  it("says what is open, and what does not count", () => {
    assert.match(run(["explain", "ladder.rubric", file("open.json", '{"a":"low"}'), "total"]).out, /^Total: between 0% and 50%\n[^]*\n {6}B: between 0 and 4, unanswered\n$/);
    const { out } = run(["explain", "ladder.rubric", "-", "total"], { input: '{"a":"high","b":{"leftOut":""}}' });
    assert.match(out, /^Total: 100%\n[^]*\n {6}A: 4, adds 4 of 4\n {6}B: no value, left out\n$/);
  });
  it("explains a rung, and passes over what says the same twice", () => {
    const { out } = run(["explain", "ladder.rubric", "a.json", "w.won"]);
    assert.equal(out.split("\n").slice(0, 3).join("\n"), "Won: yes\n  Total is at least 50%: yes\n    Total: 50%");
  });
  it("gives the tree as data", () => {
    const { rule, value, inputs } = JSON.parse(run(["explain", "ladder.rubric", "a.json", "total", "--json"]).out);
    assert.deepEqual([rule, value.exact, inputs[0].rule], ["score", "1/2", "round"]);
  });
  it("speaks the reader's language", () => assert.match(run(["explain", "ladder.rubric", "a.json", "total", "--locale", "fr"]).out, /^Total: 50[\u00a0\u202f]%\n/));
  it("speaks Spanish throughout", () => {
    assert.equal(run(["explain", "ladder.rubric", "open.json", "total", "--locale", "es"]).out.replaceAll("\u00a0", " "), `Total: entre 0 % y 50 %
  el porcentaje de los criterios, con redondeo al múltiplo más cercano de 5 % (los empates, hacia arriba): entre 0 % y 50 %, en pasos de 5 %, los empates hacia arriba
    el porcentaje de los criterios: entre 0 % y 50 %
      A: 0, suma 0 de 4
      B: entre 0 y 4, sin valorar
`);
    assert.match(run(["score", "ladder.rubric", "open.json", "--locale", "es"]).out, /^R\nBadge: todavía sin decidir \(abierto\)\n {2}Top: fuera de alcance\n[^]*\n1 de 2 valorados\n$/);
    assert.match(run(["steps", "ladder.rubric", "open.json", "--locale", "es"]).out, /^Badge, Won\nEste es el camino más corto, con 1 cambio\n1\. /);
  });
  it("says that a name has no value", () => {
    const { code, err } = run(["explain", "ladder.rubric", "a.json", "nothing"]);
    assert.equal(code, 1);
    assert.match(err, /there is no row, score, result or award "nothing"/);
  });
});

describe("steps", () => {
  it("goes for the next rung of the first award", () => {
    const { code, out } = run(["steps", "ladder.rubric", "open.json"]);
    assert.equal(code, 0);
    assert.equal(out, "Badge, Won\nThis is the shortest way, with 1 change\n1. Raise “A” to High\n2. Rate “B” High\n");
  });
  it("goes for the rung that is named, and keeps the changes of one way together", () => {
    assert.equal(run(["steps", "ladder.rubric", "open.json", "w.top"]).out, "Badge, Top\nThis is the shortest way, with 2 changes\n1. Raise “A” to High\n   Rate “B” High\n");
    assert.equal(run(["steps", "ladder.rubric", "a.json", "w.won"]).out, "Badge, Won\nThis is reached already\n");
  });
  it("gives so many ways as are asked for, and data", () => {
    const { award, rung, state, ways } = JSON.parse(run(["steps", "ladder.rubric", "open.json", "--most", "1", "--json"]).out);
    assert.deepEqual([award, rung, state, ways.map(({ changes }) => changes.map(({ name, to }) => [name, to]))], ["w", "won", "ways", [[["a", "high"]]]]);
    for (const most of ["none", "0", "1.5", "", "101"]) assert.equal(run(["steps", "ladder.rubric", "open.json", "--most", most]).code, 2, most);
    for (const locale of ["no_locale", "-", ""]) assert.equal(run(["score", "ladder.rubric", "open.json", "--locale", locale]).code, 2, locale);
  });
  it("says why there is no way", () => {
    const path = file("fixed.rubric", 'rubric r "R" {\n  check a "A"\n  setting s 0..1 default 0\n  award w "W" { x "X" { needs s is at least 1 message "The panel has to open it." }; otherwise y "Y" }\n}\n');
    const { code, out } = run(["steps", path, file("none.json", "{}")]);
    assert.equal(code, 0);
    assert.equal(out, "W, X\nThere is no way; this is why\n- The panel has to open it.\n");
  });
  it("reads a saved assessment", async () => {
    const { load } = await import("../dist/node.js");
    const assessment = (await load()).compile(LADDER).start();
    assessment.rate("a", "low");
    const path = file("saved.json", JSON.stringify(assessment.save()));
    assert.equal(run(["steps", "ladder.rubric", path]).out, run(["steps", "ladder.rubric", "open.json"]).out);
    assert.match(run(["score", "ladder.rubric", path]).out, /Total: between 0% and 50%/);
  });
});

describe("compare", () => {
  const other = (name, from, to) => file(name, LADDER.replace(from, to));
  it("says how two versions stand to each other, and what differs", () => {
    assert.deepEqual(run(["compare", "ladder.rubric", "ladder.rubric"]), { code: 0, out: "same\n", err: "" });
    assert.equal(run(["compare", "ladder.rubric", other("worded.rubric", '"Total"', '"All"')]).out.split("\n")[0], "wording");
    assert.equal(run(["compare", "ladder.rubric", other("harder.rubric", "50%", "60%")]).out, "comparable\n  awards.w: `w` counts by other rules than before\n");
    assert.match(run(["compare", "ladder.rubric", other("gone.rubric", "criterion b", "criterion c")]).out, /^not comparable\n {2}rows\.b: /);
  });
  it("ends with 1 when it is strict and they are not comparable", () => {
    assert.equal(run(["compare", "ladder.rubric", "gone.rubric"]).code, 0);
    assert.equal(run(["compare", "ladder.rubric", "gone.rubric", "--strict"]).code, 1);
    assert.equal(run(["compare", "ladder.rubric", "harder.rubric", "--strict"]).code, 0);
  });
  it("gives data, and reads standard input", () => {
    const { change, rows } = JSON.parse(run(["compare", "-", "gone.rubric", "--json"], { input: LADDER }).out);
    assert.deepEqual([change, rows], ["not comparable", ["b", "c"]]);
  });
});

describe("format", () => {
  const CRAMPED = 'rubric r{check a "A"# first\n}';
  const NEAT = 'rubric r {\n  check a "A"  # first\n}\n';
  it("puts files into one style in place, and says nothing", () => {
    const path = file("cramped.rubric", CRAMPED);
    assert.deepEqual(run(["format", path]), { code: 0, out: "", err: "" });
    assert.equal(readFileSync(join(folder, path), "utf8"), NEAT);
  });
  it("names what is in another style, and writes nothing, with --check", () => {
    assert.deepEqual(run(["format", "--check", file("cramped.rubric", CRAMPED), file("neat.rubric", NEAT)]), { code: 1, out: "cramped.rubric\n", err: "1 file is in another style\n" });
    assert.equal(readFileSync(join(folder, "cramped.rubric"), "utf8"), CRAMPED);
    assert.deepEqual(run(["format", "--check", "neat.rubric"]), { code: 0, out: "", err: "nothing to format\n" });
  });
  it("prints standard input, and with --stdout a file", () => {
    assert.deepEqual(run(["format", "-"], { input: CRAMPED }), { code: 0, out: NEAT, err: "" });
    assert.deepEqual(run(["format", "--stdout", "cramped.rubric"]), { code: 0, out: NEAT, err: "" });
    assert.equal(readFileSync(join(folder, "cramped.rubric"), "utf8"), CRAMPED);
  });
  it("leaves a file alone that cannot be read as a rubric, and says why", () => {
    const broken = 'rubric r {check a "A"';
    const { code, out, err } = run(["format", file("broken.rubric", broken)]);
    assert.equal(code, 1);
    assert.equal(out, "");
    assert.match(err, /^error\[R101\]/);
    assert.equal(readFileSync(join(folder, "broken.rubric"), "utf8"), broken);
  });
  it("formats a file whose names mean nothing", () => assert.deepEqual(run(["format", "-"], { input: "rubric r{check a;score s=b}" }), { code: 0, out: "rubric r { check a; score s = b }\n", err: "" }));
  it("gives data", () => assert.deepEqual(JSON.parse(run(["format", "--check", "--json", "cramped.rubric", "neat.rubric"]).out), [
    { path: "cramped.rubric", changed: true, readable: true }, { path: "neat.rubric", changed: false, readable: true },
  ]));
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
    [["score", "sound.rubric", "r.json", "--sarif"], /score takes no --sarif/],
    [["explain", "sound.rubric", "r.json"], /explain needs/],
    [["steps", "ladder.rubric", "a.json", "won"], /named with its award/],
    [["compare", "sound.rubric"], /compare needs/],
    [["format"], /format needs a file/],
    [["format", "--stdout", "a.rubric", "b.rubric"], /takes one file/],
    [["format", "sound.rubric", "--watch"], /writes? none; try format --check/],
    [["check", "-", "--watch"], /files/],
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
  async function watching(args, work) {
    const child = spawn(process.execPath, [main, ...args, "--watch"], { cwd: folder, env: { ...process.env, NO_COLOR: "1" } });
    let said = "";
    const until = (words) => new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${words} was not said: ${said}`)), 20_000);
      const look = () => said.includes(words) && (clearTimeout(late), resolve());
      child.stdout.on("data", (data) => ((said += data), look()));
      child.stderr.on("data", (data) => ((said += data), look()));
    });
    try {
      await work(until);
    } finally {
      child.kill();
    }
  }
  it("runs again when the file changes", () => watching(["check", file("watched.rubric", WRONG)], async (until) => {
    await until("1 error");
    file("watched.rubric", SOUND);
    await until("nothing to mend");
  }));
  it("runs again when a file changes that the rubric uses", () => {
    file("shared.rubric", 'rubric shared "Shared" { scale n "N" { low 0 "Low"; high 4 "High" } }\n');
    const path = file("using.rubric", SOUND.replace('  scale m "M" { low 0 "Low"; high 4 "High" }\n', '  use "shared.rubric"\n'));
    return watching(["check", path], async (until) => {
      await until("error");
      file("shared.rubric", 'rubric shared "Shared" { scale m "M" { low 0 "Low"; high 4 "High" } }\n');
      await until("nothing to mend");
    });
  });
});

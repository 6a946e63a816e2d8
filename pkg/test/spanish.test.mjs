// Both languages say everything, and in Spanish no English is left: over the
// rubrics of the gallery and of the vectors, whose own texts are put in words of
// no language first, so that what remains in a sentence is the engine's.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { NOTES, probe, WHY } from "../dist/evidence/node.js";
import { load } from "../dist/node.js";
import { noteIn, translatedNote } from "../dist/texts/notes.js";
import { voiceOf } from "../dist/texts/voice.js";
import { dice } from "./naive/generate/dice.mjs";

const rubricate = await load();
const gallery = new URL("../../www/rubrics/", import.meta.url);
const vectors = new URL("../../tests/vectors/", import.meta.url);

/** Words that stand in English sentences all the time, and are none in Spanish. */
const ENGLISH = new RegExp(
  String.raw`\b(the|is|are|was|were|of|and|or|at|least|most|if|then|else|not|must|be|been|every|any|none|one|two|with|without|to|from|has|have|had|when|this|that|these|those|it|its|they|there|below|above|than|rate|rated|raise|bring|answer|answered|answers|attach|attached|write|complete|comment|give|name|met|see|days|months|words|pages|items|yes|percent|percentage|mean|median|lowest|highest|weighted|sum|count|counts|number|nothing|now|new|more|less|fewer|way|ways|change|changes|shortest|open|closed|still|only|by|on|in|for|other|otherwise|may|takes|take|level|levels|points|true|false|row|rows|criteria|criterion|checks|part|parts|score|evidence|today|file|file's|link|read|known|needs|need|whatever|fails|rules|out|round|nearest|ties|up|down|exactly|half|best|newest|worth|worked|hand|any)\b`,
  "giu",
);

/** English words of a text, but for what it quotes and what is a name of the file. */
function english(text, names = new Set()) {
  const bare = text.replaceAll(/«[^»]*»|`[^`]*`/g, " ");
  return [...bare.matchAll(ENGLISH)].map(([word]) => word).filter((word) => !names.has(word.toLowerCase()));
}

/** A rubric with its labels, descriptors and messages in words of no language. */
function bare(source) {
  let count = 0;
  // What a rule reads stays: patterns, hosts, kinds, versions, addresses, days; and what an example or a translation says is not shown.
  const kept = /^\s*(version|language|issuer|source|licence|field|hosts|named|mentions|avoids|accepts|use|translate|example)\b/;
  return source.split("\n").map((line) => {
    if (kept.test(line.replace(/^.*[{;]\s*(?=(?:version|language|hosts|named|mentions|avoids|accepts)\b)/, ""))) return line;
    return line.replaceAll(/"(?:[^"\\]|\\.)*"/g, (text) => (/:\/\/|^""$/.test(text) ? text : `"Zq${(count += 1)}x${text.includes("{number}") ? " {number}" : ""}"`));
  }).join("\n");
}

/** What the rubric itself calls things where it gives no label. */
function namesOf({ rows, parts, asks, settings, evidence, scores, results, awards, codes, scales }) {
  const all = [...rows, ...parts, ...asks, ...settings, ...evidence, ...scores, ...results, ...awards, ...codes, ...scales];
  const inner = [...results, ...awards].flatMap(({ rungs, otherwise }) => [...rungs, ...(otherwise ? [otherwise] : [])]);
  const levels = [...rows, ...scales].flatMap((one) => one.levels ?? []);
  const choices = [...asks, ...settings].flatMap((one) => one.choices ?? []);
  return new Set([...all, ...inner, ...levels, ...choices].flatMap(({ name, label }) => `${name} ${label ?? ""}`.toLowerCase().split(/[^\p{L}\p{N}]+/u)));
}

function* sources() {
  for (const file of readdirSync(gallery).filter((name) => name.endsWith(".rubric"))) yield [file, readFileSync(new URL(file, gallery), "utf8")];
  for (const file of readdirSync(vectors).filter((name) => name.endsWith(".json"))) {
    const { rubric, source } = JSON.parse(readFileSync(new URL(file, vectors), "utf8"));
    const written = rubric ?? source;
    if (typeof written === "string" || Array.isArray(written)) yield [file, Array.isArray(written) ? written.join("\n") : written];
  }
}

/** Some of a rubric answered, the rest open. */
function answered(rubric, locale, roll) {
  const assessment = rubric.start({ locale, today: "2025-09-01" });
  for (const row of rubric.outline.rows) {
    if (row.workedOut || roll(3) === 0) continue;
    const value = row.kind === "check" ? roll(2) === 0 : row.kind === "number" ? (row.values[0] ?? row.from) : row.levels[roll(row.levels.length)].name;
    assessment.rate(row.name, value);
  }
  return assessment;
}

function texts(node) {
  return [node.text, ...node.inputs.flatMap(texts)];
}

/** Everything that is said of an assessment by `explain` and `steps`, and the reasons and findings beside. */
function* told(assessment, outline, steps) {
  for (const { name } of [...outline.rows, ...outline.scores, ...outline.results, ...outline.awards]) yield* texts(assessment.explain(name));
  for (const { name, rungs } of [...outline.results, ...outline.awards]) {
    // The search takes its time where there are many rows; the sentences are the same.
    for (const rung of steps ? rungs.slice(-2) : []) {
      const { sentence, ways, proof } = assessment.steps(name, rung.name, { most: 1 });
      yield sentence;
      for (const { changes } of ways) for (const change of changes) yield change.sentence;
      for (const block of proof) yield* [block.text, block.sentence];
    }
  }
  const { results, awards, evidence } = assessment.outcome;
  for (const { rungs } of [...Object.values(results), ...Object.values(awards)]) for (const { reasons, holds } of rungs) yield* [...holds, ...reasons.map(({ sentence }) => sentence)];
  for (const { findings } of Object.values(evidence.slots)) for (const { sentence } of findings) yield sentence;
}

/** The shape of a catalogue: its members by name, functions without what they say. */
function shape(value) {
  if (typeof value === "function") return "function";
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, shape(value[key])]));
}

describe("the catalogues", () => {
  const [en, es] = ["en-GB", "es-ES"].map((locale) => voiceOf(locale).texts);

  it("have the same members, and each says something", () => {
    assert.deepEqual(shape(en), shape(es));
    const words = (value) => (typeof value === "string" ? [value] : typeof value === "object" && value !== null ? Object.values(value).flatMap(words) : []);
    for (const texts of [en, es]) for (const text of words(texts)) assert.notEqual(text.trim(), "");
    for (const text of words(es)) assert.deepEqual(english(text), [], text);
  });

  it("have every note and reason of the readers", () => {
    for (const key of [...Object.values(NOTES), ...Object.values(WHY)]) {
      const said = translatedNote("es", key);
      assert.notEqual(said, key);
      assert.equal(said.split("{}").length, key.split("{}").length, key);
      assert.deepEqual(english(said), [], said);
      assert.ok(english(key).length > 0, key);
      assert.equal(translatedNote("en", key), key);
    }
    assert.equal(noteIn("es", { key: NOTES.personNamed, data: ["Ann", "3"] }), "El nombre Ann aparece en la línea 3.");
    assert.equal(noteIn("es", { key: "Something of another maker: {}.", data: ["x"] }), "Something of another maker: x.");
  });
});

describe("in Spanish no English is left", () => {
  it("of what is explained, planned, reasoned and found, over the gallery and the vectors", () => {
    let [sentences, inEnglish, rubrics] = [0, 0, 0];
    for (const [file, source] of sources()) {
      let rubric;
      try { rubric = rubricate.compile(bare(source), { files: {} }); } catch { continue; }
      rubrics += 1;
      const names = namesOf(rubric.outline);
      for (const locale of ["es-ES", "en-GB"]) {
        const assessment = answered(rubric, locale, dice(file.length));
        for (const close of locale === "es-ES" ? [false, true] : [false]) {
          if (close) assessment.close();
          for (const text of told(assessment, rubric.outline, locale === "es-ES" && !close)) {
            const found = english(text, names);
            if (locale === "en-GB") { inEnglish += found.length > 0 ? 1 : 0; continue; }
            assert.deepEqual(found, [], `${file}: ${text}`);
            sentences += 1;
          }
        }
        assessment.dispose();
      }
      rubric.dispose();
    }
    console.log(`# ${rubrics} rubrics, ${sentences} sentences, ${inEnglish} English ones noticed`);
    // The same in English is noticed, or this would hold for anything.
    assert.ok(rubrics > 20 && sentences > 5000 && inEnglish > 3000, `${rubrics} ${sentences} ${inEnglish}`);
  });

  it("of what the readers note", async () => {
    const slot = { name: "s", rules: [{ kind: "accepts", values: ["link"] }] };
    const link = await probe("http://ann:pw@localhost/plan", slot, { locale: "es-MX" });
    assert.deepEqual(link.notes.map(({ sentence }) => sentence), [
      "No está cifrado (http, no https).",
      "Contiene un nombre de usuario o una contraseña; quien reciba el enlace los tendrá también.",
      "Lleva a localhost, adonde otras personas no pueden llegar.",
    ]);
    const doc = await probe("https://docs.example/d/1/edit", slot, { locale: "es" });
    assert.deepEqual(doc.undetermined?.map(({ why }) => why) ?? [], doc.undetermined ? ["desde aquí no se ve quién puede abrir el enlace"] : []);
    const empty = await probe(new Blob([]), null, { locale: "es", name: "plan (1).pdf" });
    assert.deepEqual([empty.notes.map(({ sentence }) => sentence).sort(), empty.undetermined[0].why], [["Está vacío: no contiene nada.", "Todavía tiene nombre de borrador o de copia: (1)."].sort(), "está vacío"]);
    // Facts that were read in English say the same in a Spanish assessment.
    const rubric = rubricate.compile('rubric r { evidence plan "Plan" { accepts pdf; pages 1..3 } award w { a_ { needs plan is complete } otherwise b_ } }');
    const { evidence } = rubric.score({}, { locale: "es-ES", evidence: { plan: [{ id: "a", kind: "pdf", undetermined: [{ what: "pages", why: WHY.damaged }] }] } });
    assert.ok(evidence.slots.plan.findings.some(({ sentence }) => sentence.includes("está dañado o incompleto")), JSON.stringify(evidence.slots.plan.findings));
  });
});

describe("Spanish sentences, written by hand", () => {
  const SOURCE = `rubric r "R" {
    language "es"
    ask due "Entrega" date
    ask team "Trabajo en equipo" yes/no
    ask spare "Otra" yes/no
    setting bar "Nota de corte" 0%..100% default 60%
    scale m "M" { low 0 "Inicial"; mid 1 "Medio"; high 2 "Experto" }
    part plan "Plan" { criterion aim "Propósito" on m { weight 2; comment required }; criterion ask_ "Preguntas" on m }
    check consent "Permiso de las familias"
    number slips "Errores" 0..9 step 1 lower is better
    evidence essay "Reflexión" { accepts text; words 5..20 }
    evidence video "Vídeo" { accepts video }
    evidence photos "Fotos" { accepts image; items 2..4 }
    score base "Base" = weighted percent of criteria in plan
    score total "Total" = round base - 5% * slips to nearest 0.5%, ties up
    score held "Limitada" = (total, but at least 10%)
    score days_ "Días" = days from due to today
    score good "Buenos" = count of criteria that are at least mid
    award w "Insignia" {
      gold "Oro" { needs every criterion is at least mid; needs total is at least bar; needs consent is met; needs essay is complete; needs video is complete; needs photos is complete }
      long "Larga" { needs words of essay is at least 12 }
      few "Pocos" { needs slips is at most 2; needs team }
      never_ "Nunca" { needs base is at least 200% }
      otherwise none_ "Nada"
    }
  }`;
  const rubric = rubricate.compile(SOURCE);
  /** A percent has a space of its own kind before its sign. */
  const plain = (text) => text.replaceAll("\u00a0", " ");
  const start = () => rubric.start({ locale: "es-ES", today: "2025-09-01" });

  it("of explanations", () => {
    const assessment = start();
    const text = (name, ...path) => plain(path.reduce((node, at) => node.inputs[at], assessment.explain(name)).text);
    assert.equal(text("base", 0), "el porcentaje ponderado de los criterios de Plan");
    assert.equal(text("total", 0), "Base - 5 % * Errores, con redondeo al múltiplo más cercano de 0,5 % (los empates, hacia arriba)");
    assert.equal(text("held", 0), "Total, pero como mínimo 10 %");
    assert.equal(text("days_", 0), "días transcurridos entre Entrega y hoy");
    assert.equal(text("good", 0), "el número de criterios que tienen como mínimo el nivel Medio");
    assert.equal(text("w.gold", 0), "todos los criterios tienen como mínimo el nivel Medio");
    assert.equal(text("w.gold", 0, 0, 0), "Propósito tiene como mínimo el nivel Medio");
    assert.equal(text("w.gold.1"), "Total es como mínimo Nota de corte");
    assert.equal(text("w.long.0", 0, 0), "el número de palabras de Reflexión");
  });

  it("of steps", () => {
    const assessment = start();
    assessment.rate("aim", "low");
    assessment.rate("slips", 5);
    const first = (rung) => assessment.steps("w", rung).ways[0]?.changes.map(({ sentence }) => sentence);
    assert.deepEqual(first("gold"), [
      // With both at the top, 100 % less 25 % is enough: one change fewer than at Medio with fewer mistakes.
      "Subir «Propósito» a Experto y añadir el comentario", "Valorar «Preguntas» con Experto", "Hacer que se cumpla «Permiso de las familias»",
      "Escribir «Reflexión»: al menos 5 palabras", "Adjuntar «Vídeo»", "Adjuntar 2 archivos en «Fotos»",
    ]);
    assert.deepEqual(first("few"), ["Comentar «Propósito»", "Bajar «Errores» a 2", "Responder a «Trabajo en equipo»: sí"]);
    assessment.write("essay", "uno dos tres cuatro cinco seis siete ocho");
    assert.deepEqual(first("long"), ["Comentar «Propósito»", "Escribir al menos 4 palabras más en «Reflexión»"]);
    const { sentence, proof } = assessment.steps("w", "never_");
    assert.equal(sentence, "No hay ningún camino; esta es la razón");
    assert.equal(plain(proof[0].sentence), "Esto no se cumple, por mucho que aún se valore, responda o adjunte: Base es como mínimo 200 %: solo puede estar entre 0 % y 100 %");
    assessment.close();
    const again = assessment.steps("w", "few");
    assert.equal(again.sentence, "La evaluación está cerrada. Cuando se vuelva a abrir: este es el camino más corto, con 4 cambios");
    assert.equal(again.ways[0].changes[0].sentence, "Volver a abrir la evaluación");
  });

  const changed = (from, to) => rubricate.compare(SOURCE, SOURCE.replace(from, to), { locale: "es-ES" }).reasons.map(({ text }) => text);

  it("of two versions", () => {
    for (const [from, to, wanted] of [
      ['check consent "Permiso de las familias"', 'check consent "Permiso de las familias" 2.5', "`consent` vale ahora 2,5, y valía 1"],
      ['"Errores" 0..9 step 1', '"Errores" 0..5 step 1', "`slips` va ahora de 0 a 5, e iba de 0 a 9"],
      ["lower is better", "", "ahora más es mejor en `slips`"],
      ['mid 1 "Medio"', 'mid 1.5 "Medio"', "`mid` de `aim` vale ahora 1,5, y valía 1"],
      ['mid 1 "Medio"; ', 'mid 1 "Medio"; more 1.5 "Más"; ', "`aim` tiene el nuevo nivel `more`: los demás están en otra serie de niveles"],
      ['"Permiso de las familias"', '"Permiso"', "`consent` tiene otra redacción"],
      ["weight 2", "weight 3", "`aim` cuenta con otras reglas que antes"],
      ['"Otra" yes/no', '"Otra" date', "`spare` admite otro tipo de respuesta: una fecha, no sí o no"],
      ['"Trabajo en equipo" yes/no', '"Trabajo en equipo" yes/no\n ask more "Más" yes/no', "`more` es nuevo en la rúbrica"],
    ]) assert.ok(changed(from, to).includes(wanted), `${wanted}: ${JSON.stringify(changed(from, to))}`);
    // A version in which nearly all differs says nothing in English.
    for (const [from, to] of [["rubric r", "rubric other"], ["slips", "slip"], ["number slips", "check slips"], ["photos", "pictures"], ["gold", "best_"], ["60%", "70%"]]) {
      let source = SOURCE.replaceAll(from, to);
      if (to === "check slips") source = source.replace(' 0..9 step 1 lower is better', "");
      const { reasons } = rubricate.compare(SOURCE, source, { locale: "es-MX" });
      assert.ok(reasons.length > 0);
      for (const { text } of reasons) assert.deepEqual(english(text), [], text);
      assert.ok(rubricate.compare(SOURCE, source, { locale: "en" }).reasons.every(({ text }) => english(text).length > 0));
    }
  });

  it("of a document under another version, and of what is refused", () => {
    const assessment = start();
    assessment.rate("aim", "high");
    assessment.rate("slips", 8);
    assessment.answer("team", true);
    const saved = assessment.save();
    const now = rubricate.compile(SOURCE.replace('; high 2 "Experto"', "").replace('"Errores" 0..9', '"Errores" 0..5').replace('ask team "Trabajo en equipo" yes/no', "").replace("; needs team", ""));
    const { restored } = now.start({ saved, locale: "es-ES" });
    assert.deepEqual(Object.fromEntries(restored.dropped.map(({ path, why }) => [path, why])), {
      "rows.aim": "`aim` admite uno de estos valores: low; mid, no \"high\"",
      "rows.slips": "`slips` admite un número de 0 a 5, de 1 en 1, no \"8\"",
      "answers.team": "no existe la pregunta \"team\" en esta rúbrica; hay due, spare",
    });
    for (const { text } of restored.reasons) assert.deepEqual(english(text), [], text);
    const other = rubric.start({ saved, locale: "es-ES", settings: { bar: "72.5%" } }).restored;
    assert.deepEqual(other.reasons.map(({ text }) => plain(text)), ["`bar` vale ahora 72,5 %, y valía 60 %"]);
    const refused = (work) => { try { work(); } catch (error) { return error.message; } return null; };
    assert.equal(refused(() => assessment.rate("slips", 2.5)), "`slips` admite un número de 0 a 9, de 1 en 1, no 2.5");
    assert.equal(refused(() => assessment.notApplicable("aim")), "`aim` no puede quedar fuera");
    assert.equal(refused(() => assessment.rate("nada", 1)), "no hay ningún elemento `nada` en esta rúbrica; sus elementos son aim, ask_, consent, slips");
    assert.equal(refused(() => assessment.overrule("w", "gold", { by: "yo" })), "la rúbrica no permite decidir `w` a mano");
  });
});

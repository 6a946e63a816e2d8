// What the precheck says of evidence, read aloud: English with a British reader's
// commas and days, and Spanish. Each sentence is written by hand.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { load } from "../dist/node.js";

const rubricate = await load();
const TODAY = "2025-08-01";

/** What is said of the last of some items by one rule of a slot; without a rule, of the slot. */
function say(locale, { label = "Plan", rule = "", items = [{}], line = rule === "" ? null : 0, slot = "items 1..3", of = 0, slots = "" }) {
  const source = `rubric t {\n  evidence lesson_plan ${label === "" ? "" : `"${label}"`} {\n    ${slot}\n    ${rule}\n  }\n  ${slots}\n  check c\n  award a { y { needs c }; otherwise n }\n}`;
  const rubric = rubricate.compile(source);
  const evidence = { lesson_plan: items.map((item, index) => ({ id: `i${index}`, kind: "pdf", ...item })) };
  const { findings } = rubric.score({}, { evidence, today: TODAY, locale }).evidence.slots.lesson_plan;
  // The number of items stands first among what is said.
  const found = findings.filter((one) => one.rule === line)[of];
  return found.sentence;
}

const pages = (count) => ({ pages: count });
const words = (count) => ({ kind: "docx", words: count });
const text = (own) => ({ kind: "text", text: own });
const link = (url) => ({ kind: "link", url });
const CASES = [
  ["measures say the limit and the value", [
    [{ label: "Annotated lesson plan", rule: "pages 1..3", items: [pages(5)] }, "Your annotated lesson plan has 5 pages; it may have up to 3.", "Tu annotated lesson plan tiene 5 páginas; puede tener hasta 3."],
    [{ label: "Annotated lesson plan", rule: "pages 2..", items: [pages(1)] }, "Your annotated lesson plan has 1 page; it needs at least 2.", "Tu annotated lesson plan tiene 1 página; debe tener al menos 2."],
    [{ rule: "pages 1..3", items: [pages(1)] }, "Your plan has 1 page; it needs 1 to 3.", "Tu plan tiene 1 página; debe tener de 1 a 3."],
    [{ rule: "pages 2", items: [pages(1)] }, "Your plan has 1 page; it needs exactly 2.", "Tu plan tiene 1 página; debe tener exactamente 2."],
    [{ rule: 'words 300..1500 advice "Short plans rarely show your decisions."', items: [words(120)] },
      "Short plans rarely show your decisions. Your plan has 120 words; it should have at least 300.", "Short plans rarely show your decisions. Tu plan tiene 120 palabras; debería tener al menos 300."],
    [{ rule: 'words 300..1500 advice "Short plans rarely show your decisions."', items: [words(2000)] },
      "Short plans rarely show your decisions. Your plan has 2,000 words; it should have at most 1,500.", "Short plans rarely show your decisions. Tu plan tiene 2000 palabras; debería tener como máximo 1500."],
    [{ rule: 'words 300..1500 advice "Short plans rarely show your decisions."', items: [words(400)] }, "Your plan has 400 words; it should have 300 to 1,500.", "Tu plan tiene 400 palabras; debería tener de 300 a 1500."],
    [{ label: "Annotated lesson plan", rule: "total pages ..3", items: [pages(2), pages(2)] },
      "All items of your annotated lesson plan together have 4 pages; they may have up to 3.", "El conjunto de tu annotated lesson plan tiene 4 páginas; puede tener hasta 3."],
    [{ rule: "width 800..", items: [{ kind: "image", width: 640 }] }, "Your plan is 640 pixels wide; it must be at least 800.", "Tu plan tiene 640 píxeles de ancho; debe tener al menos 800."],
    [{ rule: "characters ..1", items: [{ kind: "text", text: "ab" }] }, "Your plan has 2 characters; it may have up to 1.", "Tu plan tiene 2 caracteres; puede tener hasta 1."],
  ]],
  ["sizes and lengths are never rounded onto their limit", [
    ...[[12_440_000, "12.4 MB", "12,4 MB"], [10_000_001, "10.000001 MB", "10,000001 MB"]].map(([bytes, en, es]) =>
      [{ rule: "size ..10 MB", items: [{ bytes }] }, `Your plan is ${en}; it may be up to 10 MB.`, `Tu plan ocupa ${es}; puede ocupar hasta 10 MB.`]),
    [{ rule: "size ..10 MB", items: [{ bytes: 900 }] }, "Your plan is 900 bytes; it may be up to 10 MB.", "Tu plan ocupa 900 bytes; puede ocupar hasta 10 MB."],
    ...[[725, "12 min 5 s"], [600.04, "10 min 0.04 s"], [3600, "1 h"]].map(([seconds, said]) =>
      [{ label: "Lesson video", rule: "length 2 min..10 min", items: [{ kind: "video", seconds }] },
        `Your lesson video is ${said} long; it may be up to 10 min.`, `Tu lesson video dura ${said.replace(".", ",")}; puede durar hasta 10 min.`]),
    [{ label: "Lesson video", rule: "length 2 min..10 min", items: [{ kind: "video", seconds: 300 }] },
      "Your lesson video is 5 min long; it must be 2 min to 10 min.", "Tu lesson video dura 5 min; debe durar de 2 min a 10 min."],
  ]],
  ["names fit the sentence", [
    [{ label: "The plan", rule: "pages 1..3", items: [{ name: "a\u202e.pdf", pages: 5 }] }, "Your plan has 5 pages; it may have up to 3.", null],
    [{ label: "IEP summary", rule: "pages 1..3", items: [pages(5)] }, "Your IEP summary has 5 pages; it may have up to 3.", "Tu IEP summary tiene 5 páginas; puede tener hasta 3."],
    [{ label: "Samples of work", rule: "pages 1..3", items: [pages(5)] }, "Your samples of work have 5 pages; they may have up to 3.", null],
    [{ label: "Muestras de trabajo", rule: "pages 1..3", items: [pages(5)] }, null, "Tus muestras de trabajo tienen 5 páginas; pueden tener hasta 3."],
    [{ label: "El análisis de la clase", rule: "pages 1..3", items: [pages(5)] }, null, "Tu análisis de la clase tiene 5 páginas; puede tener hasta 3."],
    [{ label: "", rule: "pages 1..3", items: [pages(5)] }, "Your lesson plan has 5 pages; it may have up to 3.", null],
    [{ rule: "pages 1..3", items: [{ name: "a\u202e.pdf", pages: 5 }, {}] }, "“a.pdf” has 5 pages; it may have up to 3.", "«a.pdf» tiene 5 páginas; puede tener hasta 3."],
    [{ rule: "pages 1..3", items: [pages(5), {}] }, "Item 1 of your plan has 5 pages; it may have up to 3.", "El archivo 1 de tu plan tiene 5 páginas; puede tener hasta 3."],
  ]],
  ["the number of items is said", [
    [{ slot: "items 2..3", items: [] }, "Nothing has been added to your plan yet; it needs at least 2.", "Aún no se ha añadido nada a tu plan; debe tener al menos 2."],
    [{ slot: "items 2..3", items: [{}] }, "Your plan has 1 item; it needs at least 2.", "Tu plan tiene 1 archivo; debe tener al menos 2."],
    [{ slot: "items 2..3", items: [{}, {}, {}, {}] }, "Your plan has 4 items; it may have up to 3.", "Tu plan tiene 4 archivos; puede tener hasta 3."],
    [{ slot: "items 2..3; optional", items: [] }, "Nothing has been added to your plan yet; it may stay empty.", "Aún no se ha añadido nada a tu plan; puede quedar sin nada."],
  ]],
  ["kinds and names", [
    [{ rule: 'accepts pdf, docx, "ggb"', items: [{ kind: "xlsx", name: "a.xlsx" }] },
      "Your plan is a spreadsheet; it must be a PDF, a Word document or a .ggb file.", "Tu plan es una hoja de cálculo; debe ser un PDF, un documento de Word o un archivo .ggb."],
    [{ rule: 'accepts pdf, docx, "ggb"', items: [{ kind: "png", name: "a.pdf", declaredKind: "pdf" }] },
      "Your plan is named like a PDF, but inside it is an image; it must be a PDF, a Word document or a .ggb file.",
      "Tu plan por su nombre es un PDF, pero por dentro es una imagen; debe ser un PDF, un documento de Word o un archivo .ggb."],
    [{ rule: 'named like "2025-*.pdf"', items: [{ name: "x.pdf" }] }, "Your plan is named “x.pdf”; it must be named like “2025-*.pdf”.", "Tu plan se llama «x.pdf»; debe llamarse como «2025-*.pdf»."],
    [{ rule: "accepts any file", items: [link("https://a.example")] }, "Your plan is a link; it must be a file of any kind.", "Tu plan es un enlace; debe ser un archivo de cualquier tipo."],
  ]],
  ["hosts", [
    [{ rule: 'hosts "video.lakeside.example"', items: [link("https://www.youtube.com/x")] },
      "Your plan is at www.youtube.com; it must be at video.lakeside.example.", "Tu plan está en www.youtube.com; debe estar en video.lakeside.example."],
    [{ rule: 'hosts "video.lakeside.example"', items: [link("javascript:x")] },
      "Your plan has no web address that can be read; it must be at video.lakeside.example.", "Tu plan no tiene una dirección web que se pueda leer; debe estar en video.lakeside.example."],
  ]],
  ["days", [
    [{ rule: "dated within 2 years", items: [{ date: "2022-05-01" }] },
      "Your plan is dated 1 May 2022; it must be dated 1 August 2023 or later, up to 1 August 2025.", "Tu plan es del 1 de mayo de 2022; debe ser del 1 de agosto de 2023 o posterior, hasta el 1 de agosto de 2025."],
    [{ rule: "dated within 2 years", items: [{ date: "2025-09-03" }] },
      "Your plan is dated 3 September 2025; it must be dated 1 August 2025 or earlier, which is the day of the assessment.",
      "Tu plan es del 3 de septiembre de 2025; debe ser del 1 de agosto de 2025 o anterior, que es el día de la evaluación."],
    [{ rule: "dated after 1970-01-01", items: [{ date: "1970-01-01" }] },
      "Your plan is dated 1 January 1970; it must be dated after 1 January 1970.", "Tu plan es del 1 de enero de 1970; debe ser posterior al 1 de enero de 1970."],
    [{ rule: "dated before 2025-01-01 advice", items: [{ date: "2025-06-30", told: ["date"] }] },
      "Your plan is dated 30 June 2025, as you said; it should be dated before 1 January 2025.", "Tu plan es del 30 de junio de 2025, según has indicado; debería ser anterior al 1 de enero de 2025."],
  ]],
  ["words in a text", [
    [{ rule: 'mentions any of "student"', items: [text("x")] }, "Your plan does not mention “student”; it must.", "Tu plan no menciona «student»; debe hacerlo."],
    [{ rule: 'mentions any of "student", "learner"', items: [text("x")] },
      "Your plan does not mention “student” or “learner”; it must mention at least one of them.", "Tu plan no menciona «student» o «learner»; debe mencionar al menos una de estas palabras."],
    [{ rule: 'mentions all of "goal", "plan"', items: [text("plan")] },
      "Your plan does not mention “goal”; it must mention both “goal” and “plan”.", "Tu plan no menciona «goal»; debe mencionar «goal» y «plan»."],
    [{ rule: 'mentions any of "goal", "plan"', items: [text("plan")] }, "Your plan mentions “plan”.", "Tu plan menciona «plan»."],
    [{ rule: "avoids personal information advice", items: [text("ana@x.org\n123456")] },
      "Your plan seems to hold personal information: an e-mail address in line 1 (“ana@x.org”) and a number that may be a person’s in line 2 (“123456”); it should not.",
      "Tu plan parece contener datos personales: una dirección de correo en la línea 1 («ana@x.org») y un número que puede ser de una persona en la línea 2 («123456»); no debería contenerlos."],
    [{ rule: "avoids personal information", items: [text("x")] }, "No personal information was found in your plan.", "No se han encontrado datos personales en tu plan."],
    [{ rule: 'avoids "lorem"', items: [text("a lorem")] }, "Your plan has “lorem” in line 1, which must be avoided.", "Tu plan contiene «lorem» en la línea 1, y eso hay que evitarlo."],
    [{ rule: 'avoids "lorem"', items: [text("lorem ".repeat(5))] },
      "Your plan has “lorem” in line 1, “lorem” in line 1, “lorem” in line 1 and more, which must be avoided.",
      "Tu plan contiene «lorem» en la línea 1, «lorem» en la línea 1, «lorem» en la línea 1 y más, y eso hay que evitarlo."],
    [{ rule: 'avoids "lorem"', items: [text("a")] }, "Nothing that must be avoided was found in your plan.", "No se ha encontrado en tu plan nada que haya que evitar."],
  ]],
  ["people, and what they add", [
    [{ rule: "people at least 2", items: [{ people: ["Ana"], told: ["people"] }] },
      "Your plan names 1 person, as you said; it needs at least 2.", "Tu plan nombra a 1 persona, según has indicado; debe nombrar a al menos 2."],
    [{ rule: "people not the author", items: [{ people: ["Ana"], author: "ana" }] },
      "Your plan names nobody besides the author; it must name somebody else.", "Tu plan no nombra a nadie más que a su autor o autora; debe nombrar a otra persona."],
    [{ rule: "people not the author", items: [{ people: ["Ana", "Luis"], author: "ana" }] },
      "Your plan names somebody besides the author.", "Tu plan nombra a alguien más que a su autor o autora."],
    [{ rule: "note required" }, "Your plan has no note yet; it must have one.", "Tu plan aún no tiene ninguna nota; debe tener una."],
    [{ rule: "note required", items: [{ note: "mine" }] }, "Your plan has a note.", "Tu plan tiene una nota."],
    [{ rule: "names rows" }, "Your plan does not say yet which criteria it shows; it must.", "Tu plan aún no indica qué criterios muestra; debe hacerlo."],
    [{ rule: "names rows", items: [{ shows: ["c"] }] }, "Your plan says which criteria it shows.", "Tu plan indica qué criterios muestra."],
    [{ rule: 'attest "I have consent."' }, "With your plan you state: “I have consent.”", "Con tu plan declaras: «I have consent.»"],
  ]],
  ["twins are named", [
    [{ label: "Annotated lesson plan", rule: "no duplicates", of: 1, items: [{ name: "a.pdf", sha256: "a" }, { name: "b.pdf", sha256: "a" }] },
      "“b.pdf” is the same as “a.pdf”; nothing may be handed in twice.", "«b.pdf» es lo mismo que «a.pdf»; nada puede entregarse dos veces."],
    [{ rule: "no duplicates", items: [{ sha256: "a" }] }, "Your plan is here only once.", "Tu plan está aquí una sola vez."],
    [{ rule: "no duplicates", of: 1, items: [{ sha256: "a" }, { sha256: "a" }] },
      "Item 2 of your plan is the same as item 1; nothing may be handed in twice.", "El archivo 2 de tu plan es lo mismo que el archivo 1; nada puede entregarse dos veces."],
  ]],
  ["what is unknown says what to do", [
    [{ rule: "pages 1..3" }, "The number of pages of your plan is not known: it could not be read from it. A person must look.",
      "No se sabe el número de páginas de tu plan: no se ha podido leer. Tiene que revisarlo una persona."],
    [{ rule: "pages 1..3", items: [{ encrypted: true }] }, "The number of pages of your plan is not known: it is protected by a password. A person must look.",
      "No se sabe el número de páginas de tu plan: una contraseña lo impide. Tiene que revisarlo una persona."],
    [{ rule: "pages 1..3", items: [link("x.org")] }, "The number of pages of your plan cannot be seen from here, as it is a link. This is unchecked.",
      "Desde aquí no se ve el número de páginas de tu plan, porque es un enlace. Queda sin comprobar."],
    [{ rule: 'pages 1..3 advice "Keep it short."' }, "The number of pages of your plan is not known: it could not be read from it.", "No se sabe el número de páginas de tu plan: no se ha podido leer."],
    [{ rule: "people not the author" }, "Whether your plan names somebody besides the author is not known: it could not be read from it. A person must look.",
      "No se sabe si tu plan nombra a alguien más que a su autor o autora: no se ha podido leer. Tiene que revisarlo una persona."],
    [{ rule: "words 1..", items: [{ text: "" }] }, "The number of words of your plan is not known: no text was found in it, so it may be a scan. A person must look.",
      "No se sabe el número de palabras de tu plan: no se ha encontrado texto, así que puede ser un documento escaneado. Tiene que revisarlo una persona."],
    [{ rule: "pages 1..3", items: [{ undetermined: [{ what: "pages", why: "the file is torn." }] }] },
      "The number of pages of your plan is not known: the file is torn. A person must look.", "No se sabe el número de páginas de tu plan: the file is torn. Tiene que revisarlo una persona."],
    [{ label: "Video", line: null, of: 1, items: [link("x.org")] }, "Your video is a link; whether it opens cannot be seen from here.", "Tu video es un enlace; desde aquí no se ve si se abre."],
  ]],
];

describe("what the precheck says", () => {
  for (const [name, cases] of CASES) {
    it(name, () => {
      for (const [given, en, es] of cases) {
        if (en !== null) assert.equal(say("en-GB", given), en);
        if (es !== null) assert.equal(say("es", given), es);
      }
    });
  }
  it("a twin in another slot", () => {
    const one = (slot, label) => `evidence ${slot} "${label}" { no duplicates }`;
    const rubric = rubricate.compile(`rubric t { ${one("a", "Annotated lesson plan")}; ${one("b", "Plan")}; check c; award w { y { needs c }; otherwise n } }`);
    const file = { id: "f", kind: "pdf", sha256: "a" };
    const said = (locale) => rubric.score({}, { locale, evidence: { a: [file], b: [file] } }).evidence.slots.b.findings[1].sentence;
    assert.equal(said("en-GB"), "Your plan is the same as something you have added elsewhere; nothing may be handed in twice.");
    assert.equal(said("es"), "Tu plan es lo mismo que algo que has añadido en otro lugar; nada puede entregarse dos veces.");
  });
  it("without the day of the assessment, days cannot be judged", () => {
    const rubric = rubricate.compile("rubric t { evidence plan \"Plan\" { dated within 2 years }; check c; award w { y { needs c }; otherwise n } }");
    const said = (locale) => rubric.score({}, { locale, evidence: { plan: [{ id: "f", kind: "pdf", date: "2025-01-01" }] } }).evidence.slots.plan.findings[1].sentence;
    assert.equal(said("en-GB"), "The date of your plan cannot be judged: the day of the assessment is not set. A person must look.");
    assert.equal(said("es"), "No se puede juzgar la fecha de tu plan: no se ha indicado el día de la evaluación. Tiene que revisarlo una persona.");
  });
  it("a finding has a key and its data, for a catalogue of one's own", () => {
    const rubric = rubricate.compile("rubric t { evidence plan \"Plan\" { pages ..3 }; check c; award w { y { needs c }; otherwise n } }");
    const [, { key, data }] = rubric.score({}, { locale: "en", evidence: { plan: [{ id: "f", kind: "pdf", pages: 5 }] } }).evidence.slots.plan.findings;
    assert.deepEqual([key, data], ["measured", { label: "Plan", item: null, value: "5 pages", asked: { side: "high", end: "3" }, measure: "pages", total: false }]);
  });
  it("no text, however wild, makes it fail", () => {
    const signs = "ab(|)[]^$*+?{,}\\dwsbB.-:i019 \u202e\ud800é\n";
    let seed = 88172645;
    const noise = () => (seed = (seed * 1103515245 + 12345) % 2147483648);
    const wild = () => Array.from({ length: noise() % 40 }, () => signs[noise() % signs.length]).join("");
    const rubric = rubricate.compile(`rubric t { evidence plan "Plan" { items ..9; avoids personal information; avoids "a+b"; mentions all of "a", "b d"; named like "a*"; hosts "a.b"; accepts pdf, "b" }; check c; award w { y { needs c }; otherwise n } }`);
    for (let round = 0; round < 300; round += 1) {
      const items = [0, 1].map((index) => ({ id: `i${index}`, kind: index === 0 ? "text" : wild() || "x", name: wild(), url: wild(), text: wild(), declaredKind: wild() }));
      for (const locale of ["en", "es"]) {
        for (const { sentence } of rubric.score({}, { locale, evidence: { plan: items } }).evidence.slots.plan.findings) {
          assert.ok(sentence.length > 5 && !/undefined|NaN|\[object|\u202e/.test(sentence), sentence);
        }
      }
    }
  });
});

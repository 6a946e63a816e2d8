import type { Page } from "@playwright/test";
import { begin, expect, go, kept, open, paste, saved, STEPS, test } from "./page.js";

/** What would do something, were any of it ever read as markup, as an address or as a template. */
const PAYLOADS = [
  "<script>window.ran=1</script>", "<img src=x onerror=window.ran=1>", "<svg onload=window.ran=1>", "<iframe srcdoc='<script>top.ran=1</script>'>",
  "'><b onmouseover=window.ran=1>", "javascript:window.ran=1", "<a href='javascript:window.ran=1'>x</a>", "${window.ran=1}", "{{constructor.constructor('window.ran=1')()}}",
  "<style>*{display:none}</style>", "<base href=https://elsewhere.example/>", "<meta http-equiv=refresh content='0;url=https://elsewhere.example/'>",
  "<template><script>window.ran=1</script></template>", "<!--", "]]>", "&lt;b&gt;", "<math><mtext></mtext><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=window.ran=1&gt;'>",
  "\u202Eevil\u202C", "__proto__", "=cmd|'/c calc'!A1", "<details open ontoggle=window.ran=1>", "<form action=javascript:window.ran=1><input type=submit autofocus onfocus=window.ran=1>",
] as const;

const quoted = (text: string) => text.replaceAll("\\", "\\\\").replaceAll('"', '\\"');

/** A rubric with a payload in every text. */
function rubric(payload: string): string {
  const x = quoted(payload);
  return `rubric hostile "${x}" {
  version "${x}"
  issuer "${x}" "https://example.org/"
  about "${x}"
  field "${x}"
  source "${x}" "https://example.org/"
  licence "${x}"
  ask stage "${x}" { a "${x}"; b "${x}" }
  scale s "${x}" { low 0 "${x}"; high 1 "${x}" }
  part p "${x}" {
    about "${x}"
    criterion c "${x}" on s { about "${x}"; tags t; aligns "${x}" "https://example.org/"; low "${x}" advise "${x}"; high "${x}" }
    check k "${x}"
  }
  number n "${x}" 0..3
  evidence e "${x}" { accepts text; words 3.. "${x}" }
  score total "${x}" = percent of criteria
  award w "${x}" { top "${x}" { needs every criterion is high message "${x}"; needs evidence is complete }; otherwise none "${x}" }
  advise "${x}" when c is low
}
`;
}

async function unharmed(page: Page): Promise<void> {
  expect(await page.evaluate(() => [(globalThis as { ran?: unknown }).ran, location.origin, document.scripts.length, document.querySelectorAll("main iframe, main base, main script, main style").length])).toEqual([undefined, new URL(page.url()).origin, 1, 0]);
}

test("payloads in every text of a rubric are shown as they are, on every step", async ({ page }) => {
  test.setTimeout(240_000);
  for (const [index, payload] of PAYLOADS.entries()) {
    await paste(page, rubric(payload));
    await expect(page.locator(".steps"), payload).toBeVisible();
    await expect(page.locator(".work-title")).toHaveText(payload.trim());
    // Each payload goes through one step, the first through all.
    for (const step of index === 0 ? STEPS : [STEPS[index % STEPS.length] ?? "gap"]) await go(page, step);
    await unharmed(page);
  }
  await open(page);
  await expect(page.locator(".card.work")).toHaveCount(PAYLOADS.length);
  await unharmed(page);
});

test("payloads in a file's name and in a saved document are shown as they are", async ({ page }) => {
  await begin(page, rubric("plain"));
  await go(page, "work");
  await page.locator("rubric-assessment [data-row=c] label.level").first().click();
  await saved(page);
  await expect.poll(async () => (await kept(page)).works[0]?.saved).toBeTruthy();
  const document = (await kept(page)).works[0]?.saved as unknown as Record<string, unknown>;
  for (const payload of PAYLOADS.slice(0, 8)) {
    await open(page);
    await page.locator(".open-box input[type=file]").setInputFiles({ name: `${payload.replaceAll("/", "_")}.txt`, mimeType: "", buffer: Buffer.from("nothing") });
    await expect(page.locator(".refusal")).toContainText(payload.replaceAll("/", "_"));
    await unharmed(page);
    const hostile = { ...document, comments: { c: payload }, evidence: { e: [{ id: payload, kind: "text", name: payload, text: payload, author: payload }] }, rater: null };
    await paste(page, JSON.stringify(hostile));
    await expect(page.locator(".steps")).toBeVisible();
    for (const step of ["work", "gather", "check"] as const) await go(page, step);
    await unharmed(page);
  }
});

test("names of criteria that mean something to JavaScript are names like any other", async ({ page }) => {
  await begin(page, 'rubric prototype "Names" {\n  scale s { low 0; high 1 }\n  criterion constructor "One" on s\n  criterion hasOwnProperty "Two" on s\n  criterion toString "Three" on s\n  criterion valueOf "Four" on s\n}\n');
  await go(page, "work");
  for (const name of ["constructor", "hasOwnProperty", "toString", "valueOf"]) await page.locator(`rubric-assessment [data-row="${name}"] label.level`).last().click();
  await saved(page);
  await page.reload();
  await expect(page.locator("rubric-assessment input:checked")).toHaveCount(4);
});

test("a cell that would start a formula is not one", async ({ page }) => {
  await open(page);
  const { cell, fileName } = await import("../../../www/src/parts/download.js");
  expect(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "plain", 'a "quote", and a comma'].map(cell)).toEqual(["'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\t=1", "plain", '"a ""quote"", and a comma"']);
  expect(["../../etc/passwd", "a\0b<c>.rubric", "   ", "CON:", "\u202Egnp.exe"].map(fileName)).toEqual(["etc passwd", "a b c .rubric", "rubricate", "CON", "gnp.exe"]);
});

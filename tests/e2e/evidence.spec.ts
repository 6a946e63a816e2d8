import { createServer, type Server } from "node:http";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { build } from "vite";
// @ts-ignore It is written in JavaScript.
import * as make from "../../pkg/test/evidence/corpus.mjs";

const TYPES: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm", ".css": "text/css" };
let [folder, address] = ["", ""];
let server: Server;

test.describe.configure({ mode: "default" });

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "rubricate-evidence-"));
  await build({ root: join(import.meta.dirname, "evidence"), base: "./", logLevel: "error", configFile: false, build: { outDir: join(folder, "site"), target: "es2022", modulePreload: { polyfill: false } } });
  server = createServer((request, response) => {
    try {
      const { pathname } = new URL(request.url ?? "/", "http://x");
      const path = pathname === "/" ? "/index.html" : pathname;
      const bytes = readFileSync(join(folder, "site", path));
      response.setHeader("content-type", TYPES[extname(path)] ?? "application/octet-stream");
      // Scripts, threads, styles and the engine from its own place; nothing from anywhere else, and nothing may be sent there.
      response.setHeader("content-security-policy", "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; worker-src 'self'; connect-src 'self'; img-src data:; form-action 'none'; base-uri 'none'");
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

test.afterAll(() => {
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the page did that it should not have. */
let trouble: string[] = [];
let requests: string[] = [];

async function open(page: Page, query = ""): Promise<void> {
  [trouble, requests] = [[], []];
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
  page.on("request", (request) => requests.push(`${request.method()} ${request.url()}`));
  // From the start, so that no dialog of the system opens before it is listened for.
  page.on("filechooser", () => {});
  await page.goto(address + query);
  await page.locator("html[data-ready]").waitFor();
}

test.afterEach(() => {
  expect(trouble).toEqual([]);
});

const slot = (page: Page, label: string): Locator => page.locator("rubric-evidence-slot").filter({ has: page.getByRole("group", { name: label, exact: true }) });
const piece = (at: Locator, name: string): Locator => at.locator("li.item").filter({ hasText: name });
const given = (name: string, bytes: Uint8Array | string) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
const onDisk = (name: string, bytes: Uint8Array | string): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const held = (page: Page, name: string) => page.evaluate((name) => JSON.parse(JSON.stringify((window as any).assessment.given.evidence[name] ?? [])) as Record<string, any>[], name);
const heard = (page: Page) => page.evaluate(() => (window as any).heard as { type: string; slot: string; id: string; size: number | null }[]);

/** Gives files through the button, as a person does. */
async function choose(page: Page, at: Locator, files: Parameters<Locator["setInputFiles"]>[0]): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await at.getByRole("button", { name: /^Choose files/ }).click();
  await (await chooser).setFiles(files);
}

/** Drags files from the system over a place of the page and lets them go there. */
async function drag(page: Page, paths: string[], to: Locator): Promise<void> {
  await to.scrollIntoViewIfNeeded();
  const box = await to.boundingBox();
  if (!box) throw new Error("there is nothing to drop on");
  const [x, y] = [box.x + Math.min(box.width / 2, 60), box.y + Math.min(box.height / 2, 20)];
  const client = await page.context().newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "dragOver", "drop"] as const) await client.send("Input.dispatchDragEvent", { type, x, y, data });
  await client.detach();
}

const PLAN = make.pdf(["Ask and wait. Call 555 123 4567 or write to ana@b.example about it.", "Two.", "Three.", "Four.", "Five."], { info: "/Producer (x)" });

test("a chosen file is judged at once: the limit, the value and how to mend it, and nothing leaves the page", async ({ page }) => {
  await open(page);
  const plan = slot(page, "Annotated lesson plan");
  await expect(plan).toContainText("PDF or Word document");
  await expect(plan).toContainText("1 to 3 pages");
  expect(requests.some((request) => /worker|evidence-|office|pdf/.test(request)), "a reader is loaded before a file comes").toBe(false);
  await choose(page, plan, [given("Copy of plan.pdf", PLAN)]);
  const one = piece(plan, "Copy of plan.pdf");
  await expect(one).toContainText("“Copy of plan.pdf” has 5 pages; it may have up to 3.".replace("“Copy of plan.pdf”", "Your annotated lesson plan"));
  await expect(one).toContainText("Shorten it to 3 pages or fewer.");
  await expect(one.locator('[data-standing="mend"]').first()).toContainText("To mend");
  await expect(one).toContainText("still named like a draft or a copy");
  // No rule asks for it: it is said with where, and does not count.
  await expect(one).toContainText("a telephone number in line 1 (“555 123 4567”) and an e-mail address in line 1 (“ana@b.example”)");
  await expect(one).toContainText("The date of your annotated lesson plan is not known");
  const [facts] = await held(page, "lesson_plan");
  expect([facts?.["kind"], facts?.["pages"], facts?.["bytes"]]).toEqual(["pdf", 5, PLAN.length]);
  expect(await heard(page)).toEqual([{ type: "rubric-attach", slot: "lesson_plan", id: facts?.["id"], size: PLAN.length }]);
  // The readers' own scripts came from where the page has them. Nothing was sent, and nothing else was asked for.
  expect(requests.filter((request) => !request.startsWith(`GET ${address}`) && !request.startsWith("GET data:"))).toEqual([]);
});

test("dragged from the system onto a slot, and anywhere on the assessment", async ({ page }) => {
  await open(page);
  const video = slot(page, "Lesson video");
  await drag(page, [onDisk("film.mp4", make.mp4(90, { width: 640, height: 360 }))], video.getByRole("button", { name: /^Choose files/ }));
  await expect(piece(video, "film.mp4")).toContainText("1 min 30 s");
  expect((await held(page, "video")).map(({ kind, seconds }) => [kind, seconds])).toEqual([["mp4", 90]]);

  // A file that several slots may take: the person says where.
  const before = requests.length;
  await drag(page, [onDisk("plan.docx", make.docx()), onDisk("notes.md", "# Notes\nEvery student waited.")], page.getByRole("heading", { name: "Checking for understanding" }));
  const dialog = page.getByRole("dialog", { name: "Where do these belong?" });
  await expect(dialog).toBeVisible();
  // What lacks something and takes such files is proposed.
  await expect(dialog.getByLabel("plan.docx")).toHaveValue("0");
  await expect(dialog.getByLabel("notes.md").locator("option:checked")).toHaveText("Reflection");
  await dialog.getByLabel("notes.md").selectOption({ label: "Anything else" });
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(piece(slot(page, "Annotated lesson plan"), "plan.docx")).toContainText("3 pages");
  await expect(piece(slot(page, "Anything else"), "notes.md")).toBeVisible();
  expect(requests.slice(before).filter((request) => !/\/assets\/[\w-]+\.js$/.test(request))).toEqual([]);

  // Nothing happens to the page when files fall beside everything that takes them.
  await expect(page).toHaveURL(address);
});

test("while files are dropped no request at all leaves, once the readers are there", async ({ page }) => {
  await open(page);
  const extra = slot(page, "Anything else");
  const all = [
    given("a.pdf", make.pdf(["One."])), given("a.docx", make.docx()), given("a.jpg", make.jpeg(40, 30, make.exif({ latitude: 47.377, longitude: 8.542 }))),
    given("a.mp4", make.mp4(9, { width: 64, height: 48 })), given("evil.html", "<img src=http://a.invalid/x onerror=fetch('http://b.invalid/')>words"),
  ];
  await choose(page, extra, all);
  await expect(extra.locator("li.item:not(.gone) .findings")).not.toHaveCount(0);
  await expect.poll(async () => (await held(page, "extra")).length).toBe(5);
  for (const { id } of await held(page, "extra")) await page.evaluate((id) => (window as any).assessment.detach("extra", id), id);
  // The scripts of threads are started anew, which the browser serves from its cache or their place; all else is there.
  const before = requests.length;
  await drag(page, [onDisk("evil.html", all[4]?.buffer.toString() ?? ""), onDisk("b.pdf", make.pdf(["Two."])), onDisk("b.docx", make.docx())], extra.getByRole("button", { name: /^Choose files/ }));
  await expect.poll(async () => (await held(page, "extra")).length).toBe(3);
  expect(requests.slice(before).filter((request) => !/-worker-[\w-]+\.js$/.test(request))).toEqual([]);
});

test("names that mean harm are shown as what they are, and programs said to be programs", async ({ page }) => {
  await open(page);
  page.on("dialog", (dialog) => trouble.push(dialog.message()));
  const plan = slot(page, "Annotated lesson plan");
  await choose(page, plan, [given("<img src=x onerror=alert(1)>\u202efdp.exe", make.exe()), given("lesson.pdf", make.elf())]);
  const [turned, renamed] = [plan.locator("li[data-piece]").filter({ hasText: "<img src=x" }), piece(plan, "lesson.pdf")];
  // The sign that turns the text round is seen, and turns nothing.
  await expect(turned.locator(".name")).toHaveText("<img src=x onerror=alert(1)>\ufffdfdp.exe");
  await expect(turned).toContainText("it really ends in .exe");
  await expect(turned).toContainText("It is a program, not a document.");
  await expect(renamed).toContainText("Its name says pdf, but its content says elf.");
  await expect(renamed.locator('[data-standing="mend"]').first()).toContainText("Save it as PDF or Word document and attach that instead.");
  await expect(plan.locator(".badge")).toHaveText("Incomplete");
});

test("by keyboard alone: choose, remove, undo, link, note, rows, what the file cannot tell", async ({ page }) => {
  await open(page);
  const plan = slot(page, "Annotated lesson plan");
  const to = async (target: Locator): Promise<void> => {
    for (let turn = 0; turn < 120; turn += 1) {
      if (await target.evaluate((node) => { let at: Element | null = document.activeElement; while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return at === node; })) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`the tab key does not reach ${target}`);
  };
  const button = plan.getByRole("button", { name: "Choose files for Annotated lesson plan" });
  await to(button);
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await (await chooser).setFiles([given("plan.pdf", PLAN)]);
  const one = piece(plan, "plan.pdf");
  await expect(one).toContainText("5 pages");
  await expect(plan.getByRole("status")).toContainText("plan.pdf was added.");

  // Dates the file does not have are told, and marked as told.
  await page.keyboard.press("Shift+Tab");
  await one.getByLabel("It is from").focus();
  await page.keyboard.type("06012025");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(one).toContainText("dated June 1, 2025 (as you said)");
  expect((await held(page, "lesson_plan"))[0]).toMatchObject({ date: "2025-06-01", told: ["date"] });

  // A note, and which rows it shows.
  await one.locator("summary", { hasText: "Note, and what it shows" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("See the second page.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  expect((await held(page, "lesson_plan"))[0]).toMatchObject({ note: "See the second page.", shows: ["purpose"] });
  await expect(plan).toContainText("No piece here shows yet: Hinge questions.");

  const remove = one.getByRole("button", { name: "Remove plan.pdf" });
  await remove.focus();
  await page.keyboard.press("Enter");
  await expect(plan.getByText("plan.pdf was removed.").first()).toBeVisible();
  expect(await held(page, "lesson_plan")).toEqual([]);
  await expect(plan.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(one.locator(".name")).toBeFocused();
  expect((await held(page, "lesson_plan"))[0]).toMatchObject({ note: "See the second page.", shows: ["purpose"], date: "2025-06-01" });
  expect((await heard(page)).map(({ type }) => type)).toEqual(["rubric-attach", "rubric-detach", "rubric-attach"]);

  // The page's own undo tells the host as well.
  await page.evaluate(() => { const { assessment } = window as any; const [one] = assessment.given.evidence.lesson_plan; assessment.detach("lesson_plan", one.id); assessment.undo(); });
  expect((await heard(page)).slice(-2).map(({ type, size }) => [type, size])).toEqual([["rubric-detach", null], ["rubric-attach", PLAN.length]]);

  const video = slot(page, "Lesson video");
  await video.getByLabel("Link", { exact: true }).focus();
  await page.keyboard.type("not a link");
  await page.keyboard.press("Enter");
  await expect(video).toContainText("This is no web address.");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("https://docs.google.com/document/d/x/edit");
  await page.keyboard.press("Enter");
  await expect(piece(video, "Link to docs.google.com")).toContainText("It is a link for editing");
  await video.getByLabel("Who is in it").focus();
  await page.keyboard.type("Ana, Ben Roy");
  await page.keyboard.press("Tab");
  expect((await held(page, "video"))[0]).toMatchObject({ people: ["Ana", "Ben Roy"], told: ["people"] });
});

test("a reflection is counted while it is written, and kept as written", async ({ page }) => {
  await open(page);
  const reflection = slot(page, "Reflection");
  const field = reflection.getByLabel("Write here: Reflection");
  await field.fill("  I waited.\n\nÉlodie’s class wrote  ");
  // Counted by hand: I, waited, Élodie’s, class, wrote.
  await expect(reflection).toContainText("5 words");
  await expect(reflection).toContainText("Your reflection has 5 words; it needs at least 12");
  await expect(reflection).toContainText("“student” is not in it");
  await field.blur();
  expect((await held(page, "reflection"))[0]?.["text"]).toBe("  I waited.\n\nÉlodie’s class wrote  ");
  await field.fill("I waited. Then every student wrote one line, and I read them all.");
  await expect(reflection).toContainText("13 words");
  await expect(reflection).toContainText("“student” is in it");
  await expect(reflection.locator(".badge")).toHaveText("Complete");
  await field.fill("Call the student at 555 123 4567, who waited for three seconds and more than that.");
  await expect(reflection).toContainText("a telephone number in line 1");
  await expect(reflection.locator(".badge")).toHaveText("Incomplete");
  // What was typed last is there when the page goes away.
  await field.fill("Gone in a moment.");
  const kept = await page.evaluate(() => {
    let kept = "";
    document.addEventListener("rubric-save", (event) => (kept = (event as any).detail.saved.evidence.reflection[0].text));
    dispatchEvent(new PageTransitionEvent("pagehide"));
    return kept;
  });
  expect(kept).toBe("Gone in a moment.");
});

test("what was pasted: files, and an address", async ({ page }) => {
  await open(page);
  const extra = slot(page, "Anything else");
  await page.evaluate(() => ((window as any).evidenceFiles((window as any).assessment).names = ["Three", "Nobody"]));
  const paste = (selector: string, what: { text?: string; file?: string }) =>
    extra.evaluate(
      (node, { selector, what }) => {
        const data = new DataTransfer();
        if (what.file) data.items.add(new File(["Three words here."], what.file));
        if (what.text) data.setData("text/plain", what.text);
        const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, composed: true, cancelable: true });
        node.shadowRoot?.querySelector(selector)?.dispatchEvent(event);
        return event.defaultPrevented;
      },
      { selector, what },
    );
  expect(await paste(".choose", { file: "pasted.txt" })).toBe(true);
  // Names of people the host knows are looked for, and told to nobody.
  await expect(piece(extra, "pasted.txt")).toContainText("The name Three stands in line 1.");
  expect(await paste(".choose", { text: "https://a.example/plan" })).toBe(true);
  await expect(piece(extra, "Link to a.example")).toBeVisible();
  // Into a field it goes as everywhere.
  expect(await paste("#link", { text: "https://b.example/plan" })).toBe(false);
  expect(await paste(".choose", { text: "Only words" })).toBe(false);
});

test("the same file in two slots is said, without the author asking", async ({ page }) => {
  await open(page);
  const [plan, extra] = [slot(page, "Annotated lesson plan"), slot(page, "Anything else")];
  await choose(page, plan, [given("plan.docx", make.docx())]);
  await expect(piece(plan, "plan.docx")).toContainText("3 pages");
  await choose(page, extra, [given("other name.docx", make.docx())]);
  await expect(piece(extra, "other name.docx")).toContainText("The same file is also in Annotated lesson plan: plan.docx.");
  await expect(piece(plan, "plan.docx")).toContainText("The same file is also in Anything else: other name.docx.");
  // It counts only where the author says so.
  await expect(extra.locator(".badge")).toHaveText("Complete");
  await choose(page, plan, [given("again.docx", make.docx())]);
  await expect(piece(plan, "again.docx").locator('[data-standing="mend"]')).toContainText("is the same as “plan.docx”; nothing may be handed in twice. Remove one of the two.");
  await expect(plan.locator(".badge")).toHaveText("Incomplete");
});

test("a large file shows how far it is and can be stopped", async ({ page }) => {
  await open(page);
  const film = join(folder, "large.mp4");
  const whole: Uint8Array = make.mp4(600, { width: 1280, height: 720, data: 0 });
  const size = 300 << 20;
  writeFileSync(film, make.join(whole.slice(0, 24), [(size >>> 24) & 255, (size >>> 16) & 255, 0, 0], "mdat"));
  truncateSync(film, 24 + size);
  appendFileSync(film, whole.slice(24, whole.length - 8));
  const video = slot(page, "Lesson video");
  await choose(page, video, film);
  const bar = video.getByRole("progressbar");
  await expect(bar).toBeVisible();
  await expect.poll(() => bar.evaluate((node: HTMLProgressElement) => node.value)).toBeGreaterThan(0.02);
  await video.getByRole("button", { name: "Cancel reading large.mp4" }).click();
  await expect(bar).toHaveCount(0);
  await expect(video.getByRole("button", { name: /^Choose files/ })).toBeFocused();
  await expect(video.getByRole("status")).toHaveText("large.mp4 was not added.");
  await page.waitForTimeout(500);
  expect(await held(page, "video")).toEqual([]);
  expect(await heard(page)).toEqual([]);
});

test("a file that is gone when its turn comes is said, and nothing else is held up", async ({ page }) => {
  await open(page);
  const extra = slot(page, "Anything else");
  const large = ["one.bin", "two.bin"].map((name) => {
    const path = onDisk(name, "");
    truncateSync(path, 300 << 20);
    return path;
  });
  const gone = onDisk("gone.txt", "Words that nobody will read.");
  await choose(page, extra, [...large, gone, onDisk("here.txt", "Words that are here.")]);
  await expect(extra.getByText("gone.txt waits its turn")).toBeVisible();
  rmSync(gone);
  for (const name of ["one.bin", "two.bin"]) await extra.getByRole("button", { name: `Cancel reading ${name}` }).click();
  await expect(extra.getByRole("alert")).toContainText("gone.txt cannot be read from your device.");
  await expect(piece(extra, "here.txt")).toContainText("text");
  await extra.getByRole("button", { name: "Dismiss" }).click();
  await expect(extra.getByRole("alert")).toHaveCount(0);
  expect((await held(page, "extra")).map(({ name }) => name)).toEqual(["here.txt"]);
});

test("what was kept comes back: facts from the document, files from the host or from the same file again", async ({ page }) => {
  await open(page);
  const plan = slot(page, "Annotated lesson plan");
  await choose(page, plan, [given("plan.docx", make.docx()), given("plan.pdf", PLAN)]);
  await expect.poll(async () => (await held(page, "lesson_plan")).length).toBe(2);
  const restart = (saved: unknown) =>
    page.evaluate((saved) => {
      const { element } = window as any;
      const again = new Promise<void>((resolve) => element.addEventListener("rubric-ready", () => resolve(), { once: true }));
      element.saved = saved ?? element.save();
      return again;
    }, saved);
  // In the same page nothing is lost when the element begins anew, such as in another language.
  await restart(null);
  await expect(plan.locator("li[data-piece]")).toHaveCount(2);
  await expect(plan.getByRole("button", { name: /^Save a copy/ })).toHaveCount(2);
  const saved = await page.evaluate(() => JSON.stringify((window as any).element.save()));
  await open(page);
  await restart(JSON.parse(saved));
  const [docx, pdf] = [piece(plan, "plan.docx"), piece(plan, "plan.pdf")];
  await expect(docx).toContainText("The file itself is not in this browser any more");
  await expect(docx.getByRole("button", { name: /^Save a copy/ })).toHaveCount(0);
  // The host had kept one of them.
  const facts = (await held(page, "lesson_plan")).find(({ name }) => name === "plan.docx");
  await page.evaluate((id) => {
    const { assessment, evidenceFiles } = window as any;
    evidenceFiles(assessment).put("lesson_plan", id, new File(["x"], "plan.docx"));
  }, facts?.["id"]);
  await expect(docx).not.toContainText("The file itself is not in this browser any more");
  // The other is chosen again: it is the same piece.
  await choose(page, plan, [given("plan.pdf", PLAN)]);
  await expect(plan.locator("li.item")).toHaveCount(2);
  await expect(pdf).not.toContainText("The file itself is not in this browser any more");
  expect((await held(page, "lesson_plan")).length).toBe(2);
});

test("a portfolio is saved, opened, and what was changed in it is said", async ({ page }) => {
  await open(page, "?portfolio");
  const plan = slot(page, "Annotated lesson plan");
  await choose(page, plan, [given("plan <b>.pdf", PLAN)]);
  await slot(page, "Reflection").getByLabel("Write here: Reflection").fill("Every student waited </blockquote><script>alert(1)</script>");
  await expect(piece(plan, "plan <b>.pdf")).toContainText("5 pages");
  await slot(page, "Reflection").getByLabel("Write here: Reflection").blur();
  const box = page.locator("rubric-portfolio");
  const waiting = page.waitForEvent("download");
  await box.getByRole("button", { name: "Save the portfolio" }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe("lesson-portfolio.zip");
  const bytes = readFileSync(await download.path());
  await expect(box.getByRole("status")).toContainText("The portfolio was saved");

  // The page in it, read by a browser that has nothing else.
  const html = await page.evaluate(async (data) => {
    const { openPortfolio } = (window as any).evidence;
    return (await openPortfolio(new Blob([Uint8Array.from(data)]))).html as string;
  }, [...bytes]);
  const reader = await page.context().newPage();
  await reader.setContent(html);
  await expect(reader.getByRole("heading", { name: "Checking for understanding" })).toBeVisible();
  await expect(reader.getByRole("link", { name: "plan <b>.pdf" })).toHaveAttribute("href", "files/001-plan_b_.pdf");
  await expect(reader.locator("blockquote")).toHaveText("Every student waited </blockquote><script>alert(1)</script>");
  await expect(reader.locator("script")).toHaveCount(0);
  expect((await new AxeBuilder({ page: reader }).analyze()).violations).toEqual([]);
  await reader.close();

  const openIt = async (data: Uint8Array): Promise<void> => {
    const chooser = page.waitForEvent("filechooser");
    await box.getByRole("button", { name: "Open a portfolio" }).click();
    await (await chooser).setFiles([given("lesson-portfolio.zip", data)]);
  };
  await openIt(bytes);
  await expect(box).toContainText("Everything is as it was packed.");
  // One byte of the packed file: it stands there as it is.
  const changed = Uint8Array.from(bytes);
  const at = Buffer.from(bytes).indexOf("Ask and wait");
  expect(at).toBeGreaterThan(0);
  changed[at] = "U".charCodeAt(0);
  await openIt(changed);
  await expect(box).toContainText("Something is not as it was packed.");
  await expect(box).toContainText("plan <b>.pdf was changed after it was packed.");
  await openIt(Uint8Array.from(Buffer.from("PK no")));
  await expect(box).toContainText("This portfolio cannot be opened: it is damaged or not whole.");

  // Somebody else goes on with it.
  await open(page, "?portfolio");
  await openIt(bytes);
  await box.getByRole("button", { name: "Go on with this assessment" }).click();
  await expect(piece(plan, "plan <b>.pdf")).toContainText("5 pages");
  await expect(piece(plan, "plan <b>.pdf").getByRole("button", { name: /^Save a copy/ })).toBeVisible();
  const copy = page.waitForEvent("download");
  await piece(plan, "plan <b>.pdf").getByRole("button", { name: /^Save a copy/ }).click();
  expect(readFileSync(await (await copy).path()).equals(Buffer.from(PLAN))).toBe(true);
});

test("files of a portfolio that cannot be gone on with go to no later assessment", async ({ page }) => {
  await open(page, "?portfolio");
  const given = await page.evaluate(async () => {
    const desk = document.querySelector("#desk") as any;
    const box = document.querySelector("rubric-portfolio") as any;
    // Files are told apart by what is handed over: a desk that stands in, and fails first.
    const heard: string[] = [];
    const stand = Object.assign(document.createElement("div"), { id: "stand", assessment: desk.assessment, saved: null });
    const real = { on: stand.addEventListener.bind(stand), off: stand.removeEventListener.bind(stand) };
    stand.addEventListener = (type: string, ...rest: any) => (heard.push(`+${type}`), real.on(type, ...(rest as [any])));
    stand.removeEventListener = (type: string, ...rest: any) => (heard.push(`-${type}`), real.off(type, ...(rest as [any])));
    document.body.append(stand);
    box.for = "stand";
    const portfolio = await box.openPortfolio(await box.packPortfolio());
    await box.updateComplete;
    box.renderRoot.querySelector(".take").click();
    stand.dispatchEvent(new CustomEvent("rubric-error", { detail: { error: new Error("no"), diagnostics: [] } }));
    return { heard, saved: stand.saved === portfolio.saved };
  });
  expect(given).toEqual({ heard: ["+rubric-ready", "+rubric-error", "-rubric-ready", "-rubric-error"], saved: true });
});

for (const [width, query] of [[1280, ""], [393, "?scheme=dark&locale=es&portfolio"], [320, "?alone=lesson_plan"]] as const) {
  test(`axe finds nothing at ${width} pixels (${query || "light"})`, async ({ page }) => {
    await page.setViewportSize({ width, height: 850 });
    await open(page, query);
    const plan = page.locator("rubric-evidence-slot").first();
    await plan.locator("#picker").setInputFiles([given("Copy of plan.pdf", PLAN), given("plan.docx", make.docx())]);
    await expect(plan.locator("li[data-piece]")).toHaveCount(2);
    await plan.locator("details").evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));
    await plan.locator("li[data-piece] .acts button:last-child").last().click();
    await expect(plan.locator("li.gone")).toHaveCount(1);
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    // Nothing is wider than the page.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test("of many criteria those a piece shows are found by their words", async ({ page }) => {
  await open(page);
  await page.evaluate(async () => {
    const { load } = window as any;
    const rows = Array.from({ length: 40 }, (_, at) => `check row_${at} "Row number ${at}"`).join("\n");
    const assessment = (await load()).compile(`rubric many {\n${rows}\nevidence plan "Many" { accepts any file; names rows }\nscore z = count of checks that are met }`).start({ locale: "en" });
    assessment.attach("plan", { id: "1", kind: "pdf", name: "plan.pdf" });
    document.querySelector("main")?.append(Object.assign(document.createElement("rubric-evidence-slot"), { assessment, name: "plan", locale: "en", headingLevel: 2 }));
    Object.defineProperty(window, "assessment", { value: assessment, configurable: true });
  });
  const many = slot(page, "Many");
  await many.getByRole("searchbox", { name: "Find a criterion" }).fill("number 37");
  await expect(many.getByRole("checkbox")).toHaveCount(1);
  await many.getByRole("checkbox", { name: "Row number 37" }).check();
  expect((await held(page, "plan"))[0]?.["shows"]).toEqual(["row_37"]);
});

test("where nothing can be changed, everything can be read", async ({ page }) => {
  await open(page);
  const plan = slot(page, "Annotated lesson plan");
  await choose(page, plan, [given("plan.pdf", PLAN)]);
  await expect(piece(plan, "plan.pdf")).toContainText("5 pages");
  await page.evaluate(() => ((window as any).element.readonly = true));
  await expect(plan.getByRole("button", { name: /^(Choose|Remove)/ })).toHaveCount(0);
  await expect(plan.locator("input:not([type=file]), textarea")).toHaveCount(0);
  await expect(piece(plan, "plan.pdf")).toContainText("it may have up to 3");
});

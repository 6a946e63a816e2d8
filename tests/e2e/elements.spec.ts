import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { EVERYTHING, expect, mount, open, radio, row, SMALL, test } from "./elements/page.js";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function audit(page: Page, part?: string[][]): Promise<void> {
  const builder = new AxeBuilder({ page }).withTags(TAGS);
  if (part) builder.include(part as never);
  const { violations } = await builder.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
}

/** What stands in the shadow root, as a reader sees it. */
const shown = (page: Page, selector = "rubric-assessment") => page.locator(selector).evaluate((element) => {
  const texts: string[] = [];
  const walk = (node: Node): void => {
    if (node instanceof Text) texts.push(node.data);
    if (node instanceof Element && node.shadowRoot) walk(node.shadowRoot);
    if (!(node instanceof HTMLStyleElement)) node.childNodes.forEach(walk);
  };
  if (element.shadowRoot) walk(element.shadowRoot);
  return texts.join(" ").replace(/\s+/g, " ");
});

test.describe("rating", () => {
  test("a click rates, and score, award and progress follow", async ({ page, address }) => {
    await open(page, address);
    const element = await mount(page, SMALL);
    await expect(element.locator(".score-text")).toHaveText("between 0% and 100%");
    await row(element, "purpose").getByText("It says so.").click();
    await expect(radio(element, "purpose", "Proficient")).toBeChecked();
    // 2 of 3 + 3 + 3 + 10 = 19 points are sure, 18 possible; without `questions` 2 of 16 and 15 of 16.
    await expect(element.locator(".score-text")).toHaveText("between 10.53% and 94.74%");
    await expect(element.locator(".panel label")).toHaveText("1 of 4 rated");
    await radio(element, "feedback", "Exemplary").check();
    await radio(element, "questions", "Proficient").check();
    await row(element, "pace").getByRole("spinbutton", { name: "Pace" }).fill("7.5");
    await row(element, "pace").getByRole("spinbutton").press("Enter");
    // 2 + 3 + 2 + 7.5 = 14.5 of 19.
    await expect(element.locator(".score-text")).toHaveText("76.32%");
    await expect(element.locator(".award-text")).toHaveText("Earned");
  });

  test("with the keyboard alone: one stop a row, arrows rate, Delete takes back, Ctrl+Z undoes", async ({ page, address }) => {
    await open(page, address);
    const element = await mount(page, SMALL);
    const focused = () => page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at?.getAttribute("aria-labelledby") ? `radio ${at.closest("[data-row]")?.getAttribute("data-row")}` : (at?.getAttribute("aria-label") ?? at?.textContent ?? "").trim();
    });
    const stops: string[] = [];
    for (let count = 0; count < 9; count += 1) {
      await page.keyboard.press("Tab");
      stops.push(await focused());
    }
    // The tools, then each row with its buttons: one stop for the levels, one for the rest.
    expect(stops).toEqual(["Undo", "radio purpose", "Add a comment: Purpose", "radio feedback", "Add a comment: Feedback", "radio questions", "Add a comment: Questions", "radio pace", "Add a comment: Pace"]);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toBe("Leave out: Questions");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Space");
    await expect(radio(element, "questions", "Not yet")).toBeChecked();
    await page.keyboard.press("ArrowDown");
    await expect(radio(element, "questions", "Proficient")).toBeChecked();
    await page.keyboard.press("Delete");
    await expect(radio(element, "questions", "Proficient")).not.toBeChecked();
    expect(await focused()).toBe("radio questions");
    await page.keyboard.press("Control+z");
    await expect(radio(element, "questions", "Proficient")).toBeChecked();
    await page.keyboard.press("Control+Shift+z");
    await expect(radio(element, "questions", "Proficient")).not.toBeChecked();
  });

  test("leaving out asks for the reason where the rubric does, and comes back", async ({ page, address }) => {
    await open(page, address);
    const element = await mount(page, SMALL);
    await row(element, "questions").getByRole("button", { name: "Leave out: Questions" }).click();
    const reason = row(element, "questions").getByLabel("Why does it not apply? Questions");
    await expect(reason).toBeFocused();
    await reason.press("Enter");
    await expect(row(element, "questions").getByText("Please give a reason.")).toBeVisible();
    await reason.fill("one lesson only");
    await reason.press("Enter");
    await expect(row(element, "questions").getByText("one lesson only")).toBeVisible();
    // What is left out is neither rated nor still to be rated.
    await expect(element.locator(".panel label")).toHaveText("0 of 3 rated");
    await row(element, "questions").getByRole("button", { name: "Bring back: Questions" }).click();
    await expect(radio(element, "questions", "Not yet")).toBeFocused();
  });

  test("a number off its range is refused beside the field, and what counted still counts", async ({ page, address }) => {
    await open(page, address);
    const element = await mount(page, SMALL);
    const field = row(element, "pace").getByRole("spinbutton");
    await field.fill("4");
    await field.press("Enter");
    await expect(row(element, "pace").getByRole("button", { name: "Clear: Pace" })).toBeVisible();
    await field.fill("4.3");
    await field.press("Enter");
    await expect(row(element, "pace").locator(".error")).toHaveText("This was not taken: “Pace” takes a number from 0 to 10 in steps of 0.5, not \"4.3\". Still counted: 4.");
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await field.fill("4.5");
    await field.press("Enter");
    await expect(row(element, "pace").locator(".error")).toHaveText("");
    expect(await element.evaluate((one: HTMLElementTagNameMap["rubric-assessment"]) => one.assessment?.given.rows["pace"])).toBe("9/2");
  });

  test("a comment is one edit, kept as it was typed", async ({ page, address }) => {
    await open(page, address);
    const element = await mount(page, SMALL);
    await row(element, "purpose").getByRole("button", { name: "Add a comment: Purpose" }).click();
    const field = row(element, "purpose").getByRole("textbox", { name: "Comment: Purpose" });
    await expect(field).toBeFocused();
    await field.pressSequentially("Seen <b>twice</b>");
    await field.blur();
    expect(await element.evaluate((one: HTMLElementTagNameMap["rubric-assessment"]) => [one.assessment?.given.comments["purpose"], one.assessment?.canUndo])).toEqual(["Seen <b>twice</b>", true]);
    await element.getByRole("button", { name: "Undo" }).click();
    await expect(row(element, "purpose").getByRole("textbox")).toHaveCount(0);
  });

  test("what is not asked, not scored and worked out stands apart in words", async ({ page, address }) => {
    await open(page, address);
    const element = await mount(page, EVERYTHING);
    // Of the questions, those that count as something without a reply are not missing.
    await expect(element.locator(".missing button").first()).toHaveText("Career stage");
    await expect(element.locator(".missing")).not.toContainText("Days after the deadline");
    await expect(row(element, "mood").getByText("Shown only: it counts for nothing.")).toBeVisible();
    await expect(row(element, "overall").getByText("Worked out from your other ratings")).toBeVisible();
    await expect(row(element, "overall").getByRole("radio")).toHaveCount(0);
    await element.getByRole("radiogroup", { name: "Do you mentor somebody?" }).getByRole("radio", { name: "No" }).check();
    await expect(row(element, "mentoring").getByText("Not asked of you, by what you answered above.")).toBeVisible();
    await expect(row(element, "mentoring").getByRole("radio")).toHaveCount(0);
    // A mark inside a level: by the level alone it is open, then it is a number.
    await radio(element, "voice", "High").check();
    expect(await element.evaluate((one: HTMLElementTagNameMap["rubric-assessment"]) => one.assessment?.outcome.rows["voice"]?.points.exact)).toBeNull();
    await row(element, "voice").getByLabel("Mark: Voice").selectOption("8").catch(async () => {
      await row(element, "voice").getByLabel("Mark: Voice").fill("8");
      await row(element, "voice").getByLabel("Mark: Voice").press("Enter");
    });
    expect(await element.evaluate((one: HTMLElementTagNameMap["rubric-assessment"]) => one.assessment?.outcome.rows["voice"]?.points.exact)).toBe("8");
    await expect(radio(element, "voice", "High")).toBeChecked();
    await element.getByRole("checkbox", { name: "Off purpose" }).check();
    await expect(row(element, "purpose").getByText("Set by “Off purpose”")).toBeVisible();
  });

  test("what to do next brings to the row", async ({ page, address, isMobile }) => {
    await open(page, address);
    const element = await mount(page, SMALL);
    if (isMobile) await element.locator(".bar").click();
    await expect(element.locator(".missing").getByRole("button")).toHaveText(["Purpose", "Feedback", "Questions", "Pace"]);
    await element.locator(".missing").getByRole("button", { name: "Questions" }).click();
    await expect(radio(element, "questions", "Not yet")).toBeFocused();
    await expect(row(element, "questions")).toBeInViewport();
    // Every criterion at Proficient is 6 of 19 points; 50 % of 19 is 9.5, so pace has to be 3.5.
    if (isMobile) await element.locator(".bar").click();
    await expect(element.locator(".steps")).toContainText("To reach “Earned”");
    await expect(element.locator(".steps li")).toHaveCount(4);
  });

  test("finishing counts what is open as the rubric says, and opens again", async ({ page, address }) => {
    await open(page, address);
    const element = await mount(page, SMALL);
    await element.getByRole("button", { name: "Finish" }).focus();
    await page.keyboard.press("Enter");
    await expect(element.getByText("Finished. What was left open counts as the rubric says.")).toBeVisible();
    await expect(element.locator(".score-text")).toHaveText("no score");
    await element.getByRole("button", { name: "Open again" }).press("Enter");
    await expect(element.locator(".score-text")).toHaveText("between 0% and 100%");
  });

  test("a reviewer may decide an award, with a reason, where the rubric lets one", async ({ page, address, isMobile }) => {
    await open(page, address);
    const element = await mount(page, EVERYTHING, { options: { rater: { id: "Ben", role: "reviewer" } } });
    if (isMobile) await element.locator(".bar").click();
    await element.locator(".overrule summary").click();
    await element.getByLabel("What it is to be").selectOption({ label: "Earned" });
    await element.locator(".overrule").getByRole("button", { name: "Decide otherwise" }).click();
    await expect(element.locator(".overrule .error")).toHaveText("Please give a reason.");
    await element.locator(".overrule").getByLabel("Reason").fill("seen in class");
    await element.locator(".overrule").getByLabel("Reason").press("Enter");
    await expect(element.locator(".award-text")).toHaveText("Earned");
    await expect(element.locator(".award")).toContainText("Decided by Ben: seen in class");
    await element.getByRole("button", { name: "Take the decision back" }).click();
    await expect(element.locator(".award-text")).not.toHaveText("Earned");
    // Nobody else is asked.
    await mount(page, EVERYTHING, { id: "hers" });
    await expect(page.locator("#hers .overrule")).toHaveCount(0);
  });

  test("quick ratings are spoken of once", async ({ page, address }) => {
    await open(page, address);
    const element = await mount(page, SMALL);
    await element.evaluate((one) => {
      const live = one.shadowRoot?.querySelector("#live");
      const said: string[] = [];
      Object.assign(window, { said });
      if (live) new MutationObserver(() => said.push(live.textContent ?? "")).observe(live, { childList: true, characterData: true, subtree: true });
    });
    await radio(element, "purpose", "Not yet").focus();
    for (const key of ["Space", "ArrowDown", "ArrowDown"]) await page.keyboard.press(key);
    await page.waitForTimeout(1500);
    expect(await page.evaluate(() => (window as unknown as { said: string[] }).said)).toEqual(["1 of 4 rated; Total between 15.79% and 100%; Badge: Not decided yet."]);
  });
});

test.describe("a host", () => {
  test.skip(({ isMobile }) => isMobile, "It does not depend on the width.");
  test("hears what happens, in time to keep it, and gives it back", async ({ page, address }) => {
    await open(page, address);
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const name of ["rubric-ready", "rubric-change", "rubric-save", "rubric-error"] as const) {
        document.addEventListener(name, (event) => {
          heard.push(`${name} ${Object.keys(event.detail).join(",")}`);
          if (event.type === "rubric-save") Object.assign(window, { kept: (event as CustomEvent<{ saved: unknown }>).detail.saved });
        });
      }
    });
    const element = await mount(page, SMALL);
    await radio(element, "purpose", "Exemplary").check();
    await radio(element, "feedback", "Not yet").check();
    await expect.poll(() => page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([
      "rubric-ready rubric,assessment,restored", "rubric-change assessment,change,outcome", "rubric-change assessment,change,outcome", "rubric-save saved",
    ]);
    await element.evaluate((one) => one.remove());
    const saved = await page.evaluate(() => (window as unknown as { kept: unknown }).kept);
    const again = await mount(page, SMALL, { saved });
    await expect(radio(again, "purpose", "Exemplary")).toBeChecked();
    await expect(radio(again, "feedback", "Not yet")).toBeChecked();
    await expect(again.locator(".restored")).toHaveCount(0);
  });

  test("may give its own assessment, and edits of it show", async ({ page, address }) => {
    await open(page, address);
    await page.evaluate(async (source) => {
      const { load } = (window as unknown as { rubricate: typeof import("rubricate") }).rubricate;
      const assessment = (await load()).compile(source).start({ locale: "en" });
      const one = document.createElement("rubric-assessment");
      one.assessment = assessment;
      document.querySelector("main")?.append(one);
      Object.assign(window, { mine: assessment });
    }, SMALL);
    const element = page.locator("rubric-assessment");
    await expect(radio(element, "purpose", "Exemplary")).not.toBeChecked();
    await page.evaluate(() => (window as unknown as { mine: { rate(row: string, level: string): void } }).mine.rate("purpose", "exemplary"));
    await expect(radio(element, "purpose", "Exemplary")).toBeChecked();
    await element.evaluate((one) => one.remove());
    // It is the host's still.
    await page.waitForTimeout(50);
    expect(await page.evaluate(() => (window as unknown as { mine: { outcome: { progress: { rated: number } } } }).mine.outcome.progress.rated)).toBe(1);
  });

  test("may set properties before the element is known, and call it by another name", async ({ page, address }) => {
    await open(page, address);
    await page.evaluate((source) => {
      const one = Object.assign(document.createElement("late-assessment"), { source, hideNumbers: true });
      document.querySelector("main")?.append(one);
    }, SMALL);
    await expect(page.locator("late-assessment")).toHaveText("");
    await page.evaluate(() => (window as unknown as { rubricate: { define(prefix: string): void } }).rubricate.define("late"));
    const element = page.locator("late-assessment");
    await radio(element, "purpose", "Proficient").check();
    await expect(element.locator(".score-text")).toHaveCount(0);
    // Slots of evidence go by the same prefix.
    await page.evaluate((source) => Object.assign(document.querySelector("late-assessment") ?? {}, { source }), EVERYTHING);
    await expect(element.locator("late-evidence-slot")).toHaveCount(2);
    // Known names stay what they are.
    await page.evaluate(() => (window as unknown as { rubricate: { define(prefix: string): void } }).rubricate.define("late"));
  });

  test("may have two of them, which do not touch one another", async ({ page, address }) => {
    await open(page, address);
    const first = await mount(page, SMALL, { id: "first" });
    await mount(page, SMALL, { id: "second" });
    const [one, two] = [page.locator("#first"), page.locator("#second")];
    await radio(one, "purpose", "Proficient").check();
    await radio(two, "purpose", "Exemplary").check();
    await expect(radio(one, "purpose", "Proficient")).toBeChecked();
    await expect(radio(two, "purpose", "Proficient")).not.toBeChecked();
    expect(first).toBeTruthy();
  });

  test("may fetch the rubric, or write it into the page", async ({ page, address }) => {
    await open(page, address);
    await page.evaluate(() => {
      const fetched = Object.assign(document.createElement("rubric-assessment"), { id: "fetched" });
      fetched.setAttribute("src", "everything.rubric");
      document.querySelector("main")?.append(fetched);
    });
    await expect(page.locator("#fetched").getByRole("heading", { name: "Every kind of row" })).toBeVisible();
    await page.goto(`${address}written.html`);
    await expect(page.locator("rubric-assessment").getByRole("heading", { name: "Written here" })).toBeVisible();
    await radio(page.locator("rubric-assessment"), "purpose", "Good").check();
  });

  test("moves it elsewhere, and what was given is still there", async ({ page, address }) => {
    await open(page, address);
    const element = await mount(page, SMALL);
    await radio(element, "purpose", "Exemplary").check();
    await page.evaluate(async () => {
      const one = document.querySelector("rubric-assessment");
      one?.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (one) document.body.append(one);
    });
    await expect(radio(element, "purpose", "Exemplary")).toBeChecked();
  });

  test("may take it away while somebody is typing, and what was typed is kept", async ({ page, address }) => {
    await open(page, address);
    const element = await mount(page, SMALL);
    await element.evaluate((one) => one.addEventListener("rubric-save", (event) => Object.assign(window, { kept: (event as CustomEvent<{ saved: unknown }>).detail.saved })));
    await row(element, "purpose").getByRole("button", { name: "Add a comment: Purpose" }).click();
    await page.keyboard.type("half a sen");
    await element.evaluate((one) => one.remove());
    expect(await page.evaluate(() => (window as unknown as { kept: { comments: unknown } }).kept.comments)).toEqual({ purpose: "half a sen" });
  });

  test("is told of mistakes, with the line and the mend", async ({ page, address }) => {
    await open(page, address);
    const element = await mount(page, 'rubric t {\n  check done\n  score s = doen\n}');
    const alert = element.getByRole("alert");
    await expect(alert).toContainText("This rubric has a mistake and cannot be used yet.");
    await expect(alert).toContainText("Line 3, column 13");
    await expect(alert).toContainText("Nothing here is called doen.");
    await expect(alert.locator(".mend")).toContainText("done");
    await audit(page);
    await element.evaluate((one: HTMLElementTagNameMap["rubric-assessment"], source) => Object.assign(one, { source }), SMALL);
    await expect(element.getByRole("heading", { name: "Small" })).toBeVisible();
  });

  test("is told when the rubric is not there, and may try again", async ({ page, address, trouble }) => {
    await open(page, address);
    await page.evaluate(() => {
      const one = document.createElement("rubric-assessment");
      one.src = "nowhere.rubric";
      document.querySelector("main")?.append(one);
    });
    const element = page.locator("rubric-assessment");
    await expect(element.getByRole("alert")).toContainText("the server answers 404");
    await page.route("**/nowhere.rubric", (route) => route.fulfill({ body: SMALL }));
    await element.getByRole("button", { name: "Try again" }).click();
    await expect(element.getByRole("heading", { name: "Small" })).toBeVisible();
    expect(trouble.splice(0)).toEqual([expect.stringContaining("404")]);
  });

  test("does not lose a saved document that cannot be read", async ({ page, address }) => {
    await open(page, address);
    const element = await mount(page, SMALL, { saved: "{ this is none" });
    await expect(element.getByRole("alert")).toContainText("The rubric could not be loaded.");
    expect(await element.evaluate((one: HTMLElementTagNameMap["rubric-assessment"]) => one.save())).toBeNull();
  });
});

test.describe("in a form", () => {
  test.skip(({ isMobile }) => isMobile, "It does not depend on the width.");
  const form = (page: Page, properties: Record<string, unknown> = {}) => page.evaluate(async ({ source, properties }) => {
    const form = document.createElement("form");
    const fieldset = document.createElement("fieldset");
    const one = Object.assign(document.createElement("rubric-assessment"), { source, name: "assessment" }, properties);
    const ready = new Promise((resolve) => one.addEventListener("rubric-ready", resolve, { once: true }));
    fieldset.append(one);
    form.append(fieldset);
    document.querySelector("main")?.append(form);
    await ready;
    await one.updateComplete;
  }, { source: SMALL, properties });
  const value = (page: Page) => page.evaluate(() => {
    const given = new FormData(document.querySelector("form") ?? undefined).get("assessment");
    return typeof given === "string" ? (JSON.parse(given) as { rows: unknown; format: string }) : null;
  });

  test("its value is the saved document, at once", async ({ page, address }) => {
    await open(page, address);
    await form(page);
    expect(await value(page)).toMatchObject({ format: "rubricate/saved", rows: {} });
    // Before anything is drawn again.
    const rows = await page.evaluate(() => {
      const one = document.querySelector("rubric-assessment");
      one?.assessment?.rate("purpose", "exemplary");
      return (JSON.parse(String(new FormData(document.querySelector("form") ?? undefined).get("assessment"))) as { rows: unknown }).rows;
    });
    expect(rows).toEqual({ purpose: "exemplary" });
    await page.evaluate(() => document.querySelector("fieldset")?.toggleAttribute("disabled", true));
    expect(await value(page)).toBeNull();
    await expect(radio(page.locator("rubric-assessment"), "purpose", "Exemplary")).toBeDisabled();
  });

  test("a reset brings back what it began with", async ({ page, address }) => {
    await open(page, address);
    await form(page);
    const element = page.locator("rubric-assessment");
    await radio(element, "purpose", "Exemplary").check();
    await page.evaluate(() => document.querySelector("form")?.reset());
    await expect(radio(element, "purpose", "Exemplary")).not.toBeChecked();
    expect(await value(page)).toMatchObject({ rows: {} });
  });

  test("required, it is valid once everything is rated, and says what is open until then", async ({ page, address }) => {
    await open(page, address);
    await form(page, { required: true });
    const element = page.locator("rubric-assessment");
    const validity = () => element.evaluate((one: HTMLElementTagNameMap["rubric-assessment"]) => [one.checkValidity(), one.validationMessage]);
    expect(await validity()).toEqual([false, "0 of 4 rated; please rate the rest."]);
    await element.evaluate((one: HTMLElementTagNameMap["rubric-assessment"]) => void one.reportValidity());
    await expect(radio(element, "purpose", "Not yet")).toBeFocused();
    for (const name of ["purpose", "feedback", "questions"]) await radio(element, name, "Proficient").check();
    expect(await validity()).toEqual([false, "3 of 4 rated; please rate the rest."]);
    await row(element, "pace").getByRole("spinbutton").fill("0");
    await row(element, "pace").getByRole("spinbutton").press("Tab");
    expect(await validity()).toEqual([true, ""]);
    expect(await element.evaluate((one) => one.matches(":state(complete)"))).toBe(true);
  });

  test("the browser brings its state back", async ({ page, address }) => {
    await open(page, address);
    await form(page);
    const element = page.locator("rubric-assessment");
    await radio(element, "purpose", "Exemplary").check();
    const state = await element.evaluate((one: HTMLElementTagNameMap["rubric-assessment"]) => one.value);
    await page.reload();
    await page.waitForSelector("html[data-ready]");
    await form(page);
    await element.evaluate((one: HTMLElementTagNameMap["rubric-assessment"], kept) => one.formStateRestoreCallback(kept), state);
    await expect(radio(element, "purpose", "Exemplary")).toBeChecked();
  });
});

test.describe("for everybody", () => {
  // Looking for faults of access takes its time.
  test.slow();
  for (const [name, use, dir] of [
    ["light", { colorScheme: "light" }, "ltr"], ["dark", { colorScheme: "dark" }, "ltr"],
    ["right to left", { colorScheme: "light" }, "rtl"], ["forced colours", { contextOptions: { forcedColors: "active" } }, "ltr"],
  ] as const) {
    test.describe(name, () => {
      test.use({ ...use, contextOptions: { reducedMotion: "reduce", ...("contextOptions" in use ? use.contextOptions : {}) } });
      test("axe finds nothing, empty and rated", async ({ page, address, isMobile }) => {
        await open(page, address);
        await page.evaluate((to) => (document.documentElement.dir = to), dir);
        const element = await mount(page, EVERYTHING);
        await audit(page);
        await radio(element, "purpose", "Developing").check();
        await radio(element, "mood", "Exemplary").check();
        await row(element, "questions").getByRole("button", { name: "Leave out: Hinge questions" }).click();
        await row(element, "pace").getByRole("spinbutton").fill("99");
        await row(element, "pace").getByRole("spinbutton").press("Enter");
        await element.locator(".why").evaluateAll((all) => all.forEach((one) => one.setAttribute("open", "")));
        await page.waitForTimeout(300);
        // Filling in does not scroll as a hand does: the bar would lie over half of the field.
        await row(element, "pace").evaluate((one) => one.scrollIntoView({ block: "center" }));
        await audit(page);
        if (isMobile) {
          // The panel lies over the rows now.
          await element.locator(".bar").click();
          await audit(page, [["rubric-assessment", ".summary"]]);
        }
        expect(await page.evaluate(() => scrollX === 0 && document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      });
    });
  }

  test("a chosen level differs from the others in forced colours", async ({ page, address }) => {
    await page.emulateMedia({ forcedColors: "active" });
    await open(page, address);
    const element = await mount(page, SMALL);
    await radio(element, "purpose", "Proficient").check();
    await radio(element, "feedback", "Not yet").focus();
    expect(await row(element, "purpose").locator(".level").evaluateAll((all) => all.map((one) => getComputedStyle(one).outlineStyle))).toEqual(["none", "solid", "none"]);
  });

  test("at 320 pixels nothing scrolls sideways", async ({ page, address }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await open(page, address);
    const long = EVERYTHING.replace('"Learning purpose"', `"Learning ${"purpose".repeat(30)}"`).replace('exemplary 3 "Exemplary"', `exemplary 3 "Exem${"plary".repeat(20)}"`);
    const element = await mount(page, long);
    await radio(element, "purpose", "Developing").check();
    await element.locator(".bar").click();
    const wide = () => page.evaluate(() => {
      scrollTo({ left: 1000, behavior: "instant" });
      return [scrollX, document.documentElement.scrollWidth - document.documentElement.clientWidth];
    });
    expect(await wide()).toEqual([0, 0]);
  });

  test("every target is 44 pixels high, or the whole of its line is", async ({ page, address, isMobile }) => {
    await open(page, address);
    const element = await mount(page, EVERYTHING);
    await radio(element, "purpose", "Developing").check();
    if (isMobile) await element.locator(".bar").click();
    const low = await element.evaluate((one) => [...(one.shadowRoot?.querySelectorAll<HTMLElement>("button:not(.link), label.level, label.code, select, summary, .missing li, .steps li, input:not([type=radio], [type=checkbox]), textarea") ?? [])]
      .filter((target) => target.checkVisibility() && target.getBoundingClientRect().height < 43.9).map((target) => target.outerHTML.slice(0, 120)));
    expect(low).toEqual([]);
  });

  test("it speaks the language of the page around it", async ({ page, address }) => {
    await open(page, address);
    await page.evaluate(() => {
      const inner = Object.assign(document.createElement("div"), { id: "inner", lang: "es-MX" });
      document.querySelector("main")?.append(inner);
    });
    const element = await mount(page, EVERYTHING, {}, { into: "#inner" });
    await expect(element.getByRole("heading", { name: "Una fila de cada tipo" })).toBeVisible();
    await expect(element.getByRole("button", { name: "Deshacer" })).toBeVisible();
    await radio(element, "purpose", "Competente").check();
    await element.evaluate((one) => one.setAttribute("locale", "en"));
    await expect(element.getByRole("button", { name: "Undo" })).toBeVisible();
    // What was given stays.
    await expect(radio(element, "purpose", "Proficient")).toBeChecked();
  });

  test("with hidden numbers no score, weight or point is shown", async ({ page, address }) => {
    await open(page, address);
    const element = await mount(page, EVERYTHING, { hideNumbers: true });
    await radio(element, "purpose", "Developing").check();
    await page.waitForTimeout(400);
    const text = await shown(page);
    expect(text).not.toMatch(/\d ?%|\d points?\b|Counts \d|Counts double|between \d/);
    expect(text).toContain("A number that is needed is not reached yet.");
    // Without it they are there, so the search finds them.
    await element.evaluate((one: HTMLElementTagNameMap["rubric-assessment"]) => (one.hideNumbers = false));
    expect(await shown(page)).toMatch(/\d ?%[^]*\d points?\b|\d points?\b[^]*\d ?%/);
  });

  test("hostile markup in every text of a rubric is only text", async ({ page, address }) => {
    await open(page, address);
    const markup = "<img src=x onerror=alert(1)><script>alert(2)</scr" + "ipt>${7*7}{{7*7}}";
    // Every label and text of the rubric, and nothing of its grammar.
    const source = EVERYTHING.replace(/"((?!https|2\.0\.0|en"|es")[^"\n]+)"/g, (_, text: string) => `"${text} ${markup}"`).replace(/"https:[^"]*"/g, '"javascript:alert(3)"').replace(/language "en[^"]*"/, 'language "en"').replace(/translate "es[^"]*"/, 'translate "es"');
    const element = await mount(page, source);
    await expect(element.getByRole("heading", { name: `Every kind of row ${markup}` })).toBeVisible();
    await radio(element, "consent", "Not met").check();
    await page.waitForTimeout(300);
    const found = await element.evaluate((one) => ({
      images: one.shadowRoot?.querySelectorAll("img, script, iframe, [onerror]").length,
      links: [...(one.shadowRoot?.querySelectorAll("a") ?? [])].map((link) => link.href),
    }));
    expect(found).toEqual({ images: 0, links: [] });
    expect((await shown(page)).split(markup).length).toBeGreaterThan(60);
  });

  test("a rubric of 2,000 rows is rated within what a hand notices", async ({ page, address }) => {
    await open(page, address);
    const rows = Array.from({ length: 2000 }, (_, index) => `criterion c${index} "Criterion ${index}" on m`).join("\n");
    const element = await mount(page, `rubric big "Big" {\n scale m { low 0 "Low"; mid 1 "Middle"; high 2 "High" }\n ${rows}\n score total "Total" = percent of criteria\n award a "Award" { good "Good" { needs total is at least 50% } otherwise none "None" }\n}`);
    const times = await element.evaluate(async (one: HTMLElementTagNameMap["rubric-assessment"]) => {
      const all: number[] = [];
      for (let turn = 0; turn < 12; turn += 1) {
        const from = performance.now();
        one.assessment?.rate(`c${turn}`, "high");
        await one.updateComplete;
        // Its layout too.
        void document.body.offsetHeight;
        all.push(performance.now() - from);
      }
      return all.sort((a, b) => a - b);
    });
    test.info().annotations.push({ type: "milliseconds, best and median of 12", description: `${times[0]}, ${times[6]}` });
    // The best of twelve, as other work on the machine is no matter of the element's; with a grid around the rows it was 300.
    expect(times[0]).toBeLessThan(100);
  });
});

test.describe("a report", () => {
  test.skip(({ isMobile }) => isMobile, "Its narrow form is looked at at 320 pixels.");
  type Rubricate = { rubricate: typeof import("rubricate") };
  /** An assessment with one of everything, made by the page and reported. */
  const report = (page: Page, properties: Record<string, unknown> = {}) => page.evaluate(async ({ source, properties }) => {
    const rubric = (await (window as unknown as Rubricate).rubricate.load()).compile(source);
    const assessment = rubric.start({ locale: "en", today: "2026-11-25", rater: { id: "Ana Meier", role: "self" }, answers: { stage: "first_year", mentor: false, days_late: 2 } });
    assessment.rate("purpose", "developing");
    assessment.comment("purpose", "The second check\ncame too late.");
    assessment.notApplicable("questions", "one lesson only");
    assessment.rate("consent", true);
    assessment.rate("pace", 7.5);
    assessment.rate("voice", { points: 8 });
    assessment.rate("mood", "exemplary");
    assessment.attach("lesson_plan", { id: "1", kind: "pdf", name: "plan.pdf", pages: 9, sha256: "ab".repeat(32) });
    Object.assign(window, { assessment });
    const { as = "assessment", ...rest } = properties;
    const given = as === "saved" ? { rubric, saved: assessment.save() } : as === "outcome" ? { rubric, outcome: assessment.outcome } : { assessment };
    const element = Object.assign(document.createElement("rubric-report"), given, rest);
    document.querySelector("main")?.append(element);
    await element.updateComplete;
  }, { source: EVERYTHING, properties });
  const line = (page: Page, label: string) => page.locator("rubric-report").getByRole("row").filter({ has: page.getByRole("rowheader", { name: label, exact: true }) });

  for (const as of ["assessment", "saved", "outcome"]) {
    test(`says what an assessment came to, of ${as === "assessment" ? "a live one" : `its ${as}`}`, async ({ page, address }) => {
      await open(page, address);
      await report(page, { as, exact: true, locale: "en" });
      const element = page.locator("rubric-report");
      await expect(line(page, "Learning purpose")).toContainText("Developing");
      await expect(line(page, "Learning purpose")).toContainText("A purpose is stated but not checked.");
      await expect(line(page, "Learning purpose").locator(".remark")).toHaveText("Comment: The second check\ncame too late.");
      await expect(line(page, "Hinge questions")).toContainText("one lesson only");
      await expect(line(page, "Pace")).toContainText("7.5");
      await expect(line(page, "Consent is on file")).toContainText("Met");
      // Purpose weighs 2 of 3 in its part once `questions` is left out: all of it, 1/3; pace 3/4 and voice 4/5 make 31/40.
      // 40 % of 1/3 and 60 % of 31/40 would be 59.83 %; the total is over the rows: (2 x 1/3 + 3/4 + 4/5) / 4 = 133/240 = 55.42 %, to the nearest half 55.5 %.
      await expect(element.locator(".scores dd")).toHaveText("55.5% Exactly 111/200");
      await expect(element.locator(".rung").first()).toContainText("Out of reach");
      await expect(element.getByText("Learning purpose must be at least Proficient: it is Developing")).toBeVisible();
      await expect(element.getByText("Your annotated lesson plan has 9 pages; it may have up to 3.")).toBeVisible();
      await expect(element.locator(".hash").nth(as === "outcome" ? 0 : 1)).toHaveText(/^[0-9a-f]{64}$/);
      if (as === "outcome") return;
      await expect(element.getByText("By Ana Meier, self")).toBeVisible();
      await expect(element.getByText("As of November 25, 2026")).toBeVisible();
      await expect(element.getByText("plan.pdf")).toBeVisible();
      await audit(page);
    });
  }

  test("at 320 pixels it is one column, and nothing scrolls sideways", async ({ page, address }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await open(page, address);
    await report(page, { exact: true });
    await expect(line(page, "Learning purpose")).toContainText("Developing");
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    const [head, cell] = await Promise.all([line(page, "Pace").getByRole("rowheader").boundingBox(), line(page, "Pace").getByRole("cell").first().boundingBox()]);
    expect((cell?.y ?? 0) - (head?.y ?? 0)).toBeGreaterThan(10);
    await audit(page);
  });

  test("follows the assessment on the page, whichever comes first", async ({ page, address }) => {
    await open(page, address);
    const element = await mount(page, SMALL, { id: "mine" });
    await page.evaluate(() => {
      const report = document.createElement("rubric-report");
      report.setAttribute("for", "mine");
      document.querySelector("main")?.append(report);
    });
    await expect(line(page, "Purpose")).toContainText("Not rated");
    await radio(element, "purpose", "Exemplary").check();
    await expect(line(page, "Purpose")).toContainText("Exemplary");
    await element.evaluate((one: HTMLElementTagNameMap["rubric-assessment"], source) => (one.source = source), EVERYTHING);
    await expect(line(page, "Learning purpose")).toContainText("Not rated");
  });

  test("shows no number where they are hidden, and prints on a page's width", async ({ page, address }) => {
    await open(page, address);
    await report(page, { hideNumbers: true });
    expect(await shown(page, "rubric-report")).not.toMatch(/\d ?%|\bPoints\b|\d points?\b/);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 640, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(10_000);
  });

  test("hostile texts are only texts", async ({ page, address }) => {
    await open(page, address);
    const markup = "<img src=x onerror=alert(1)>";
    await report(page);
    await page.evaluate((text) => {
      const { assessment } = window as unknown as { assessment: { comment(row: string, text: string): void; notApplicable(row: string, text: string): void; attach(slot: string, facts: unknown): void } };
      assessment.comment("purpose", text);
      assessment.notApplicable("questions", text);
      assessment.attach("lesson_plan", { id: "1", kind: "link", url: "javascript:alert(1)", name: text });
    }, markup);
    await expect(line(page, "Learning purpose")).toContainText(markup);
    expect(await page.locator("rubric-report").evaluate((one) => one.shadowRoot?.querySelectorAll("img, [href^='javascript']").length)).toBe(0);
  });
});

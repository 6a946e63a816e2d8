import { CRITERIA, expect, open, rate, test, unfold, write } from "./page.js";

test("a hostile source in the field leaves the page usable", async ({ page }) => {
  await open(page, "#/text");
  await write(page, "(".repeat(1 << 20));
  await expect(page.locator(".check-state")).toHaveText(/^\d+ errors?\.$/);
  await page.getByRole("button", { name: "Use this rubric" }).click();
  await expect(page.locator(".check-state")).toContainText("stays as it was");
  await page.getByRole("button", { name: "Back to the gallery rubric" }).click();
  await expect(page.locator(".check-state")).toHaveText("No mistakes found.");
});

test("an engine that does not load is said, and can be tried again", async ({ page, trouble }) => {
  await page.route("**/*.wasm", (route) => route.abort(), { times: 1 });
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "The scoring engine could not be started" })).toBeVisible();
  trouble.length = 0;
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator("#row-purpose")).toBeVisible();
});

test("an engine that is broken on the way is said", async ({ page, trouble }) => {
  for (const body of ["", "not wasm", "\0asm\x01\0\0\0\x01"]) {
    await page.route("**/*.wasm", (route) => route.fulfill({ status: 200, contentType: "text/plain", body }));
    await page.goto("about:blank");
    await page.goto("/");
    await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
    await page.unroute("**/*.wasm");
  }
  trouble.length = 0;
});

test("the policy is in force: no markup from text, no foreign script or request", async ({ page, trouble }) => {
  await open(page);
  const refused = await page.evaluate(async () => {
    const threw = (work: () => unknown) => {
      try {
        work();
        return false;
      } catch {
        return true;
      }
    };
    const markup = "<b>";
    return {
      markup: threw(() => (document.body.innerHTML = markup)),
      worker: threw(() => new Worker("https://elsewhere.example/x.js")),
      request: await fetch("https://elsewhere.example/").then(() => false, () => true),
    };
  });
  expect(refused).toEqual({ markup: true, worker: true, request: true });
  trouble.length = 0;
});

test("a whole session makes no trouble and asks nobody but its own origin", async ({ page, trouble }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await open(page);
  for (const row of CRITERIA) await rate(page, row, "Proficient");
  await unfold(page);
  await page.locator(".why summary").first().click();
  await page.getByRole("link", { name: "Rubric text" }).press("Enter");
  await write(page, 'rubric x "X" {\n  award w { }\n}');
  await expect(page.locator(".findings > li")).not.toHaveCount(0);
  await page.getByRole("button", { name: "Back to the gallery rubric" }).click();
  await page.getByRole("link", { name: "Assessment", exact: true }).press("Enter");
  await page.getByRole("button", { name: "Start over" }).press("Enter");
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await page.waitForTimeout(800);
  expect(trouble).toEqual([]);
  expect(asked.every((one) => one.startsWith("GET /"))).toBe(true);
});

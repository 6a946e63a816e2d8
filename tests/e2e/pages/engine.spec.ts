import { loadavg } from "node:os";
import { begin, expect, go, open, paste, radio, rate, saved, SMALL, test } from "./page.js";

test("an engine that does not load is said where it is needed, and can be tried again", async ({ page, trouble }) => {
  const address = await begin(page);
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("about:blank");
  await open(page, `${address}/work`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The scoring engine could not be started");
  await expect(page.locator(".sorry")).toContainText("What you saved on this device is still there.");
  trouble.length = 0;
  await page.unroute("**/*.wasm");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator("rubric-assessment [data-row=purpose]")).toBeVisible();
});

test("an engine that is broken on the way is said", async ({ page, trouble }) => {
  for (const body of ["", "not wasm", "\0asm\x01\0\0\0\x01"]) {
    await page.route("**/*.wasm", (route) => route.fulfill({ status: 200, contentType: "text/plain", body }));
    await page.goto("about:blank");
    await open(page);
    await page.getByRole("button", { name: "Start: Checking for understanding" }).click();
    await expect(page.locator(".toast")).toContainText("The scoring engine could not be started.");
    await page.unroute("**/*.wasm");
  }
  trouble.length = 0;
  await page.locator(".toast").getByRole("button", { name: "Try again" }).click();
  await expect(page.locator(".steps")).toBeVisible();
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

test("an engine that crashes in the middle loses nothing", async ({ page }) => {
  // Every third rating in the module traps, as a panic does.
  await page.addInitScript(() => {
    const real = Object.getOwnPropertyDescriptor(WebAssembly.Instance.prototype, "exports")?.get as () => Record<string, unknown>;
    const known = new WeakMap<WebAssembly.Instance, Record<string, unknown>>();
    let calls = 0;
    const trapping = (work: (...args: unknown[]) => unknown) => (...args: unknown[]) => {
      calls += 1;
      if (calls % 3 === 2) throw new WebAssembly.RuntimeError("unreachable");
      return work(...args);
    };
    Object.defineProperty(WebAssembly.Instance.prototype, "exports", {
      get(this: WebAssembly.Instance) {
        const made = known.get(this) ?? Object.fromEntries(Object.entries(real.call(this)).map(([name, value]) => [name, name === "rate_level" ? trapping(value as () => unknown) : value]));
        known.set(this, made);
        return made;
      },
    });
    Object.assign(globalThis, { crashed: () => Math.floor((calls + 1) / 3) });
  });
  const address = await begin(page);
  await go(page, "work");
  for (const level of ["Secure", "Leading", "Beginning", "Secure"]) {
    await page.locator("rubric-assessment [data-row=purpose] label.level").filter({ hasText: level }).click();
    await page.locator("rubric-assessment [data-row=pace] label.level").filter({ hasText: level }).click();
  }
  expect(await page.evaluate(() => (globalThis as unknown as { crashed(): number }).crashed())).toBeGreaterThan(0);
  await expect(radio(page, "pace", "Secure")).toBeChecked();
  await expect(radio(page, "purpose", "Secure")).toBeChecked();
  await saved(page);
  await open(page, `${address}/check`);
  await open(page, `${address}/work`);
  await expect(radio(page, "purpose", "Secure")).toBeChecked();
});

test("a whole session makes no trouble and asks nobody but its own origin", async ({ page, trouble }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(`${request.method()} ${new URL(request.url()).protocol}`));
  await paste(page, SMALL);
  for (const step of ["work", "gather", "check", "hand-in", "understand"] as const) await go(page, step);
  await go(page, "work");
  await rate(page, "purpose", "Secure");
  await saved(page);
  expect(trouble).toEqual([]);
  expect(asked.filter((one) => !/^GET (http|blob|data):$/.test(one))).toEqual([]);
});

test("nothing takes longer than 50 ms while one rates", async ({ page }) => {
  test.skip(loadavg()[0]! > 2.5, "the machine has other things to do, which makes everything longer");
  await open(page);
  await page.getByRole("button", { name: "Start: Field naturalist's portfolio" }).click();
  await expect(page.locator(".steps")).toBeVisible();
  await go(page, "work");
  await page.waitForTimeout(500);
  await page.evaluate(() => {
    const long: number[] = [];
    Object.assign(globalThis, { long });
    new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  });
  const cards = page.locator("rubric-assessment label.level");
  for (let index = 0; index < 16; index += 2) await cards.nth(index).click();
  await page.waitForTimeout(1500);
  const long = await page.evaluate(() => (globalThis as unknown as { long: number[] }).long);
  test.info().annotations.push({ type: "long tasks", description: JSON.stringify(long) });
  expect(long).toEqual([]);
});

import type { Page } from "@playwright/test";
import { expect, open, test } from "./page.js";

/** The address of the worker that the page itself started. */
async function workerOf(page: Page): Promise<string> {
  const started = page.waitForEvent("worker");
  await open(page, "#/text");
  return (await started).url();
}

test("the worker answers hostile sources within a second, and the next one rightly", async ({ page }) => {
  const url = await workerOf(page);
  const answers = await page.evaluate(async (address) => {
    const worker = new Worker(address, { type: "module" });
    let id = 0;
    const ask = (source: string) =>
      new Promise<{ ms: number; said: { diagnostics?: { code: string }[]; error?: string } }>((resolve) => {
        const from = performance.now();
        id += 1;
        worker.onmessage = ({ data }) => resolve({ ms: performance.now() - from, said: data });
        worker.postMessage({ id, source });
      });
    const sound = 'rubric ok "Ok" {\n  scale m { lo 0; hi 1 }\n  criterion a "A" on m\n  score s = sum of rows\n}\n';
    const wrong = sound.replace("rows", "rosw");
    await ask(sound);
    // What is no question is not answered, and breaks nothing.
    for (const odd of [null, 7, {}, { id: "a", source: 1 }, { id: 1 }]) worker.postMessage(odd);
    const wrapped = (open: number) => `rubric x "X" {\n  score s = ${"(".repeat(open)}1${")".repeat(open)}\n}\n`;
    const hostile: Record<string, string> = {
      "300 brackets": wrapped(300),
      "100,000 brackets": wrapped(100_000),
      "1 MiB of brackets": "(".repeat(1 << 20),
      "2 MiB of letters": "a".repeat(2 << 20),
      "400 KB on one line": `rubric x "X" { score s = 1${" + 1".repeat(100_000)} }`,
      "400 KB in one text": `rubric x "X" { about "${"é".repeat(400_000)}" }`,
      "a lone surrogate": 'rubric x "\ud800" { about "\udc00" }\ud800',
      "100,000 blocks": `rubric x "X" {${" part p {".repeat(100_000)}`,
    };
    const found: { name: string; ms: number; error: string | null; codes: number; sound: number; wrong: number }[] = [];
    for (const [name, source] of Object.entries(hostile)) {
      const { ms, said } = await ask(source);
      const good = await ask(sound);
      const bad = await ask(wrong);
      found.push({ name, ms, error: said.error ?? null, codes: said.diagnostics?.length ?? -1, sound: good.said.diagnostics?.length ?? -1, wrong: bad.said.diagnostics?.filter((one) => one.code.startsWith("R")).length ?? -1 });
    }
    worker.terminate();
    return found;
  }, url);
  for (const { name, ms, error, sound, wrong } of answers) {
    expect.soft(error, name).toBeNull();
    expect.soft(ms, name).toBeLessThan(1000);
    expect.soft(sound, `the sound source after ${name}`).toBe(0);
    expect.soft(wrong, `the wrong source after ${name}`).toBeGreaterThan(0);
  }
  expect(answers.length).toBe(8);
});

// Checks sources off the page's thread, so that typing never waits. Whatever a
// source does to the engine, this answers, and the next source starts afresh.
import { load } from "rubricate";
import type { Answer, Question } from "./protocol.js";

addEventListener("message", (event: MessageEvent<unknown>) => {
  const question = questionOf(event.data);
  if (question) void answer(question).then((said) => postMessage(said));
});

async function answer({ id, source }: Question): Promise<Answer> {
  try {
    const rubricate = await load();
    return { id, diagnostics: rubricate.check(source) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

function questionOf(data: unknown): Question | null {
  if (typeof data !== "object" || data === null || !("id" in data) || !("source" in data)) return null;
  const { id, source } = data;
  return typeof id === "number" && typeof source === "string" ? { id, source } : null;
}

// A page that uses the package as a stranger would: on its own thread and in a worker.
import { openPortfolio, packPortfolio, probe, type Saved } from "rubricate/evidence";

const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
let asked = 0;

function inWorker(file: File): Promise<unknown> {
  return new Promise((resolve) => {
    const id = (asked += 1);
    worker.addEventListener("message", function hear({ data }) {
      if (data.id !== id) return;
      worker.removeEventListener("message", hear);
      resolve(data.facts);
    });
    worker.postMessage({ id, file });
  });
}

const files = (): File[] => [...(document.querySelector<HTMLInputElement>("#file")?.files ?? [])];

Object.assign(window, {
  here: () => Promise.all(files().map((file) => probe(file))),
  there: () => Promise.all(files().map(inWorker)),
  look: (some: File[]) => Promise.all(some.map((file) => probe(file))),
  // One after the other, and the longest task of the page meanwhile.
  measured: async () => {
    let [longest, last, gap] = [0, performance.now(), 0];
    const watch = new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (longest = Math.max(longest, duration))));
    watch.observe({ entryTypes: ["longtask"] });
    // A task that is long, to see that it would be seen.
    setTimeout(() => {
      for (const until = performance.now() + 120; performance.now() < until; );
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const seen = longest;
    [longest, last] = [0, performance.now()];
    const timer = setInterval(() => {
      gap = Math.max(gap, performance.now() - last);
      last = performance.now();
    }, 4);
    const found: { facts: unknown; took: number }[] = [];
    for (const file of files()) {
      const from = performance.now();
      found.push({ facts: await probe(file, null, { names: ["Ana", "Ben Roy"] }), took: performance.now() - from });
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    clearInterval(timer);
    watch.disconnect();
    return { found, longest, gap, seen };
  },
  round: async (saved: Saved) => {
    const packed = await packPortfolio({ saved, files: files().map((file, at) => ({ slot: "plan", id: String(at), name: file.name, file })), html: "<p>hello" });
    const { files: opened, problems } = await openPortfolio(packed);
    return { states: opened.map(({ name, state }) => [name, state]), problems };
  },
});

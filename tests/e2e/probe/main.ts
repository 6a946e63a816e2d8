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
  round: async (saved: Saved) => {
    const packed = await packPortfolio({ saved, files: files().map((file, at) => ({ slot: "plan", id: String(at), name: file.name, file })), html: "<p>hello" });
    const { files: opened, problems } = await openPortfolio(packed);
    return { states: opened.map(({ name, state }) => [name, state]), problems };
  },
});

import { probe } from "rubricate/evidence";

addEventListener("message", async ({ data }) => postMessage({ id: data.id, facts: await probe(data.file) }));

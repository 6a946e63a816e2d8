// The other entries.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { load, RubricError } from "rubricate";
import { probe } from "rubricate/evidence";
import * as inline from "rubricate/inline";
import outcome from "rubricate/schema/outcome-1.json" with { type: "json" };
import saved from "rubricate/schema/saved-1.json" with { type: "json" };
import diagnostics from "rubricate/schema/diagnostics-1.json" with { type: "json" };
import { demo } from "./demo.js";

const module = readFileSync(createRequire(import.meta.url).resolve("rubricate/wasm"));
const facts = await probe(new File(["# Title\n\nthree words here"], "notes.md"));
console.log(JSON.stringify({
  demo: JSON.parse(await demo(await load(module))), inline: JSON.parse(await demo(await inline.load())),
  kind: facts.kind, schemas: [outcome, saved, diagnostics].map(({ $id }) => $id), same: inline.RubricError === RubricError,
}));

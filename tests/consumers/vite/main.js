import { load } from "rubricate";
import { connect } from "rubricate/worker";
import { demo } from "./demo.js";

const show = (id, said) => { document.getElementById(id).textContent = said; };
const asked = new Set(new URLSearchParams(location.search).keys());
const wanted = (id) => asked.size === 0 || asked.has(id);

if (wanted("page")) load().then(demo).then((said) => show("page", said));
if (wanted("worker")) connect().then(demo).then((said) => show("worker", said));
if (wanted("own-worker")) new Worker(new URL("./own-worker.js", import.meta.url), { type: "module" }).onmessage = ({ data }) => show("own-worker", data);
if (wanted("inline")) import("rubricate/inline").then(({ load }) => load()).then(demo).then((said) => show("inline", said));

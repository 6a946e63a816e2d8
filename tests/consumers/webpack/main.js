import { load } from "rubricate";
import { connect } from "rubricate/worker";
import { demo } from "./demo.js";

const show = (id, said) => { document.getElementById(id).textContent = said; };
load().then(demo).then((said) => show("page", said));
connect().then(demo).then((said) => show("worker", said));

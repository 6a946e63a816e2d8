import { load } from "rubricate";
import { define } from "rubricate/elements";

// For tests, which reach it from outside.
Object.assign(window, { rubricate: { load, define } });
document.documentElement.dataset["ready"] = "";

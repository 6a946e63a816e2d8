import { en } from "../en/index.js";
import type { Strings } from "../index.js";

export const es: Strings = en;

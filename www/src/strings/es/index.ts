import type { Strings } from "../index.js";
import { app } from "./app.js";
import { home, opening, versions } from "./home.js";
import { journey } from "./journey.js";
import { guide, settings, write } from "./settings.js";
import { gap, gather, handIn, plan, rows, understand } from "./steps.js";
import { storage } from "./storage.js";
import { check, work } from "./work.js";

export const es: Strings = { app, storage, home, opening, versions, journey, rows, gap, understand, plan, gather, handIn, work, check, settings, write, guide };

import { prober, type Probe } from "./entry.js";
import { probeAway } from "./away.js";
import { lazy } from "./lazy.js";
import { openWorker } from "./thread.js";

export * from "./entry.js";

/**
 * The facts of a file, a text or a link, read on this device: hand them to
 * `assessment.attach`. What could not be found out is listed with the reason;
 * what to tell the person at once is in `notes`. It never rejects because of what
 * is in a file, only when `signal` stops it or the file cannot be read at all.
 */
export const probe: Probe = prober(lazy(openWorker), probeAway);

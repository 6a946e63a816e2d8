// A CommonJS file: `require` of the package in Node 20.19 and newer.
import { load, type Outcome } from "rubricate";

export const first = async (source: string): Promise<Outcome> => (await load()).compile(source).score({});

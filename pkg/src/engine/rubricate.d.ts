// The glue that wasm-bindgen writes into dist/engine, as this package uses it.
import type { PieceOut } from "../digest.js";
import type { CompiledRubric, Diagnostic, FindingOut } from "../types.js";

export default function init(input: {
  module_or_path: URL | string | Request | Response | BufferSource | WebAssembly.Module;
}): Promise<unknown>;
export function initSync(input: { module: BufferSource | WebAssembly.Module }): unknown;
export function __wbg_reset_state(): void;

export function hash(text: string): string;
export function pieces(source: string, files: string[]): PieceOut[];
export function check(source: string, files: string[], prove: boolean): Diagnostic[];
export function compile(source: string, files: string[]): CompiledRubric;
export function start(rubric: number): number;
export function rate_level(session: number, row: number, level: number): number;
export function rate_number(session: number, row: number, n: number, d: number): number;
export function rate_met(session: number, row: number, met: number): number;
export function leave_out(session: number, row: number, reason: number): number;
export function clear(session: number, row: number): number;
export function comment(session: number, row: number, kind: number): number;
export function reply(session: number, setting: number, index: number, kind: number, n: number, d: number): number;
export function today(session: number, day: number): number;
export function attach(session: number, slot: number, facts: string[]): number;
export function detach(session: number, slot: number, id: string): number;
export function code(session: number, code: number, row: number): number;
export function clear_code(session: number, code: number, row: number): number;
export function overrule(session: number, ladder: number, rung: number): number;
export function close(session: number, on: number): number;
export function hold(session: number, on: number): number;
/** The tree of a value as lines: of a row (kind 0), a score (1), a ladder (2), or from 3 on a rung of it. */
export function explain(session: number, kind: number, index: number): string | undefined;
/** What it takes to reach a rung, as lines. */
export function steps(session: number, ladder: number, rung: number, most: number, ratedFirst: number, today: number): string | undefined;
export function findings(session: number): FindingOut[];
export function session_ptr(session: number): number;
export function session_len(session: number): number;
export function changed_ptr(session: number): number;
export function exact(session: number, slot: number): string | undefined;
export function dispose_rubric(rubric: number): void;
export function dispose_session(session: number): void;
export function engine_memory(): WebAssembly.Memory;

export function format(source: string): string;
export function complete(source: string, offset: number, files: string[]): unknown;
export function hover(source: string, offset: number, files: string[]): unknown;
export function symbols(source: string): unknown;
export function references(source: string, offset: number, files: string[]): Uint32Array;
export function rename(source: string, offset: number, name: string, files: string[]): unknown;
export function tokens(source: string, files: string[]): Uint32Array;
export function words(): unknown;

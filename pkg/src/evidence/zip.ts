import { Inflate } from "fflate";
import { MOST_MEMBERS, MIB } from "./limits.js";
import { WHY } from "./notes.js";
import { Unreadable } from "./run.js";
import { latin, type Source, u16, u32 } from "./source.js";
import { END, endRecord } from "./zip-end.js";

/** A member of a ZIP file, as its directory says. */
export interface Member {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly link: boolean;
  readonly crc: number;
  readonly packed: number;
  /** What it claims to unpack to; never trusted. */
  readonly size: number;
  readonly offset: number;
}

const MOST_COMMENT = 0xffff;
const MOST_DIRECTORY = 8 * MIB;

/** The members of a ZIP file, in the order of its directory. */
export async function directory(source: Source, most = MOST_MEMBERS): Promise<Member[]> {
  const base = Math.max(0, source.size - END - MOST_COMMENT);
  const tail = await source.read(base, source.size);
  const end = endRecord(tail);
  if (end < 0) throw new Unreadable(WHY.damaged, "damaged");
  const [count, length, offset] = [u16(tail, end + 10), u32(tail, end + 12), u32(tail, end + 16)];
  // The 64-bit form is for more than 65,535 members or 4 GB.
  if (count === 0xffff || offset === 0xffffffff || count > most) throw new Unreadable(WHY.members);
  if (length > MOST_DIRECTORY) throw new Unreadable(WHY.members);
  const from = base + end - length;
  // Something stands before the archive: what is inside then depends on who reads it.
  if (from < 0 || from !== offset) throw new Unreadable(WHY.damaged, "damaged");
  return entries(await source.read(from, from + length), count);
}

function entries(bytes: Uint8Array, count: number): Member[] {
  const members: Member[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (u32(bytes, at) !== 0x02014b50) break;
    const [names, extra, comment] = [u16(bytes, at + 28), u16(bytes, at + 30), u16(bytes, at + 32)];
    const [flags, unix] = [u16(bytes, at + 8), u32(bytes, at + 38) >>> 16];
    members.push({
      name: nameOf(bytes.subarray(at + 46, at + 46 + names)),
      method: u16(bytes, at + 10),
      encrypted: (flags & 1) === 1,
      link: (unix & 0o170000) === 0o120000,
      crc: u32(bytes, at + 16),
      packed: u32(bytes, at + 20),
      size: u32(bytes, at + 24),
      offset: u32(bytes, at + 42),
    });
    at += 46 + names + extra + comment;
  }
  if (members.length !== count || at !== bytes.length) throw new Unreadable(WHY.damaged, "damaged");
  return members;
}

function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return latin(bytes);
  }
}

/** Where the packed bytes of a member stand. */
export async function placeOf(source: Source, member: Member): Promise<{ from: number; to: number }> {
  const head = await source.read(member.offset, member.offset + 30);
  const from = member.offset + 30 + u16(head, 26) + u16(head, 28);
  const to = from + member.packed;
  if (head.length < 30 || u32(head, 0) !== 0x04034b50 || to > source.size) throw new Unreadable(WHY.damaged, "damaged");
  return { from, to };
}

/**
 * The bytes of a member, piece by piece. What really comes out is counted: past
 * `most`, or past what all members together may be, it stops.
 */
export async function* unpack(source: Source, member: Member, most: number, together: number): AsyncGenerator<Uint8Array> {
  if (member.encrypted) throw new Unreadable(WHY.password, "password");
  const { from, to } = await placeOf(source, member);
  if (member.method !== 0 && member.method !== 8) throw new Unreadable(WHY.unread);
  let [size, crc] = [0, 0];
  const pieces: Uint8Array[] = [];
  const count = (piece: Uint8Array): void => {
    size += piece.length;
    source.run.inflated += piece.length;
    if (size > most || source.run.inflated > together) throw new Unreadable(WHY.bomb);
    crc = crc32(piece, crc);
    pieces.push(piece);
  };
  const inflate = new Inflate(count);
  for await (const slice of source.slices(from, to, 64 * 1024)) {
    // Small steps: deflate can blow a byte up a thousandfold.
    for (let at = 0; at < slice.length; at += 4 * 1024) {
      const step = slice.subarray(at, at + 4 * 1024);
      if (member.method === 0) count(step);
      else push(inflate, step);
      yield* pieces.splice(0);
    }
  }
  if (member.method === 8) {
    push(inflate, new Uint8Array(0), true);
    yield* pieces.splice(0);
  }
  if (size !== member.size || crc !== member.crc) throw new Unreadable(WHY.damaged, "damaged");
}

function push(inflate: { push(chunk: Uint8Array, final?: boolean): void }, slice: Uint8Array, final = false): void {
  try {
    inflate.push(slice, final);
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable(WHY.damaged, "damaged");
  }
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32, going on from what came before. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let value = ~before;
  for (const byte of bytes) value = (value >>> 8) ^ (TABLE[(value ^ byte) & 0xff] ?? 0);
  return ~value >>> 0;
}

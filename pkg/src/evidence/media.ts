import { dayIn, lineOf } from "./gather.js";
import { WHY } from "./notes.js";
import { Unreadable } from "./run.js";
import { placeOf } from "./image.js";
import type { MediaFound } from "./media-read.js";
import { inThread, type OpenThread } from "./thread.js";
import { be32, latin, type Source } from "./source.js";

/** Containers that hold sound or pictures, and what each is called without pictures. */
const SOUND_ONLY: Readonly<Record<string, string>> = { mp4: "m4a", m4v: "m4a", mov: "audio", webm: "audio" };

/** How long a recording is, and how large its picture; read by slices, however long it is. */
export async function readRecording(source: Source, open: OpenThread): Promise<void> {
  const { run } = source;
  run.miss(WHY.failed, "seconds");
  run.miss(WHY.noDate, "date");
  if (/^(mp4|mov|m4a)$/.test(run.facts.kind ?? "")) await recorded(source);
  const found = await inThread<MediaFound | null>(run, open, "media", source.blob);
  if (found === null || !(found.pictures || found.sounds)) throw new Unreadable(WHY.failed, "damaged");
  take(run.facts, found);
  if (found.seconds === null || !Number.isFinite(found.seconds) || found.seconds <= 0) throw new Unreadable(WHY.endless);
  run.facts.seconds = Math.round(found.seconds * 1000) / 1000;
}

function take(facts: Source["run"]["facts"], found: MediaFound): void {
  if (!found.pictures) facts.kind = SOUND_ONLY[facts.kind ?? ""] ?? facts.kind ?? "audio";
  if (found.width > 0 && found.height > 0) [facts.width, facts.height] = [found.width, found.height];
  const day = dayIn(found.day ?? undefined);
  if (day) facts.date = day;
  const author = lineOf(found.artist);
  if (author) facts.author = author;
  const [, latitude, longitude] = /^([+-]\d+(?:\.\d+)?)([+-]\d+(?:\.\d+)?)/.exec(found.place ?? "") ?? [];
  const place = latitude === undefined ? undefined : placeOf(Number(latitude), Number(longitude));
  if (place) facts.place = place;
}

/** Seconds from 1904, where MP4 counts from, to 1970. */
const EPOCH = 2_082_844_800;
const MOST_BOXES = 1000;

/** The day that a camera wrote into the head of an MP4; the tags do not have it. */
async function recorded(source: Source): Promise<void> {
  let at = 0;
  for (let count = 0; at + 8 <= source.size && count < MOST_BOXES; count += 1) {
    const head = await source.read(at, at + 40);
    const [short, type] = [be32(head, 0), latin(head, 4, 8)];
    const size = short === 1 ? be32(head, 8) * 2 ** 32 + be32(head, 12) : short === 0 ? source.size - at : short;
    if (size < 8) return;
    const inside = short === 1 ? 16 : 8;
    if (type === "moov" && latin(head, inside + 4, inside + 8) === "mvhd") {
      const long = head[inside + 8] === 1;
      const seconds = long ? be32(head, inside + 12) * 2 ** 32 + be32(head, inside + 16) : be32(head, inside + 12);
      const day = seconds > EPOCH && seconds < 2 * EPOCH + 2 ** 32 ? dayIn(new Date((seconds - EPOCH) * 1000).toISOString()) : undefined;
      if (day) source.run.facts.date = day;
      return;
    }
    at += size;
  }
}

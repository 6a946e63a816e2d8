import { dayIn, lineOf } from "./gather.js";
import { WHY } from "./notes.js";
import { Unreadable } from "./run.js";
import { placeOf } from "./image.js";
import { be32, latin, type Source } from "./source.js";

/** Containers that hold sound or pictures, and what each is called without pictures. */
const SOUND_ONLY: Readonly<Record<string, string>> = { mp4: "m4a", m4v: "m4a", mov: "audio", webm: "audio" };

/** How long a recording is, and how large its picture; read by slices, however long it is. */
export async function readMedia(source: Source): Promise<void> {
  const { run } = source;
  run.miss(WHY.failed, "seconds");
  run.miss(WHY.noDate, "date");
  const { ADTS, BlobSource, FLAC, Input, MATROSKA, MP3, MP4, OGG, QTFF, WAVE, WEBM } = await import("mediabunny");
  const formats = [MP4, QTFF, MATROSKA, WEBM, MP3, WAVE, OGG, FLAC, ADTS];
  const input = new Input({ source: new BlobSource(source.blob, { maxCacheSize: 8 << 20 }), formats });
  if (/^(mp4|mov|m4a)$/.test(run.facts.kind ?? "")) await recorded(source);
  try {
    await run.within(measure(source, input), () => input.dispose());
  } catch (error) {
    run.check();
    throw error instanceof Unreadable ? error : new Unreadable(WHY.failed, "damaged");
  }
}

async function measure({ run }: Source, input: import("mediabunny").Input): Promise<void> {
  const { facts } = run;
  const [pictures, sounds] = [await input.getVideoTracks(), await input.getAudioTracks()];
  if (pictures.length === 0 && sounds.length === 0) throw new Unreadable(WHY.failed, "damaged");
  if (pictures.length === 0) facts.kind = SOUND_ONLY[facts.kind ?? ""] ?? facts.kind ?? "audio";
  const picture = pictures[0];
  if (picture) {
    const [width, height] = [await picture.getDisplayWidth(), await picture.getDisplayHeight()];
    if (width > 0 && height > 0) [facts.width, facts.height] = [width, height];
  }
  await about(run.facts, input);
  const seconds = (await input.getDurationFromMetadata()) ?? (await input.computeDuration());
  if (!Number.isFinite(seconds) || seconds <= 0) throw new Unreadable(WHY.endless);
  facts.seconds = Math.round(seconds * 1000) / 1000;
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

/** Who made it, when and where, as its tags say. */
async function about(facts: Source["run"]["facts"], input: import("mediabunny").Input): Promise<void> {
  const tags = await input.getMetadataTags();
  const day = tags.date && !Number.isNaN(tags.date.getTime()) ? dayIn(tags.date.toISOString()) : undefined;
  if (day) facts.date = day;
  const author = lineOf(tags.artist);
  if (author) facts.author = author;
  const place = Object.entries(tags.raw ?? {}).find(([name]) => /xyz$|location\.ISO6709$/.test(name))?.[1];
  const [, latitude, longitude] = (typeof place === "string" && /^([+-]\d+(?:\.\d+)?)([+-]\d+(?:\.\d+)?)/.exec(place)) || [];
  const found = latitude === undefined ? undefined : placeOf(Number(latitude), Number(longitude));
  if (found) facts.place = found;
}

// Runs in a thread of its own: whatever a recording makes its reader do, the
// thread can be ended.
import { ADTS, CustomSource, FLAC, Input, MATROSKA, MP3, MP4, OGG, QTFF, WAVE, WEBM } from "mediabunny";
import type { Bytes } from "./task.js";

/** What a recording is. */
export interface MediaFound {
  readonly pictures: boolean;
  readonly sounds: boolean;
  readonly width: number;
  readonly height: number;
  /** `null` where it does not say, and nothing in it does. */
  readonly seconds: number | null;
  readonly day: string | null;
  readonly artist: string | null;
  /** As ISO 6709 writes a place. */
  readonly place: string | null;
}

/** Reads the head of a recording by slices; `null` where it cannot be read. */
export async function readMedia(bytes: Bytes): Promise<MediaFound | null> {
  const source = new CustomSource({ getSize: () => bytes.size, read: (start, end) => bytes.read(start, end), maxCacheSize: 8 << 20, prefetchProfile: "fileSystem" });
  const input = new Input({ source, formats: [MP4, QTFF, MATROSKA, WEBM, MP3, WAVE, OGG, FLAC, ADTS] });
  try {
    const [pictures, sounds] = [await input.getVideoTracks(), await input.getAudioTracks()];
    const [picture] = pictures;
    const tags = await input.getMetadataTags();
    const place = Object.entries(tags.raw ?? {}).find(([name]) => /xyz$|location\.ISO6709$/.test(name))?.[1];
    return {
      pictures: pictures.length > 0,
      sounds: sounds.length > 0,
      width: (await picture?.getDisplayWidth()) ?? 0,
      height: (await picture?.getDisplayHeight()) ?? 0,
      seconds: (await input.getDurationFromMetadata()) ?? (await input.computeDuration()),
      day: tags.date && !Number.isNaN(tags.date.getTime()) ? tags.date.toISOString() : null,
      artist: tags.artist ?? null,
      place: typeof place === "string" ? place : null,
    };
  } catch {
    return null;
  } finally {
    input.dispose();
  }
}

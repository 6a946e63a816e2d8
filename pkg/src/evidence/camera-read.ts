// Runs in a thread of its own, for the same reason as the other readers.
import reader from "exifreader";
import type { Bytes } from "./task.js";

/** What a camera wrote, as texts. */
export interface CameraFound {
  readonly said: Readonly<Record<string, string>>;
  readonly orientation: number;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

type Tags = { exif?: Record<string, { description?: unknown; value?: unknown } | undefined>; gps?: { Latitude?: unknown; Longitude?: unknown } };
const WANTED = ["DateTimeOriginal", "DateTimeDigitized", "DateTime", "Make", "Model", "Artist"];

/** Reads the EXIF of an image; `null` where there is none that can be read. */
export async function readCamera(bytes: Bytes): Promise<CameraFound | null> {
  try {
    const tags = reader.load((await bytes.read(0, bytes.size)).buffer, { expanded: true }) as Tags;
    const said = WANTED.map((name) => [name, tags.exif?.[name]?.description] as const).filter((one): one is readonly [string, string] => typeof one[1] === "string");
    const number = (value: unknown) => (typeof value === "number" && Number.isFinite(value) ? value : null);
    return { said: Object.fromEntries(said), orientation: number(tags.exif?.["Orientation"]?.value) ?? 1, latitude: number(tags.gps?.Latitude), longitude: number(tags.gps?.Longitude) };
  } catch {
    return null;
  }
}

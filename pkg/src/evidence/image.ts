import { MOST_IMAGE } from "./limits.js";
import { dayIn, lineOf } from "./gather.js";
import { WHY } from "./notes.js";
import type { CameraFound } from "./camera-read.js";
import { Unreadable } from "./run.js";
import { inThread, type OpenThread } from "./thread.js";
import { be16, be32, latin, type Source, u16 } from "./source.js";

type Size = readonly [width: number, height: number];

/** How large an image is, and what a camera wrote into it. */
export async function readImage(source: Source, kind: string, open: OpenThread): Promise<void> {
  const { run } = source;
  run.miss(WHY.damaged, "width", "height");
  run.miss(WHY.noDate, "date");
  const whole = source.size <= MOST_IMAGE;
  if (!whole) run.miss(WHY.tooLarge, "place", "date");
  const bytes = await source.read(0, whole ? source.size : 1 << 20);
  const size = sizeOf(kind, bytes);
  if (!size || !(size[0] > 0 && size[1] > 0)) throw new Unreadable(WHY.damaged, "damaged");
  [run.facts.width, run.facts.height] = size;
  // A thread is only opened for an image that says something about itself.
  if (kind === "gif" || !["Exif", "eXIf", "EXIF", "<x:xmpmeta"].some((mark) => find(bytes, mark) >= 0)) return;
  const { turned } = await cameraOf(source, bytes, open);
  // As it is shown: a camera that was held upright says so beside the picture.
  if (turned) [run.facts.width, run.facts.height] = [size[1], size[0]];
}

function sizeOf(kind: string, bytes: Uint8Array): Size | null {
  if (kind === "png") return latin(bytes, 12, 16) === "IHDR" ? [be32(bytes, 16), be32(bytes, 20)] : null;
  if (kind === "gif") return [u16(bytes, 6), u16(bytes, 8)];
  if (kind === "jpeg") return jpegSize(bytes);
  if (kind === "webp") return webpSize(bytes);
  return boxSize(bytes);
}

function jpegSize(bytes: Uint8Array): Size | null {
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    // Filling before a marker.
    if (marker === 0xff) at += 1;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return [be16(bytes, at + 7), be16(bytes, at + 5)];
    else if (marker === 0xda || marker === 0xd9) return null;
    else at += 2 + Math.max(2, be16(bytes, at + 2));
  }
  return null;
}

function webpSize(bytes: Uint8Array): Size | null {
  const form = latin(bytes, 12, 16);
  const at = (index: number) => bytes[index] ?? 0;
  if (form === "VP8X") return [1 + (u16(bytes, 24) | (at(26) << 16)), 1 + (u16(bytes, 27) | (at(29) << 16))];
  if (form === "VP8 ") return [u16(bytes, 26) & 0x3fff, u16(bytes, 28) & 0x3fff];
  if (form !== "VP8L") return null;
  const packed = u16(bytes, 21) + u16(bytes, 23) * 0x10000;
  return [1 + (packed % 0x4000), 1 + (Math.floor(packed / 0x4000) % 0x4000)];
}

/** HEIC and AVIF: the largest picture that is described. */
function boxSize(bytes: Uint8Array): Size | null {
  const head = latin(bytes, 0, 1 << 16);
  let best: Size | null = null;
  for (let at = head.indexOf("ispe"); at >= 0; at = head.indexOf("ispe", at + 4)) {
    const size: Size = [be32(bytes, at + 8), be32(bytes, at + 12)];
    if (!best || size[0] * size[1] > best[0] * best[1]) best = size;
  }
  return best;
}

/** Date, camera and place, as EXIF or XMP say them. */
async function cameraOf(source: Source, bytes: Uint8Array, open: OpenThread): Promise<{ turned: boolean }> {
  const { facts } = source.run;
  const found = await inThread<CameraFound | null>(source.run, open, "camera", bytes.length === source.size ? source.blob : new Blob([bytes as Uint8Array<ArrayBuffer>]));
  const said = (name: string) => lineOf(found?.said[name]);
  const xmp = xmpOf(bytes);
  const day = dayIn(said("DateTimeOriginal") ?? said("DateTimeDigitized") ?? xmp("DateTimeOriginal") ?? xmp("CreateDate") ?? said("DateTime"));
  if (day) facts.date = day;
  const [make, model] = [said("Make") ?? xmp("Make"), said("Model") ?? xmp("Model")];
  const camera = model && make && !model.startsWith(make) ? `${make} ${model}` : (model ?? make);
  if (camera) facts.camera = camera;
  const author = said("Artist");
  if (author) facts.author = author;
  const place = placeOf(found?.latitude ?? undefined, found?.longitude ?? undefined) ?? placeOf(angle(xmp("GPSLatitude")), angle(xmp("GPSLongitude")));
  if (place) facts.place = place;
  return { turned: (found?.orientation ?? 1) >= 5 && (found?.orientation ?? 1) <= 8 };
}

/** A place with about a hundred metres of room, north and east positive. */
export function placeOf(latitude: number | undefined, longitude: number | undefined): string | undefined {
  if (latitude === undefined || longitude === undefined || !Number.isFinite(latitude) || !Number.isFinite(longitude)) return undefined;
  if (latitude === 0 && longitude === 0) return undefined;
  return `${latitude.toFixed(3)}, ${longitude.toFixed(3)}`;
}

/** `47,22.62N` as degrees. */
function angle(text: string | undefined): number | undefined {
  const [, degrees, minutes, seconds, side] = /^(\d{1,3}),(\d+(?:\.\d+)?)(?:,(\d+(?:\.\d+)?))?([NSEW])$/.exec(text ?? "") ?? [];
  if (degrees === undefined) return undefined;
  const size = Number(degrees) + Number(minutes) / 60 + Number(seconds ?? 0) / 3600;
  return side === "S" || side === "W" ? -size : size;
}

/** A value of the XMP packet in an image, whether it is written as an attribute or as an element. */
function xmpOf(bytes: Uint8Array): (name: string) => string | undefined {
  const from = find(bytes, "<x:xmpmeta");
  const to = from < 0 ? -1 : find(bytes, "</x:xmpmeta>", from);
  const text = to < 0 ? "" : new TextDecoder().decode(bytes.subarray(from, Math.min(to, from + (1 << 20))));
  return (name) => lineOf(new RegExp(`\\b(?:exif|xmp|tiff):${name}(?:="([^"]{0,200})"|>([^<]{0,200})<)`).exec(text)?.slice(1).find((one) => one !== undefined));
}

function find(bytes: Uint8Array, text: string, from = 0): number {
  const wanted = new TextEncoder().encode(text);
  for (let at = bytes.indexOf(wanted[0] ?? 0, from); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}

// The rubrics that come with the pages. What their cards say is worked out when
// the pages are built; their text is loaded when one is opened.
import shapes from "virtual:gallery";

const SOURCES = import.meta.glob<string>("../rubrics/*.rubric", { query: "?raw", import: "default" });

/** What a card says of a rubric. */
export interface GalleryRubric {
  /** Its file, without the folder. */
  readonly file: string;
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly issuer: string | null;
  readonly contentHash: string;
  /** The number of levels of each row, and the part it is in. */
  readonly rows: readonly number[];
  readonly parts: readonly number[];
  readonly evidence: number;
}

export function galleryNames(): readonly GalleryRubric[] {
  return shapes;
}

/** The text of one. */
export async function gallerySource(file: string): Promise<string> {
  const load = SOURCES[`../rubrics/${file}`];
  if (!load) throw new Error(`there is no rubric ${file} in the gallery`);
  return load();
}

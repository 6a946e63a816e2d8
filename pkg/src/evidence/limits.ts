/** Every limit of the readers, so that no file can hang a page or fill its memory. */
export const KIB = 1024;
export const MIB = 1024 * 1024;

/** Read at once where a file is walked from end to end. */
export const SLICE = 512 * KIB;
/** Up to here the browser's own SHA-256 takes the whole file; beyond, it is worked out slice by slice. */
export const NATIVE_HASH = 16 * MIB;
/** Larger files get no hash. */
export const MOST_HASHED = 4096 * MIB;
/** UTF-16 units of text that are handed on; of more, words are counted here. */
export const MOST_TEXT = 512 * KIB;
/** UTF-16 units of text that are counted at all. */
export const MOST_COUNTED = 8 * MIB;
/** Milliseconds that reading what is inside may take; the hash is apart, as its time only follows the size. */
export const READ_TIME = 15_000;
/** Members of a ZIP file. */
export const MOST_MEMBERS = 10_000;
/** Bytes that one member, and all members together, may inflate to while an office file is read. */
export const MOST_MEMBER = 32 * MIB;
export const MOST_INFLATED = 64 * MIB;
/** Elements of XML inside each other; real documents stay under 50. */
export const MOST_DEPTH = 256;
/** Elements in one part of an office file. */
export const MOST_ELEMENTS = 4_000_000;
/** Images are read whole up to here, for what a camera wrote into them may stand at the end. */
export const MOST_IMAGE = 48 * MIB;
/** Pages of a PDF whose text is read. */
export const MOST_PAGES = 3000;
/** Headings, and characters of each. */
export const MOST_HEADINGS = 200;
export const MOST_LINE = 300;
/** Notes of one kind, such as names found in a text. */
export const MOST_FOUND = 20;

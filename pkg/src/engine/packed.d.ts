/** The engine's module for `rubricate/inline`, written by the build: base64 of its gzip. */
declare const packed: string;
export default packed;

// Files made byte by byte, with facts that are known because they were put in.
import { deflateRawSync, deflateSync } from "node:zlib";

const latin = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf8 = (text) => new TextEncoder().encode(text);
export const join = (...parts) => {
  const bytes = parts.map((part) => (typeof part === "string" ? latin(part) : Uint8Array.from(part)));
  const whole = new Uint8Array(bytes.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of bytes) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
const le16 = (value) => [value & 255, (value >> 8) & 255];
const le32 = (value) => [value & 255, (value >>> 8) & 255, (value >>> 16) & 255, (value >>> 24) & 255];
const be16 = (value) => le16(value).reverse();
const be32 = (value) => le32(value).reverse();

/** A file as a browser hands it over. */
export const file = (name, ...parts) => new File([join(...parts)], name);

// ── ZIP ────────────────────────────────────────────────────────────────

function crcOf(bytes) {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
}

/**
 * A ZIP file. A member is a name and its content, or an object that lies:
 * `{ name, content, packed, size, crc, flags, unix, offset, raw }`.
 */
export function zip(members, { comment = "" } = {}) {
  const [local, central] = [[], []];
  let at = 0;
  for (const given of members) {
    const member = Array.isArray(given) ? { name: given[0], content: given[1] } : given;
    const content = typeof member.content === "string" ? utf8(member.content) : member.content;
    const packed = member.packed ?? (member.raw ? content : deflateRawSync(content));
    const [method, crc, size] = [member.raw ? 0 : 8, member.crc ?? crcOf(content), member.size ?? content.length];
    const [name, flags] = [utf8(member.name), member.flags ?? 0x800];
    const shared = join(le16(flags), le16(method), le32(0x21), le32(crc), le32(packed.length), le32(size), le16(name.length), le16(0));
    central.push(join("PK\x01\x02", le16(0x0314), le16(20), shared, le16(0), le16(0), le16(0), le32(((member.unix ?? 0) << 16) >>> 0), le32(member.offset ?? at), name));
    if (member.offset !== undefined) continue;
    const head = join("PK\x03\x04", le16(20), shared, name, packed);
    local.push(head);
    at += head.length;
  }
  const [body, list] = [join(...local), join(...central)];
  return join(body, list, "PK\x05\x06", le16(0), le16(0), le16(members.length), le16(members.length), le32(list.length), le32(body.length), le16(comment.length), comment);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELS = "http://schemas.openxmlformats.org/package/2006/relationships";
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

const types = (part, type) => ["[Content_Types].xml", `${XML}<Types xmlns="${TYPES}"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/></Types>`];
const core = ["docProps/core.xml", `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:creator>Ana Meier</dc:creator><dcterms:created>2024-03-01T08:00:00Z</dcterms:created><dcterms:modified>2025-06-30T23:59:00Z</dcterms:modified></cp:coreProperties>`];

export const paragraph = (text, style) => `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ""}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
export const documentXml = (body) => `${XML}<w:document ${W}><w:body>${body}</w:body></w:document>`;

/** The styles are German: only their names say that they are headings. */
export const docxParts = (body) => [
  types("word/document.xml", "wordprocessingml.document.main"),
  ["word/document.xml", documentXml(body)],
  ["word/styles.xml", `${XML}<w:styles ${W}><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Standard"><w:name w:val="Normal"/></w:style></w:styles>`],
  core,
  ["docProps/app.xml", `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Pages>3</Pages></Properties>`],
];
const BODY = paragraph("Lesson plan", "berschrift1") + paragraph("Ask &amp; wait for") + "<w:p><w:r><w:t>thr</w:t></w:r><w:r><w:t>ee</w:t></w:r><w:del><w:r><w:delText>not this</w:delText></w:r></w:del><w:r><w:tab/><w:t>seconds.</w:t></w:r></w:p>";
export const docx = () => zip(docxParts(BODY));

export const xlsx = () => zip([
  types("xl/workbook.xml", "spreadsheetml.sheet.main"),
  ["xl/workbook.xml", `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets><sheet name="Marks" sheetId="1"/><sheet name="Notes" sheetId="2"/></sheets></workbook>`],
  ["xl/sharedStrings.xml", `${XML}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Wait time</t></si><si><r><t>three </t></r><r><t>seconds</t></r></si></sst>`],
  ["xl/worksheets/sheet1.xml", `${XML}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>inside</t></is></c></row></sheetData></worksheet>`],
  core,
]);

const slideXml = (title, text) => `${XML}<p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:cSld><p:spTree><p:sp><p:nvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>${title}</a:t></a:r></a:p></p:txBody></p:sp><p:sp><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>`;
/** The slides stand in the file the other way round than they are shown. */
export const pptx = () => zip([
  types("ppt/presentation.xml", "presentationml.presentation.main"),
  ["ppt/presentation.xml", `${XML}<p:presentation xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" ${R}><p:sldIdLst><p:sldId id="256" r:id="rId7"/><p:sldId id="257" r:id="rId3"/></p:sldIdLst></p:presentation>`],
  ["ppt/_rels/presentation.xml.rels", `${XML}<Relationships xmlns="${RELS}"><Relationship Id="rId3" Type="x" Target="slides/slide1.xml"/><Relationship Id="rId7" Type="x" Target="slides/slide2.xml"/></Relationships>`],
  ["ppt/slides/slide1.xml", slideXml("Second", "shown last")],
  ["ppt/slides/slide2.xml", slideXml("First", "shown first")],
  core,
]);

const OD = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"';
export const od = (what, body, manifest = "") => zip([
  { name: "mimetype", content: `application/vnd.oasis.opendocument.${what}`, raw: true },
  ["META-INF/manifest.xml", `${XML}<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="/">${manifest}</m:file-entry></m:manifest>`],
  ["content.xml", `${XML}<office:document-content ${OD}><office:body>${body}</office:body></office:document-content>`],
  ["meta.xml", `${XML}<office:document-meta ${OD}><office:meta><meta:initial-creator>Ben Roy</meta:initial-creator><meta:creation-date>2024-01-02T03:04:05</meta:creation-date><dc:date>2025-02-03T04:05:06</dc:date><meta:document-statistic meta:page-count="2"/></office:meta></office:document-meta>`],
]);
export const odt = () => od("text", '<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:h text:outline-level="1">Reflection</text:h><text:p>Two<text:s text:c="2"/>spaces and <text:span>a span</text:span>.</text:p>');
export const odp = () => od("presentation", "<draw:page><text:p>one</text:p></draw:page><draw:page><text:p>two</text:p></draw:page><draw:page/>");

const TABLE = 'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"';
export const ods = () => od("spreadsheet", `<table:table ${TABLE} table:name="Marks"><table:table-row><table:table-cell><text:p>Wait time</text:p></table:table-cell><table:table-cell><text:p>3 s</text:p></table:table-cell></table:table-row></table:table>`);
export const epub = () => zip([
  { name: "mimetype", content: "application/epub+zip", raw: true },
  ["META-INF/container.xml", `${XML}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`],
  ["book.opf", `${XML}<package version="3.0" xmlns="http://www.idpf.org/2007/opf"/>`],
]);

// ── PDF ────────────────────────────────────────────────────────────────

/** A PDF of objects by number; the first is the catalogue. */
export function pdfOf(objects, trailer = "", head = "%PDF-1.4\n") {
  let text = head;
  const places = [];
  objects.forEach((body, index) => {
    places.push(text.length);
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
  });
  const from = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("")}`;
  return latin(`${text}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${from}\n%%EOF\n`);
}

const stream = (content) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

/** A PDF with one line of text a page; an empty line draws nothing. */
export function pdf(lines, { info = "/Author (Ana Meier) /CreationDate (D:20240301080000+02'00') /ModDate (D:20250630235900Z)", extra = [], trailer = "", count = lines.length } = {}) {
  const kids = lines.map((_, index) => `${4 + index * 2} 0 R`).join(" ");
  const pages = lines.flatMap((line, index) => [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
    stream(line === "" ? "0 0 1 rg 10 10 500 700 re f" : `BT /F1 12 Tf 72 700 Td (${line}) Tj ET`),
  ]);
  const objects = ["<< /Type /Catalog /Pages 2 0 R >>", `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", ...pages, `<< ${info} >>`, ...extra];
  return pdfOf(objects, `/Info ${4 + lines.length * 2} 0 R ${trailer}`);
}

/** Locked with a user's password: the keys are not those of the empty one. */
export const pdfLocked = () =>
  pdf(["secret"], { trailer: `/ID [<${"00".repeat(16)}> <${"00".repeat(16)}>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${"5a".repeat(32)}> /U <${"a5".repeat(32)}> >>` });

// ── pictures ───────────────────────────────────────────────────────────

function chunk(type, data) {
  const body = join(type, data);
  return join(be32(data.length), body, be32(crcOf(body)));
}
export const png = (width, height, ...more) =>
  join([0x89], "PNG\r\n\x1a\n", chunk("IHDR", join(be32(width), be32(height), [8, 0, 0, 0, 0])), ...more, chunk("IDAT", deflateSync(new Uint8Array((width + 1) * height))), chunk("IEND", join()));
export const pngWith = (tiff) => png(6, 4, chunk("eXIf", tiff));
export const gif = (width, height) => join("GIF89a", le16(width), le16(height), [0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x2c, 0, 0, 0, 0], le16(width), le16(height), [0, 2, 2, 0x44, 1, 0, 0x3b]);

/** EXIF as a camera writes it: a TIFF of its own, with maker, day and place. */
export function tiff({ make = "Acme", model = "Acme One", day = "2025:05:04 12:30:00", orientation = 1, latitude, longitude } = {}) {
  const rational = (value) => [...be32(Math.round(value * 1000)), ...be32(1000)];
  const angle = (value) => [...rational(Math.floor(value)), ...rational((value % 1) * 60), ...rational(0)];
  const gps = latitude === undefined ? null : [
    [1, 2, 2, latitude < 0 ? "S\0" : "N\0"], [2, 5, 3, angle(Math.abs(latitude))], [3, 2, 2, longitude < 0 ? "W\0" : "E\0"], [4, 5, 3, angle(Math.abs(longitude))],
  ];
  const main = [[0x10f, 2, make.length + 1, `${make}\0`], [0x110, 2, model.length + 1, `${model}\0`], [0x112, 3, 1, [...be16(orientation), 0, 0]]];
  const exif = [[0x9003, 2, day.length + 1, `${day}\0`]];
  const size = (entries) => 2 + entries.length * 12 + 4 + entries.reduce((sum, [, , , value]) => sum + (value.length > 4 ? value.length + (value.length % 2) : 0), 0);
  const directory = (entries, from) => {
    let room = from + 2 + entries.length * 12 + 4;
    const [rows, values] = [[], []];
    for (const [tag, type, count, value] of entries) {
      const bytes = join(typeof value === "string" ? value : value);
      const inline = bytes.length <= 4;
      rows.push(join(be16(tag), be16(type), be32(count), inline ? join(bytes, new Uint8Array(4 - bytes.length)) : be32(room)));
      if (inline) continue;
      values.push(bytes.length % 2 ? join(bytes, [0]) : bytes);
      room += bytes.length + (bytes.length % 2);
    }
    return join(be16(entries.length), ...rows, be32(0), ...values);
  };
  const all = [...main, [0x8769, 4, 1, be32(0)], ...(gps ? [[0x8825, 4, 1, be32(0)]] : [])];
  const exifAt = 8 + size(all);
  all[3][3] = be32(exifAt);
  if (gps) all[4][3] = be32(exifAt + size(exif));
  return join("MM", be16(42), be32(8), directory(all, 8), directory(exif, exifAt), gps ? directory(gps, exifAt + size(exif)) : []);
}
const segment = (marker, data) => join([0xff, marker], be16(data.length + 2), data);
export const jpeg = (width, height, ...segments) => join([0xff, 0xd8], ...segments, segment(0xc0, join([8], be16(height), be16(width), [1, 1, 0x11, 0])), segment(0xda, [1, 1, 0, 0, 63, 0]), [0x12, 0x34, 0xff, 0xd9]);
export const exif = (options) => segment(0xe1, join("Exif\0\0", tiff(options)));
export const xmp = (text) => segment(0xe1, join("http://ns.adobe.com/xap/1.0/\0", `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description ${text}/></x:xmpmeta>`));

const riff = (form, ...chunks) => {
  const body = join(form, ...chunks.map(([name, data]) => join(name, le32(data.length), data, data.length % 2 ? [0] : [])));
  return join("RIFF", le32(body.length), body);
};
export const webpLossless = (width, height) => riff("WEBP", ["VP8L", join([0x2f], le32((width - 1) | ((height - 1) << 14)), [0, 0, 0])]);
export const webpWith = (width, height, data) => riff("WEBP", ["VP8X", join([8, 0, 0, 0], le32(width - 1).slice(0, 3), le32(height - 1).slice(0, 3))], ["VP8L", join([0x2f], le32((width - 1) | ((height - 1) << 14)), [0, 0, 0])], ["EXIF", data]);

export const box = (type, ...parts) => {
  const body = join(...parts);
  return join(be32(body.length + 8), type, body);
};
export const heic = (width, height) =>
  join(box("ftyp", "heic", be32(0), "mif1heic"), box("meta", be32(0), box("hdlr", be32(0), be32(0), "pict", new Uint8Array(13)), box("iprp", box("ipco", box("ispe", be32(0), be32(160), be32(120)), box("ispe", be32(0), be32(width), be32(height))))));

export const avif = (width, height) =>
  join(box("ftyp", "avif", be32(0), "mif1avifmiaf"), box("meta", be32(0), box("hdlr", be32(0), be32(0), "pict", new Uint8Array(13)), box("iprp", box("ipco", box("ispe", be32(0), be32(width), be32(height))))));

// ── sound and film ─────────────────────────────────────────────────────

export const wav = (seconds, rate = 8000) => riff("WAVE", ["fmt ", join(le16(1), le16(1), le32(rate), le32(rate), le16(1), le16(8))], ["data", new Uint8Array(seconds * rate).fill(128)]);

/** Frames of 128 kbit/s at 44.1 kHz: 1152 samples, 417 bytes each. */
export const mp3 = (frames, tag = []) => join(tag, ...Array.from({ length: frames }, () => join([0xff, 0xfb, 0x90, 0x44], new Uint8Array(413))));
export const id3 = (bytes) => join("ID3", [3, 0, 0, (bytes >> 21) & 127, (bytes >> 14) & 127, (bytes >> 7) & 127, bytes & 127], new Uint8Array(bytes));

function oggCrc(bytes) {
  let value = 0;
  for (const byte of bytes) {
    value ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1;
  }
  return value >>> 0;
}
function oggPage(flags, granule, number, packet) {
  const sizes = [...Array(Math.floor(packet.length / 255)).fill(255), packet.length % 255];
  const page = join("OggS", [0, flags], le32(granule), le32(0), le32(7), le32(number), le32(0), [sizes.length], sizes, packet);
  page.set(le32(oggCrc(page)), 22);
  return page;
}
/** Opus in Ogg: a page a second, whose last position says how long it is; 312 samples at the front are not played. */
export const ogg = (seconds) =>
  join(
    oggPage(2, 0, 0, join("OpusHead", [1, 1], le16(312), le32(48000), le16(0), [0])),
    oggPage(0, 0, 1, join("OpusTags", le32(1), "x", le32(0))),
    ...Array.from({ length: seconds * 50 }, (_, at) => oggPage(at === seconds * 50 - 1 ? 4 : 0, 312 + (at + 1) * 960, at + 2, join([0x78], new Uint8Array(20)))),
  );
/** FLAC: its head says how many samples there are; the frames are left out. */
export function flac(seconds, rate = 44100) {
  const samples = seconds * rate;
  return join("fLaC", [0x80, 0, 0, 34], be16(4096), be16(4096), new Uint8Array(6), [(rate >> 12) & 255, (rate >> 4) & 255, ((rate & 15) << 4) | 0, 0xf0 | Math.floor(samples / 2 ** 32)], be32(samples % 2 ** 32), new Uint8Array(16));
}

const matrix = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000].flatMap(be32);
/** Seconds since 1904, as MP4 counts them. */
const moment = (day) => Date.parse(`${day}T12:00:00Z`) / 1000 + 2_082_844_800;

/** A film of one frame a second, or, without a size, sound. */
export function mp4(seconds, { width, height, brand = "isom", place, day = "2025-04-03", data = seconds * 8, before = [] } = {}) {
  const film = width !== undefined;
  const head = box("ftyp", brand, be32(512), brand, "mp42");
  const each = 8;
  const entry = film
    ? box("avc1", new Uint8Array(6), be16(1), new Uint8Array(16), be16(width), be16(height), be32(0x480000), be32(0x480000), be32(0), be16(1), new Uint8Array(32), be16(24), be16(0xffff), box("avcC", [1, 66, 0, 30, 255, 225, 0, 4, 0x67, 66, 0, 30, 1, 0, 2, 0x68, 0xce]))
    : box("mp4a", new Uint8Array(6), be16(1), new Uint8Array(8), be16(2), be16(16), be32(0), be32(44100 * 65536), box("esds", be32(0), [3, 22, 0, 1, 0, 4, 17, 0x40, 0x15, 0, 0, 0], be32(128000), be32(128000), [5, 2, 0x12, 0x10, 6, 1, 2]));
  const offsets = (from) => box("stco", be32(0), be32(1), be32(from));
  const moov = (from) =>
    box("moov",
      box("mvhd", be32(0), be32(moment(day)), be32(moment(day)), be32(1000), be32(seconds * 1000), be32(0x10000), be16(0x100), new Uint8Array(10), matrix, new Uint8Array(24), be32(2)),
      box("trak",
        box("tkhd", be32(7), be32(0), be32(0), be32(1), be32(0), be32(seconds * 1000), new Uint8Array(16), matrix, be32((width ?? 0) * 65536), be32((height ?? 0) * 65536)),
        box("mdia",
          box("mdhd", be32(0), be32(0), be32(0), be32(1000), be32(seconds * 1000), be16(0x55c4), be16(0)),
          box("hdlr", be32(0), be32(0), film ? "vide" : "soun", new Uint8Array(13)),
          box("minf", film ? box("vmhd", be32(1), new Uint8Array(8)) : box("smhd", be32(0), be32(0)), box("dinf", box("dref", be32(0), be32(1), box("url ", be32(1)))),
            box("stbl", box("stsd", be32(0), be32(1), entry), box("stts", be32(0), be32(1), be32(seconds), be32(1000)), box("stsc", be32(0), be32(1), be32(1), be32(seconds), be32(1)), box("stsz", be32(0), be32(each), be32(seconds)), offsets(from))))),
      place ? box("udta", box("\xa9xyz", be16(place.length), be16(0x15c7), place)) : []);
  const size = moov(0).length;
  return join(head, moov(head.length + size + 8), before, box("mdat", new Uint8Array(data)));
}

const ebml = (id, ...parts) => {
  const body = join(...parts);
  return join(id, vint(body.length), body);
};
const vint = (value) => [0x10 | ((value >>> 24) & 15), (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const float = (value) => new Uint8Array(new Float64Array([value]).buffer).reverse();

/** A WebM film whose head says how long it is, or, as a browser records it, does not. */
export function webm(seconds, { width, height, says = true } = {}) {
  const frames = Array.from({ length: seconds + 1 }, (_, second) => ebml([0xa3], [0x81], be16(second * 1000), [0x80], new Uint8Array(4)));
  return join(
    ebml([0x1a, 0x45, 0xdf, 0xa3], ebml([0x42, 0x86], [1]), ebml([0x42, 0xf7], [1]), ebml([0x42, 0xf2], [4]), ebml([0x42, 0xf3], [8]), ebml([0x42, 0x82], "webm"), ebml([0x42, 0x87], [2]), ebml([0x42, 0x85], [2])),
    ebml([0x18, 0x53, 0x80, 0x67],
      ebml([0x15, 0x49, 0xa9, 0x66], ebml([0x2a, 0xd7, 0xb1], be32(1_000_000)), says ? ebml([0x44, 0x89], float(seconds * 1000)) : []),
      ebml([0x16, 0x54, 0xae, 0x6b], ebml([0xae], ebml([0xd7], [1]), ebml([0x73, 0xc5], [1]), ebml([0x83], [1]), ebml([0x86], "V_VP8"), ebml([0xe0], ebml([0xb0], be16(width)), ebml([0xba], be16(height))))),
      ebml([0x1f, 0x43, 0xb6, 0x75], ebml([0xe7], [0]), ...frames)),
  );
}

// ── others ─────────────────────────────────────────────────────────────

/** An old compound file with these names in its directory. */
export function ole(...names) {
  const entry = (name) => {
    const text = Buffer.from(`${name}\0`, "utf16le");
    return join(text, new Uint8Array(64 - text.length), le16(text.length), [2, 1], new Uint8Array(60));
  };
  const head = join([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], new Uint8Array(16), le16(0x3e), le16(3), le16(0xfffe), le16(9), le16(6), new Uint8Array(6), le32(0), le32(1), le32(1), le32(0), le32(4096), le32(0xfffffffe), le32(0), le32(0xfffffffe), le32(0), le32(0), new Uint8Array(432).fill(255));
  const table = join(le32(0xfffffffd), le32(0xfffffffe), new Uint8Array(504).fill(255));
  const list = join(entry("Root Entry"), ...names.map(entry));
  return join(head, table, list, new Uint8Array(512 - list.length));
}

export const exe = () => join("MZ", new Uint8Array(58), le32(64), "PE\0\0", new Uint8Array(200));
export const elf = () => join([0x7f], "ELF", [2, 1, 1], new Uint8Array(100));
export const lnk = () => join([0x4c, 0, 0, 0, 1, 0x14, 2, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0x46], new Uint8Array(60));
export { latin, utf8 };

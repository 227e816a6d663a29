import type { ByteReader } from "./byte-reader.server.ts";
import type { DocumentFacts } from "./facts.ts";
import { assertNoForeignMarks } from "./foreign-marks.ts";
import { MAX_PIXELS } from "./limits.ts";
import { refuse } from "./refused.ts";

const SOI = Buffer.from([0xff, 0xd8]);
const EOI = 0xd9;
const SOS = 0xda;
const APP1 = 0xe1;
const MAX_SCANS = 100;
const MAX_SEGMENTS = 2_000;

/** Baseline, extended and progressive: what cameras, scanners and browsers speak. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);
const OTHER_FRAMES = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);
/** Tables, restart intervals, JFIF (APP0) and Adobe's colour mark (APP14) are needed to show the picture; all else stays behind. */
const KEPT = new Set([0xc0, 0xc1, 0xc2, 0xc4, 0xdb, 0xdd, SOS, 0xe0, 0xee]);

/**
 * Reads a JPEG marker by marker and passes on what is needed to show it: place, time, device, previews and remarks stay behind,
 * and of Exif only which side is up. Further pictures behind the end (phones put depth maps there) are dropped; anything else
 * behind the end is refused.
 */
export async function* jpeg(reader: ByteReader): AsyncGenerator<Buffer, DocumentFacts> {
  await reader.take(2);
  yield SOI;
  let size: { width: number; height: number } | null = null;
  let scans = 0;
  for (let segments = 0; ; segments++) {
    if (segments > MAX_SEGMENTS) refuse("unusual", "segments");
    const marker = await nextMarker(reader);
    if (marker === EOI) break;
    if (marker === 0xd8) refuse("damaged", "a picture in a picture");
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) continue; // marks without a body
    if (OTHER_FRAMES.has(marker)) refuse("unusual", `frame ${marker.toString(16)}`);
    const length = (await reader.peek(2)).length === 2 ? (await reader.take(2)).readUInt16BE(0) : refuse("truncated");
    if (length < 2) refuse("damaged", "segment length");
    const body = Buffer.from(await reader.take(length - 2));
    if (FRAMES.has(marker)) size = sizeOf(body, size);
    if (marker >= 0xe0) assertNoForeignMarks(body);
    if (KEPT.has(marker)) yield segment(marker, body);
    if (marker === APP1) {
      const orientation = orientationOf(body);
      if (orientation > 1) yield segment(APP1, exifWith(orientation));
    }
    if (marker === SOS) {
      if (!size) return refuse("damaged", "pixels before their size");
      if (++scans > MAX_SCANS) refuse("unusual", "scans");
      yield* passScan(reader);
    }
  }
  if (!size || scans === 0) return refuse("damaged", "no picture");
  yield Buffer.from([0xff, EOI]);
  await assertHarmlessRest(reader);
  return { type: "image/jpeg", ...size, pages: 1 };
}

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

async function nextMarker(reader: ByteReader): Promise<number> {
  const [first] = await reader.take(1);
  if (first !== 0xff) refuse("damaged", "no marker where one must be");
  for (;;) {
    const [byte = 0] = await reader.take(1);
    if (byte === 0x00) refuse("damaged", "no marker where one must be");
    if (byte !== 0xff) return byte;
  }
}

function sizeOf(frame: Buffer, before: { width: number; height: number } | null) {
  if (before) refuse("damaged", "two frames");
  if (frame.length < 6) refuse("damaged", "frame");
  const [depth, height, width, components] = [frame[0]!, frame.readUInt16BE(1), frame.readUInt16BE(3), frame[5]!];
  if (depth !== 8 && depth !== 12) refuse("damaged", "depth");
  if (width === 0 || height === 0 || ![1, 3, 4].includes(components)) refuse("damaged", "frame");
  if (frame.length !== 6 + 3 * components) refuse("damaged", "frame length");
  if (width * height > MAX_PIXELS) refuse("pixels", `${width} × ${height}`);
  return { width, height };
}

/** The coded pixels up to the next marker that is neither an escaped byte nor a restart. */
async function* passScan(reader: ByteReader): AsyncGenerator<Buffer> {
  for (;;) {
    const ahead = await reader.peek(2);
    if (ahead.length < 2) return refuse("truncated", "no end of picture");
    if (ahead[0] === 0xff && ahead[1] !== 0x00 && ahead[1] !== 0xff && !(ahead[1]! >= 0xd0 && ahead[1]! <= 0xd7))
      return;
    // 0xff belongs with what follows it: take both; else all up to the next 0xff.
    if (ahead[0] === 0xff) {
      yield Buffer.from(await reader.take(ahead[1] === 0xff ? 1 : 2));
      continue;
    }
    yield await upToNextMark(reader);
  }
}

async function upToNextMark(reader: ByteReader): Promise<Buffer> {
  const ready = await reader.peek(16_384);
  const at = ready.indexOf(0xff);
  return Buffer.from(await reader.take(at === -1 ? ready.length : at));
}

async function assertHarmlessRest(reader: ByteReader): Promise<void> {
  const head = Buffer.from(await reader.peek(3));
  const isPicture = head[0] === 0xff && head[1] === 0xd8;
  let carried = Buffer.alloc(0);
  for (;;) {
    const piece = await reader.some(65_536);
    if (piece.length === 0) return;
    if (!isPicture && piece.some((byte) => byte !== 0)) refuse("trailing");
    assertNoForeignMarks(Buffer.concat([carried, piece]));
    carried = Buffer.from(piece.subarray(-16));
  }
}

/** Exif tag 0x0112: 1 upright … 8; 1 when it says nothing. */
function orientationOf(body: Buffer): number {
  if (body.toString("latin1", 0, 6) !== "Exif\0\0" || body.length < 16) return 1;
  const tiff = body.subarray(6);
  const little = tiff.toString("latin1", 0, 2) === "II";
  const u16 = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const ifd = tiff.length < 8 ? 0 : little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (ifd < 8 || ifd > tiff.length) return 1;
  const entries = Math.min(u16(ifd), 200);
  for (let i = 0; i < entries; i++) {
    const at = ifd + 2 + 12 * i;
    if (u16(at) === 0x0112) {
      const value = u16(at + 8);
      return value >= 1 && value <= 8 ? value : 1;
    }
  }
  return 1;
}

/** The smallest Exif there is: one tag, which side is up. */
function exifWith(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write("MM", 0, "latin1");
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
}

import { once } from "node:events";
import { crc32, createInflate, type Inflate } from "node:zlib";
import type { ByteReader } from "./byte-reader.server.ts";
import type { DocumentFacts } from "./facts.ts";
import { assertNoForeignMarks } from "./foreign-marks.ts";
import { MAX_PIXELS } from "./limits.ts";
import { refuse } from "./refused.ts";

/** Chunks that are needed to show the picture; time, text, GPS and colour profiles stay behind. */
const KEPT = new Set(["IHDR", "PLTE", "tRNS", "IDAT", "IEND", "gAMA", "cHRM", "sRGB", "pHYs"]);
const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const MAX_REMARK = 1024 * 1024;

/**
 * Reads a PNG to its last row and passes on what is needed to show it.
 *
 * Every checksum is checked, the pixels are inflated (and thrown away) to see that there are exactly as many as announced:
 * a flood of pixels stops at the first byte too many.
 */
export async function* png(reader: ByteReader): AsyncGenerator<Buffer, DocumentFacts> {
  yield await reader.take(8);
  const header = await readHeader(reader);
  yield header.chunk;
  const pixels = new PixelCount(header.rawBytes);
  try {
    for (;;) {
      const start = await reader.take(8);
      const length = start.readUInt32BE(0);
      const type = start.toString("latin1", 4, 8);
      if (!/^[A-Za-z]{4}$/.test(type) || length > 0x7fffffff) refuse("damaged", "chunk type");
      if (type === "IHDR") refuse("damaged", "second header");
      const isCritical = /^[A-Z]/.test(type);
      if (isCritical && !KEPT.has(type)) refuse("unusual", type);
      if (type === "IDAT") {
        yield start;
        yield* passPixels(reader, length, start, pixels);
        continue;
      }
      if (length > MAX_REMARK) refuse("unusual", `${type} of ${length} bytes`);
      const body = await reader.take(length);
      const sum = await reader.take(4);
      if (crc32(body, crc32(start.subarray(4))) !== sum.readUInt32BE(0)) refuse("damaged", `checksum of ${type}`);
      assertNoForeignMarks(body);
      if (KEPT.has(type)) yield Buffer.concat([start, body, sum]);
      if (type === "IEND") break;
    }
    await pixels.finish();
  } finally {
    pixels.close();
  }
  if ((await reader.peek(1)).length > 0) refuse("trailing");
  return { type: "image/png", width: header.width, height: header.height, pages: 1 };
}

async function readHeader(reader: ByteReader) {
  const chunk = Buffer.from(await reader.take(25));
  if (chunk.readUInt32BE(0) !== 13 || chunk.toString("latin1", 4, 8) !== "IHDR") refuse("damaged", "no header");
  if (crc32(chunk.subarray(4, 21)) !== chunk.readUInt32BE(21)) refuse("damaged", "checksum of IHDR");
  const width = chunk.readUInt32BE(8);
  const height = chunk.readUInt32BE(12);
  const [depth = 0, colour = 0, , , interlace = 0] = chunk.subarray(16, 21);
  const channels = CHANNELS[colour] ?? refuse("damaged", "colour type");
  if (![1, 2, 4, 8, 16].includes(depth) || interlace > 1) refuse("damaged", "depth");
  if (width === 0 || height === 0) refuse("damaged", "no size");
  if (width * height > MAX_PIXELS) refuse("pixels", `${width} × ${height}`);
  const rowBytes = (columns: number) => Math.ceil((columns * depth * channels) / 8);
  const passes = interlace ? adam7(width, height) : [[width, height] as const];
  const rawBytes = passes.reduce((sum, [w, h]) => sum + (w > 0 ? h * (1 + rowBytes(w)) : 0), 0);
  return { chunk, width, height, rawBytes };
}

/** Width and height of the seven pictures an interlaced PNG is made of. */
const adam7 = (width: number, height: number) =>
  (
    [
      [0, 0, 8, 8],
      [4, 0, 8, 8],
      [0, 4, 4, 8],
      [2, 0, 4, 4],
      [0, 2, 2, 4],
      [1, 0, 2, 2],
      [0, 1, 1, 2],
    ] as const
  ).map(([x, y, dx, dy]) => [Math.ceil(Math.max(0, width - x) / dx), Math.ceil(Math.max(0, height - y) / dy)] as const);

async function* passPixels(
  reader: ByteReader,
  length: number,
  start: Buffer,
  pixels: PixelCount,
): AsyncGenerator<Buffer> {
  let sum = crc32(start.subarray(4));
  for await (const piece of reader.pieces(length)) {
    sum = crc32(piece, sum);
    await pixels.write(piece);
    yield piece;
  }
  const stored = await reader.take(4);
  if (sum !== stored.readUInt32BE(0)) refuse("damaged", "checksum of IDAT");
  yield stored;
}

/** Inflates and counts; holds nothing. */
class PixelCount {
  #inflate: Inflate = createInflate();
  #bytes = 0;
  #expected: number;
  #failure: Error | null = null;

  constructor(expected: number) {
    this.#expected = expected;
    this.#inflate.on("data", (data: Buffer) => {
      this.#bytes += data.length;
      if (this.#bytes > expected) this.#inflate.destroy(new Error("more pixels than announced"));
    });
    this.#inflate.on("error", (error) => {
      this.#failure ??= error;
    });
  }

  async write(piece: Buffer): Promise<void> {
    if (!this.#failure && !this.#inflate.destroyed) {
      // A failed inflater never calls back: its closing is an answer as well.
      await new Promise<void>((resolve) => {
        this.#inflate.once("close", resolve);
        this.#inflate.write(piece, () => {
          this.#inflate.off("close", resolve);
          resolve();
        });
      });
    }
    this.#assertSound();
  }

  async finish(): Promise<void> {
    if (!this.#inflate.destroyed) {
      const closed = once(this.#inflate, "close").catch(() => {});
      this.#inflate.end();
      await closed;
    }
    this.#assertSound();
    if (this.#bytes !== this.#expected) refuse("truncated", `${this.#bytes} of ${this.#expected} bytes of pixels`);
  }

  close(): void {
    this.#inflate.destroy();
  }

  #assertSound(): void {
    if (this.#bytes > this.#expected) refuse("pixels", "more pixels than announced");
    if (this.#failure) refuse("damaged", this.#failure.message);
  }
}

import { pipeline, type Readable, type Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from "node:zlib";
import { UpstreamError } from "../upstream-error.ts";

const MAX_RATIO = 20;
/** Small pages of many equal rows shrink more than twentyfold honestly, and cannot hurt; the ratio counts from here on. */
const RATIO_COUNTS_FROM = 1_000_000;

const decoders: Record<string, () => Transform> = {
  gzip: () => createGunzip(),
  "x-gzip": () => createGunzip(),
  deflate: () => createInflate(),
  br: () => createBrotliDecompress(),
  zstd: () => createZstdDecompress(),
};

/**
 * Reads a body to its end, unpacked, and stops at the first byte too many: of the body, of what a small body
 * unpacks to, or of encodings piled on each other.
 *
 * @param encoding the `content-encoding` header; one layer at most
 * @throws UpstreamError not to be retried
 */
export async function readBody(body: Readable, encoding: string, maxBytes: number): Promise<Uint8Array> {
  // A body let go of says so as an error; whoever reads hears it, and nobody else need.
  body.on("error", () => {});
  const layers = encoding
    .toLowerCase()
    .split(",")
    .map((layer) => layer.trim())
    .filter((layer) => layer !== "" && layer !== "identity");
  const unpack = decoders[layers[0] ?? ""];
  if (layers.length > 1 || (layers.length === 1 && !unpack)) {
    body.destroy();
    throw new UpstreamError("fetch", `content-encoding ${encoding.slice(0, 80)}`, false);
  }
  let packed = 0;
  body.on("data", (chunk: Buffer) => {
    packed += chunk.length;
  });
  body.pause();
  // The error of either stream arrives at the reader of the last one.
  const plain: Readable = unpack ? pipeline(body, unpack(), () => {}) : body;

  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of plain as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new UpstreamError("fetch", `more than ${maxBytes} bytes`, false);
    if (unpack && size > RATIO_COUNTS_FROM && size > packed * MAX_RATIO) {
      throw new UpstreamError("fetch", `unpacks to more than ${MAX_RATIO} times its size`, false);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

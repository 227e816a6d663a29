import { randomBytes } from "node:crypto";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import type { Storage } from "#app/platform/storage/storage.ts";
import { jpegSegment, pdfOf, pdfStream, sampleJpeg } from "../sample-files.ts";
import { receiveDocument } from "./receive-document.server.ts";

const MB = 1024 * 1024;

/** A paper of 19 MB: one page with a scan of noise, which no compression makes smaller. */
const paper = pdfOf([
  "<< /Type /Catalog /Pages 2 0 R >>",
  "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I 4 0 R >> >> >>",
  pdfStream(
    "/Type /XObject /Subtype /Image /Width 4000 /Height 4900 /ColorSpace /DeviceGray /BitsPerComponent 8",
    randomBytes(19 * MB),
  ),
]);

/** Delays depend on who else works on this machine: `npm run bench -- upload` measures those. A storage that keeps nothing: what is measured is the way there. The parser reads the paper again. */
const nowhere = (again: Buffer): Storage => ({
  async put(_name, body) {
    let bytes = 0;
    for await (const piece of body) bytes += piece.length;
    return { bytes, sha256: "" };
  },
  async get() {
    const stream = new PassThrough();
    stream.end(again);
    return stream;
  },
  async remove() {},
});

/** As a network brings it: 64 kB, then a breath. */
async function* arriving(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 65_536) {
    yield bytes.subarray(at, at + 65_536);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test.each([
  ["a PDF", paper, "a.pdf"],
  [
    "a JPEG",
    sampleJpeg(
      6_000,
      6_000,
      Array.from({ length: 300 }, () => jpegSegment(0xfe, Buffer.alloc(65_000, 65))),
    ),
    "a.jpg",
  ],
])("%s of many megabytes passes without being held", async (what, bytes, name) => {
  const storage = nowhere(bytes);
  await receiveDocument(storage, { name, body: arriving(bytes) }, "kyc/warm");
  global.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 5);
  await receiveDocument(storage, { name, body: arriving(bytes) }, "kyc/measured");
  clearInterval(watch);
  const grown = (most - before) / MB;
  console.log(`${what}: ${(bytes.length / MB).toFixed(1)} MB in, ${grown.toFixed(1)} MB more resident`);
  expect(grown).toBeLessThan(32);
});

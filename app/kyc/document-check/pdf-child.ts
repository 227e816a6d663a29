import { createRequire } from "node:module";
import { buffer } from "node:stream/consumers";
import { DocumentRefused } from "./refused.ts";

/**
 * The parser's own process: a PDF comes in on standard input, one line of JSON goes out. Whatever a hostile file does to
 * the parser, it does it here, with little memory and for a few seconds.
 */
const MAX_INFLATED = 64 * 1024 * 1024;

// pdf-lib inflates object streams into a buffer that doubles without end. It exports no limit, so its one place that grows gets one;
// through the same CommonJS build that the parser below uses.
const require = createRequire(import.meta.url);
const { default: DecodeStream } = require("pdf-lib/cjs/core/streams/DecodeStream.js") as {
  default: { prototype: { ensureBuffer(requested: number): Uint8Array } };
};
let tooFar = false;
const grow = DecodeStream.prototype.ensureBuffer;
DecodeStream.prototype.ensureBuffer = function ensureBuffer(requested) {
  // The parser takes any error for a broken object, so that it has to be remembered.
  tooFar ||= requested > MAX_INFLATED;
  if (tooFar) throw new RangeError("inflates too far");
  return grow.call(this, requested);
};

const { parsePdf } = await import("./parse-pdf.ts");
try {
  process.stdout.write(JSON.stringify(await parsePdf(await buffer(process.stdin))));
} catch (error) {
  if (!(error instanceof DocumentRefused)) throw error;
  const refusal = tooFar ? "tooComplex" : error.refusal;
  process.stdout.write(JSON.stringify({ refusal, detail: error.message }));
}

import { createHash } from "node:crypto";
import { Transform } from "node:stream";
import { type Stored, TooLarge } from "./storage.ts";

/** Counts and hashes what passes, and stops the stream with TooLarge at the first byte too many. */
export function meter(maxBytes: number): { stream: Transform; result: () => Stored } {
  const hash = createHash("sha256");
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, callback) {
      bytes += chunk.length;
      if (bytes > maxBytes) return callback(new TooLarge(maxBytes));
      hash.update(chunk);
      callback(null, chunk);
    },
  });
  return { stream, result: () => ({ bytes, sha256: hash.digest("hex") }) };
}

const NAME = /^[a-z0-9_-][a-z0-9._-]*(\/[a-z0-9_-][a-z0-9._-]*)*$/;

/** Names are made by us: one that is not as agreed is a bug (or somebody's path), and goes nowhere. */
export function assertName(name: string): void {
  if (name.length > 512 || !NAME.test(name))
    throw new TypeError(`${JSON.stringify(name.slice(0, 80))} is no name of a stored object`);
}

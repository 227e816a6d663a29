import { refuse } from "./refused.ts";

/** Reads a stream piece by piece without ever holding more than was asked for and one chunk. */
export class ByteReader {
  #chunks: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);
  #ended = false;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#chunks = source[Symbol.asyncIterator]();
  }

  /** Bytes that are here already. */
  get held(): number {
    return this.#held.length;
  }

  /** Up to `count` bytes from here on, without taking them; fewer only at the end. */
  async peek(count: number): Promise<Buffer> {
    while (this.#held.length < count && !this.#ended) {
      const { done, value } = await this.#chunks.next();
      if (done) this.#ended = true;
      else
        this.#held =
          this.#held.length === 0
            ? Buffer.from(value.buffer, value.byteOffset, value.length)
            : Buffer.concat([this.#held, value]);
    }
    return this.#held.subarray(0, count);
  }

  /** Exactly `count` bytes. @throws DocumentRefused when the file ends before */
  async take(count: number): Promise<Buffer> {
    const bytes = await this.peek(count);
    if (bytes.length < count) refuse("truncated");
    this.#held = this.#held.subarray(count);
    return bytes;
  }

  /** Whatever lies ready, at most `most` bytes; empty at the end. */
  async some(most: number): Promise<Buffer> {
    await this.peek(1);
    const bytes = this.#held.subarray(0, most);
    this.#held = this.#held.subarray(bytes.length);
    return bytes;
  }

  /** The next `count` bytes in pieces. @throws DocumentRefused when the file ends before */
  async *pieces(count: number): AsyncGenerator<Buffer> {
    for (let left = count; left > 0; ) {
      const piece = await this.some(left);
      if (piece.length === 0) refuse("truncated");
      left -= piece.length;
      yield piece;
    }
  }
}

import type { Readable } from "node:stream";

/** What is known of a stored object without opening it. */
export interface Stored {
  /** Size in bytes of what was put, before encryption. */
  bytes: number;
  /** SHA-256 of what was put, lower-case hex. */
  sha256: string;
}

/**
 * Keeps files under names of our own making. Every implementation encrypts what lies at rest.
 * A name is lower-case letters, digits, `-`, `_`, `.` and `/`; it never comes from a user.
 */
export interface Storage {
  /**
   * Streams a body to `name`; never holds it whole in memory. An object of that name is replaced.
   * When the body fails or exceeds `maxBytes` nothing stays behind.
   *
   * @throws TooLarge as soon as `maxBytes` is exceeded
   * @throws UpstreamError when the storage itself fails
   */
  put(name: string, body: Readable, options: { contentType: string; maxBytes: number }): Promise<Stored>;
  /** @returns the object's bytes, decrypted while they stream, or null when there is none of that name */
  get(name: string): Promise<Readable | null>;
  /** Removes an object; removing what is not there is no error. */
  remove(name: string): Promise<void>;
}

/** The body had more than `maxBytes`; what had been written is gone. */
export class TooLarge extends Error {
  readonly maxBytes: number;
  constructor(maxBytes: number) {
    super(`more than ${maxBytes} bytes`);
    this.name = "TooLarge";
    this.maxBytes = maxBytes;
  }
}

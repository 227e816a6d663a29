import type { Transform } from "node:stream";

/**
 * Encrypts single fields (ID numbers, account numbers, secrets) with AES-256-GCM. Sealed text names its key,
 * so that keys can be rotated: new values use the newest key, old values open as long as their key is listed.
 */
export interface Vault {
  /**
   * @param about what the value belongs to (table, column, row id); bound in as associated data, so that a sealed value
   *   copied to another row does not open
   * @returns printable text `v1.<keyId>.<nonce>.<ciphertext>`
   */
  seal(plain: string, about: string): string;
  /** @throws SealBroken when the text was changed, moved to another row, or its key is not listed */
  open(sealed: string, about: string): string;
  /**
   * Encryption of a file at rest while it streams; the key's id travels in the file's header.
   *
   * @param about the file's own name, bound in: under another name it does not open
   */
  cipherStream(about?: string): Transform;
  /** The way back. A file cut short, reordered, changed or renamed ends in SealBroken, never in a quiet end. */
  decipherStream(about?: string): Transform;
}

export class SealBroken extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "SealBroken";
  }
}

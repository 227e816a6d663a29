import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { Transform, type TransformCallback } from "node:stream";
import { derive, type KeyRing } from "./keys.server.ts";
import { SealBroken } from "./vault.ts";

/*
 * A file at rest: header, then chunks of 64 KiB, each sealed by itself with AES-256-GCM.
 *
 *   header  "GWF1" | length of the key's id (1) | id | salt (32)
 *   chunk   ciphertext (up to 65,536) | tag (16)
 *   nonce   number of the chunk (11 bytes, big endian) | 1 for the last chunk, else 0
 *
 * Every file has a key of its own, made of the named key, the salt, the header and the file's name. The number in the
 * nonce keeps chunks in their order, the mark of the last one keeps the end in place (the STREAM construction of Hoang,
 * Reyhanitabar, Rogaway and Vizár). Plain text leaves only after its chunk's tag was right.
 */
const MAGIC = Buffer.from("GWF1");
const SALT = 32;
const TAG = 16;
const CHUNK = 64 * 1024;

const keyOf = (ring: KeyRing, header: Buffer, id: string, about: string): Buffer =>
  derive(ring.named(id), header.subarray(header.length - SALT), `gangway file\0${header.toString("base64")}\0${about}`);

function nonceOf(chunk: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(chunk), 3);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** Collects bytes and hands them on in pieces of `size`, always keeping the last piece back until the end is known. */
class Pieces {
  readonly #size: number;
  #parts: Buffer[] = [];
  #held = 0;
  constructor(size: number) {
    this.#size = size;
  }
  /** @returns the pieces that surely are not the last */
  add(bytes: Buffer): Buffer[] {
    this.#parts.push(bytes);
    this.#held += bytes.length;
    if (this.#held <= this.#size) return [];
    const all = Buffer.concat(this.#parts);
    const pieces: Buffer[] = [];
    let at = 0;
    for (; all.length - at > this.#size; at += this.#size) pieces.push(all.subarray(at, at + this.#size));
    this.#parts = [all.subarray(at)];
    this.#held = all.length - at;
    return pieces;
  }
  rest(): Buffer {
    return Buffer.concat(this.#parts);
  }
}

export function cipherStream(ring: KeyRing, about: string): Transform {
  const { id } = ring.newest;
  const header = Buffer.concat([MAGIC, Buffer.from([id.length]), Buffer.from(id), randomBytes(SALT)]);
  const key = keyOf(ring, header, id, about);
  const pieces = new Pieces(CHUNK);
  let chunk = 0;
  const seal = (plain: Buffer, isLast: boolean) => {
    const cipher = createCipheriv("aes-256-gcm", key, nonceOf(chunk++, isLast));
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  };
  return new Transform({
    construct(callback) {
      this.push(header);
      callback();
    },
    transform(bytes: Buffer, _encoding, callback) {
      for (const piece of pieces.add(bytes)) this.push(seal(piece, false));
      callback();
    },
    flush(callback) {
      callback(null, seal(pieces.rest(), true));
    },
  });
}

export function decipherStream(ring: KeyRing, about: string): Transform {
  const pieces = new Pieces(CHUNK + TAG);
  let head = Buffer.alloc(0);
  let key: Buffer | null = null;
  let chunk = 0;
  const open = (sealed: Buffer, isLast: boolean) => {
    if (!key || sealed.length < TAG) throw new SealBroken("the file ends in the middle of a chunk");
    const decipher = createDecipheriv("aes-256-gcm", key, nonceOf(chunk++, isLast), { authTagLength: TAG });
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
    const plain = decipher.update(sealed.subarray(0, sealed.length - TAG));
    try {
      decipher.final();
    } catch (cause) {
      throw new SealBroken("the file was changed, cut short, or belongs to another name", { cause });
    }
    return plain;
  };
  /** @returns what follows the header, once all of the header is there */
  const begin = (bytes: Buffer): Buffer | null => {
    head = Buffer.concat([head, bytes]);
    if (!MAGIC.subarray(0, head.length).equals(head.subarray(0, MAGIC.length)))
      throw new SealBroken("this is no sealed file");
    const length = MAGIC.length + 1 + (head[MAGIC.length] ?? 0) + SALT;
    if (head.length <= MAGIC.length || head.length < length) return null;
    const header = head.subarray(0, length);
    key = keyOf(ring, header, header.toString("utf8", MAGIC.length + 1, length - SALT), about);
    return head.subarray(length);
  };
  return new Transform({
    transform(bytes: Buffer, _encoding, callback) {
      guarded(callback, () => {
        const body = key ? bytes : begin(bytes);
        if (body) for (const piece of pieces.add(body)) this.push(open(piece, false));
      });
    },
    flush(callback) {
      guarded(callback, () => {
        this.push(open(pieces.rest(), true));
      });
    },
  });
}

function guarded(callback: TransformCallback, work: () => void): void {
  try {
    work();
  } catch (error) {
    callback(error as Error);
    return;
  }
  callback();
}

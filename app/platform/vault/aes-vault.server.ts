import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { EncryptionKey } from "../config/config.server.ts";
import { cipherStream, decipherStream } from "./file-cipher.server.ts";
import { derive, keyRing } from "./keys.server.ts";
import { SealBroken, type Vault } from "./vault.ts";

const TAG = 16;

/** @param keys newest first: it seals; all of them open */
export function aesVault(keys: [EncryptionKey, ...EncryptionKey[]]): Vault {
  const ring = keyRing(keys);
  // One derivation a key and process: fields are small and many.
  const fieldKeys = new Map(keys.map((key) => [key.id, derive(key, new Uint8Array(0), "gangway field")]));
  const associated = (id: string, about: string) => Buffer.from(`v1.${id}\0${about}`);

  return {
    seal(plain, about) {
      const { id } = ring.newest;
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", fieldKeys.get(id)!, nonce).setAAD(associated(id, about));
      const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return `v1.${id}.${nonce.toString("base64url")}.${sealed.toString("base64url")}`;
    },
    open(text, about) {
      const { id, nonce, sealed } = parts(text);
      ring.named(id);
      const decipher = createDecipheriv("aes-256-gcm", fieldKeys.get(id)!, nonce, { authTagLength: TAG }).setAAD(
        associated(id, about),
      );
      decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
      const plain = decipher.update(sealed.subarray(0, sealed.length - TAG));
      try {
        return Buffer.concat([plain, decipher.final()]).toString("utf8");
      } catch (cause) {
        throw new SealBroken("the sealed text was changed or belongs to another row", { cause });
      }
    },
    cipherStream: (about = "") => cipherStream(ring, about),
    decipherStream: (about = "") => decipherStream(ring, about),
  };
}

function parts(text: string): { id: string; nonce: Buffer; sealed: Buffer } {
  const match = /^v1\.([a-z0-9-]{1,16})\.([\w-]{16})\.([\w-]{22,})$/.exec(text);
  const [, id = "", nonce = "", sealed = ""] = match ?? [];
  // One text, one spelling: base64url ignores trailing bits, which would let a changed text open.
  const bytes = Buffer.from(sealed, "base64url");
  if (!match || bytes.length < TAG || bytes.toString("base64url") !== sealed)
    throw new SealBroken("this is no sealed text");
  return { id, nonce: Buffer.from(nonce, "base64url"), sealed: bytes };
}

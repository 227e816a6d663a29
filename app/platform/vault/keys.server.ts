import { hkdfSync } from "node:crypto";
import type { EncryptionKey } from "../config/config.server.ts";
import { SealBroken } from "./vault.ts";

/** The listed keys, newest first: the first seals, each opens what it sealed. */
export interface KeyRing {
  newest: EncryptionKey;
  /** @throws SealBroken when a key of that id is not listed (any more) */
  named(id: string): EncryptionKey;
}

export function keyRing(keys: [EncryptionKey, ...EncryptionKey[]]): KeyRing {
  const byId = new Map(keys.map((key) => [key.id, key]));
  return {
    newest: keys[0],
    named(id) {
      const key = byId.get(id);
      if (!key)
        throw new SealBroken(`the key ${id.slice(0, 16).replace(/[^a-z0-9-]/g, "?")} is not listed in ENCRYPTION_KEYS`);
      return key;
    },
  };
}

/** A key of its own for each purpose and salt (HKDF-SHA-256), so that fields and files never share one. */
export const derive = ({ key }: EncryptionKey, salt: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync("sha256", key, salt, purpose, 32));

import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import type { Config } from "#app/platform/config/config.server.ts";
import { derive } from "#app/platform/vault/keys.server.ts";

/** A key that signs checkpoints; only the public half ever leaves the process. */
export interface CheckpointKey {
  /** The first 16 hex digits of the public key's SHA-256. */
  id: string;
  /** 32 bytes, lower-case hex. */
  publicKey: string;
  sign: (text: string) => string;
  isSigned: (text: string, signature: string) => boolean;
}

/** An Ed25519 private key is 32 bytes behind this much ASN.1 (RFC 8410). */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");
const RAW = 32;

/**
 * The keys that sign exported cases: one for each encryption key, newest first, so that a rotation makes a new one and what the old
 * one signed can still be checked as long as it is listed.
 */
export const checkpointKeys = ({
  encryptionKeys,
}: Pick<Config, "encryptionKeys">): [CheckpointKey, ...CheckpointKey[]] =>
  encryptionKeys.map((key) => {
    const seed = derive(key, new Uint8Array(0), "gangway checkpoint");
    return keyOf(createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: "der", type: "pkcs8" }));
  }) as [CheckpointKey, ...CheckpointKey[]];

function keyOf(secret: KeyObject): CheckpointKey {
  const open = createPublicKey(secret);
  const raw = open.export({ format: "der", type: "spki" }).subarray(-RAW);
  return {
    id: createHash("sha256").update(raw).digest("hex").slice(0, 16),
    publicKey: raw.toString("hex"),
    sign: (text) => sign(null, Buffer.from(text), secret).toString("hex"),
    isSigned: (text, signature) => verify(null, Buffer.from(text), open, Buffer.from(signature, "hex")),
  };
}

/** What is published: names and public halves. */
export const publicKeys = (
  config: Pick<Config, "encryptionKeys">,
): { id: string; algorithm: "Ed25519"; publicKey: string }[] =>
  checkpointKeys(config).map(({ id, publicKey }) => ({ id, algorithm: "Ed25519", publicKey }));

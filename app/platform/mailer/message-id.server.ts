import { createHash } from "node:crypto";

/**
 * The Message-ID of a letter: the same key from the same place is the same id, and the key itself (it may name a case) is
 * not to be read from it.
 *
 * @param publicUrl its host becomes the id's right side
 */
export const messageIdOf = (key: string, publicUrl: string): string =>
  `<${createHash("sha256").update(key).digest("hex").slice(0, 40)}@${new URL(publicUrl).hostname}>`;

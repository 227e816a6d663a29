import { hash } from "node:crypto";
import { chained, type Entry } from "#workflows/chain/canonical.ts";

export { canonical, type Entry, GENESIS } from "#workflows/chain/canonical.ts";

/** SHA-256 over the previous hash and the entry's canonical text, lower-case hex. */
export const hashEntry = (prevHash: string, entry: Entry): string => hash("sha256", chained(prevHash, entry), "hex");

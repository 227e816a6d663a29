import { hash, randomBytes, randomInt } from "node:crypto";
import { crc32 } from "node:zlib";

export type KeyMode = "test" | "live";

/** Whom a key is for, as its prefix says it: a merchant's integration, or a partner's platform. */
export type KeyKind = "integration" | "partner";
const prefixes: Record<KeyKind, string> = { integration: "gw", partner: "gw_partner" };

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const LETTERS = DIGITS.slice(10);
/** 43 base-62 digits hold 256 bits, six hold a CRC-32. */
const SECRET_DIGITS = 43;
const CHECK_DIGITS = 6;
const SHAPE = /^(gw|gw_partner)_(test|live)_([A-Za-z]{16})_[0-9A-Za-z]{49}$/;

/** A key pair as it is made; `text` is the secret half and is seen once. */
export interface KeyText {
  mode: KeyMode;
  /** The public half: 16 letters, mixed case, as the aggregator's merchant keys look. */
  clientKey: string;
  text: string;
}

/** 16 letters, 91 random bits: names an account, is no secret. */
export const newClientKey = (): string => Array.from({ length: 16 }, () => LETTERS[randomInt(LETTERS.length)]).join("");

/**
 * A pair of keys: `gw_live_<client key>_<256 random bits><checksum>`, for a partner `gw_partner_live_…`.
 *
 * The prefix says what was found to whoever finds it in a log or a repository, the checksum tells a mistyped key from a wrong one
 * without asking a database, and the client key inside says which row to compare with.
 */
export function newKey(mode: KeyMode, kind: KeyKind = "integration"): KeyText {
  const clientKey = newClientKey();
  const body = `${prefixes[kind]}_${mode}_${clientKey}_${base62(BigInt(`0x${randomBytes(32).toString("hex")}`), SECRET_DIGITS)}`;
  return { mode, clientKey, text: body + checksum(body) };
}

/** What a text says it is; null when it cannot be a key of this kind (wrong shape, wrong checksum). */
export function readKey(text: string, kind: KeyKind = "integration"): Pick<KeyText, "mode" | "clientKey"> | null {
  const found = SHAPE.exec(text);
  if (found?.[1] !== prefixes[kind] || checksum(text.slice(0, -CHECK_DIGITS)) !== text.slice(-CHECK_DIGITS))
    return null;
  return { mode: found[2] as KeyMode, clientKey: found[3]! };
}

/** What is kept of a key. 256 random bits need no slow hash: there is nothing to guess. */
export const digestOf = (text: string): string => hash("sha256", text, "hex");

/** CRC-32 in six base-62 digits; in plain numbers, for it is computed for every request. */
function checksum(text: string): string {
  let rest = crc32(text);
  let digits = "";
  for (let place = 0; place < CHECK_DIGITS; place++) {
    digits = DIGITS[rest % 62] + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}

function base62(value: bigint, length: number): string {
  let rest = value;
  let text = "";
  for (let place = 0; place < length; place++) {
    text = DIGITS[Number(rest % 62n)] + text;
    rest /= 62n;
  }
  return text;
}

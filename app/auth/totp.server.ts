import { createHmac, timingSafeEqual } from "node:crypto";

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const STEP_MS = 30_000;

/** RFC 4648 without padding. */
export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}

/** Which half minute an instant lies in, counted from 1970. */
export const stepOf = (at: Date): number => Math.floor(at.getTime() / STEP_MS);

/** The six digits of a step: RFC 6238 with SHA-1, which is what authenticator apps speak. @param secret Base32 */
export function codeOf(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", fromBase32(secret)).update(counter).digest();
  const number = mac.readUInt32BE(mac[19]! & 15) & 0x7fff_ffff;
  return (number % 1_000_000).toString().padStart(6, "0");
}

/**
 * The step that `code` belongs to: this half minute or a neighbour, since clocks differ and people type slowly; null when it is none of
 * them. All three are computed and compared whatever the answer.
 */
export function stepOfCode(secret: string, code: string, at: Date): number | null {
  const typed = Buffer.from(code);
  const now = stepOf(at);
  const matching = [now - 1, now, now + 1].filter((step) => {
    const right = Buffer.from(codeOf(secret, step));
    return typed.length === right.length && timingSafeEqual(typed, right);
  });
  return matching.at(-1) ?? null;
}

/** What the QR code says to an authenticator app. */
export const totpUri = (secret: string, email: string): string =>
  `otpauth://totp/${encodeURIComponent(`Gangway:${email}`)}?secret=${secret}&issuer=Gangway&algorithm=SHA1&digits=6&period=30`;

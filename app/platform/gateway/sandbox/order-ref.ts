import { randomBytes } from "node:crypto";

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** 2014-05-13, from which references of this kind count their seconds. */
const EPOCH_SECONDS = 1_400_000_000;
const LENGTH = 27;

/** A reference as the aggregator writes them: 32 bits of time and 128 random ones, 27 base-62 characters that sort by time. */
export function newOrderRef(at: Date): string {
  const bytes = Buffer.alloc(20);
  bytes.writeUInt32BE(Math.floor(at.getTime() / 1000) - EPOCH_SECONDS);
  randomBytes(16).copy(bytes, 4);
  let rest = BigInt(`0x${bytes.toString("hex")}`);
  let text = "";
  while (text.length < LENGTH) {
    text = DIGITS[Number(rest % 62n)] + text;
    rest /= 62n;
  }
  return text;
}

export const isOrderRef = (text: string | undefined): text is string => /^[0-9A-Za-z]{27}$/.test(text ?? "");

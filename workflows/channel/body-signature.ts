import { createHmac } from "node:crypto";
import { same } from "./signature.ts";

/**
 * The signature over a whole delivery, after the open convention "Standard Webhooks": three headers, so that a receiver can tell
 * that the body is ours, is fresh, and is or is not one it has had before. It covers messages that sign no field of their own.
 */
export interface SignedHeaders {
  /** Stable over every retry and resend of one event. */
  "webhook-id": string;
  /** Seconds since 1970. */
  "webhook-timestamp": string;
  /** `v1,<base64>`, one for each secret in force, parted by spaces. */
  "webhook-signature": string;
}

const PREFIX = "whsec_";
/** How old, or how far ahead of the receiver's clock, a delivery may be. */
export const toleranceSeconds = 300;

/** @param secrets newest first, as shown to the merchant: `whsec_` and Base64 of the key */
export function signBody(id: string, timestamp: number, body: string, secrets: readonly string[]): SignedHeaders {
  return {
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": secrets.map((secret) => `v1,${mac(id, String(timestamp), body, secret)}`).join(" "),
  };
}

/**
 * What a receiver asks before it believes a delivery.
 *
 * @param headers names in lower case
 * @param nowSeconds the receiver's clock
 */
export function checkBody(
  headers: Readonly<Record<string, string | undefined>>,
  body: string,
  secrets: readonly string[],
  nowSeconds: number,
): "good" | "unsigned" | "stale" | "forged" {
  const id = headers["webhook-id"];
  const timestamp = headers["webhook-timestamp"];
  const signatures = headers["webhook-signature"]?.split(" ").filter((one) => one.startsWith("v1,"));
  if (!id || !timestamp || !/^\d{1,12}$/.test(timestamp) || !signatures?.length) return "unsigned";
  const good = secrets.flatMap((secret) => {
    const expected = `v1,${mac(id, timestamp, body, secret)}`;
    return signatures.map((signature) => same(signature, expected));
  });
  if (!good.includes(true)) return "forged";
  return Math.abs(nowSeconds - Number(timestamp)) <= toleranceSeconds ? "good" : "stale";
}

const mac = (id: string, timestamp: string, body: string, secret: string): string =>
  createHmac("sha256", Buffer.from(secret.replace(PREFIX, ""), "base64"))
    .update(`${id}.${timestamp}.${body}`)
    .digest("base64");

/** @param key 32 random bytes */
export const webhookSecret = (key: Uint8Array): string => `${PREFIX}${Buffer.from(key).toString("base64")}`;

import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Which fields of a message are signed. A refund webhook has none: its receiver asks the refund API instead, or checks the
 * signature over the whole body that every delivery of ours carries in its header (`signBody`).
 */
export const signedFields = {
  paymentRequest: ["amount", "client_key", "currency", "failure_url", "merchant_order_id", "success_url"],
  redirect: ["channel_order_ref", "merchant_order_ref", "order_ref", "status"],
  paymentWebhook: [
    "amount",
    "channel_key",
    "channel_order_ref",
    "country_code",
    "currency",
    "merchant_order_ref",
    "method_name",
    "order_ref",
    "status",
  ],
  linkWebhook: ["amount", "country_code", "currency", "link_ref", "merchant_order_ref", "status"],
  subscriptionLinkWebhook: ["currency", "merchant_order_ref", "order_ref", "status"],
} as const;
export type SignedMessage = keyof typeof signedFields;

/** A message as it is sent; what is not signed may stand beside what is. */
export type Message = Readonly<Record<string, unknown>>;

/** A number as it is signed: without trailing zeros, without an exponent. `10.50` is `10.5`, `4000.00` is `4000`. */
export function numberText(value: number | string): string {
  const text = typeof value === "number" ? plainNumber(value) : value.trim();
  return /^-?\d+\.\d*$/.test(text) ? text.replace(/\.?0*$/, "") : text;
}

const plainNumber = (value: number): string => (Math.abs(value) < 1e-6 ? value.toFixed(20) : String(value));

/**
 * What is signed: the fields sorted by name, `name=value` joined by `&`, form-urlencoded with a space as `+`.
 *
 * @throws TypeError when a signed field is missing or no text or number
 */
export function canonicalForm(kind: SignedMessage, message: Message): string {
  const pairs = [...signedFields[kind]].sort().map((name): [string, string] => {
    const value = message[name];
    if (typeof value !== "string" && typeof value !== "number") throw new TypeError(`${kind}: ${name} is missing`);
    return [name, name === "amount" || typeof value === "number" ? numberText(value) : value];
  });
  return new URLSearchParams(pairs).toString();
}

/** HMAC-SHA256 with the secret key over the canonical form, standard Base64. */
export const sign = (kind: SignedMessage, message: Message, secret: string): string =>
  createHmac("sha256", secret).update(canonicalForm(kind, message)).digest("base64");

/** Whether one of `secrets` made the signature. A message that lacks a signed field is signed by nobody. */
export function isSigned(
  kind: SignedMessage,
  message: Message,
  signature: unknown,
  secrets: readonly string[],
): boolean {
  if (typeof signature !== "string") return false;
  try {
    return secrets.map((secret) => same(sign(kind, message, secret), signature)).includes(true);
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Compares in constant time; texts of unequal length differ. */
export function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

import { v7 } from "uuid";

/** UUIDv7: sorts by the time it was made, so that an index on it stays compact and pages can be walked by key. */
export const newId = (): string => v7();

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a route parameter may be shown to PostgreSQL as a uuid at all; anything else is a 404 by itself. */
export const isId = (text: string | undefined): text is string => text !== undefined && UUID.test(text);

// No 0, O, 1, I, L: people read these over the phone.
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/**
 * A short public name, e.g. `GW-7K3MQ2ZP`: 40 random bits, never a secret.
 *
 * @param prefix what it names: `GW` a case, `PR` a proposal
 */
export function newPublicId(prefix: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `${prefix}-${Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join("")}`;
}

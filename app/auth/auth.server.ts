import type { Auth } from "./better-auth.server.ts";
import type { Reception } from "./parts.ts";

const made = new WeakMap<Reception["db"], Promise<Auth>>();

/**
 * The better-auth of this platform, made at the first use: loading it takes most of a second, and no page needs it to know who is there.
 * Rooms do not ask for it; they use what index.server.ts exports.
 */
export function authOf(platform: Reception): Promise<Auth> {
  const known = made.get(platform.db);
  if (known) return known;
  const making = import("./better-auth.server.ts").then(({ makeAuth }) => makeAuth(platform));
  made.set(platform.db, making);
  return making;
}

import type { AppLoadContext } from "@remix-run/node";

const held = new WeakMap<AppLoadContext, Map<string, Promise<unknown>>>();

/**
 * The loaders of one page run side by side and ask the same things: who is there, which case. Each is read once a request.
 *
 * @param context the request's own load context: the server makes a new one for every request
 */
export function onceARequest<T>(context: AppLoadContext, key: string, read: () => Promise<T>): Promise<T> {
  const mine = held.get(context) ?? new Map<string, Promise<unknown>>();
  held.set(context, mine);
  const known = mine.get(key);
  if (known) return known as Promise<T>;
  const reading = read();
  mine.set(key, reading);
  return reading;
}

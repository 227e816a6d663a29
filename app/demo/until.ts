import { setTimeout as wait } from "node:timers/promises";

/**
 * Asks again until there is an answer: what jobs do is seen on pages, not known by the clock.
 *
 * @param what for the message when it never comes
 * @throws after `withinMs`
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  { withinMs = 60_000, everyMs = 150 } = {},
): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`waited ${withinMs / 1000} s for ${what}`);
    await wait(everyMs);
  }
}

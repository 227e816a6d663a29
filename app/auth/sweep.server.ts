import type { Doorkeeper } from "./parts.ts";

const tables = [
  ["session", "id", "expires_at"],
  ["sign_in_code", "id", "expires_at"],
  ["verification", "id", "expires_at"],
  ["held_form", "id", "expires_at"],
  ["throttle", "key", "forget_at"],
] as const;

/** A few at a time, by index, passing by what somebody else is sweeping: it rides along with a sign-in and must not be felt. */
const SWEEP = `with ${tables
  .map(
    ([table, key, until]) =>
      `${table}_gone as (delete from ${table} where ${key} in
        (select ${key} from ${table} where ${until} < $1 order by ${until} limit 50 for update skip locked))`,
  )
  .join(", ")} select 1`;

/** Removes what is over: ended sessions, old codes and questions, forms that nobody came back for, forgotten counters. */
export async function sweep({ pool, now }: Pick<Doorkeeper, "pool" | "now">): Promise<void> {
  // An hour late: nothing that another clock still takes for good is swept away.
  await pool.query({ name: "sweep", text: SWEEP, values: [new Date(now().getTime() - 3_600_000)] });
}

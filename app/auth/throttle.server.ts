import { createHmac } from "node:crypto";
import type { Doorkeeper } from "./parts.ts";

type Parts = Pick<Doorkeeper, "pool" | "now" | "config">;

/** Let through, or how long to wait. */
export type Throttled = { ok: true } | { ok: false; retryInSeconds: number };

const through: Throttled = { ok: true };
const DAY = 86_400_000;

/** Rows are shared by all web processes and outlive them; what they are about cannot be read from them. */
const hashed = ({ config }: Parts, key: string) =>
  createHmac("sha256", config.sessionSecret).update(key).digest("base64url");

async function waitFor({ pool, now }: Parts, key: string, sparedMs: number): Promise<Throttled> {
  const { rows } = await pool.query<{ until_at: Date }>("select until_at from throttle where key = $1", [key]);
  const ms = rows[0] ? rows[0].until_at.getTime() - sparedMs - now().getTime() : 0;
  return { ok: false, retryInSeconds: Math.max(1, Math.ceil(ms / 1000)) };
}

/**
 * A flow: `burst` at once, then one every `everyMs`. One statement, so that many processes together let no more through.
 *
 * @param key what is counted, e.g. `mail from 203.0.113.7`
 */
export async function flow(
  parts: Parts,
  key: string,
  { burst, everyMs }: { burst: number; everyMs: number },
): Promise<Throttled> {
  const [id, at] = [hashed(parts, key), parts.now()];
  const { rowCount } = await parts.pool.query(
    `insert into throttle as t (key, count, until_at, forget_at)
     values ($1, 0, $2::timestamptz + $3 * interval '1 ms', $2::timestamptz + $4 * interval '1 ms')
     on conflict (key) do update set until_at = greatest(t.until_at, $2) + $3 * interval '1 ms', forget_at = excluded.forget_at
     where greatest(t.until_at, $2) + $3 * interval '1 ms' <= $2::timestamptz + $4 * interval '1 ms'`,
    [id, at, everyMs, everyMs * burst],
  );
  return rowCount ? through : waitFor(parts, id, everyMs * (burst - 1));
}

/** Five mistakes are nobody's business; from then on 30 s, doubling to an hour. */
const FREE = 5;
/** NIST SP 800-63B: no more failures in a row than this. */
export const MOST_FAILURES = 100;

/**
 * Counts a try before it is judged, as if it had failed: a hundred at the same moment are a hundred failures. `forgive` when it was right.
 *
 * @param rule.most refuses for good from so many failures in a row on, until somebody forgives; without it the wait stays an hour
 */
export async function tryOut(parts: Parts, key: string, rule: { most?: number } = {}): Promise<Throttled> {
  const [id, at] = [hashed(parts, key), parts.now()];
  const { rowCount } = await parts.pool.query(
    `insert into throttle as t (key, count, until_at, forget_at) values ($1, 1, $2, $2::timestamptz + $3 * interval '1 ms')
     on conflict (key) do update set
       count = case when t.forget_at <= $2 then 1 else t.count + 1 end,
       until_at = case when t.forget_at <= $2 or t.count < $4 then $2::timestamptz
         else $2::timestamptz + least(3600, 30 * power(2, least(t.count - $4, 10))) * interval '1 s' end,
       forget_at = excluded.forget_at
     where t.forget_at <= $2 or (t.until_at <= $2 and t.count < $5)`,
    [id, at, rule.most ? 90 * DAY : DAY, FREE, rule.most ?? 2_000_000_000],
  );
  return rowCount ? through : waitFor(parts, id, 0);
}

/** The try was right: what failed before it no longer counts. */
export async function forgive(parts: Parts, key: string): Promise<void> {
  await parts.pool.query("delete from throttle where key = $1", [hashed(parts, key)]);
}

import { randomBytes } from "node:crypto";
import type { Platform } from "#app/platform/platform.ts";
import { backupCodeIn, spendBackupCode } from "./backup-codes.server.ts";
import { setCookie, sign } from "./cookies.server.ts";
import { knownDevice, triedBy } from "./device.server.ts";
import { lifetimes } from "./lifetimes.ts";
import type { Doorkeeper, Reception } from "./parts.ts";
import { isFresh } from "./require.server.ts";
import { beginSession } from "./sessions.server.ts";
import { forgive, MOST_FAILURES, tryOut } from "./throttle.server.ts";
import { stepOfCode, toBase32, totpUri } from "./totp.server.ts";
import { type Seat, seatOf } from "./viewer.server.ts";
import type { Viewer } from "./viewer.ts";

type Parts = Reception & Pick<Platform, "vault">;
export type FactorProblem = "auth.factor.wrong" | "auth.factor.over" | `auth.factor.slow:${number}`;

const about = (userId: string) => `second_factor.secret/${userId}`;

/** What a member of staff can prove themselves with, besides the password. */
export async function factorsOf(
  { pool }: Pick<Doorkeeper, "pool">,
  userId: string,
): Promise<{ app: boolean; passkeys: number; backupCodesLeft: number }> {
  const { rows } = await pool.query<{ app: boolean; passkeys: number; left: number }>(
    `select exists (select from second_factor where user_id = $1 and secret is not null) as app,
       (select count(*)::int from passkey where user_id = $1) as passkeys,
       (select count(*)::int from backup_code where user_id = $1 and used_at is null) as left`,
    [userId],
  );
  const { app, passkeys, left } = rows[0]!;
  return { app, passkeys, backupCodesLeft: left };
}

/**
 * Whether this visitor may add a second factor: somebody who has just proved themselves, or who has nothing yet to prove themselves with. A
 * password alone never adds one to an account that has one.
 */
export async function seatForNewFactor(platform: Doorkeeper, request: Request): Promise<Seat | null> {
  const seat = await staffSeat(platform, request);
  if (!seat) return null;
  if (seat.isWhole) return isFresh(platform, seat.viewer) ? seat : null;
  const { app, passkeys } = await factorsOf(platform, seat.viewer.userId);
  return app || passkeys > 0 ? null : seat;
}

/**
 * Sets up an authenticator app, or shows the one that waits for its first code. Nothing counts before `confirmApp`: an app already in use
 * stays in use until then.
 *
 * @param viewer of `seatForNewFactor`
 */
export async function proposeApp(
  { pool, vault }: Pick<Parts, "pool" | "vault">,
  { userId, email }: Pick<Viewer, "userId" | "email">,
): Promise<{ secret: string; uri: string }> {
  const { rows } = await pool.query<{ proposed: string }>(
    `insert into second_factor as f (user_id, proposed) values ($1, $2)
     on conflict (user_id) do update set proposed = coalesce(f.proposed, excluded.proposed) returning proposed`,
    [userId, vault.seal(toBase32(randomBytes(20)), about(userId))],
  );
  const secret = vault.open(rows[0]!.proposed, about(userId));
  return { secret, uri: totpUri(secret, email) };
}

/** An authenticator app that needs no first code, for the demonstration. @param secret Base32, 32 letters */
export async function presetApp(
  { pool, vault }: Pick<Parts, "pool" | "vault">,
  { userId, secret }: { userId: string; secret: string },
): Promise<void> {
  await pool.query("insert into second_factor (user_id, secret) values ($1, $2) on conflict do nothing", [
    userId,
    vault.seal(secret, about(userId)),
  ]);
}

/** The step of a code against a sealed secret, or null. */
const stepIn = (
  { vault, now }: Parts,
  userId: string,
  sealed: string | null | undefined,
  code: string,
): number | null => (sealed ? stepOfCode(vault.open(sealed, about(userId)), code, now()) : null);

/** Takes a code of the app: once, and none older than the newest taken. */
async function takeCode(parts: Parts, userId: string, code: string): Promise<boolean> {
  const { rows } = await parts.pool.query<{ secret: string | null }>(
    "select secret from second_factor where user_id = $1",
    [userId],
  );
  const step = stepIn(parts, userId, rows[0]?.secret, code);
  if (step === null) return false;
  const { rowCount } = await parts.pool.query(
    "update second_factor set last_step = $3 where user_id = $1 and secret = $2 and last_step < $3",
    [userId, rows[0]?.secret, step],
  );
  return rowCount === 1;
}

/** Takes the first code of a proposed app, which is the app from now on. */
async function takeFirstCode(parts: Parts, userId: string, code: string): Promise<boolean> {
  const { rows } = await parts.pool.query<{ proposed: string | null }>(
    "select proposed from second_factor where user_id = $1",
    [userId],
  );
  const step = stepIn(parts, userId, rows[0]?.proposed, code);
  if (step === null) return false;
  const { rowCount } = await parts.pool.query(
    "update second_factor set secret = proposed, proposed = null, last_step = $3 where user_id = $1 and proposed = $2",
    [userId, rows[0]?.proposed, step],
  );
  return rowCount === 1;
}

export type Passed = { ok: true; headers: Headers } | { ok: false; problem: FactorProblem };

/** The first code of a new authenticator app: from now on it is asked for. Signs in whoever was half signed in. */
export async function confirmApp(
  platform: Parts,
  { request, ip, code }: { request: Request; ip: string; code: string },
): Promise<Passed> {
  const seat = await seatForNewFactor(platform, request);
  if (!seat) return { ok: false, problem: "auth.factor.over" };
  const judged = await judge(platform, request, seat, () => takeFirstCode(platform, seat.viewer.userId, typed(code)));
  return judged.ok ? { ok: true, headers: await letIn(platform, request, ip, seat) } : judged;
}

/** As apps show it: in two groups of three. */
const typed = (code: string) => code.replace(/\s/g, "");

/** The second half of a staff sign-in, and the step-up of somebody signed in: a code of the app, or a backup code. */
export async function passSecondFactor(
  platform: Parts,
  { request, ip, code }: { request: Request; ip: string; code: string },
): Promise<Passed> {
  const seat = await staffSeat(platform, request);
  if (!seat) return { ok: false, problem: "auth.factor.over" };
  const { userId } = seat.viewer;
  const backup = backupCodeIn(code);
  const judged = await judge(platform, request, seat, () =>
    backup ? spendBackupCode(platform.pool, userId, backup, platform.now()) : takeCode(platform, userId, typed(code)),
  );
  return judged.ok ? { ok: true, headers: await letIn(platform, request, ip, seat) } : judged;
}

/** The session of somebody of the house, whole or half. */
export async function staffSeat(platform: Doorkeeper, request: Request): Promise<Seat | null> {
  const seat = await seatOf(platform, request);
  return seat?.viewer.kind === "staff" ? seat : null;
}

async function judge(
  platform: Parts,
  request: Request,
  { viewer }: Seat,
  isRight: () => Promise<boolean>,
): Promise<{ ok: true } | { ok: false; problem: FactorProblem }> {
  const by = triedBy(platform, request, viewer.email);
  const tried = `second factors of ${viewer.userId} by ${by}`;
  const patience = await tryOut(platform, tried, by === "strangers" ? { most: MOST_FAILURES } : {});
  if (!patience.ok) return { ok: false, problem: `auth.factor.slow:${patience.retryInSeconds}` };
  if (!(await isRight())) return { ok: false, problem: "auth.factor.wrong" };
  await forgive(platform, tried);
  return { ok: true };
}

/** A whole session for half a one; for a whole one a new token, proven anew, that ends when the old one would have. */
async function letIn(platform: Parts, request: Request, ip: string, { viewer, isWhole }: Seat): Promise<Headers> {
  const headers = isWhole
    ? await renewSession(platform, viewer.sessionId)
    : await beginSession(platform, { userId: viewer.userId, request, ip, as: "staff" });
  headers.append("Set-Cookie", knownDevice(platform, viewer.email));
  return headers;
}

async function renewSession({ pool, now, config }: Doorkeeper, sessionId: string): Promise<Headers> {
  const token = randomBytes(24).toString("base64url");
  await pool.query(
    "update session set token = $2, second_factor_at = $3, seen_at = $3, updated_at = $3 where id = $1",
    [sessionId, token, now()],
  );
  const cookie = setCookie("session", sign(token, config.sessionSecret), lifetimes.staff.whole / 1000, config);
  return new Headers({ "Set-Cookie": cookie });
}

import { randomBytes } from "node:crypto";
import type { Platform } from "#app/platform/platform.ts";
import { backupCodeIn, spendBackupCode } from "./backup-codes.server.ts";
import { setCookie, sign } from "./cookies.server.ts";
import { knownDevice, triedBy } from "./device.server.ts";
import { lifetimes } from "./lifetimes.ts";
import type { Doorkeeper, Reception } from "./parts.ts";
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
    `select exists (select from second_factor where user_id = $1 and confirmed_at is not null) as app,
       (select count(*)::int from passkey where user_id = $1) as passkeys,
       (select count(*)::int from backup_code where user_id = $1 and used_at is null) as left`,
    [userId],
  );
  const { app, passkeys, left } = rows[0]!;
  return { app, passkeys, backupCodesLeft: left };
}

/** Takes the code of an authenticator app: once, and none older than the newest taken. */
async function takeAppCode(
  { pool, vault, now }: Parts,
  userId: string,
  code: string,
  isSettingUp: boolean,
): Promise<boolean> {
  const { rows } = await pool.query<{ secret: string }>(
    "select secret from second_factor where user_id = $1 and (confirmed_at is null) = $2",
    [userId, isSettingUp],
  );
  const sealed = rows[0]?.secret;
  const at = now();
  const step = sealed ? stepOfCode(vault.open(sealed, about(userId)), code, at) : null;
  if (step === null) return false;
  const { rowCount } = await pool.query(
    `update second_factor set last_step = $3, confirmed_at = coalesce(confirmed_at, $4)
     where user_id = $1 and secret = $2 and last_step < $3`,
    [userId, sealed, step, at],
  );
  return rowCount === 1;
}

/** Sets up an authenticator app, or shows the one that waits for its first code. Nothing counts before `confirmApp`. */
export async function proposeApp(
  { pool, vault }: Pick<Parts, "pool" | "vault">,
  { userId, email }: Pick<Viewer, "userId" | "email">,
): Promise<{ secret: string; uri: string }> {
  const made = toBase32(randomBytes(20));
  const { rows } = await pool.query<{ secret: string }>(
    `insert into second_factor as f (user_id, secret) values ($1, $2)
     on conflict (user_id) do update set secret = f.secret where f.confirmed_at is null returning secret`,
    [userId, vault.seal(made, about(userId))],
  );
  if (!rows[0]) throw new Response(null, { status: 404 }); // there is one already: it is taken off in the account first
  const secret = vault.open(rows[0].secret, about(userId));
  return { secret, uri: totpUri(secret, email) };
}

/** An authenticator app that needs no first code, for the demonstration. @param secret Base32, 32 letters */
export async function presetApp(
  { pool, vault, now }: Pick<Parts, "pool" | "vault" | "now">,
  { userId, secret }: { userId: string; secret: string },
): Promise<void> {
  await pool.query(
    "insert into second_factor (user_id, secret, confirmed_at) values ($1, $2, $3) on conflict do nothing",
    [userId, vault.seal(secret, about(userId)), now()],
  );
}

export type Passed = { ok: true; headers: Headers } | { ok: false; problem: FactorProblem };

/** The first code of a new authenticator app: from now on it is asked for. Signs in whoever was half signed in. */
export async function confirmApp(
  platform: Parts,
  { request, ip, code }: { request: Request; ip: string; code: string },
): Promise<Passed> {
  const seat = await staffSeat(platform, request);
  if (!seat) return { ok: false, problem: "auth.factor.over" };
  const judged = await judge(platform, request, seat, () =>
    takeAppCode(platform, seat.viewer.userId, typed(code), true),
  );
  return judged.ok ? { ok: true, headers: await letIn(platform, request, ip, seat) } : judged;
}

/** Takes the authenticator app off, so that another can be set up. Asked of somebody who has just proved themselves (`requireFresh`). */
export async function removeApp({ pool }: Pick<Doorkeeper, "pool">, userId: string): Promise<void> {
  await pool.query("delete from second_factor where user_id = $1", [userId]);
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
    backup
      ? spendBackupCode(platform.pool, userId, backup, platform.now())
      : takeAppCode(platform, userId, typed(code), false),
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

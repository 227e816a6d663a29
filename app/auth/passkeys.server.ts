import { authOf } from "./auth.server.ts";
import { knownDevice, networkOf } from "./device.server.ts";
import type { Doorkeeper, Reception } from "./parts.ts";
import type { NewPasskey, PasskeyAnswer } from "./passkey.schema.ts";
import { seatForNewFactor } from "./second-factor.server.ts";
import { beginSession, cookiesOf, endSession, headersFor } from "./sessions.server.ts";
import { flow } from "./throttle.server.ts";
import { seatOf } from "./viewer.server.ts";
import type { Viewer } from "./viewer.ts";

interface Visit {
  request: Request;
  ip: string;
}

export type PasskeyProblem = "auth.passkey.failed" | `auth.passkey.slow:${number}`;
const failed = { ok: false, problem: "auth.passkey.failed" } as const;
const perNetwork = { burst: 60, everyMs: 10_000 };

/** What to ask a passkey of the visitor's; when they are half signed in, only theirs will do. */
export async function askPasskey(
  platform: Reception,
  { request, ip }: Visit,
): Promise<{ options: object; headers: Headers }> {
  const auth = await authOf(platform);
  const { response, headers } = await auth.api.generatePasskeyAuthenticationOptions({
    headers: headersFor(request, ip),
    returnHeaders: true,
  });
  // better-auth only prefers that a passkey checks its holder; Gangway lets nobody in otherwise.
  return { options: { ...response, userVerification: "required" }, headers: cookiesOf(headers) };
}

/**
 * Signs a member of staff in by passkey: alone, as the second factor, or as a step-up. The passkey has checked its holder (PIN, finger,
 * face), so it is both factors at once.
 */
export async function answerPasskey(
  platform: Reception,
  { request, ip, response }: Visit & { response: PasskeyAnswer },
): Promise<{ ok: true; headers: Headers } | { ok: false; problem: PasskeyProblem }> {
  const network = await flow(platform, `passkeys from ${networkOf(ip)}`, perNetwork);
  if (!network.ok) return { ok: false, problem: `auth.passkey.slow:${network.retryInSeconds}` };
  const before = await seatOf(platform, request);
  const auth = await authOf(platform);
  const answer = await auth.api
    .verifyPasskeyAuthentication({ body: { response }, headers: headersFor(request, ip), returnHeaders: true })
    .catch(refusal);
  if (!answer) return failed;
  const { session, user } = answer.response;
  const isSame = !before || before.viewer.userId === user.id;
  const { rowCount } = await platform.pool.query(
    "select from users where id = $1 and kind = 'staff' and disabled_at is null",
    [user.id],
  );
  if (!isSame || rowCount === 0) {
    await platform.pool.query("delete from session where id = $1", [session.id]);
    return failed;
  }
  await endSession(platform, request);
  const headers = cookiesOf(answer.headers);
  headers.append("Set-Cookie", knownDevice(platform, user.email));
  return { ok: true, headers };
}

/** What to ask of a new passkey; null for somebody who may not add one now. */
export async function askNewPasskey(
  platform: Reception,
  { request, ip }: Visit,
): Promise<{ options: object; headers: Headers } | null> {
  if (!(await seatForNewFactor(platform, request))) return null;
  const auth = await authOf(platform);
  const { response, headers } = await auth.api.generatePasskeyRegistrationOptions({
    headers: headersFor(request, ip),
    returnHeaders: true,
  });
  return { options: response, headers: cookiesOf(headers) };
}

/** Keeps a new passkey, and signs in whoever was half signed in. @param name how its owner calls it, e.g. `MacBook` */
export async function addPasskey(
  platform: Reception,
  { request, ip, response, name }: Visit & { response: NewPasskey; name: string },
): Promise<{ ok: true; headers: Headers } | { ok: false; problem: PasskeyProblem }> {
  const seat = await seatForNewFactor(platform, request);
  if (!seat) return failed;
  const auth = await authOf(platform);
  const added = await auth.api
    .verifyPasskeyRegistration({ body: { response, name }, headers: headersFor(request, ip) })
    .catch(refusal);
  if (!added) return failed;
  if (seat.isWhole) return { ok: true, headers: new Headers() };
  const headers = await beginSession(platform, { userId: seat.viewer.userId, request, ip, as: "staff" });
  headers.append("Set-Cookie", knownDevice(platform, seat.viewer.email));
  return { ok: true, headers };
}

/** better-auth's way of saying no to an answer; a fault of ours stays loud. A bad registration it calls a fault of its own. */
function refusal(error: unknown): null {
  const { statusCode, body } = error as { statusCode?: number; body?: { code?: string } };
  if (statusCode !== undefined && (statusCode < 500 || body?.code === "FAILED_TO_VERIFY_REGISTRATION")) return null;
  throw error;
}

export interface PasskeyLine {
  id: string;
  name: string | null;
  addedAt: Date | null;
}

export async function passkeysOf(
  { pool }: Pick<Doorkeeper, "pool">,
  { userId }: Pick<Viewer, "userId">,
): Promise<PasskeyLine[]> {
  const { rows } = await pool.query<PasskeyLine>(
    `select id, name, created_at as "addedAt" from passkey where user_id = $1 order by created_at, id`,
    [userId],
  );
  return rows;
}

/** Takes a passkey off, unless it is all that somebody has to prove themselves with. @returns whether it is gone */
export async function removePasskey(
  { pool }: Pick<Doorkeeper, "pool">,
  { userId }: Pick<Viewer, "userId">,
  id: string,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `delete from passkey where id = $1 and user_id = $2 and (exists (select from second_factor where user_id = $2 and secret is not null)
       or exists (select from passkey other where other.user_id = $2 and other.id <> $1))`,
    [id, userId],
  );
  return rowCount === 1;
}

/** Takes the authenticator app off, unless there is no passkey to take its place. @returns whether it is gone */
export async function removeApp(
  { pool }: Pick<Doorkeeper, "pool">,
  { userId }: Pick<Viewer, "userId">,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    "delete from second_factor where user_id = $1 and exists (select from passkey where user_id = $1)",
    [userId],
  );
  return rowCount === 1;
}

import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import type { Lang } from "#app/i18n/words.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { signInCode, staffSignIn } from "#emails/sign-in-code.tsx";
import { Name } from "./account.schema.ts";
import { readCookie, setCookie } from "./cookies.server.ts";
import { knownDevice, networkOf, triedBy } from "./device.server.ts";
import { CODE } from "./lifetimes.ts";
import type { Doorkeeper, Reception } from "./parts.ts";
import { posted } from "./post.server.ts";
import { beginSession } from "./sessions.server.ts";
import { flow, forgive, type Throttled, tryOut } from "./throttle.server.ts";

/** Wrong answers a code survives. Five in a million each, before the limits by address and network. */
const TRIES = 5;
/** Another letter to the same browser. */
const RESEND = 60_000;
const perNetwork = { burst: 60, everyMs: 10_000 };
const perAddress = { burst: 5, everyMs: 6 * 60_000 };

const digest = (token: string) => createHash("sha256").update(token).digest("base64url");
/** Useless without our secret and the asking browser's cookie: six digits alone would be tried out in no time. */
const hashCode = ({ config }: Pick<Doorkeeper, "config">, token: string, code: string) =>
  createHmac("sha256", config.sessionSecret).update(`${token} ${code}`).digest();

/** `retryInSeconds` when a code is on its way already; `problem` is its message key, or that no letter can leave. */
type Sending =
  | { ok: true; headers: Headers }
  | { ok: false; retryInSeconds: number; problem: `auth.send.slow:${number}` | "auth.send.failed" };

/**
 * Mails a six-digit code that signs `email` in on the asking browser within ten minutes. What is answered, and how long it takes, is the
 * same for an address we know and one we do not. Staff get a letter that shows them their own entrance instead of a code: a mailbox is no
 * second factor.
 *
 * @param email as `Email` parses it
 * @param ip the visitor's address (`context.ip`)
 * @returns headers with the cookie that binds the code to this browser, or what is in the way, as a message key
 */
export async function sendCode(
  platform: Doorkeeper & Pick<Platform, "mailer" | "log">,
  { email, lang, request, ip }: { email: string; lang: Lang; request: Request; ip: string },
): Promise<Sending> {
  const { pool, config } = platform;
  const wait = await mayAsk(platform, { email, request, ip });
  if (!wait.ok) return { ...wait, problem: `auth.send.slow:${wait.retryInSeconds}` };

  const token = randomBytes(32).toString("base64url");
  const code = randomInt(1_000_000).toString().padStart(6, "0");
  const at = platform.now();
  const { rows } = await pool.query<{ is_staff: boolean }>(
    `insert into sign_in_code (id, email, lang, code_hash, sent_at, expires_at) values ($1, $2, $3, $4, $5, $6)
     returning exists (select from users where email = $2 and kind = 'staff') as is_staff`,
    [
      digest(token),
      email,
      lang,
      hashCode(platform, token, code).toString("base64url"),
      at,
      new Date(at.getTime() + CODE),
    ],
  );
  const letter = rows[0]?.is_staff
    ? staffSignIn({ lang, signInUrl: `${config.publicUrl}/staff/sign-in?lang=${lang}` })
    : signInCode({ lang, code, minutes: CODE / 60_000 });
  if (!(await posted(platform, email, letter))) return { ok: false, retryInSeconds: 0, problem: "auth.send.failed" };
  return { ok: true, headers: new Headers({ "Set-Cookie": setCookie("code", token, CODE / 1000, config) }) };
}

async function mayAsk(
  platform: Doorkeeper,
  { email, request, ip }: { email: string; request: Request; ip: string },
): Promise<Throttled> {
  const { pool, now } = platform;
  const network = await flow(platform, `codes for ${networkOf(ip)}`, perNetwork);
  if (!network.ok) return network;
  const token = readCookie(request, "code", platform.config);
  if (token) {
    const { rows } = await pool.query<{ sent_at: Date }>(
      "select sent_at from sign_in_code where id = $1 and email = $2",
      [digest(token), email],
    );
    const ms = rows[0] ? rows[0].sent_at.getTime() + RESEND - now().getTime() : 0;
    if (ms > 0) return { ok: false, retryInSeconds: Math.ceil(ms / 1000) };
  }
  return flow(platform, `codes to ${email} by ${triedBy(platform, request, email)}`, perAddress);
}

/** The code this browser waits for, so that a page can say to whom it went. Null when none is on its way. */
export async function awaitedCode(
  { pool, now, config }: Doorkeeper,
  request: Request,
): Promise<{ email: string; resendInSeconds: number } | null> {
  const token = readCookie(request, "code", config);
  if (!token) return null;
  const { rows } = await pool.query<{ email: string; sent_at: Date }>(
    "select email, sent_at from sign_in_code where id = $1 and expires_at > $2",
    [digest(token), now()],
  );
  const row = rows[0];
  return row ? { email: row.email, resendInSeconds: secondsUntil(row.sent_at.getTime() + RESEND, now()) } : null;
}

const secondsUntil = (ms: number, now: Date) => Math.max(0, Math.ceil((ms - now.getTime()) / 1000));

/** Message keys: what is wrong with a code. `slow:30` says the seconds to wait. */
export type CodeProblem = "auth.code.wrong" | "auth.code.over" | `auth.code.slow:${number}`;
export type Verified =
  | { ok: true; userId: string; isNew: boolean; headers: Headers }
  | { ok: false; problem: CodeProblem };

/**
 * Judges a mailed code and signs its owner in; somebody unknown so far gets an account. The code works once.
 *
 * @param email the address it was sent to; `request` must come from the browser that asked for it
 * @returns the session's cookies for the answer, or what is wrong as a message key
 */
export async function verifyCode(
  platform: Reception,
  { email, code, request, ip, name }: { email: string; code: string; request: Request; ip: string; name?: string },
): Promise<Verified> {
  const { config } = platform;
  const token = readCookie(request, "code", config);
  if (!token) return { ok: false, problem: "auth.code.over" };
  const tried = `guesses at ${email} by ${triedBy(platform, request, email)}`;
  const patience = await tryOut(platform, tried);
  if (!patience.ok) return { ok: false, problem: `auth.code.slow:${patience.retryInSeconds}` };

  const judged = await judge(platform, { token, email, code });
  if (!judged.ok) return judged;
  await forgive(platform, tried);
  const person = await findOrAdd(platform, { email, lang: judged.lang, name });
  if (!person) return { ok: false, problem: "auth.code.wrong" };
  const headers = await beginSession(platform, { userId: person.id, request, ip, as: "merchant" });
  headers.append("Set-Cookie", setCookie("code", "", 0, config));
  headers.append("Set-Cookie", knownDevice(platform, email));
  return { ok: true, userId: person.id, isNew: person.isNew, headers };
}

async function judge(
  platform: Doorkeeper,
  { token, email, code }: { token: string; email: string; code: string },
): Promise<{ ok: true; lang: Lang } | { ok: false; problem: CodeProblem }> {
  // The try is counted before it is judged, so that guesses side by side share one allowance.
  const { rows } = await platform.pool.query<{ code_hash: string; lang: Lang }>(
    `update sign_in_code set tries = tries + 1 where id = $1 and email = $2 and expires_at > $3 and tries < $4 returning code_hash, lang`,
    [digest(token), email, platform.now(), TRIES],
  );
  const row = rows[0];
  if (!row) return { ok: false, problem: "auth.code.over" };
  const right = Buffer.from(row.code_hash, "base64url");
  if (!timingSafeEqual(right, hashCode(platform, token, code))) return { ok: false, problem: "auth.code.wrong" };
  const { rowCount } = await platform.pool.query("delete from sign_in_code where id = $1", [digest(token)]);
  return rowCount === 1 ? { ok: true, lang: row.lang } : { ok: false, problem: "auth.code.over" };
}

/** What they call themselves, as far as it may stand in letters to others; else what stands before the @. */
const calledBy = (name: string | undefined, email: string) =>
  Name.safeParse(name).data ??
  (email
    .slice(0, email.indexOf("@"))
    .replace(/[^\p{L}\p{N}._-]/gu, "")
    .slice(0, 60) ||
    "–");

/** The merchant of an address, made when there was none; null for staff and for somebody who was locked out. */
async function findOrAdd(
  { pool, now }: Doorkeeper,
  { email, lang, name }: { email: string; lang: Lang; name?: string },
): Promise<{ id: string; isNew: boolean } | null> {
  const { rows: made } = await pool.query<{ id: string }>(
    `insert into users (id, name, email, email_verified, kind, lang, created_at, updated_at)
     values ($1, $2, $3, true, 'merchant', $4, $5, $5) on conflict (email) do nothing returning id`,
    [newId(), calledBy(name, email), email, lang, now()],
  );
  if (made[0]) return { id: made[0].id, isNew: true };
  const { rows } = await pool.query<{ id: string }>(
    "select id from users where email = $1 and kind = 'merchant' and disabled_at is null",
    [email],
  );
  return rows[0] ? { id: rows[0].id, isNew: false } : null;
}

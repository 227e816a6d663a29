import type { Lang } from "#app/i18n/words.ts";
import type { Doorkeeper } from "./parts.ts";
import { hashPassword, verifyPassword } from "./password.server.ts";
import { passwordProblem } from "./password-rules.ts";
import { forgive, tryOut } from "./throttle.server.ts";
import type { Viewer } from "./viewer.ts";

/** A browser somebody is signed in on. */
export interface SessionLine {
  id: string;
  userAgent: string;
  since: Date;
  seenAt: Date;
  isThisOne: boolean;
}

/** Where somebody is signed in, the newest page first. */
export async function sessionsOf({ pool, now }: Doorkeeper, viewer: Viewer): Promise<SessionLine[]> {
  const { rows } = await pool.query<Omit<SessionLine, "isThisOne">>(
    `select id, coalesce(user_agent, '') as "userAgent", created_at as since, seen_at as "seenAt"
     from session where user_id = $1 and expires_at > $2 order by seen_at desc, id`,
    [viewer.userId, now()],
  );
  return rows.map((row) => ({ ...row, isThisOne: row.id === viewer.sessionId }));
}

/** Signs somebody out elsewhere. @param sessionId one of theirs, or `others`: all but the one they are asking from */
export async function endElsewhere(
  { pool }: Pick<Doorkeeper, "pool">,
  viewer: Viewer,
  sessionId: string,
): Promise<void> {
  const { userId, sessionId: own } = viewer;
  if (sessionId === "others") await pool.query("delete from session where user_id = $1 and id <> $2", [userId, own]);
  else await pool.query("delete from session where user_id = $1 and id = $2", [userId, sessionId]);
}

/** How somebody is called, and the language of their letters. */
export async function saveProfile(
  { pool, now }: Pick<Doorkeeper, "pool" | "now">,
  { userId }: Pick<Viewer, "userId">,
  { name, lang }: { name: string; lang: Lang },
): Promise<void> {
  await pool.query("update users set name = $2, lang = $3, updated_at = $4 where id = $1", [userId, name, lang, now()]);
}

/**
 * A new password for somebody of the house; everybody else who is signed in with the old one is signed out.
 *
 * @returns null, or the field and message key of what is wrong
 */
export async function changePassword(
  platform: Doorkeeper,
  viewer: Viewer,
  { current, next }: { current: string; next: string },
): Promise<{ [field: string]: string } | null> {
  const { pool, now } = platform;
  const tried = `password changes of ${viewer.userId}`;
  const patience = await tryOut(platform, tried);
  if (!patience.ok) return { current: `auth.password.slow:${patience.retryInSeconds}` };
  const { rows } = await pool.query<{ password: string }>(
    "select password from account where user_id = $1 and provider_id = 'credential'",
    [viewer.userId],
  );
  if (!rows[0] || !(await verifyPassword(rows[0].password, current))) return { current: "auth.password.notYours" };
  await forgive(platform, tried);
  const problem = passwordProblem(next, [viewer.email, viewer.name]);
  if (problem) return { next: problem };
  await pool.query(
    "update account set password = $2, updated_at = $3 where user_id = $1 and provider_id = 'credential'",
    [viewer.userId, await hashPassword(next), now()],
  );
  await endElsewhere(platform, viewer, "others");
  return null;
}

import { createHash, randomBytes } from "node:crypto";
import type { Lang } from "#app/i18n/words.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { staffInvitation } from "#emails/team-invitation.tsx";
import type { StaffRole } from "#workflows/roles.ts";
import { INVITATION } from "./lifetimes.ts";
import type { Doorkeeper } from "./parts.ts";
import { passwordProblem } from "./password-rules.ts";
import { posted } from "./post.server.ts";
import { addStaff, grantRole, revokeRole } from "./staff.server.ts";
import { forgive } from "./throttle.server.ts";
import type { Viewer } from "./viewer.ts";

export interface PersonLine {
  id: string;
  name: string;
  email: string;
  roles: StaffRole[];
  state: "active" | "noFactor" | "disabled";
  seenAt: Date | null;
}

export interface Person extends PersonLine {
  history: { role: StaffRole; grantedAt: Date; revokedAt: Date | null }[];
}

const PEOPLE = `
  select u.id, u.name, u.email,
    array(select role from staff_role r where r.user_id = u.id and r.revoked_at is null order by role) as roles,
    case when u.disabled_at is not null then 'disabled'
      when exists (select from second_factor f where f.user_id = u.id and f.secret is not null)
        or exists (select from passkey p where p.user_id = u.id) then 'active' else 'noFactor' end as state,
    (select max(seen_at) from session s where s.user_id = u.id) as "seenAt"
  from users u where u.kind = 'staff'`;

/** Everybody of the house, by name. */
export async function peopleOf({ pool }: Pick<Doorkeeper, "pool">): Promise<PersonLine[]> {
  const { rows } = await pool.query<PersonLine>(`${PEOPLE} order by u.disabled_at is not null, u.name, u.email`);
  return rows;
}

/** Somebody of the house with all the roles they ever held; null when there is none of that id. */
export async function personOf({ pool }: Pick<Doorkeeper, "pool">, userId: string): Promise<Person | null> {
  const [people, history] = await Promise.all([
    pool.query<PersonLine>(`${PEOPLE} and u.id = $1`, [userId]),
    pool.query<Person["history"][number]>(
      `select role, granted_at as "grantedAt", revoked_at as "revokedAt" from staff_role where user_id = $1 order by granted_at desc, role`,
      [userId],
    ),
  ]);
  return people.rows[0] ? { ...people.rows[0], history: history.rows } : null;
}

export type PeopleProblem = "auth.people.taken" | "auth.people.notYourself" | "auth.team.failed";
type Done = { ok: true } | { ok: false; problem: PeopleProblem };
const no = (problem: PeopleProblem): Done => ({ ok: false, problem });

/** Gives and takes roles until somebody holds just these. Nobody changes their own. */
export async function setRoles(
  { pool, now }: Doorkeeper,
  { userId, roles, by }: { userId: string; roles: readonly StaffRole[]; by: Viewer },
): Promise<Done> {
  if (userId === by.userId) return no("auth.people.notYourself");
  await inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ role: StaffRole }>(
      "select role from staff_role where user_id = $1 and revoked_at is null for update",
      [userId],
    );
    const held = rows.map(({ role }) => role);
    const stamp = { userId, by: by.userId, at: now() };
    for (const role of held.filter((one) => !roles.includes(one))) await revokeRole(tx, { ...stamp, role });
    for (const role of roles.filter((one) => !held.includes(one))) await grantRole(tx, { ...stamp, role });
  });
  return { ok: true };
}

/** `disable` shuts out at once, `resetFactor` makes the next sign-in set one up anew, `unlock` forgets failed passwords. Never oneself. */
export async function changePerson(
  platform: Doorkeeper,
  { userId, act, by }: { userId: string; act: "disable" | "enable" | "resetFactor" | "unlock"; by: Viewer },
): Promise<Done> {
  if (userId === by.userId) return no("auth.people.notYourself");
  const { pool, now } = platform;
  if (act === "unlock") {
    const { rows } = await pool.query<{ email: string }>("select email from users where id = $1 and kind = 'staff'", [
      userId,
    ]);
    if (!rows[0]) return { ok: true };
    await forgive(platform, `passwords of ${rows[0].email} by strangers`);
    await forgive(platform, `second factors of ${userId} by strangers`);
    return { ok: true };
  }
  await inTransaction(pool, async (tx) => {
    const { rowCount } = await tx.query("select from users where id = $1 and kind = 'staff' for update", [userId]);
    if (rowCount === 0) return;
    if (act === "resetFactor") {
      for (const table of ["second_factor", "backup_code", "passkey"])
        await tx.query(`delete from ${table} where user_id = $1`, [userId]);
    } else {
      await tx.query("update users set disabled_at = $2, updated_at = $3 where id = $1", [
        userId,
        act === "disable" ? now() : null,
        now(),
      ]);
    }
    await tx.query("delete from session where user_id = $1", [userId]);
  });
  return { ok: true };
}

const digest = (token: string) => createHash("sha256").update(token).digest("base64url");

/** Invites somebody to the house. @returns the link, which works once within a week and is kept nowhere */
export async function openStaffInvitation(
  { pool, now, config }: Doorkeeper,
  { email, roles, by }: { email: string; roles: readonly StaffRole[]; by: string | null },
): Promise<string | null> {
  const token = randomBytes(24).toString("base64url");
  const at = now();
  const { rowCount } = await pool.query(
    `insert into invitation (id, email, role, invited_by, token_hash, created_at, expires_at)
     select $1, $2, $3, $4, $5, $6, $7 where not exists (select from users where email = $2)`,
    [newId(), email, roles.join(","), by, digest(token), at, new Date(at.getTime() + INVITATION)],
  );
  return rowCount ? `${config.publicUrl}/staff/welcome?token=${token}` : null;
}

/** Invites by letter. A letter that cannot leave leaves an invitation that nobody has the link of. */
export async function inviteStaff(
  platform: Doorkeeper & Pick<Platform, "mailer" | "log">,
  { email, roles, by, lang }: { email: string; roles: readonly StaffRole[]; by: Viewer; lang: Lang },
): Promise<Done> {
  const invitationUrl = await openStaffInvitation(platform, { email, roles, by: by.userId });
  if (!invitationUrl) return no("auth.people.taken");
  const letter = staffInvitation({ lang, invitedBy: by.name, invitationUrl, days: INVITATION / 86_400_000 });
  return (await posted(platform, email, letter, by.email)) ? { ok: true } : no("auth.team.failed");
}

/** The address an invitation to the house went to; null for one that is over. */
export async function invitedStaff({ pool, now }: Doorkeeper, token: string | null): Promise<{ email: string } | null> {
  if (!token) return null;
  const { rows } = await pool.query<{ email: string }>(
    `select email from invitation where token_hash = $1 and case_id is null and accepted_at is null and revoked_at is null and expires_at > $2`,
    [digest(token), now()],
  );
  return rows[0] ?? null;
}

/**
 * Takes an invitation to the house.
 *
 * @returns the new user's id, the field and message key of what is wrong with the password, or null for an invitation that is over
 */
export async function joinStaff(
  platform: Doorkeeper,
  { token, name, password, lang }: { token: string | null; name: string; password: string; lang: Lang },
): Promise<{ userId: string } | { errors: { password: string } } | null> {
  const invited = await invitedStaff(platform, token);
  if (!invited) return null;
  const problem = passwordProblem(password, [name, invited.email]);
  if (problem) return { errors: { password: problem } };
  const { rows } = await platform.pool.query<{ email: string; role: string; by: string }>(
    `update invitation set accepted_at = $2 where token_hash = $1 and accepted_at is null and revoked_at is null
     returning email, role, coalesce(invited_by::text, 'command line') as by`,
    [digest(token ?? ""), platform.now()],
  );
  if (!rows[0]) return null;
  const { email, role, by } = rows[0];
  const userId = await addStaff(platform, { email, name, lang, roles: role.split(",") as StaffRole[], password, by });
  return userId ? { userId } : null;
}

import { createHash, randomBytes } from "node:crypto";
import type { Lang } from "#app/i18n/words.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { teamInvitation } from "#emails/team-invitation.tsx";
import { INVITATION } from "./lifetimes.ts";
import { addMember } from "./members.server.ts";
import type { Doorkeeper } from "./parts.ts";
import { posted } from "./post.server.ts";
import { flow } from "./throttle.server.ts";
import type { Viewer } from "./viewer.ts";

export interface MemberLine {
  userId: string;
  name: string;
  email: string;
  role: "owner" | "member";
  since: Date;
}

export interface InvitationLine {
  id: string;
  email: string;
  role: "owner" | "member";
  expiresAt: Date;
}

const digest = (token: string) => createHash("sha256").update(token).digest("base64url");

/** Who shares a case, and who has been asked to. */
export async function teamOf(
  { pool, now }: Doorkeeper,
  caseId: string,
): Promise<{ members: MemberLine[]; invitations: InvitationLine[] }> {
  const [members, invitations] = await Promise.all([
    pool.query<MemberLine>(
      `select u.id as "userId", u.name, u.email, m.role, m.since from case_member m join users u on u.id = m.user_id
       where m.case_id = $1 order by m.role desc, m.since, u.email`,
      [caseId],
    ),
    pool.query<InvitationLine>(
      `select id, email, role, expires_at as "expiresAt" from invitation
       where case_id = $1 and accepted_at is null and revoked_at is null and expires_at > $2 order by created_at`,
      [caseId, now()],
    ),
  ]);
  return { members: members.rows, invitations: invitations.rows };
}

export type TeamProblem =
  | "auth.team.notOwner"
  | "auth.team.alreadyIn"
  | "auth.team.lastOwner"
  | "auth.team.notThere"
  | "auth.team.failed"
  | `auth.team.slow:${number}`;
type Done = { ok: true } | { ok: false; problem: TeamProblem };
const no = (problem: TeamProblem): Done => ({ ok: false, problem });

const perCase = { burst: 10, everyMs: 10 * 60_000 };

/**
 * Offers somebody a seat in the team of a case, by letter. A newer invitation to the same address takes the place of an older one. A
 * letter that cannot leave invites nobody.
 */
export async function invite(
  platform: Doorkeeper & Pick<Platform, "mailer" | "log">,
  {
    caseId,
    email,
    role,
    by,
    lang,
  }: { caseId: string; email: string; role: "owner" | "member"; by: Viewer; lang: Lang },
): Promise<Done> {
  const { pool, now, config } = platform;
  const { rows } = await pool.query<{ is_owner: boolean; is_in: boolean; merchant: string }>(
    `select exists (select from case_member where case_id = $1 and user_id = $2 and role = 'owner') as is_owner,
       exists (select from case_member m join users u on u.id = m.user_id where m.case_id = $1 and u.email = $3) as is_in,
       public_id as merchant from subject where id = $1`,
    [caseId, by.userId, email],
  );
  if (!rows[0]?.is_owner) return no("auth.team.notOwner");
  if (rows[0].is_in) return no("auth.team.alreadyIn");
  const pace = await flow(platform, `invitations to ${caseId}`, perCase);
  if (!pace.ok) return no(`auth.team.slow:${pace.retryInSeconds}`);

  const token = randomBytes(24).toString("base64url");
  const invitationUrl = `${config.publicUrl}/sign-in/invitation?token=${token}&lang=${lang}`;
  const letter = teamInvitation({
    lang,
    invitedBy: by.name,
    caseName: rows[0].merchant,
    invitationUrl,
    days: INVITATION / 86_400_000,
  });
  if (!(await posted(platform, email, letter, by.email))) return no("auth.team.failed");
  const at = now();
  await inTransaction(pool, async (tx) => {
    await tx.query(
      "update invitation set revoked_at = $3 where case_id = $1 and email = $2 and accepted_at is null and revoked_at is null",
      [caseId, email, at],
    );
    await tx.query(
      `insert into invitation (id, case_id, email, role, invited_by, token_hash, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [newId(), caseId, email, role, by.userId, digest(token), at, new Date(at.getTime() + INVITATION)],
    );
  });
  return { ok: true };
}

/** Takes an invitation back. */
export async function uninvite(
  { pool, now }: Doorkeeper,
  { caseId, id, by }: { caseId: string; id: string; by: Viewer },
): Promise<Done> {
  const { rowCount } = await pool.query(
    `update invitation set revoked_at = $4 where id = $1 and case_id = $2 and accepted_at is null and revoked_at is null
       and exists (select from case_member where case_id = $2 and user_id = $3 and role = 'owner')`,
    [id, caseId, by.userId, now()],
  );
  return rowCount ? { ok: true } : no("auth.team.notThere");
}

/** An invitation that can still be accepted; null for one that is over, taken back, used or never was. */
export async function invitationOf(
  { pool, now }: Doorkeeper,
  token: string | null,
): Promise<{
  id: string;
  caseId: string;
  caseName: string;
  email: string;
  role: "owner" | "member";
  invitedBy: string;
} | null> {
  if (!token) return null;
  const { rows } = await pool.query(
    `select i.id, i.case_id as "caseId", s.public_id as "caseName", i.email, i.role, u.name as "invitedBy"
     from invitation i join subject s on s.id = i.case_id join users u on u.id = i.invited_by
     where i.token_hash = $1 and i.accepted_at is null and i.revoked_at is null and i.expires_at > $2`,
    [digest(token), now()],
  );
  return rows[0] ?? null;
}

/**
 * Takes the seat that was offered to this person's address.
 *
 * @returns the case; null when the invitation is not for them, or no more
 */
export async function acceptInvitation(
  platform: Doorkeeper,
  token: string | null,
  { userId }: Pick<Viewer, "userId">,
): Promise<string | null> {
  const invitation = await invitationOf(platform, token);
  if (!invitation) return null;
  return inTransaction(platform.pool, async (tx) => {
    const { rows } = await tx.query<{ case_id: string }>(
      `update invitation i set accepted_at = $3 from users u
       where i.id = $1 and i.accepted_at is null and i.revoked_at is null and u.id = $2 and u.email = i.email and u.kind = 'merchant'
       returning i.case_id`,
      [invitation.id, userId, platform.now()],
    );
    if (!rows[0]) return null;
    await addMember(tx, { caseId: rows[0].case_id, userId, role: invitation.role });
    return rows[0].case_id;
  });
}

/** Takes somebody off the team: an owner anybody, everybody themselves; but never the last owner. */
export async function removeMember(
  { pool }: Pick<Doorkeeper, "pool">,
  { caseId, userId, by }: { caseId: string; userId: string; by: Viewer },
): Promise<Done> {
  return inTransaction(pool, async (tx) => {
    const team = await lockTeam(tx, caseId);
    if (userId !== by.userId && team.get(by.userId) !== "owner") return no("auth.team.notOwner");
    if (!team.has(userId)) return no("auth.team.notThere");
    if (isLastOwner(team, userId)) return no("auth.team.lastOwner");
    await tx.query("delete from case_member where case_id = $1 and user_id = $2", [caseId, userId]);
    return { ok: true };
  });
}

/** Makes an owner of a member, or the reverse. */
export async function changeRole(
  { pool }: Pick<Doorkeeper, "pool">,
  { caseId, userId, role, by }: { caseId: string; userId: string; role: "owner" | "member"; by: Viewer },
): Promise<Done> {
  return inTransaction(pool, async (tx) => {
    const team = await lockTeam(tx, caseId);
    if (team.get(by.userId) !== "owner") return no("auth.team.notOwner");
    if (!team.has(userId)) return no("auth.team.notThere");
    if (role === "member" && isLastOwner(team, userId)) return no("auth.team.lastOwner");
    await tx.query("update case_member set role = $3 where case_id = $1 and user_id = $2", [caseId, userId, role]);
    return { ok: true };
  });
}

/** The team as nobody else can change it until the end of the transaction. */
async function lockTeam(tx: Parameters<typeof addMember>[0], caseId: string): Promise<Map<string, "owner" | "member">> {
  const { rows } = await tx.query<{ user_id: string; role: "owner" | "member" }>(
    "select user_id, role from case_member where case_id = $1 order by user_id for update",
    [caseId],
  );
  return new Map(rows.map(({ user_id, role }) => [user_id, role]));
}

const isLastOwner = (team: Map<string, string>, userId: string): boolean =>
  team.get(userId) === "owner" && [...team.values()].filter((role) => role === "owner").length === 1;

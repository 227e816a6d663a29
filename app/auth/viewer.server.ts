import type { Lang } from "#app/i18n/words.ts";
import type { Role } from "#workflows/roles.ts";
import { readCookie, unsign } from "./cookies.server.ts";
import { lifetimes, SEEN_GRAIN } from "./lifetimes.ts";
import type { Doorkeeper } from "./parts.ts";
import type { Viewer } from "./viewer.ts";

export type { Viewer };

/** A session and whose it is. `isWhole`: for staff, that the second factor was given. */
export interface Seat {
  viewer: Viewer;
  isWhole: boolean;
}

interface Row {
  id: string;
  created_at: Date;
  second_factor_at: Date | null;
  seen_at: Date;
  user_id: string;
  email: string;
  name: string;
  lang: Lang;
  kind: Viewer["kind"];
  roles: Role[];
  case_ids: string[];
}

// One walk along the unique index of tokens, then along keys: what somebody may do is never older than the request.
const SEAT = `
  select s.id, s.created_at, s.second_factor_at, s.seen_at, u.id as user_id, u.email, u.name, u.lang, u.kind,
    case u.kind when 'staff' then array(select role from staff_role r where r.user_id = u.id and r.revoked_at is null order by role)
      else array['merchant'] end as roles,
    case u.kind when 'staff' then '{}'::uuid[]
      else array(select case_id from case_member m where m.user_id = u.id order by m.since, case_id) end as case_ids
  from session s join users u on u.id = s.user_id
  where s.token = $1 and s.expires_at > $2 and u.disabled_at is null`;

/** The session of a request, also one of staff that still waits for its second factor. For the sign-in pages. */
export async function seatOf({ pool, now, config }: Doorkeeper, request: Request): Promise<Seat | null> {
  const token = unsign(readCookie(request, "session", config), config.sessionSecret);
  if (!token) return null;
  const at = now();
  const { rows } = await pool.query<Row>({ name: "seat", text: SEAT, values: [token, at] });
  const row = rows[0];
  const idle = row ? at.getTime() - row.seen_at.getTime() : 0;
  if (!row || idle > lifetimes[row.kind].idle) return null;
  if (idle > SEEN_GRAIN)
    await pool.query("update session set seen_at = $2 where id = $1 and seen_at < $2", [row.id, at]);
  return {
    viewer: {
      userId: row.user_id,
      email: row.email,
      name: row.name,
      lang: row.lang,
      kind: row.kind,
      roles: row.roles,
      caseIds: row.case_ids,
      sessionId: row.id,
      authenticatedAt: row.second_factor_at ?? row.created_at,
    },
    isWhole: row.kind === "merchant" || row.second_factor_at !== null,
  };
}

/** Who asks; null for a visitor, for an ended session, and for staff who have not given their second factor. One query. */
export async function viewerOf(platform: Doorkeeper, request: Request): Promise<Viewer | null> {
  const seat = await seatOf(platform, request);
  return seat?.isWhole ? seat.viewer : null;
}

import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";

export interface SavedView {
  id: string;
  name: string;
  query: string;
}

const MOST = 20;

/** The views somebody keeps for a desk, oldest first. */
export async function viewsOf({ pool }: Pick<Platform, "pool">, userId: string, desk: string): Promise<SavedView[]> {
  const { rows } = await pool.query<SavedView>(
    "select id, name, query from saved_view where user_id = $1 and desk = $2 order by created_at, id limit $3",
    [userId, desk, MOST],
  );
  return rows;
}

/** Keeps a view under a name; the same name again means this view from now on. @returns false when there are too many */
export async function saveView(
  { pool, now }: Pick<Platform, "pool" | "now">,
  { userId, desk, name, query }: { userId: string; desk: string; name: string; query: string },
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `insert into saved_view (id, user_id, desk, name, query, created_at)
     select $1, $2, $3, $4, $5, $6 where (select count(*) from saved_view where user_id = $2 and desk = $3 and name <> $4) < $7
     on conflict (user_id, desk, name) do update set query = excluded.query`,
    [newId(), userId, desk, name, query, now(), MOST],
  );
  return rowCount === 1;
}

/** Forgets one's own view; somebody else's is left alone. */
export async function dropView({ pool }: Pick<Platform, "pool">, userId: string, id: string): Promise<void> {
  await pool.query("delete from saved_view where id = $1 and user_id = $2", [id, userId]);
}

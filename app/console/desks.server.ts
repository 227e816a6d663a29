import type { Platform } from "#app/platform/platform.ts";
import { type Desk, desks } from "#workflows/roles.ts";

/** Counting stops there: nobody needs to know whether it is 100 or 3,000, and the count stays cheap. */
export const COUNT_TO = 100;

export interface DeskCount {
  desk: Desk;
  items: number;
  late: number;
}

/** How much lies on each desk, each counted up to {@link COUNT_TO}. One query along the desks' indexes. */
export async function countDesks({ pool, now }: Pick<Platform, "pool" | "now">): Promise<DeskCount[]> {
  const { rows } = await pool.query<{ desk: Desk; items: number; late: number }>({
    name: "countDesks",
    text: `select d.desk,
       (select count(*)::int from (select 1 from desk_item i where i.desk = d.desk limit ${COUNT_TO}) as few) as items,
       (select count(*)::int from (select 1 from desk_item i where i.desk = d.desk and i.due_at < $2 limit ${COUNT_TO}) as few) as late
     from unnest($1::text[]) with ordinality as d(desk, place) order by place`,
    values: [desks, now()],
  });
  return rows;
}

/** How many pieces of work came to a desk after `since`, counted up to {@link COUNT_TO}. */
export async function newsOf({ pool }: Pick<Platform, "pool">, desk: Desk, since: Date): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    `select count(*)::int as n from (select 1 from desk_item where desk = $1 and since > $2 limit ${COUNT_TO}) as few`,
    [desk, since],
  );
  return rows[0]!.n;
}

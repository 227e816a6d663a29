import type { Pool } from "pg";

/** A job that has waited longer stands behind those that have just come. */
const FRESH_SECONDS = 10;
/** Of the queue's priorities the smaller goes first; jobs are filed with 0. */
const BEHIND = 10;
const BATCH = 10_000;

/**
 * Lets what comes in now go before what has piled up while no worker ran: a person waits for the one, and to the other some more seconds
 * after a stopped day are nothing. What is behind keeps its order and is worked off by all the places that are free.
 *
 * @returns how many jobs were put behind
 */
export async function putBacklogBehind(pool: Pool): Promise<number> {
  let moved = 0;
  for (;;) {
    const { rowCount } = await pool.query(
      `update graphile_worker._private_jobs set priority = $1 where id in (
         select id from graphile_worker._private_jobs
         where is_available and priority = 0 and run_at < now() - make_interval(secs => $2)
         order by priority, run_at limit $3 for update skip locked)`,
      [BEHIND, FRESH_SECONDS, BATCH],
    );
    moved += rowCount ?? 0;
    if ((rowCount ?? 0) < BATCH) return moved;
  }
}

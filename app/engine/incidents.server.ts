import { z } from "zod";
import type { Platform } from "#app/platform/platform.ts";

/** Work that was given up: tried as often as it may be, and now waiting for a person. */
export interface Incident {
  id: string;
  task: string;
  attempts: number;
  lastError: string;
  caseId: string | null;
  since: Date;
}

const MORE_THAN_ANYBODY_READS = 200;

/** Jobs out of retries, newest first. They stay until somebody resumes or drops them. */
export async function incidents({ pool }: Pick<Platform, "pool">): Promise<Incident[]> {
  const { rows } = await pool.query(
    `select j.id, t.identifier as task, j.attempts, j.last_error as "lastError", j.payload->>'caseId' as "caseId", j.updated_at as since
     from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where j.attempts >= j.max_attempts and j.locked_at is null order by j.updated_at desc limit ${MORE_THAN_ANYBODY_READS}`,
  );
  return rows.map((row) => ({ ...row, id: String(row.id), lastError: String(row.lastError ?? "").split("\n")[0]! }));
}

export async function countIncidents({ pool }: Pick<Platform, "pool">): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    "select count(*)::int as count from graphile_worker._private_jobs where attempts >= max_attempts and locked_at is null",
  );
  return rows[0]!.count;
}

export const IncidentId = z.string().regex(/^[0-9]{1,18}$/);

/**
 * Lets a given-up job begin anew, under its own key: what it did before is not done twice.
 *
 * @returns false when it is not there any more, or is not given up
 */
export async function resumeIncident({ pool, now }: Pick<Platform, "pool" | "now">, id: string): Promise<boolean> {
  const { rows } = await pool.query(
    `select id from graphile_worker.reschedule_jobs(
       array(select id from graphile_worker._private_jobs where id = $1::bigint and attempts >= max_attempts), run_at := $2, attempts := 0)`,
    [IncidentId.parse(id), now()],
  );
  return rows.length > 0;
}

import pg, { type Pool } from "pg";
import { inTransaction } from "#app/platform/db/transaction.server.ts";

/** A worker that takes a job has its lease by then; what is younger than this is left alone all the same. */
const YOUNG_SECONDS = 2;
/** How long the server waits for a machine that has vanished without a farewell: 15 s of silence, then three questions. */
const KEEPALIVE = "-c tcp_keepalives_idle=15 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

const about = (worker: string) => `worker/${worker}`;

/**
 * A connection whose locks say which workers live. The database gives them back by itself when the process dies, however it dies:
 * no clock is read, no heartbeat written.
 */
export interface Leases extends AsyncDisposable {
  /** Says that the workers of that pool live, as long as this process does. */
  take(worker: string): Promise<void>;
}

/** @param onLost hears that the connection broke: the workers still live, but nobody can tell; taken again by itself */
export function leasesOn(pool: Pool, onLost: (error: Error) => void): Leases {
  const held = new Set<string>();
  let current: Promise<pg.Client> | null = null;
  let isClosed = false;

  const connection = (): Promise<pg.Client> => {
    current ??= connect().catch((error: unknown) => {
      current = null;
      throw error;
    });
    return current;
  };
  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({ ...pool.options, application_name: "gangway worker", options: KEEPALIVE });
    client
      .on("error", () => {})
      .once("end", () => {
        current = null;
        if (isClosed) return;
        onLost(new Error("the connection that says this worker lives broke"));
        connection().catch(onLost);
      });
    await client.connect();
    for (const worker of held) await lock(client, worker);
    return client;
  }
  const lock = (client: pg.Client, worker: string) =>
    client.query("select pg_advisory_lock(hashtextextended($1, 0))", [about(worker)]);

  return {
    async take(worker) {
      if (held.has(worker)) return;
      held.add(worker);
      await lock(await connection(), worker);
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
      await current?.then((client) => client.end()).catch(() => {});
    },
  };
}

/**
 * Gives back the jobs of workers that died: they are there for the next one at once, not after the four hours the queue waits by itself.
 * Their attempt counts; a job that kills whoever takes it becomes an incident in the end.
 *
 * @returns the workers that were found dead
 */
export const takeOver = (pool: Pool): Promise<string[]> =>
  inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ worker: string }>(
      `with holders as (
         select distinct locked_by as worker from graphile_worker._private_jobs where locked_at < now() - make_interval(secs => $1)
         union select locked_by from graphile_worker._private_job_queues where locked_at < now() - make_interval(secs => $1)),
       dead as materialized (
         select worker from holders where worker is not null and pg_try_advisory_xact_lock(hashtextextended('worker/' || worker, 0)))
       select worker from dead, lateral graphile_worker.force_unlock_workers(array[worker])`,
      [YOUNG_SECONDS],
    );
    if (rows.length > 0) await tx.query(forgetSuperseded);
    return rows.map(({ worker }) => worker);
  });

/**
 * A job that is filed again under its key while it is under way is cut off from it and marked as tried out, for the newer one does the work.
 * Had its worker lived, it would be gone; nobody has to look at it.
 */
const forgetSuperseded = `delete from graphile_worker._private_jobs
  where key is null and attempts >= max_attempts and last_error is null and locked_at is null`;

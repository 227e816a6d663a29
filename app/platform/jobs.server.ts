import type { Tx } from "./db/db.server.ts";

export interface Job {
  task: string;
  payload: object;
  /** One job a key: filing it again replaces the one that waits. */
  key?: string;
  /** Jobs of one queue run one after another. */
  queue?: string;
  /** By the clock of whoever files it; at once when absent. */
  runAt?: Date;
  maxAttempts?: number;
}

/** Files a job in the caller's transaction: it is there when, and only when, the transaction is. */
export async function addJob(tx: Tx, { task, payload, key, queue, runAt, maxAttempts = 12 }: Job): Promise<void> {
  await tx.query(
    "select graphile_worker.add_job($1, $2::json, queue_name := $3, run_at := $4, max_attempts := $5, job_key := $6)",
    [task, JSON.stringify(payload), queue ?? null, runAt ?? null, maxAttempts, key ?? null],
  );
}

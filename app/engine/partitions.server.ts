import type { Pool } from "pg";
import { inTransaction } from "#app/platform/db/transaction.server.ts";

/** Any number that no other advisory lock has. */
const LOCK = 7_004_021;

/**
 * Makes the log's partitions a year ahead, a quarter each, where they are missing. Ahead, for a quarter that has begun may have entries
 * in the rest already, and then its own partition cannot be made any more.
 */
export const keepPartitions = (pool: Pool): Promise<void> =>
  inTransaction(pool, async (tx) => {
    // Two workers that begin at once would both find it missing.
    await tx.query("select pg_advisory_xact_lock($1)", [LOCK]);
    await tx.query("select ensure_log_partitions(current_date, (current_date + interval '1 year')::date)");
  });

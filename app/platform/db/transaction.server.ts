import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import { insideTransaction } from "../outside.server.ts";
import type { Tx } from "./db.server.ts";

// Serialization failure and deadlock: PostgreSQL's way of asking to try the whole transaction again.
const again = new Set(["40001", "40P01"]);

/**
 * Runs `work` in one transaction and commits it, or rolls back and throws what `work` threw. A deadlock or a serialization
 * failure runs `work` again, at most five times: it must do nothing outside the database, and what would is refused
 * (app/platform/outside.server.ts).
 */
export async function inTransaction<T>(pool: Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(pool, work);
    } catch (error) {
      if (attempt > 5 || !again.has((error as { code?: string }).code ?? "")) throw error;
      await sleep(Math.random() * 20 * 2 ** attempt);
    }
  }
}

async function once<T>(pool: Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("begin");
    // The commit belongs to the inside: until it is through, locks are held.
    return await insideTransaction(async () => {
      const result = await work(client);
      await client.query("commit");
      return result;
    });
  } catch (error) {
    // A connection that cannot even roll back is thrown away rather than handed to the next one.
    await client.query("rollback").catch((cause: Error) => (broken = cause));
    throw error;
  } finally {
    client.release(broken);
  }
}

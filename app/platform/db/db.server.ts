import { setTimeout as sleep } from "node:timers/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client.ts";

export { Prisma } from "./generated/client.ts";

/** Prisma's door to the database. */
export type Db = PrismaClient;

/** One open transaction (or any single connection): what a function that must not open or commit one takes. */
export interface Tx {
  query<Row extends pg.QueryResultRow = pg.QueryResultRow>(
    /** With a name, PostgreSQL parses and plans it once a connection: worth it for what runs all the time. */
    query: string | { name: string; text: string },
    params?: unknown[],
  ): Promise<{ rows: Row[]; rowCount: number | null }>;
}

export interface OpenDb extends AsyncDisposable {
  db: Db;
  pool: pg.Pool;
  close(): Promise<void>;
}

const DATE = 1082;

/**
 * One pool of connections, with Prisma over it.
 *
 * SQL on the pool itself reads `date` as `YYYY-MM-DD`, `timestamptz` as Date, `bigint` and `numeric` as text.
 *
 * @param options.max connections at most; `onError` hears of connections that broke while idle
 */
export function openDb(url: string, options: { max: number; onError?: (error: Error) => void }): OpenDb {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max,
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: "gangway",
    // Days are read and written in UTC whatever the server's own zone is.
    options: "-c TimeZone=UTC",
    types: {
      getTypeParser: (oid: number, format?: "text" | "binary") =>
        oid === DATE ? (day: string) => day : pg.types.getTypeParser(oid, format as "text"),
    },
  });
  // Without a listener a connection that breaks while idle ends the process; the pool has replaced it already.
  pool.on("error", (error) => options.onError?.(error));
  // One that breaks while it is lent out fails its query; the event comes on top of that.
  const sockets = new Set<object>();
  pool.on("connect", (client) => {
    sockets.add(client);
    client.on("error", () => {}).once("end", () => sockets.delete(client));
  });
  const db = new PrismaClient({ adapter: new PrismaPg(pool) });
  const close = async () => {
    await db.$disconnect();
    await pool.end();
    // The pool does not wait for its farewells to be sent: whoever stops the server next would break them off.
    for (let patience = 100; sockets.size > 0 && patience > 0; patience--) await sleep(20);
  };
  return { db, pool, close, [Symbol.asyncDispose]: close };
}

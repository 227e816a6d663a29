import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Pool, PoolClient } from "pg";
import { chainHeadOf, migrationsOf, sequencesOf, tablesOf } from "./tables.server.ts";

/** Rows fetched at a time: memory stays flat however long a table is. */
const PAGE = 1_000;

/** What stands in a backup, as its last line says. */
export interface BackupEnd {
  /** Rows by table. */
  tables: Record<string, number>;
  sequences: Record<string, string | null>;
  /** One hash over the heads of all chains. */
  chainHead: string;
}

/**
 * Writes the whole database into one file, as it is at one moment, while everybody goes on working.
 *
 * Lines of JSON under gzip: which migrations made the schema, then each table's name and its rows as PostgreSQL writes a row, then
 * the counts. A file without that last line is not whole. It appears under its name only when it is, and only its owner reads it:
 * secrets are sealed in it as they are in the database, names and addresses are not.
 *
 * @param path an older file of that name is replaced, once the new one is whole
 */
export async function writeBackup(pool: Pool, path: string, at: Date): Promise<BackupEnd> {
  const part = `${path}.part`;
  const client = await pool.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    const end: BackupEnd = { tables: {}, sequences: {}, chainHead: "" };
    await pipeline(
      Readable.from(linesOf(client, at, end)),
      createGzip(),
      createWriteStream(part, { mode: 0o600, flags: "wx" }),
    );
    await rename(part, path);
    return end;
  } catch (error) {
    if ((error as { code?: string }).code !== "EEXIST") await rm(part, { force: true });
    throw error;
  } finally {
    await client.query("rollback").then(
      () => client.release(),
      (error: Error) => client.release(error),
    );
  }
}

async function* linesOf(client: PoolClient, at: Date, end: BackupEnd): AsyncGenerator<string> {
  const line = (said: unknown) => `${JSON.stringify(said)}\n`;
  yield line({ format: "gangway-backup/1", at: at.toISOString(), migrations: await migrationsOf(client) });
  for (const { name } of await tablesOf(client)) {
    yield line({ table: name });
    end.tables[name] = 0;
    await client.query(`declare rows no scroll cursor for select t::text as row from ${name} t`);
    for (;;) {
      const { rows } = await client.query<{ row: string }>(`fetch ${PAGE} from rows`);
      if (rows.length === 0) break;
      end.tables[name] += rows.length;
      yield rows.map(({ row }) => line(row)).join("");
    }
    await client.query("close rows");
  }
  end.sequences = await sequencesOf(client);
  end.chainHead = await chainHeadOf(client);
  yield line({ end });
}

import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import type { Pool } from "pg";
import { z } from "zod";
import type { Tx } from "../db/db.server.ts";
import { inTransaction } from "../db/transaction.server.ts";
import { chainHeadOf, migrationsOf, type Table, tablesOf } from "./tables.server.ts";
import type { BackupEnd } from "./write.server.ts";

/** A backup that cannot be laid back; the message is one sentence for the person at the keyboard. Nothing was written. */
export class BackupRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = "BackupRefused";
  }
}

const PAGE = 1_000;

const Line = z.union([
  z.string(),
  z.object({ table: z.string() }),
  z.object({
    end: z.object({
      tables: z.record(z.string(), z.int()),
      sequences: z.record(z.string(), z.string().nullable()),
      chainHead: z.string(),
    }),
  }),
  z.object({ format: z.literal("gangway-backup/1"), at: z.string(), migrations: z.array(z.string()) }),
]);

/**
 * Lays a backup into a database that was migrated and holds nothing yet: all of it or nothing. Counts the rows afterwards and compares
 * the heads of all chains with those that were written down.
 *
 * The database's user must be allowed to switch triggers off (a superuser, or `grant set on parameter session_replication_role`): the log
 * lets nobody write into it otherwise.
 *
 * @throws BackupRefused when the database is in use, was migrated differently, or the file is not whole
 */
export const readBackup = (pool: Pool, path: string): Promise<BackupEnd> =>
  inTransaction(pool, async (tx) => {
    const tables = new Map((await tablesOf(tx)).map((table) => [table.name, table]));
    await refuseInUse(tx);
    await tx.query("set local session_replication_role = replica");
    for (const name of tables.keys()) await tx.query(`delete from ${name}`);
    const end = await loadLines(tx, path, tables);
    for (const [name, count] of Object.entries(end.tables)) {
      const { rows } = await tx.query<{ count: number }>(`select count(*)::int as count from ${name}`);
      if (rows[0]!.count !== count)
        throw new BackupRefused(`${name} has ${rows[0]!.count} rows where the backup says ${count}.`);
    }
    for (const [name, last] of Object.entries(end.sequences))
      if (last !== null) await tx.query("select setval($1::regclass, $2::bigint)", [name, last]);
    if ((await chainHeadOf(tx)) !== end.chainHead)
      throw new BackupRefused("The heads of the logs are not those that the backup wrote down.");
    return end;
  });

async function refuseInUse(tx: Tx): Promise<void> {
  const { rows } = await tx.query<{ used: boolean }>(
    `select exists (select from log_entry) or exists (select from subject) or exists (select from users) as used`,
  );
  if (rows[0]!.used)
    throw new BackupRefused(
      "This database is in use. A backup is laid into an empty one: name another DATABASE_URL or DATA_DIR.",
    );
}

async function loadLines(tx: Tx, path: string, tables: ReadonlyMap<string, Table>): Promise<BackupEnd> {
  let table: Table | null = null;
  let waiting: string[] = [];
  let end: BackupEnd | null = null;
  const flush = async () => {
    if (table && waiting.length > 0) await insert(tx, table, waiting);
    waiting = [];
  };
  for await (const said of linesIn(path)) {
    if (end) throw new BackupRefused("Something follows where the backup ends.");
    if (typeof said === "string") {
      waiting.push(said);
      if (waiting.length >= PAGE) await flush();
    } else if ("table" in said) {
      await flush();
      table = tables.get(said.table) ?? null;
      if (!table) throw new BackupRefused(`This database has no table ${said.table}.`);
    } else if ("end" in said) {
      await flush();
      end = said.end;
    } else if ((await migrationsOf(tx)).join() !== said.migrations.join()) {
      throw new BackupRefused(
        "The backup is of another version of Gangway: restore it with that version, then update.",
      );
    }
  }
  if (!end) throw new BackupRefused("The backup is not whole: its end is missing.");
  return end;
}

async function* linesIn(path: string): AsyncGenerator<z.infer<typeof Line>> {
  const text = createGunzip().setEncoding("utf8");
  // What goes wrong on the way destroys `text`, and is thrown below.
  pipeline(createReadStream(path), text, () => {});
  let rest = "";
  try {
    for await (const chunk of text) {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop()!;
      for (const line of lines) yield Line.parse(JSON.parse(line));
    }
  } catch (error) {
    throw new BackupRefused(`The backup cannot be read: ${(error as Error).message.split("\n")[0]}`);
  }
  if (rest !== "") throw new BackupRefused("The backup is not whole: its last line is cut off.");
}

const insert = (tx: Tx, { name, columns }: Table, rows: readonly string[]) =>
  tx.query(
    `insert into ${name} (${columns.join(", ")}) overriding system value
     select ${columns.map((column) => `(r.row).${column}`).join(", ")} from (select unnest($1::text[])::${name} as row) r`,
    [rows],
  );

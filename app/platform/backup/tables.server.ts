import { createHash } from "node:crypto";
import type { Tx } from "../db/db.server.ts";

/** A table as it is written down and read back. */
export interface Table {
  /** Quoted, with its schema. */
  name: string;
  /** Quoted columns that can be written; what PostgreSQL reckons itself is not among them. */
  columns: string[];
}

/** Every table of Gangway and of its job queue; a partitioned one once, by its own name. Notes of migrations are made by migrating. */
export async function tablesOf(tx: Tx): Promise<Table[]> {
  const { rows } = await tx.query<{ name: string; columns: string[] }>(
    `select format('%I.%I', n.nspname, c.relname) as name,
       (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'graphile_worker') and c.relkind in ('r', 'p') and not c.relispartition
       and (n.nspname, c.relname) not in (('public', 'schema_migration'), ('graphile_worker', 'migrations'))
     order by 1`,
  );
  return rows;
}

/** Where each counter stands; null before its first number. */
export async function sequencesOf(tx: Tx): Promise<Record<string, string | null>> {
  const { rows } = await tx.query<{ name: string; last: string | null }>(
    `select format('%I.%I', schemaname, sequencename) as name, last_value::text as last from pg_sequences
     where schemaname in ('public', 'graphile_worker') order by 1`,
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}

/** Names and checksums of the migrations that made this schema, oldest first. */
export async function migrationsOf(tx: Tx): Promise<string[]> {
  const { rows } = await tx.query<{ said: string }>(
    "select name || ' ' || checksum as said from schema_migration order by name",
  );
  return rows.map(({ said }) => said);
}

/** One hash over the heads of all chains: two databases with the same hold the same logs. */
export async function chainHeadOf(tx: Tx): Promise<string> {
  const { rows } = await tx.query<{ said: string }>(
    "select id || ' ' || version || ' ' || head as said from subject order by id",
  );
  const hash = createHash("sha256");
  for (const { said } of rows) hash.update(`${said}\n`);
  return hash.digest("hex");
}

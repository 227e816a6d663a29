import { readFileSync } from "node:fs";
import { expect, vi } from "vitest";
import { newId } from "#app/platform/ids.ts";
import { test } from "#tests/database.ts";
import { openDb } from "./db.server.ts";
import { schemaSql } from "./schema-sql.server.ts";
import { inTransaction } from "./transaction.server.ts";

const letter = () => ({
  id: newId(),
  key: newId(),
  messageId: "m",
  to: "a@b.kr",
  subject: "s",
  html: "",
  text: "",
  sentAt: new Date("2026-03-02T01:02:03.456Z"),
});

test("Prisma and SQL see the same rows, and an instant keeps its milliseconds", async ({ db, pool }) => {
  const { id, sentAt } = await db.devMail.create({ data: letter() });
  const { rows } = await pool.query("select sent_at from dev_mail where id = $1", [id]);
  expect(rows).toEqual([{ sent_at: sentAt }]);
  expect(sentAt.toISOString()).toBe("2026-03-02T01:02:03.456Z");
});

test("every test finds an empty database", async ({ db }) => {
  expect(await db.devMail.count()).toBe(0);
});

test("a day is read as it was written, wherever the server stands", async ({ pool }) => {
  const { rows } = await pool.query("select date '2026-03-01' as on, current_setting('TimeZone') as zone");
  expect(rows).toEqual([{ on: "2026-03-01", zone: "UTC" }]);
});

test("a connection that breaks while idle is replaced, not fatal", async ({ databaseUrl, pool }) => {
  const onError = vi.fn();
  await using opened = openDb(databaseUrl, { max: 1, onError });
  const { rows } = await opened.pool.query<{ pid: number }>("select pg_backend_pid() as pid");
  await pool.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
  await vi.waitFor(() => expect(onError).toHaveBeenCalled());
  expect((await opened.pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
});

test("a transaction that throws leaves nothing", async ({ db, pool }) => {
  const work = inTransaction(pool, async (tx) => {
    await tx.query("insert into dev_mail values (gen_random_uuid(), 'k', 'm', 't', 's', 'h', 't', null, now())");
    throw new Error("no");
  });
  await expect(work).rejects.toThrow("no");
  expect(await db.devMail.count()).toBe(0);
});

test("two transactions that lock each other out both get through", async ({ db, pool }) => {
  const [a, b] = [await db.devMail.create({ data: letter() }), await db.devMail.create({ data: letter() })];
  let met = 0;
  let bothHold: () => void = () => {};
  const meeting = new Promise<void>((resolve) => (bothHold = resolve));
  const swap = (first: string, second: string, name: string) =>
    inTransaction(pool, async (tx) => {
      await tx.query("update dev_mail set subject = subject || $2 where id = $1", [first, name]);
      if (++met === 2) bothHold();
      await meeting;
      await tx.query("update dev_mail set subject = subject || $2 where id = $1", [second, name]);
    });
  await Promise.all([swap(a.id, b.id, "x"), swap(b.id, a.id, "y")]);
  const { rows } = await pool.query("select subject from dev_mail");
  expect(rows.map(({ subject }) => [...subject].sort().join(""))).toEqual(["sxy", "sxy"]);
  expect(met).toBeGreaterThan(2); // one of them came again
});

test("the first migration is what the schema says: run `npm run db:freeze` after changing it", async ({
  databaseUrl,
}) => {
  const frozen = readFileSync("prisma/migrations/0001_init/migration.sql", "utf8");
  expect(frozen.endsWith(await schemaSql("prisma/schema", databaseUrl))).toBe(true);
});

import { Buffer } from "node:buffer";
import { expect } from "vitest";
import type { Platform } from "#app/platform/platform.ts";
import { testConfig } from "#tests/config.ts";
import { test } from "#tests/database.ts";
import { walk } from "#tests/walk.ts";
import { checkpointKeys } from "./checkpoint-keys.server.ts";
import { signHeads, tasks, verifyHeads } from "./heads.server.ts";

const config = testConfig();
const keys = checkpointKeys(config);
const now = () => new Date("2026-11-23T01:00:00.000Z");

test("the heads that have grown are signed, once, and hold against the log", async ({ pool }) => {
  const journey = await (await walk({ pool, now })).inquired();
  expect(await signHeads({ pool, now, config })).toBe(1);
  expect(await signHeads({ pool, now, config })).toBeNull();
  await journey.proposed();
  expect(await signHeads({ pool, now, config })).toBe(2);
  expect(await verifyHeads(pool, keys)).toEqual({ checkpoints: 2, broken: [] });
  await expect(pool.query("update log_checkpoint_head set seq = 1")).rejects.toThrow("append-only");
});

test("a log that was written anew, hashes and all, is found by what was signed of it", async ({ pool }) => {
  const journey = await (await walk({ pool, now })).inquired();
  await signHeads({ pool, now, config });
  await pool.query(
    "set session_replication_role = replica; update log_entry set hash = repeat('a', 64) where seq = 2; set session_replication_role = default",
  );
  const { broken } = await verifyHeads(pool, keys);
  expect(broken).toEqual([`${journey.caseId}: entry 2 is not the one that checkpoint 1 signed`]);
  await pool.query(
    "set session_replication_role = replica; update log_checkpoint_head set head = repeat('a', 64); set session_replication_role = default",
  );
  expect((await verifyHeads(pool, keys)).broken).toEqual(["checkpoint 1 is not what was signed"]);
});

test("each hour a checkpoint is laid beside the database, and the next is filed", async ({ pool }) => {
  await (await walk({ pool, now })).inquired();
  const kept = new Map<string, string>();
  const storage = {
    put: async (name: string, body: AsyncIterable<Buffer>) => {
      kept.set(name, Buffer.concat(await Array.fromAsync(body)).toString());
      return { bytes: 0, sha256: "" };
    },
  } as unknown as Platform["storage"];
  await tasks({ pool, now, config, storage }).signHeads!({}, {} as never);
  expect([...kept.keys()]).toEqual(["checkpoints/00000001.json"]);
  expect(JSON.parse([...kept.values()][0]!)).toMatchObject({ format: "gangway-heads/1", number: 1, keyId: keys[0].id });
  const { rows } = await pool.query("select run_at from graphile_worker.jobs where task_identifier = 'signHeads'");
  expect(rows).toEqual([{ run_at: new Date("2026-11-23T02:00:00.000Z") }]);
});

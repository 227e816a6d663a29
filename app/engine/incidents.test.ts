import { expect } from "vitest";
import { test } from "#tests/database.ts";
import { incidents, resumeIncident } from "./incidents.server.ts";

const now = () => new Date("2026-11-23T01:00:00.000Z");

test("a job out of retries is an incident until somebody resumes it, under its own key", async ({ pool }) => {
  await pool.query(
    "select graphile_worker.add_job('sendMail', '{\"caseId\":\"0199c1aa-0000-7000-8000-000000000001\"}', job_key := 'k/1', max_attempts := 2)",
  );
  expect(await incidents({ pool })).toEqual([]);
  const { rows } = await pool.query(
    "update graphile_worker._private_jobs set attempts = 2, last_error = E'no answer\\nat x' returning id",
  );
  expect(await incidents({ pool })).toMatchObject([
    { task: "sendMail", attempts: 2, lastError: "no answer", caseId: "0199c1aa-0000-7000-8000-000000000001" },
  ]);
  expect(await resumeIncident({ pool, now }, String(rows[0].id))).toBe(true);
  expect(await incidents({ pool })).toEqual([]);
  expect((await pool.query("select key, attempts from graphile_worker._private_jobs")).rows).toEqual([
    { key: "k/1", attempts: 0 },
  ]);
  expect(await resumeIncident({ pool, now }, String(rows[0].id))).toBe(false);
});

import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { Logger, run } from "graphile-worker";
import type { Pool } from "pg";
import { addEndpoint, emitWebhook, tasks } from "#app/channels/index.server.ts";
import { openSubject } from "#app/engine/index.server.ts";
import { parseConfig } from "#app/platform/config/config.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { guardedFetch } from "#app/platform/fetch/guarded.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { aesVault } from "#app/platform/vault/aes-vault.server.ts";
import type { Noted, Receivers } from "../load/receivers.ts";
import { throwawayDatabase } from "../throwaway-database.ts";

const RECEIVERS = 24;
const DEAD = 12;
/** Events a second, over all receivers alike. */
const RATE = 24;

const now = () => new Date();

/**
 * Whether receivers that swallow every request hold up those that answer: the same stream of events to 24 receivers on 24 hosts,
 * first all alive, then half of them dead; from the commit to the arrival at the living, through an ordinary worker.
 */
export async function bench({ quick }: { quick: boolean }): Promise<Record<string, unknown>> {
  const seconds = quick ? 15 : 40;
  const allAlive = await stream({ living: RECEIVERS, dead: 0 }, seconds);
  say("all alive", allAlive);
  const halfDead = await stream({ living: RECEIVERS - DEAD, dead: DEAD }, seconds);
  say(`${DEAD} of ${RECEIVERS} dead`, halfDead);
  const [livingP95Ms, livingP95MsAllAlive] = [halfDead.p95, allAlive.p95];
  const factor = livingP95Ms / livingP95MsAllAlive;
  return {
    livingP95Ms,
    livingP95MsAllAlive,
    factor: Math.round(factor * 100) / 100,
    livingP50Ms: halfDead.p50,
    livingP50MsAllAlive: allAlive.p50,
    lost: allAlive.lost + halfDead.lost,
    holds: factor <= 1.5 && allAlive.lost + halfDead.lost === 0,
  };
}

type Streamed = Awaited<ReturnType<typeof stream>>;
const say = (what: string, { p50, p95, p99, arrived, lost, attemptsAtDead }: Streamed) =>
  console.log(
    `${what}: ${arrived} arrived at the living, p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms; ${lost} lost; ${attemptsAtDead} attempts at the dead`,
  );

async function stream(receivers: Receivers, seconds: number) {
  await using database = await throwawayDatabase({ max: 10 });
  const { pool } = database;
  const thread = new Worker(new URL("../load/receivers.ts", import.meta.url), { workerData: receivers });
  const [ports] = (await once(thread, "message")) as [Record<"living" | "dead", number[]>];
  const hosts = [...ports.living, ...ports.dead].map((port) => `127.0.0.1:${port}`);
  const config = parseConfig(
    {
      DATA_DIR: "/nonexistent",
      SESSION_SECRET: "b".repeat(40),
      ENCRYPTION_KEYS: `b:${Buffer.alloc(32, 1).toString("base64")}`,
    },
    "/",
  );
  const fetch = guardedFetch({ allow: hosts });
  const log = { info() {}, warn() {}, debug() {}, error: console.error } as unknown as Platform["log"];
  const platform = { pool, now, config, vault: aesVault(config.encryptionKeys), fetch, log };
  const cases = await Promise.all(hosts.map((host) => shopAt(platform, host)));

  const runner = await run({
    pgPool: pool,
    taskList: tasks(platform),
    concurrency: config.workerConcurrency,
    pollInterval: 1_000,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
  });
  const noted = async () => {
    thread.postMessage("noted");
    return ((await once(thread, "message")) as [Noted])[0].agesMs;
  };
  const tell = async (n: number) => {
    const caseId = cases[n % cases.length]!;
    await inTransaction(pool, (tx) =>
      emitWebhook(tx, {
        caseId,
        channelId: null,
        environment: "live",
        type: "onboarding_status",
        about: "live",
        cause: `bench/${n}`,
        body: {},
        at: now(),
      }),
    );
  };
  let told = 0;
  const streaming = async (forSeconds: number) => {
    const began = performance.now();
    const upTo = told + forSeconds * RATE;
    const first = told;
    while (told < upTo) {
      await tell(told++);
      const due = began + ((told - first) * 1000) / RATE;
      await sleep(Math.max(0, due - performance.now()));
    }
    return upTo - first;
  };
  // The first seconds compile and connect; they are not counted.
  await streaming(3);
  await noted();
  const before = await arrivedAt(pool, ports.living);
  const count = await streaming(seconds);
  await sleep(3_000);
  const agesMs = (await noted()).toSorted((a, b) => a - b);
  const arrived = (await arrivedAt(pool, ports.living)) - before;
  const attempts = await pool.query<{ n: string }>(
    "select coalesce(sum(d.attempts), 0) as n from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id where e.url = any($1)",
    [ports.dead.map((port) => `http://127.0.0.1:${port}/`)],
  );
  await runner.stop();
  await thread.terminate();
  await fetch.close();
  await sleep(100);
  const at = (share: number) => agesMs[Math.floor(agesMs.length * share)] ?? Number.NaN;
  const expected = (count / cases.length) * receivers.living;
  return {
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    arrived,
    lost: Math.max(0, expected - arrived),
    attemptsAtDead: Number(attempts.rows[0]!.n),
  };
}

async function arrivedAt(pool: Pool, ports: number[]): Promise<number> {
  const { rows } = await pool.query<{ n: string }>(
    "select count(*) as n from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id where d.state = 'delivered' and e.url = any($1)",
    [ports.map((port) => `http://127.0.0.1:${port}/`)],
  );
  return Number(rows[0]!.n);
}

/** A merchant with one endpoint at that host. */
async function shopAt(platform: Pick<Platform, "pool" | "now" | "vault" | "config">, host: string): Promise<string> {
  const caseId = newId();
  await inTransaction(platform.pool, (tx) =>
    openSubject(tx, { id: caseId, kind: "onboarding", caseId, actorId: "bench", actorRole: "merchant", at: now() }),
  );
  await addEndpoint(platform, {
    id: newId(),
    caseId,
    by: "bench",
    environment: "live",
    name: host,
    url: `http://${host}/`,
    types: ["onboarding_status"],
  });
  return caseId;
}

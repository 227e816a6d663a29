import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { Logger, runOnce } from "graphile-worker";
import type { Pool } from "pg";
import { loadCatalogue } from "#app/catalogue/index.server.ts";
import { tasks as credentialTasks, makeTestCredentials } from "#app/credentials/index.server.ts";
import { dispatch, tasks as engineTasks } from "#app/engine/index.server.ts";
import { openDb } from "#app/platform/db/db.server.ts";
import { guardedFetch } from "#app/platform/fetch/guarded.server.ts";
import type { SafeFetch } from "#app/platform/fetch/safe-fetch.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { aesVault } from "#app/platform/vault/aes-vault.server.ts";
import { tasks as pspTasks } from "#app/psp/index.server.ts";
import { testConfig } from "#tests/config.ts";
import { walk, zaloPay } from "#tests/walk.ts";
import type { ChannelLine } from "#workflows/onboarding/events.ts";
import { tasks } from "../tasks.server.ts";
import { settled } from "../webhooks/deliver.server.ts";
import { ensureStandIn } from "../webhooks/endpoints.server.ts";

/** The parts that this room's functions take, over a test's database; `pass` moves the clock, which runs otherwise. */
export function partsFor(pool: Pool, options: { allow?: string[]; config?: Parameters<typeof testConfig>[0] } = {}) {
  let ahead = 0;
  const config = testConfig(options.config);
  const guarded = guardedFetch({ allow: options.allow ?? [] });
  const fetch: SafeFetch = guarded;
  const errors: unknown[] = [];
  const log = {
    info() {},
    warn() {},
    debug() {},
    error: (said: unknown) => errors.push(said),
  } as unknown as Platform["log"];
  const platform = {
    pool,
    config,
    vault: aesVault(config.encryptionKeys),
    fetch,
    log,
    now: () => new Date(Date.now() + ahead),
  };
  return {
    platform,
    errors,
    pass: (ms: number) => {
      ahead += ms;
    },
    /** Runs every job that is due by the clock of the test, as workers would, until none is. */
    async work() {
      const list = {
        ...engineTasks(platform),
        ...credentialTasks(platform),
        ...pspTasks(platform),
        ...tasks(platform),
      };
      const mine = Object.keys(list);
      for (;;) {
        await pool.query(
          `update graphile_worker._private_jobs j set run_at = now() - interval '1 second' from graphile_worker._private_tasks t
           where t.id = j.task_id and t.identifier = any($1) and t.identifier <> 'ringTimer' and j.run_at <= $2`,
          [mine, platform.now()],
        );
        await pool.query(
          "update graphile_worker._private_jobs j set run_at = now() + interval '9 years' from graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = 'ringTimer'",
        );
        await runOnce({
          pgPool: pool,
          taskList: list,
          concurrency: 4,
          logger: new Logger(() => () => {}),
          noHandleSignals: true,
        });
        await settled(platform);
        const { rows } = await pool.query(
          `select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
           where t.identifier = any($1) and t.identifier <> 'ringTimer' and j.run_at <= $2 and j.attempts < j.max_attempts limit 1`,
          [mine, platform.now()],
        );
        if (rows.length === 0) return;
      }
    },
    [Symbol.asyncDispose]: () => guarded.close(),
  };
}

export type Hall = ReturnType<typeof partsFor>;

/** A case whose one channel waits for test credentials. */
export async function channelToSetUp(hall: Hall, line: ChannelLine = zaloPay) {
  const { platform } = hall;
  await loadCatalogue(platform);
  const journey = await walk(platform);
  await journey.inquired();
  await journey.proposed([line]);
  await journey.accepted();
  const channelId = (await journey.view()).channels[0]!.id;
  return { ...hall, journey, caseId: journey.caseId, channelId, line, merchant: journey.merchant };
}

/** A channel that is being tested with keys of our sandbox. */
export async function channelUnderTest(hall: Hall, line?: ChannelLine) {
  const ready = await channelToSetUp(hall, line);
  const { platform, caseId, channelId, merchant } = ready;
  const made = makeTestCredentials(platform, { caseId, channelId, by: merchant.id });
  await dispatch(platform, {
    subject: channelId,
    event: { type: "SET_TEST_CREDENTIALS", credentialsId: made.id },
    actor: merchant,
    idempotencyKey: newId(),
    also: async (tx) => {
      await made.insert(tx);
      await ensureStandIn(platform, tx, { caseId, by: merchant.id });
    },
  });
  const channel = async () => (await ready.journey.view()).channels[0]!;
  return { ...ready, clientKey: made.clientKey, secret: made.secret, channel };
}

export interface Heard {
  headers: IncomingMessage["headers"];
  body: string;
}

/** Somebody's webhook receiver on loopback. `answer` says what it does; `null` never answers. */
export async function receiver(
  answer: (heard: Heard) => number | null | { status: number; headers?: Record<string, string>; body?: string } = () =>
    200,
) {
  const heard: Heard[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const one = { headers: request.headers, body: Buffer.concat(chunks).toString() };
      heard.push(one);
      const said = answer(one);
      if (said === null) return;
      const { status, headers = {}, body = "" } = typeof said === "number" ? { status: said } : said;
      response.writeHead(status, headers).end(body);
    });
  });
  server.on("connection", (socket: Socket) => sockets.add(socket));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    heard,
    host,
    url: `http://${host}/hook`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Another process over the same database. */
export const elsewhere = (databaseUrl: string) => openDb(databaseUrl, { max: 4 });

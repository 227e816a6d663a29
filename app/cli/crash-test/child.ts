import { setTimeout as sleep } from "node:timers/promises";
import { Logger, runOnce, type TaskList } from "graphile-worker";
import pg from "pg";
import { z } from "zod";
import { tasks as channelTasks } from "#app/channels/tasks.server.ts";
import { settled } from "#app/channels/webhooks/deliver.server.ts";
import { tasks as credentialTasks } from "#app/credentials/tasks.server.ts";
import { dispatch, tasks as engineTasks, system } from "#app/engine/index.server.ts";
import { leasesOn, takeOver } from "#app/engine/leases.server.ts";
import { leasePlugin } from "#app/engine/worker.server.ts";
import { tasks as kycTasks } from "#app/kyc/screening.server.ts";
import { tasks as mailTasks } from "#app/mail/tasks.server.ts";
import { parseConfig } from "#app/platform/config/config.server.ts";
import { openDb } from "#app/platform/db/db.server.ts";
import { guardedFetch } from "#app/platform/fetch/guarded.server.ts";
import { httpGateway } from "#app/platform/gateway/index.server.ts";
import { smtpMailer } from "#app/platform/mailer/smtp-mailer.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { httpScreener } from "#app/platform/screener/http-screener.server.ts";
import { folderStorage } from "#app/platform/storage/folder-storage.server.ts";
import { aesVault } from "#app/platform/vault/aes-vault.server.ts";
import { tasks as pspTasks } from "#app/psp/tasks.server.ts";
import { type Answer, type Order, TAKEN_OVER_AFTER_MS } from "./orders.ts";
import { Points } from "./points.ts";
import { type Parts, setTheScene, voyage } from "./voyage.ts";

// One process of Gangway: it takes a step of the voyage and does the work that follows, until it is done or dies at the point it was given.

const SiteJob = z.object({ caseId: z.uuid(), params: z.object({ checkId: z.uuid() }) });

const points = new Points();
const say = (answer: Answer) => process.send?.(answer);
const quiet = { info() {}, warn() {}, debug() {}, error() {} } as unknown as Platform["log"];

process.on("message", (order: Order) => {
  obey(order).then(say, (error: unknown) =>
    say({ said: "failed", why: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
// The harness is gone: so is this.
process.on("disconnect", () => process.exit(0));

async function obey(order: Order): Promise<Answer> {
  const { databaseUrl, world } = order;
  const config = parseConfig(
    {
      DATA_DIR: order.folder,
      SESSION_SECRET: "c".repeat(40),
      ENCRYPTION_KEYS: `c:${Buffer.alloc(32, 1).toString("base64")}`,
      SMTP_URL: world.smtpUrl,
    },
    "/",
  );
  await using open = openDb(databaseUrl, { max: 4 });
  const { pool } = open;
  let aheadMs = order.aheadMs;
  const now = () => new Date(Date.now() + aheadMs);
  const vault = aesVault(config.encryptionKeys);
  const mailer = smtpMailer({ ...config, smtpUrl: world.smtpUrl });
  const fetch = guardedFetch({ allow: [world.httpHost] });
  const base = `http://${world.httpHost}`;
  const parts: Parts = points.watched({
    config,
    log: quiet,
    now,
    pool,
    vault,
    mailer,
    fetch,
    storage: folderStorage(`${order.folder}/files`, vault),
    screener: httpScreener({ url: `${base}/match/default`, apiKey: null }),
    gateway: httpGateway({ now }, { url: base, clientKey: "house", secretKey: "s" }),
  });
  // The clock and the queue are moved by the harness, on a connection of its own.
  const harness = new pg.Client({ connectionString: databaseUrl, application_name: "gangway harness" });
  await harness.connect();
  const leases = leasesOn(pool, () => {});
  try {
    if (order.act === "setTheScene") {
      await setTheScene(parts);
      return { said: "done", points: [], state: [] };
    }
    // The shop of this run listens elsewhere than that of the run which was kept.
    await harness.query("update webhook_endpoint set url = $1, host = $2 where receiver_id is null", [
      `${base}/hook`,
      world.httpHost,
    ]);
    points.begin(order.killAt, world.ports);
    const work = () => workOff(parts, harness, leases);
    if (order.takesOver) {
      aheadMs += TAKEN_OVER_AFTER_MS;
      for (const table of ["_private_jobs", "_private_job_queues"])
        await harness.query(
          `update graphile_worker.${table} set locked_at = locked_at - make_interval(secs => $1) where locked_at is not null`,
          [TAKEN_OVER_AFTER_MS / 1000],
        );
      await rounds(pool, harness);
      await work();
    }
    if (order.presses) {
      const secret = await voyage[order.step]!.act(parts, world);
      points.pass("before the page is answered");
      say({ said: "heard", secret });
    }
    await work();
    // What the dead one had asked of the database last may have been done after its death, and after the first round: a worker's rounds
    // never end, so theirs do not end here before nothing is held.
    if (order.takesOver) while (await rounds(pool, harness)) await work();
    const passed = points.end();
    return { said: "done", points: passed, state: await stateOf(harness) };
  } finally {
    points.end();
    mailer.close();
    await fetch.close();
    await leases[Symbol.asyncDispose]();
    await harness.end();
  }
}

/**
 * A worker's rounds, until nothing is held by the dead: on a busy machine the database takes a moment to notice that a connection is gone.
 *
 * @returns whether something was held, and is not any more
 */
async function rounds(pool: Parts["pool"], harness: pg.Client): Promise<boolean> {
  let isFreed = false;
  for (let patience = 1_200; patience > 0; patience--) {
    isFreed = (await takeOver(pool)).length > 0 || isFreed;
    const { rowCount } = await harness.query(
      "select from graphile_worker._private_jobs where locked_at is not null limit 1",
    );
    if (!rowCount) return isFreed;
    await sleep(50);
  }
  return isFreed;
}

/** Does every job whose time has come by the voyage's clock, one after another, as a worker would, until none is left. */
async function workOff(parts: Parts, harness: pg.Client, leases: ReturnType<typeof leasesOn>): Promise<void> {
  const taskList = tasksOf(parts);
  for (;;) {
    const { rowCount } = await harness.query(
      "update graphile_worker._private_jobs set run_at = now() - interval '1 second' where run_at <= $1 and attempts < max_attempts and locked_at is null",
      [parts.now()],
    );
    if (!rowCount) return;
    await runOnce({
      pgPool: parts.pool,
      taskList,
      concurrency: 1,
      noHandleSignals: true,
      logger: new Logger(() => () => {}),
      preset: { plugins: [leasePlugin(leases)] },
    });
    await settled(parts);
  }
}

/** Every task of the house that this voyage needs. Only the browser's visit to the shop is stood in for: it finds all in order. */
function tasksOf(parts: Parts): TaskList {
  return {
    ...engineTasks(parts),
    ...mailTasks(parts),
    ...kycTasks(parts),
    ...channelTasks(parts),
    ...credentialTasks(parts),
    ...pspTasks(parts),
    async startSiteCheck(payload, { job }) {
      const { caseId, params } = SiteJob.parse(payload);
      const verdicts = {
        products: "fulfilled",
        shippingPolicy: "fulfilled",
        refundPolicy: "fulfilled",
        checkout: "fulfilled",
      } as const;
      await dispatch(parts, {
        subject: caseId,
        event: { type: "RECORD_SITE_CHECK", checkId: params.checkId, verdicts },
        actor: system,
        idempotencyKey: job.key ?? job.id,
      });
    },
  };
}

/** What the next step builds on, without ids and times. */
async function stateOf(harness: pg.Client): Promise<string[]> {
  const { rows } = await harness.query<{ line: string }>(
    `select 'log ' || s.kind || ' ' || (l.event->>'type') || ' ' || l.actor_role as line from log_entry l join subject s on s.id = l.subject_id
     union all select 'subject ' || kind || ' ' || array_to_string(states, ' ') || ' ' || status from subject
     union all select 'letter ' || letter || ' ' || to_address || ' ' || state from mail_outbox
     union all select 'webhook ' || e.type || ' ' || e.about || ' ' || d.state from webhook_delivery d join webhook_event e on e.id = d.event_id
     union all select 'key ' || (confirmed_at is not null) || ' ' || (fetched_at is not null) || ' ' || (revoked_at is not null) from integration_key
     union all select 'test credentials ' || (retired_at is not null) from test_credentials
     union all select 'endpoint ' || environment from webhook_endpoint where removed_at is null
     union all select 'screening ' || state from kyc_screening
     union all select 'people ' || item from kyc_revision
     union all select 'payment ' || state from live_check
     union all select 'job ' || t.identifier || ' ' || coalesce(j.last_error, case when j.locked_at is not null then 'held' else '' end) from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier not in ('recordTests', 'forgetSecret')`,
  );
  return rows.map(({ line }) => line).sort();
}

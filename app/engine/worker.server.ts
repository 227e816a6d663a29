import { Logger, type LogLevel, run, type TaskList } from "graphile-worker";
import type { Platform } from "#app/platform/platform.ts";
import { putBacklogBehind } from "./backlog.server.ts";
import { type Leases, leasesOn, takeOver } from "./leases.server.ts";
import { keepPartitions } from "./partitions.server.ts";

/** New jobs are announced by the database; this is how late a timer may ring. */
const POLL_MS = 1_000;
/** How soon after a worker's death its jobs are somebody else's. */
const ROUND_MS = 3_000;
/** Rounds between two looks at what is needed once a day. */
const DAILY = 86_400_000 / ROUND_MS;

export interface Worker {
  /** Takes no more jobs and waits for those under way. */
  stop(): Promise<void>;
}

/**
 * Begins to take jobs. Several processes may, on one database: each says by a lease that it lives, and takes over what a dead one held.
 *
 * @param taskList by effect name; see app/worker.server.ts
 */
export async function startWorker(
  { pool, log, config }: Pick<Platform, "pool" | "log"> & { config: Pick<Platform["config"], "workerConcurrency"> },
  taskList: TaskList,
): Promise<Worker> {
  const leases = leasesOn(pool, (err) => log.warn({ err }, "this worker's lease broke; it is taken anew"));
  let rounds = 0;
  const round = async () => {
    // A log without its newest partition still takes entries: no reason to leave work lying.
    if (rounds++ % DAILY === 0)
      await keepPartitions(pool).catch((err: unknown) => log.warn({ err }, "the log's next partitions were not made"));
    const dead = await takeOver(pool);
    if (dead.length > 0) log.warn({ dead }, "jobs of workers that died were given back");
    const behind = await putBacklogBehind(pool);
    if (behind > 0) log.info({ behind }, "jobs that had piled up were put behind those that come in");
  };
  await round();
  const runner = await run({
    pgPool: pool,
    taskList,
    concurrency: config.workerConcurrency,
    noHandleSignals: true,
    logger: new Logger(() => (level, message, meta) => log[levels[level]]({ worker: meta }, message)),
    preset: {
      worker: { pollInterval: POLL_MS },
      plugins: [leasePlugin(leases)],
    },
  });
  // Resolves when the worker ends; an end that nobody asked for must not pass unseen.
  runner.promise.catch((err) => log.error({ err }, "the worker ended"));

  let going: Promise<void> = Promise.resolve();
  const pace = setInterval(() => {
    going = going.then(round).catch((err: unknown) => log.warn({ err }, "a round over the queue failed"));
  }, ROUND_MS);
  return {
    async stop() {
      clearInterval(pace);
      await runner.stop();
      await going;
      await leases[Symbol.asyncDispose]();
    },
  };
}

/** A worker says that it lives before it takes its first job. */
export const leasePlugin = (leases: Leases): GraphileConfig.Plugin => ({
  name: "LeasePlugin",
  version: "1.0.0",
  worker: { hooks: { startWorker: (_context, { worker }) => leases.take(worker.workerPool.id) } },
});

const levels: Record<LogLevel, "error" | "warn" | "info" | "debug"> = {
  error: "error",
  warning: "warn",
  info: "debug",
  debug: "debug",
} as const satisfies Record<`${LogLevel}`, string>;

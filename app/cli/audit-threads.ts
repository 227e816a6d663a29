import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import pg from "pg";
import { type Chunk, chunksOf, type Verdict, verifyAll, verifyChunk } from "#app/engine/verify.server.ts";

/** What was looked at, and what is wrong. */
export interface Audit {
  subjects: number;
  entries: number;
  broken: Verdict[];
}

/** Below this a log is read before a thread is awake. */
const FEW = 20_000;

/** Verifies the whole log, on every processor where it is long. */
export async function verifiedBy(pool: pg.Pool, url: string): Promise<Audit> {
  const { rows } = await pool.query<{ few: boolean }>(
    "select count(*) < $1 as few from (select from log_entry limit $1) beginning",
    [FEW],
  );
  if (rows[0]!.few) return summed(verifyAll(pool));
  const waiting = await chunksOf(pool);
  const audits = await Promise.all(
    Array.from({ length: Math.min(waiting.length, availableParallelism()) }, () => worked(url, waiting)),
  );
  return {
    subjects: audits.reduce((sum, { subjects }) => sum + subjects, 0),
    entries: audits.reduce((sum, { entries }) => sum + entries, 0),
    broken: audits.flatMap(({ broken }) => broken),
  };
}

async function summed(verdicts: AsyncIterable<Verdict>): Promise<Audit> {
  const audit: Audit = { subjects: 0, entries: 0, broken: [] };
  for await (const verdict of verdicts) {
    audit.subjects++;
    audit.entries += verdict.entries;
    if (verdict.mismatch !== null) audit.broken.push(verdict);
  }
  return audit;
}

/** One thread, which takes pieces until none is left. */
function worked(url: string, waiting: Chunk[]): Promise<Audit> {
  const worker = new Worker(fileURLToPath(import.meta.url), {
    workerData: { url },
    // Node reads these files by itself; tsx, with which a command runs, would be loaded once a thread.
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: 128 },
  });
  const audit: Audit = { subjects: 0, entries: 0, broken: [] };
  return new Promise((resolve, reject) => {
    worker.on("error", reject);
    worker.on("exit", (code) => (code === 0 ? resolve(audit) : reject(new Error(`a thread ended with ${code}`))));
    worker.on("message", (part: Audit | null) => {
      audit.subjects += part?.subjects ?? 0;
      audit.entries += part?.entries ?? 0;
      audit.broken.push(...(part?.broken ?? []));
      // Two pieces at a time: one is read while the other is folded.
      worker.postMessage(waiting.shift() ?? null);
    });
  });
}

if (!isMainThread && workerData?.url) {
  const pool = new pg.Pool({ connectionString: workerData.url, max: 4, options: "-c TimeZone=UTC" });
  let open = 2;
  parentPort!.on("message", async (chunk: Chunk | null) => {
    if (chunk) return parentPort!.postMessage(await summed(verifyChunk(pool, chunk)));
    open--;
    if (open > 0) return;
    await pool.end();
    parentPort!.close();
  });
  for (let n = 0; n < open; n++) parentPort!.postMessage(null);
}

import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { Worker } from "node:worker_threads";
import type { Pool } from "pg";
import { verifyKey } from "#app/credentials/index.server.ts";
import { openSubject } from "#app/engine/index.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { newId } from "#app/platform/ids.ts";
import { digestOf, newKey } from "#app/platform/keys/key-text.ts";
import type { Load, Loaded } from "../load/requests.ts";
import { throwawayDatabase } from "../throwaway-database.ts";

const KEYS = 1_000;
/** As many callers as the promises of the house are made for. */
const CONNECTIONS = 16;
const now = () => new Date();

/**
 * What it costs a server to know whose key a request carries: the same server answers the same requests with and without looking the
 * key up, turn and turn about; a thousand keys in use, one request in twenty with a wrong one.
 */
export async function bench({ quick }: { quick: boolean }): Promise<Record<string, unknown>> {
  await using database = await throwawayDatabase({ max: 8 });
  const { pool } = database;
  const keys = await issueKeys(pool);
  const requests = Array.from({ length: 4_000 }, (_, n) =>
    requestWith(n % 20 === 0 ? newKey("live").text : keys[(n * 7) % KEYS]!),
  );

  const parts = { pool, now };
  const bare = await serving((request, response) => answer(response, request.headers.authorization ? 200 : 401));
  const verifying = await serving((request, response) => {
    verifyKey(parts, request.headers.authorization?.slice(7) ?? "").then(
      (key) => answer(response, key ? 200 : 401),
      () => answer(response, 500),
    );
  });
  const seconds = quick ? 1 : 2;
  const rounds: Record<"bare" | "verify", Awaited<ReturnType<typeof ask>>>[] = [];
  await ask({ port: verifying.port, connections: CONNECTIONS, seconds: 1, requests });
  for (let round = 0; round < 10; round++) {
    const one = {
      bare: await ask({ port: bare.port, connections: CONNECTIONS, seconds, requests }),
      verify: await ask({ port: verifying.port, connections: CONNECTIONS, seconds, requests }),
    };
    rounds.push(one);
    console.log(
      `bare ${one.bare.perSecond.toFixed(0)}/s (p99 ${one.bare.p99Ms.toFixed(1)} ms), verified ${one.verify.perSecond.toFixed(0)}/s (p50 ${one.verify.p50Ms.toFixed(1)} ms, p99 ${one.verify.p99Ms.toFixed(1)} ms), answers ${JSON.stringify(one.verify.statuses)}`,
    );
  }
  const revokedWithinMs = await revocation(pool, keys[0]!, parts);
  console.log(`a revoked key was refused after ${revokedWithinMs.toFixed(0)} ms`);
  await Promise.all([bare.close(), verifying.close()]);

  // Rounds alternate, and each side's best counts: what else the machine does meanwhile only ever makes a round slower.
  const bareRps = Math.max(...rounds.map(({ bare: { perSecond } }) => perSecond));
  const verifyRps = Math.max(...rounds.map(({ verify: { perSecond } }) => perSecond));
  const middle = (figures: number[]) => figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)]!;
  const cpu = (side: "bare" | "verify") => middle(rounds.map((round) => round[side].cpuUs));
  console.log(`processor time a request: bare ${cpu("bare").toFixed(1)} µs, verified ${cpu("verify").toFixed(1)} µs`);
  const wrong = rounds.reduce((sum, { verify }) => sum + (verify.statuses["401"] ?? 0), 0);
  const right = rounds.reduce((sum, { verify }) => sum + (verify.statuses["200"] ?? 0), 0);
  const wrongShare = wrong / (wrong + right);
  const p99Ms = middle(rounds.map(({ verify }) => verify.p99Ms));
  const ratio = verifyRps / bareRps;
  return {
    bareRps: Math.round(bareRps),
    verifyRps: Math.round(verifyRps),
    ratio: round2(ratio),
    cpuRatio: round2(cpu("bare") / cpu("verify")),
    p99Ms: round2(p99Ms),
    bareP99Ms: round2(middle(rounds.map(({ bare: { p99Ms: p99 } }) => p99))),
    worstP99Ms: round2(Math.max(...rounds.map(({ verify }) => verify.p99Ms))),
    keys: KEYS,
    wrongShare: round2(wrongShare),
    revokedWithinMs: Math.round(revokedWithinMs),
    holds: ratio >= 0.7 && p99Ms < 20 && revokedWithinMs < 5_000 && Math.abs(wrongShare - 0.05) < 0.01,
  };
}

const round2 = (n: number) => Math.round(n * 100) / 100;
const requestWith = (key: string) => `GET /v1/channel HTTP/1.1\r\nHost: api\r\nAuthorization: Bearer ${key}\r\n\r\n`;
const body = JSON.stringify({ ok: true });
const answer = (response: Parameters<RequestListener>[1], status: number) =>
  response.writeHead(status, { "content-type": "application/json", "content-length": body.length }).end(body);

async function serving(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const close = () =>
    new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    });
  return { port: (server.address() as AddressInfo).port, close };
}

/** One round, with the processor time that this thread, the server, spent on each request (microseconds). */
async function ask(load: Load): Promise<Loaded & { cpuUs: number }> {
  const before = process.threadCpuUsage();
  const loaded = await new Promise<Loaded>((done, failed) => {
    const worker = new Worker(new URL("../load/requests.ts", import.meta.url), { workerData: load });
    worker.once("message", done);
    worker.once("error", failed);
  });
  const { user, system } = process.threadCpuUsage(before);
  return { ...loaded, cpuUs: (user + system) / (loaded.perSecond * load.seconds) };
}

async function issueKeys(pool: Pool): Promise<string[]> {
  const caseId = newId();
  await inTransaction(pool, (tx) =>
    openSubject(tx, { id: caseId, kind: "onboarding", caseId, actorId: "bench", actorRole: "merchant", at: now() }),
  );
  const keys = Array.from({ length: KEYS }, () => newKey("live"));
  await pool.query(
    `insert into integration_key (id, case_id, channel_id, client_key, sha256, tail, scopes, proposed_by, proposed_at, born_at_seq, confirmed_by, confirmed_at)
     select id, $1, $1, client_key, sha256, 'xyz', '{payments.read}', 'kim', now(), 1, 'lee', now() from unnest($2::uuid[], $3::text[], $4::text[]) k(id, client_key, sha256)`,
    [caseId, keys.map(newId), keys.map(({ clientKey }) => clientKey), keys.map(({ text }) => digestOf(text))],
  );
  return keys.map(({ text }) => text);
}

/** How long a key that is in use outlives its revocation, in milliseconds. */
async function revocation(pool: Pool, key: string, parts: { pool: Pool; now: () => Date }): Promise<number> {
  await verifyKey(parts, key);
  await pool.query("update integration_key set revoked_at = now() where client_key = $1", [key.slice(8, 24)]);
  const began = performance.now();
  while (await verifyKey(parts, key)) await new Promise((done) => setTimeout(done, 10));
  return performance.now() - began;
}

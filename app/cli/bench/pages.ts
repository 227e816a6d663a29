import { Agent, get } from "node:http";
import { gzipSync } from "node:zlib";
import type { Pool } from "pg";
import { writeCard } from "#app/cases/index.server.ts";
import { shopkeeper } from "#app/demo/merchants.ts";
import { ownServer } from "#app/demo/own-server.ts";
import { Visitor } from "#app/demo/visitor.ts";
import { Voyage } from "#app/demo/voyage.ts";
import { type Actor, dispatch, openSubject } from "#app/engine/index.server.ts";
import { openDatabase } from "#app/platform/db/database.server.ts";
import { openDb } from "#app/platform/db/db.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { BenchOptions } from "../bench.ts";

const IN_FLIGHT = 20;
const AIM_P95_MS = 60;
const AIM_JS_KB = 120;

interface Timed {
  path: string;
  p50Ms: number;
  p95Ms: number;
}

/**
 * A whole Gangway with thousands of cases, and the time its pages take: from the last byte of the question to the last byte of the answer,
 * on loopback, with twenty in flight. The six that take longest one at a time are the heaviest. Then the JavaScript that the first visit of
 * the inquiry loads: every script its page names, and what those import without being asked, each packed by itself.
 */
export async function bench({ quick }: BenchOptions) {
  await using server = await ownServer();
  const voyage = new Voyage(server.url, shopkeeper({ email: "bench@baramgyeol.example", shopUrl: server.shopUrl }));
  for (const { act } of voyage.everything()) await act();
  const count = quick ? 1_000 : 4_000;
  const began = performance.now();
  await fill(server.dataDir, count);
  console.log(
    `${count} cases through the engine in ${((performance.now() - began) / 1000).toFixed(1)} s, and one live.`,
  );

  const [staff, merchant] = [(await voyage.desk.of("reviewer")).cookieHeader, voyage.visitor.cookieHeader];
  const nobody = new Visitor(server.url).cookieHeader;
  const pages: [path: string, cookie: string][] = [
    ["/console/desk/advisor", staff],
    ["/console/search?q=bench", staff],
    ["/console/mails", staff],
    [`/console/cases/${voyage.caseId}`, staff],
    [`/console/cases/${voyage.caseId}/timeline`, staff],
    [`/console/cases/${voyage.caseId}/documents`, staff],
    [`/console/cases/${voyage.caseId}/site`, staff],
    [`/cases/${voyage.caseId}`, merchant],
    [`/cases/${voyage.caseId}/documents`, merchant],
    [`/cases/${voyage.caseId}/proposal`, merchant],
    ["/inquiry", nobody],
    ["/", nobody],
  ];
  const alone: (Timed & { cookie: string })[] = [];
  for (const [path, cookie] of pages) {
    await times(server.url, path, cookie, { inFlight: 1, requests: 10 });
    alone.push({ ...(await times(server.url, path, cookie, { inFlight: 1, requests: 30 })), cookie });
  }
  const heaviest = alone.sort((a, b) => b.p50Ms - a.p50Ms).slice(0, 6);
  const measured: Timed[] = [];
  for (const { path, cookie, p50Ms } of heaviest) {
    const found = await times(server.url, path, cookie, { inFlight: IN_FLIGHT, requests: quick ? 200 : 1_000 });
    console.log(
      `${found.path.padEnd(70)} alone p50 ${p50Ms} ms; ${IN_FLIGHT} in flight p50 ${found.p50Ms} ms, p95 ${found.p95Ms} ms`,
    );
    measured.push({ ...found, path: path.replace(voyage.caseId, ":caseId") });
  }
  const inquiryJsGzipKB = await scriptsOf(server.url, "/inquiry");
  const holds = measured.every(({ p95Ms }) => p95Ms < AIM_P95_MS) && inquiryJsGzipKB <= AIM_JS_KB;
  return { cases: count + 1, inFlight: IN_FLIGHT, pages: measured, inquiryJsGzipKB, holds };
}

/** Cases through the engine, as inquiries that wait for an advisor or have one. */
async function fill(dataDir: string, count: number): Promise<void> {
  await using database = await openDatabase({ databaseUrl: null, dataDir, mode: "development" }, process.cwd());
  await using open = openDb(database.url, { max: 8 });
  const names = ["온누리", "달빛", "바람결", "새벽별", "Harbour", "Northwind", "Daon", "Maru"];
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < count; at = next++) {
      await oneCase(open.pool, `${names[at % names.length]} bench ${at}`, at % 3 === 0);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  await open.pool.query("analyze");
}

async function oneCase(pool: Pool, merchantName: string, isTaken: boolean): Promise<void> {
  const now = () => new Date();
  const caseId = newId();
  const merchant: Actor = { id: newId(), roles: ["merchant"], via: "session", caseIds: [caseId] };
  await inTransaction(pool, async (tx) => {
    await openSubject(tx, {
      id: caseId,
      kind: "onboarding",
      caseId,
      actorId: merchant.id,
      actorRole: "merchant",
      at: now(),
    });
    const contact = { contactName: "Bench", contactEmail: "bench@bench.example", lang: "ko" as const };
    await writeCard(
      tx,
      {
        caseId,
        merchantName,
        ...contact,
        countries: ["VN", "ID"],
        website: "https://bench.example",
        volumeBand: "100k",
      },
      now(),
    );
  });
  const parts = { pool, now };
  const inquiry = { type: "SUBMIT_INQUIRY" as const, inquiryId: newId() };
  await dispatch(parts, { subject: caseId, event: inquiry, actor: merchant, idempotencyKey: null });
  if (!isTaken) return;
  const advisor: Actor = { id: newId(), roles: ["advisor"], via: "session" };
  await dispatch(parts, { subject: caseId, event: { type: "TAKE_CASE" }, actor: advisor, idempotencyKey: null });
}

async function times(
  base: string,
  path: string,
  cookie: string,
  { inFlight, requests }: { inFlight: number; requests: number },
): Promise<Timed> {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  const taken: number[] = [];
  let left = requests;
  const ask = () =>
    new Promise<void>((done, failed) => {
      const began = performance.now();
      get(new URL(path, base), { agent, headers: { Cookie: cookie, Accept: "text/html" } }, (answer) => {
        if (answer.statusCode !== 200) failed(new Error(`${path} answered ${answer.statusCode}`));
        answer.on("end", () => {
          taken.push(performance.now() - began);
          done();
        });
        answer.resume();
      }).on("error", failed);
    });
  const asker = async () => {
    while (left-- > 0) await ask();
  };
  await Promise.all(Array.from({ length: inFlight }, asker));
  agent.destroy();
  const sorted = taken.sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)]! * 10) / 10;
  return { path, p50Ms: at(0.5), p95Ms: at(0.95) };
}

/**
 * What a browser asks for at the first visit: what the page says is wanted soon, and what its script imports. (The page also names
 * scripts of pages that a click may lead to; nobody fetches those before the click.)
 *
 * @returns kilobytes (1000 bytes) of gzip, level 9, over all scripts that the page loads before anybody does anything
 */
async function scriptsOf(base: string, path: string): Promise<number> {
  const html = await (await fetch(new URL(path, base))).text();
  const named = html.matchAll(
    /<link rel="modulepreload"[^>]*?href="([^"]+\.js)"|\bimport\b[^;"]*"(\/assets\/[^"]+\.js)"/g,
  );
  const found = new Set([...named].map(([, wanted, imported]) => (wanted ?? imported)!));
  if (found.size === 0) throw new Error(`${path} names no script`);
  let bytes = 0;
  for (const script of found) {
    const text = await (await fetch(new URL(script, base))).text();
    // Static imports only: what is imported later, by a call, is not part of the first load.
    for (const [, name] of text.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([\w.-]+\.js)"/g)) found.add(`/assets/${name}`);
    bytes += gzipSync(text, { level: 9 }).length;
  }
  console.log(`${found.size} scripts of ${path}, ${(bytes / 1000).toFixed(1)} kB packed`);
  return Math.round(bytes / 100) / 10;
}

import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { browserPool } from "#app/platform/browser/pool.server.ts";
import { guardedFetch } from "#app/platform/fetch/guarded.server.ts";
import type { Storage } from "#app/platform/storage/storage.ts";
import { loadArchive } from "./archive/stored.server.ts";
import { demoCompany, demoShop } from "./demo-shop/index.server.ts";
import { judge } from "./judge/judge.ts";
import { runSiteCheck, type SiteProgress } from "./run.server.ts";

const goodServer = express()
  .use(demoShop({ variant: "good" }))
  .listen(0, "127.0.0.1");
const bareServer = express()
  .use(demoShop({ variant: "bare" }))
  .listen(0, "127.0.0.1");
const hostOf = (of: typeof goodServer) => `127.0.0.1:${(of.address() as AddressInfo).port}`;

const files = new Map<string, Buffer>();
const storage: Storage = {
  async put(name, body) {
    const bytes = await buffer(body);
    files.set(name, bytes);
    return { bytes: bytes.length, sha256: "" };
  },
  get: async (name) => (files.has(name) ? Readable.from([files.get(name)!]) : null),
  remove: async (name) => void files.delete(name),
};
const now = () => new Date("2026-05-03T09:00:00Z");
let parts: Parameters<typeof runSiteCheck>[0];
beforeAll(() => {
  const allow = [hostOf(goodServer), hostOf(bareServer)];
  parts = { fetch: guardedFetch({ allow }), browsers: browserPool({ allow }), storage, now };
});
afterAll(async () => {
  await parts.browsers.close();
  for (const one of [goodServer, bareServer]) one.close();
});

test("our own shop meets the four conditions, with pictures, and its company is the one on record", async () => {
  const seen: SiteProgress[] = [];
  const report = await runSiteCheck(parts, {
    origin: `http://${hostOf(goodServer)}/`,
    goods: "physical",
    archiveName: "checks/1",
    expected: { ...demoCompany, otherNames: [demoCompany.englishName] },
    onProgress: (progress) => seen.push(progress),
  });
  for (const result of Object.values(report.requirements)) {
    expect(result).toMatchObject({ verdict: "fulfilled", fix: null });
    expect(result.evidence[0]!.quote).not.toBe("");
    expect(files.get(result.evidence[0]!.shot!)!.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  }
  expect(report.products.length).toBeGreaterThanOrEqual(5);
  expect(
    report.comparison.filter(({ where }) => where === "site").map(({ field, outcome }) => [field, outcome]),
  ).toEqual([
    ["companyName", "same"],
    ["representative", "same"],
    ["bizRegNo", "same"],
    ["address", "same"],
    ["phone", "same"],
    ["mailOrderNo", "same"],
  ]);
  expect(report.comparison.some(({ where, outcome }) => where === "checkout" && outcome === "same")).toBe(true);
  expect(seen.at(-1)?.phase).toBe("done");
  expect(seen.some(({ phase, met }) => phase === "visiting" && met.length > 0)).toBe(true);

  const archive = (await loadArchive(storage, report.archiveName!))!;
  // Judged again on any later day, the archive gives what both sides were shown, to the byte; only the pictures are no part of it.
  const { startedAt: _s, finishedAt: _f, comparison: _c, archiveName: _a, ...shown } = report;
  const withoutShots = JSON.stringify(shown, (key, value) => (key === "shot" ? null : value));
  expect(JSON.stringify(inOrderOf(shown, judge(archive, "physical")))).toBe(withoutShots);
  expect(JSON.stringify(inOrderOf(shown, judge(structuredClone(archive), "physical")))).toBe(withoutShots);
}, 60_000);

/** The schema puts keys in its own order; what stands under them has to be the same. */
function inOrderOf(model: unknown, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one, at) => inOrderOf((model as unknown[])[at], one));
  if (value === null || typeof value !== "object") return value;
  const known = value as Record<string, unknown>;
  const keys = [...new Set([...Object.keys((model ?? {}) as object), ...Object.keys(known)])];
  return Object.fromEntries(keys.map((key) => [key, inOrderOf((model as Record<string, unknown>)?.[key], known[key])]));
}

test("a shop on its first day meets none, and is told what to do", async () => {
  const report = await runSiteCheck(parts, {
    origin: `http://${hostOf(bareServer)}/`,
    goods: "physical",
    archiveName: "checks/2",
    useBrowser: false,
  });
  expect(
    Object.fromEntries(
      Object.entries(report.requirements).map(([name, { verdict, reason }]) => [name, [verdict, reason]]),
    ),
  ).toEqual({
    products: ["not", "testProducts"],
    shippingPolicy: ["not", "policyPlaceholder"],
    refundPolicy: ["not", "policyPlaceholder"],
    checkout: ["not", "noWayToBuy"],
  });
  expect(report.business).toMatchObject({ companyName: null, representative: null, bizRegNo: null, phone: null });
});

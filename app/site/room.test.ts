import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { newId } from "#app/platform/ids.ts";
import { test } from "#tests/database.ts";
import { people } from "#tests/walk.ts";
import { accessOf, giveAccess, revealAccess } from "./access.server.ts";
import { readFolder } from "./archive/folder.server.ts";
import { checksOf, TooOften } from "./checks.server.ts";
import { judge } from "./judge/judge.ts";
import { exportOverrules } from "./overrule-export.server.ts";
import { overrules, ruleOnSite, rulingsOf } from "./rulings.server.ts";
import { shotResponse } from "./shot.server.ts";
import { siteCase, urlOf } from "./testing/site-case.ts";

test("a check is asked for, carried out and recorded once, however often its job runs", async ({ pool }) => {
  await using site = await siteCase(pool);
  const key = newId();
  expect((await site.ask(urlOf("good"), key)).refused).toBeNull();
  await site.ask(urlOf("good"), key);
  expect(await checksOf(site.parts, site.caseId)).toMatchObject([{ state: "waiting", cause: "merchant" }]);
  await site.work(3);
  const view = await site.view();
  expect(view.context.site.verdicts).toEqual({
    products: "fulfilled",
    shippingPolicy: "fulfilled",
    refundPolicy: "fulfilled",
    checkout: "unsure",
  });
  expect(view.states).toContain("application.site.checked");
  const [check] = await checksOf(site.parts, site.caseId);
  expect(check).toMatchObject({ state: "done", progress: { phase: "done" }, report: { version: 1 } });
  const { rows } = await pool.query("select event->>'type' as type from log_entry where subject_id = $1 order by seq", [
    site.caseId,
  ]);
  expect(rows.map(({ type }) => type).slice(-2)).toEqual(["START_SITE_CHECK", "RECORD_SITE_CHECK"]);
});

test("a shop that cannot be reached leaves no verdict, and the reason is kept", async ({ pool }) => {
  await using site = await siteCase(pool);
  await site.ask("https://10.0.0.7/");
  await site.work();
  const view = await site.view();
  expect(view.context.site).toMatchObject({ failure: "privateAddress", verdicts: {} });
  expect(view.states).toContain("application.site.unchecked");
  expect(await checksOf(site.parts, site.caseId)).toMatchObject([
    { state: "failed", failure: "privateAddress", report: null },
  ]);
});

test("the seventh check within an hour is refused and writes nothing; an hour later it is taken", async ({ pool }) => {
  await using site = await siteCase(pool);
  for (let i = 0; i < 6; i++) {
    await site.ask("https://10.0.0.7/");
    await site.work();
    site.later(60_000);
  }
  await expect(site.ask(urlOf("good"))).rejects.toBeInstanceOf(TooOften);
  expect(await checksOf(site.parts, site.caseId)).toHaveLength(6);
  expect((await site.view()).states).toContain("application.site.unchecked");
  site.later(3_600_000);
  expect((await site.ask(urlOf("good"))).refused).toBeNull();
});

test("a reviewer's word counts over the check's, is kept with its reason, and becomes a test case", async ({
  pool,
}) => {
  await using site = await siteCase(pool);
  await site.ask(urlOf("good"));
  await site.work();
  await site.send(site.merchant, { type: "SUBMIT_SITE" });
  const event = {
    type: "RULE_ON_SITE",
    requirement: "checkout",
    verdict: "fulfilled",
    reason: "The payment window opens.",
  } as const;
  const ruled = { view: await site.view(), actor: people.reviewer, key: newId(), event };
  expect((await ruleOnSite(site.parts, ruled)).refused).toBeNull();
  await ruleOnSite(site.parts, ruled);
  await site.send(people.reviewer, { type: "CONFIRM_SITE" });
  expect((await site.view()).context.site.passed).toBe(true);
  const { checkId } = (await site.view()).context.site;
  expect(await rulingsOf(site.parts, site.caseId, checkId)).toMatchObject([
    { requirement: "checkout", before: "unsure", verdict: "fulfilled" },
  ]);
  const [kept] = await overrules(site.parts);
  expect(kept).toMatchObject({
    requirement: "checkout",
    reason: event.reason,
    archiveName: `site/${site.caseId}/${checkId}/archive.json.gz`,
  });
  expect(await site.parts.storage.get(kept!.archiveName!)).not.toBeNull();
  await expect(pool.query("update site_ruling set verdict = 'not'")).rejects.toThrow();

  const folder = await mkdtemp(join(tmpdir(), "gangway-overruled-"));
  expect(await exportOverrules(site.parts, folder)).toEqual({ written: 1, withoutArchive: 0 });
  const again = await readFolder(join(folder, `checkout-${checkId}`));
  expect(again.pages.length).toBeGreaterThan(3);
  expect(judge(again, "physical").requirements.checkout!.verdict).toBe("unsure");
  const truth = await readFile(join(folder, `checkout-${checkId}`, "truth.json"), "utf8");
  expect(JSON.parse(truth)).toMatchObject({ checkout: true, said: "unsure", reason: event.reason });
  await rm(folder, { recursive: true });
});

test("after it has passed a shop is looked at again, and what vanished is said", async ({ pool }) => {
  await using site = await siteCase(pool);
  await site.ask(urlOf("good"));
  await site.work();
  await site.lookAgain("1");
  expect(await checksOf(site.parts, site.caseId)).toHaveLength(1);
  await site.confirm();

  site.later(7 * 86_400_000);
  await site.lookAgain("2");
  expect((await checksOf(site.parts, site.caseId))[0]).toMatchObject({ cause: "schedule", state: "done", diff: [] });
  await pool.query("update site_check set url = $1", [urlOf("bare")]);
  site.later(7 * 86_400_000);
  await site.lookAgain("3", 2);
  expect(await checksOf(site.parts, site.caseId)).toHaveLength(3);
  const [newest] = await checksOf(site.parts, site.caseId);
  expect(newest!.diff).toEqual(
    expect.arrayContaining([{ what: "requirement", name: "refundPolicy", from: "fulfilled", to: "not", worse: true }]),
  );
  expect(newest!.diff!.some(({ what, name }) => what === "pageGone" && name.endsWith("/refund"))).toBe(true);
  expect((await site.view()).context.site.passed).toBe(true);
  const letters = await pool.query<{ key: string }>(
    "select key from graphile_worker.jobs where key like 'site-changed/%' order by key",
  );
  expect(letters.rows.map(({ key }) => key)).toEqual([
    `site-changed/${newest!.id}/merchant`,
    `site-changed/${newest!.id}/reviewers`,
  ]);
  const { rows } = await pool.query("select run_at from graphile_worker.jobs where key = $1", [
    `site-recheck/${site.caseId}`,
  ]);
  expect(rows).toHaveLength(1);
});

test("a scheduled look that broke off goes on in its own row when it is tried again", async ({ pool }) => {
  await using site = await siteCase(pool);
  await site.passed();
  site.later(7 * 86_400_000);
  const visited = site.parts.fetch;
  const broken = new Error("the machine was switched off");
  site.parts.fetch = Object.assign(() => Promise.reject(broken), { close: async () => {} });
  await expect(site.lookAgain("2")).rejects.toThrow(broken);
  expect(await checksOf(site.parts, site.caseId)).toMatchObject([
    { cause: "schedule", state: "failed", failure: "internal" },
    { cause: "merchant" },
  ]);
  site.parts.fetch = visited;
  await site.lookAgain("2", 2);
  expect(await checksOf(site.parts, site.caseId)).toMatchObject([
    { cause: "schedule", state: "done", failure: null, diff: [] },
    { cause: "merchant" },
  ]);
});

test("an account for a login wall is sealed, shown to the house on record, and gone after thirty days", async ({
  pool,
}) => {
  await using site = await siteCase(pool);
  const access = { url: "https://shop.example/login", name: "reviewer", password: "only-for-eyes" };
  await giveAccess(site.parts, { caseId: site.caseId, actor: site.merchant, access });
  const { rows } = await pool.query("select sealed from site_access");
  expect(rows[0].sealed).not.toContain("only-for-eyes");
  expect(await revealAccess(site.parts, site.caseId, people.reviewer)).toEqual(access);
  expect((await pool.query("select viewed_by from site_access_view")).rows).toEqual([{ viewed_by: "lee" }]);
  site.later(31 * 86_400_000);
  expect(await accessOf(site.parts, site.caseId)).toBeNull();
  expect(await revealAccess(site.parts, site.caseId, people.reviewer)).toBeNull();
});

test("a picture is served by its own name, of its own case, and can run nothing", async ({ pool }) => {
  await using site = await siteCase(pool);
  const { checkId } = await site.ask(urlOf("good"));
  const { Readable } = await import("node:stream");
  await site.parts.storage.put(
    `site/${site.caseId}/${checkId}/products-1.jpg`,
    Readable.from([Buffer.from([0xff, 0xd8, 0xff])]),
    { contentType: "image/jpeg", maxBytes: 10 },
  );
  const answer = await shotResponse(site.parts, site.caseId, checkId, "products-1.jpg");
  expect([answer.status, answer.headers.get("content-type"), answer.headers.get("content-security-policy")]).toEqual([
    200,
    "image/jpeg",
    "default-src 'none'; sandbox",
  ]);
  for (const [caseId, id, name] of [
    [newId(), checkId, "products-1.jpg"],
    [site.caseId, newId(), "products-1.jpg"],
    [site.caseId, "x", "products-1.jpg"],
    [site.caseId, checkId, "../archive.json.gz"],
    [site.caseId, checkId, "archive.json.gz"],
    [site.caseId, checkId, undefined],
  ] as const)
    expect((await shotResponse(site.parts, caseId, id, name)).status).toBe(404);
});

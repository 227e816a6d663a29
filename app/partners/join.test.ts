import { expect } from "vitest";
import { beginDraftWith, findDraft } from "#app/inquiry/index.server.ts";
import { test } from "#tests/database.ts";
import { beginByLink, beginGeneral, openGeneral, openLink, revokeReferral, setPaused, tasks } from "./index.server.ts";
import { handed, partnerHall } from "./testing/hall.ts";

const visitor = { userId: null, lang: "en" as const };

test("the first page says what was handed over, and looking uses nothing up", async ({ pool }) => {
  const { parts, invite, tokenOf } = await partnerHall(pool);
  const { link, referral } = await invite();
  expect(link).toMatch(/^http:\/\/localhost:3000\/join\/[\w-]{43}$/);
  expect(referral).toMatchObject({ publicId: expect.stringMatching(/^RF-/), stage: "invited", channelsOpen: 0 });
  for (let look = 0; look < 2; look++)
    expect(await openLink(parts, tokenOf(link))).toMatchObject({ state: "open", prefill: handed });
  const kept = JSON.stringify((await pool.query("select * from referral")).rows);
  for (const text of ["Acme Tea", "lee@acme-tea.example", tokenOf(link)]) expect(kept).not.toContain(text);
  expect(await openLink(parts, "x".repeat(43))).toBeNull();
  expect(await openLink(parts, "'; drop table")).toBeNull();
});

test("with consent what was handed over stands in the draft; it is kept nowhere else", async ({ pool }) => {
  const { parts, invite, tokenOf, visit } = await partnerHall(pool);
  const token = tokenOf((await invite()).link);
  const begun = await beginByLink(parts, token, { ...visitor, request: visit(), use: true, share: true });
  const draft = await findDraft(parts, visit(begun!.cookie), null);
  expect(draft?.answers).toEqual({
    where: { countries: ["VN"] },
    business: { companyName: "Acme Tea", serviceUrl: "https://acme-tea.example", platform: "cafe24" },
    contact: { name: "Lee Tea", email: "lee@acme-tea.example" },
  });
  const { rows } = await pool.query("select prefill, draft_id, shared_since from referral");
  expect(rows).toEqual([{ prefill: null, draft_id: draft!.id, shared_since: parts.now() }]);
  const consents = await pool.query("select what, given, text_version, lang from referral_consent order by id");
  expect(consents.rows).toEqual([
    { what: "prefill", given: true, text_version: "2026-11-22", lang: "en" },
    { what: "status", given: true, text_version: "2026-11-22", lang: "en" },
  ]);
});

test("without consent nothing of it is used, and it is deleted", async ({ pool }) => {
  const { parts, invite, tokenOf, visit } = await partnerHall(pool);
  const token = tokenOf((await invite()).link);
  const begun = await beginByLink(parts, token, { ...visitor, request: visit(), use: false, share: false });
  expect((await findDraft(parts, visit(begun!.cookie), null))?.answers).toEqual({});
  const { rows } = await pool.query("select prefill, shared_since from referral");
  expect(rows).toEqual([{ prefill: null, shared_since: null }]);
  const given = await pool.query("select what, given from referral_consent order by id");
  expect(given.rows).toEqual([
    { what: "prefill", given: false },
    { what: "status", given: false },
  ]);
});

test("a link is used once, by whoever is first", async ({ pool }) => {
  const { parts, invite, tokenOf, visit } = await partnerHall(pool);
  const token = tokenOf((await invite()).link);
  const choice = { ...visitor, request: visit(), use: true, share: true };
  const begun = await Promise.all(Array.from({ length: 8 }, () => beginByLink(parts, token, choice)));
  expect(begun.filter(Boolean)).toHaveLength(1);
  expect((await pool.query("select from inquiry_draft")).rowCount).toBe(1);
  expect(await openLink(parts, token)).toMatchObject({ state: "used" });
});

test("expired, revoked and paused links open nothing, and what they carried is gone", async ({ pool }) => {
  const { parts, partnerId, invite, tokenOf, visit, pass } = await partnerHall(pool);
  const choice = { ...visitor, request: visit(), use: true, share: true };
  const [late, ended, waiting] = [await invite(handed, 1), await invite(), await invite()];
  await revokeReferral(parts, { partnerId, publicId: ended.referral.publicId, by: "admin" });
  await setPaused(parts, { id: partnerId, isPaused: true, by: "admin" });
  expect(await openLink(parts, tokenOf(waiting.link))).toMatchObject({ state: "over" });
  await setPaused(parts, { id: partnerId, isPaused: false, by: "admin" });
  expect(await openLink(parts, tokenOf(waiting.link))).toMatchObject({ state: "open" });

  const jobs = await pool.query(
    `select j.run_at, p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
     where j.task_identifier = 'forgetPrefill' order by j.run_at limit 1`,
  );
  expect(jobs.rows[0].run_at).toEqual(late.referral.expiresAt);
  await tasks(parts).forgetPrefill!(jobs.rows[0].payload, {} as never);
  const sealed = async () => (await pool.query("select prefill from referral where prefill is not null")).rowCount;
  expect(await sealed()).toBe(2);
  pass(1);
  await tasks(parts).forgetPrefill!(jobs.rows[0].payload, {} as never);
  expect(await sealed()).toBe(1);
  for (const { link } of [late, ended]) {
    expect(await openLink(parts, tokenOf(link))).toMatchObject({ state: "over" });
    expect(await beginByLink(parts, tokenOf(link), choice)).toBeNull();
  }
});

test("what a visitor typed before stands; what came by another link is another merchant's", async ({ pool }) => {
  const { parts, invite, tokenOf, visit } = await partnerHall(pool);
  const own = await beginDraftWith(pool, parts, { userId: null, prefill: { business: { companyName: "Mine" } } });
  const begin = async (cookie: string) =>
    (await beginByLink(parts, tokenOf((await invite()).link), {
      ...visitor,
      request: visit(cookie),
      use: true,
      share: false,
    }))!.cookie;
  const first = await begin(own.cookie);
  expect((await findDraft(parts, visit(first), null))?.answers.business).toMatchObject({
    companyName: "Mine",
    platform: "cafe24",
  });
  const second = await begin(first);
  expect((await findDraft(parts, visit(second), null))?.answers.business).toMatchObject({ companyName: "Acme Tea" });
});

test("the general link carries nothing and is never used up", async ({ pool }) => {
  const { parts, visit } = await partnerHall(pool);
  const partner = (await openGeneral(parts, "mallhub"))!;
  expect(partner).toMatchObject({ nameEn: "MallHub", accent: "#1f3f8f" });
  for (const share of [true, false]) {
    const { cookie } = await beginGeneral(parts, partner, { ...visitor, request: visit(), share });
    expect((await findDraft(parts, visit(cookie), null))?.answers).toEqual({});
  }
  expect((await pool.query("select kind from referral")).rows).toEqual([{ kind: "general" }, { kind: "general" }]);
  await setPaused(parts, { id: partner.id, isPaused: true, by: "admin" });
  expect(await openGeneral(parts, "mallhub")).toBeNull();
  expect(await openGeneral(parts, undefined)).toBeNull();
});

import { createHash } from "node:crypto";
import type { Pool } from "pg";
import { expect } from "vitest";
import { newId } from "#app/platform/ids.ts";
import { test } from "#tests/database.ts";
import { walk } from "#tests/walk.ts";
import { consentVersion, consentWords } from "./consent-words.ts";
import {
  beginByLink,
  funnels,
  latestReferrals,
  setSharing,
  sharedFunnel,
  sharedReferral,
  sharedReferrals,
  sharingOf,
  spanOf,
} from "./index.server.ts";
import { partnerHall } from "./testing/hall.ts";

test("a version of the consent is one wording: another wording needs another version", () => {
  const texts = (["ko", "en"] as const).flatMap((lang) => [
    consentWords[lang].prefill("P"),
    consentWords[lang].status("P"),
  ]);
  const digest = createHash("sha256").update(texts.join("\n")).digest("hex").slice(0, 16);
  expect({ [consentVersion]: digest }).toEqual({ "2026-11-22": "9ba5db4760647682" });
});

/** A merchant who came by a link, at the moment the inquiry is about to be sent. */
async function referred(pool: Pool, { share }: { share: boolean }) {
  const hall = await partnerHall(pool);
  const { parts, invite, tokenOf, visit, partnerId } = hall;
  const { link, referral } = await invite();
  await beginByLink(parts, tokenOf(link), { request: visit(), userId: null, lang: "en", use: true, share });
  const journey = await caseOf(pool, parts.now, referral.publicId);
  const seen = () => sharedReferral(parts, { partnerId, publicId: referral.publicId });
  return { ...hall, referral, journey, seen };
}

async function caseOf(pool: Pool, now: () => Date, publicId: string) {
  const journey = await walk({ pool, now });
  await pool.query(
    `insert into inquiry (id, case_id, draft_id, answers, wants, decided, submitted_by, submitted_at)
     select $1, $2, draft_id, '{}', '[]', '{}', $3, $4 from referral where public_id = $5`,
    [newId(), journey.caseId, journey.merchant.id, now(), publicId],
  );
  return journey;
}

test("with consent the partner sees how far the merchant is, since when, and how many channels are open", async ({
  pool,
}) => {
  const { journey, seen, pass, parts } = await referred(pool, { share: true });
  const stages: string[] = [];
  const note = async () => {
    const { stage, since, channelsOpen } = (await seen())!;
    expect(since).toEqual(parts.now());
    stages.push(`${stage} ${channelsOpen}`);
    pass(0.01);
  };
  await note();
  await journey.inquired();
  await note();
  await journey.proposed();
  await note();
  await journey.accepted();
  await note();
  await journey.tested();
  await journey.handedIn();
  await journey.contractSigned();
  await journey.sitePassed();
  await journey.reviewed();
  await journey.approved();
  await note();
  await journey.live();
  await note();
  expect(stages).toEqual(["started 0", "inquirySent 0", "proposalSent 0", "accepted 0", "approved 0", "live 1"]);
});

test("a partner sees nothing of the merchant's person, and without consent no stage, no date, no channels", async ({
  pool,
}) => {
  const { journey, seen, partnerId, parts } = await referred(pool, { share: false });
  await journey.inquired();
  expect(await seen()).toMatchObject({ stage: "notShared", since: null, channelsOpen: null });
  const text = JSON.stringify(await sharedReferrals(parts, { partnerId, after: null, limit: 10 }));
  expect(text).not.toMatch(/Acme|Lee|acme-tea|case|draft/i);
});

test("the merchant takes the consent back on the case, and the partner's next question says so and nothing more", async ({
  pool,
}) => {
  const { journey, seen, parts, partnerId, pass } = await referred(pool, { share: true });
  await journey.inquired();
  const say = (isShared: boolean) =>
    setSharing(parts, { caseId: journey.caseId, isShared, lang: "ko", userId: journey.merchant.id });
  expect(await sharingOf(parts, journey.caseId)).toMatchObject({ partner: { nameKo: "몰허브" }, withdrawnAt: null });
  pass(1);
  expect(await say(false)).toBe(true);
  expect(await say(false)).toBe(true);
  expect(await seen()).toMatchObject({ stage: "consentWithdrawn", since: null, channelsOpen: null });
  expect(await sharedFunnel(parts, partnerId, spanOf({ from: null, to: null }, parts.now()))).toMatchObject({
    invited: 1,
    opened: 1,
    inquirySent: 0,
    notShared: 1,
  });
  expect((await latestReferrals(parts, partnerId))[0]).toMatchObject({ stage: "inquirySent", isShared: false });
  await say(true);
  expect(await seen()).toMatchObject({ stage: "inquirySent" });
  const { rows } = await pool.query("select given, lang, at from referral_consent where what = 'status' order by id");
  expect(rows.map(({ given, lang }) => [given, lang])).toEqual([
    [true, "en"],
    [false, "ko"],
    [true, "ko"],
  ]);
  await expect(pool.query("update referral_consent set given = true")).rejects.toThrow("append-only");
  const stranger = await walk({ pool, now: parts.now });
  expect(await sharingOf(parts, stranger.caseId)).toBeNull();
  expect(await setSharing(parts, { caseId: stranger.caseId, isShared: true, lang: "en", userId: newId() })).toBe(false);
});

test("an inquiry of two tracks is one referral: the first case to come somewhere counts, and it ends with the second", async ({
  pool,
}) => {
  const { journey, referral, seen, parts } = await referred(pool, { share: true });
  const sister = await caseOf(pool, parts.now, referral.publicId);
  await journey.inquired();
  await sister.inquired();
  await sister.proposed();
  expect((await seen())!.stage).toBe("proposalSent");
  const leave = (one: typeof journey) => one.send(one.merchant, { type: "WITHDRAW", reason: "later" });
  await leave(sister);
  expect((await seen())!.stage).toBe("proposalSent");
  await leave(journey);
  expect((await seen())!.stage).toBe("ended");
});

test("two cases that end at the same moment end the referral", async ({ pool }) => {
  const { journey, referral, seen, parts } = await referred(pool, { share: true });
  const sister = await caseOf(pool, parts.now, referral.publicId);
  await journey.inquired();
  await sister.inquired();
  await Promise.all([journey, sister].map((one) => one.send(one.merchant, { type: "WITHDRAW", reason: "later" })));
  expect((await seen())!.stage).toBe("ended");
});

test("the funnel counts referrals of its days, each partner's its own", async ({ pool }) => {
  const { journey, parts, partnerId, invite, pass } = await referred(pool, { share: false });
  await journey.inquired();
  await journey.proposed();
  const other = await partnerHall(pool, { slug: "other" });
  await other.invite();
  pass(100);
  await invite();
  const all = await funnels(parts, spanOf({ from: "2026-11-01", to: "2026-11-30" }, parts.now()));
  expect(all.get(partnerId)).toMatchObject({ invited: 1, opened: 1, inquirySent: 1, proposalSent: 1, accepted: 0 });
  expect(all.get(other.partnerId)).toMatchObject({ invited: 1, opened: 0 });
  const later = await funnels(parts, spanOf({ from: null, to: null }, parts.now()));
  expect([later.get(partnerId)?.invited, later.get(other.partnerId)]).toEqual([1, undefined]);
});

test.each([
  [{ from: null, to: null }, "2026-08-26 2026-11-23"],
  [{ from: "2026-11-01", to: "2026-11-02" }, "2026-11-01 2026-11-02"],
  [{ from: "2026-12-01", to: "2026-11-02" }, "2026-08-05 2026-11-02"],
  [{ from: "soon", to: "2026-99-99" }, "2026-08-26 2026-11-23"],
])("the span asked for as %j is %s", (asked, days) => {
  const { fromOn, toOn, from, to } = spanOf(asked, new Date("2026-11-23T01:00:00Z"));
  expect(`${fromOn} ${toOn}`).toBe(days);
  expect(from.toISOString().slice(11)).toBe("15:00:00.000Z");
  expect(to > from).toBe(true);
});

test("a partner's pages of referrals hold each once, newest first, and nobody else's", async ({ pool }) => {
  const { parts, partnerId, invite } = await partnerHall(pool);
  const other = await partnerHall(pool, { slug: "other" });
  const made: string[] = [];
  for (let n = 0; n < 5; n++) made.unshift((await invite({})).referral.publicId);
  await other.invite();
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof sharedReferrals>> = await sharedReferrals(parts, {
      partnerId,
      after,
      limit: 2,
    });
    seen.push(...page.referrals.map(({ publicId }) => publicId));
    after = page.next;
  } while (after);
  expect(seen).toEqual(made);
  expect(await sharedReferral(parts, { partnerId: other.partnerId, publicId: made[0]! })).toBeNull();
});

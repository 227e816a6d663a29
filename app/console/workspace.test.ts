import { expect } from "vitest";
import { viewerOf } from "#app/auth/index.server.ts";
import { argsOf, caseWithCard, partsOf, standingClock, thrown } from "#app/cases/testing/page.ts";
import { newId } from "#app/platform/ids.ts";
import { loader as overviewLoader } from "#app/routes/console.cases.$caseId._index.tsx";
import { loader as timelineLoader } from "#app/routes/console.cases.$caseId.timeline.tsx";
import { action, loader } from "#app/routes/console.cases.$caseId.tsx";
import { test } from "#tests/database.ts";
import { type SignedIn, signedIn } from "#tests/viewer.ts";
import { people } from "#tests/walk.ts";

const MINUTE = 60_000;

test("every member of staff reads a case; what they may do with it is theirs alone", async ({ pool }) => {
  const { now } = standingClock();
  const one = await caseWithCard(pool, now);
  const { caseId } = one;
  await (await one.inquired()).proposed();
  await one.accepted();
  await one.handedIn();
  await one.contractSigned();
  await one.sitePassed();
  await one.reviewed();
  const open = async (who: SignedIn) =>
    (await loader(argsOf(pool, now, who.request(`/console/cases/${caseId}?lang=en`), { caseId }))).workspace;

  const approver = await open(await signedIn(partsOf(pool, now), { roles: ["approver"] }));
  expect(approver.tasks.map(({ say, to }) => [say, to])).toEqual([["decideKyc", `/console/cases/${caseId}/documents`]]);
  expect(approver.doors).toContainEqual(expect.objectContaining({ event: "APPROVE_KYC", allowed: true }));
  expect(approver.doors).toContainEqual(
    expect.objectContaining({ event: "REJECT_KYC", allowed: false, reasons: ["rejectionRecommended"] }),
  );
  expect(approver.awaited.map(({ who, about }) => [who, about])).toEqual([["merchant", "ZaloPay · Vietnam · VND"]]);
  expect(approver.gates.map(({ gate, state }) => `${gate} ${state}`)).toEqual([
    "proposal done",
    "contract done",
    "items done",
    "screening done",
    "site done",
    "kyc open",
    "tests open",
    "keys open",
  ]);

  const reviewer = await open(await signedIn(partsOf(pool, now), { roles: ["reviewer"] }));
  expect(reviewer.tasks).toEqual([]);
  expect(reviewer.awaited).toContainEqual(expect.objectContaining({ who: "approver" }));
  expect(reviewer.doors).toContainEqual(
    expect.objectContaining({ event: "RECOMMEND_APPROVAL", allowed: false, reasons: ["notNow"] }),
  );

  for (const role of ["auditor", "integration"] as const) {
    const reader = await open(await signedIn(partsOf(pool, now), { roles: [role] }));
    expect(reader.offers).toEqual([]);
    expect(reader.name).toBe("나들이 커피");
  }
});

test("nobody outside the house sees the console, and a case that is not there is a 404", async ({ pool }) => {
  const { now } = standingClock();
  const { caseId } = await caseWithCard(pool, now);
  const merchant = await signedIn(partsOf(pool, now), { caseIds: [caseId] });
  const staff = await signedIn(partsOf(pool, now), { roles: ["advisor"] });
  for (const page of [loader, overviewLoader, timelineLoader]) {
    const by = (who: SignedIn, id: string) => () =>
      page(argsOf(pool, now, who.request(`/console/cases/${id}`), { caseId: id })) as Promise<unknown>;
    expect((await thrown(by(merchant, caseId))).status).toBe(404);
    expect((await thrown(by(staff, newId()))).status).toBe(404);
    expect((await thrown(by(staff, "x"))).status).toBe(404);
    const stranger = await thrown(
      () =>
        page(
          argsOf(pool, now, new Request(`http://localhost/console/cases/${caseId}`), { caseId }),
        ) as Promise<unknown>,
    );
    expect(stranger.headers.get("Location")).toMatch(/^\/staff\/sign-in/);
  }
});

test("what happened since somebody's last visit is news to them, their own doing is not", async ({ pool }) => {
  const { now, pass } = standingClock();
  const one = await caseWithCard(pool, now);
  const { caseId } = one;
  await one.inquired();
  const kim = await signedIn(partsOf(pool, now), { roles: ["advisor"] });
  const look = async () =>
    (await loader(argsOf(pool, now, kim.request(`/console/cases/${caseId}?lang=en`), { caseId }))).workspace.news;
  expect(await look()).toEqual({ since: null, lines: [], more: 0 });
  pass(MINUTE);
  await one.send({ id: kim.viewer.userId, roles: ["advisor"], via: "session" }, { type: "TAKE_CASE" });
  // Elsewhere in the console meanwhile: the session lives on, the visit to this case ends.
  const elsewhere = async () => {
    pass(20 * MINUTE);
    await viewerOf(partsOf(pool, now), kim.request("/console"));
  };
  await elsewhere();
  await one.proposed();
  await elsewhere();
  const news = await look();
  expect(news.lines.map(({ what }) => what)).toEqual(["Somebody sent the proposal (version 1)"]);
  expect(news.lines.every(({ raw }) => raw === null)).toBe(true);
});

const asked = (who: SignedIn, caseId: string, fields: Record<string, string>) =>
  who.request(`/console/cases/${caseId}`, {
    method: "POST",
    body: new URLSearchParams({ _key: newId(), ...fields }),
  });

test("staff hold, resume and hand over from the pane, and come back to the page they were on", async ({ pool }) => {
  const { now } = standingClock();
  const one = await caseWithCard(pool, now);
  const { caseId } = one;
  await one.inquired();
  const kim = await signedIn(partsOf(pool, now), { roles: ["advisor"], name: "Kim" });
  const lee = await signedIn(partsOf(pool, now), { roles: ["advisor"], name: "Lee" });
  const park = await signedIn(partsOf(pool, now), { roles: ["reviewer"], name: "Park" });
  const post = (who: SignedIn, fields: Record<string, string>) =>
    action(argsOf(pool, now, asked(who, caseId, fields), { caseId }));

  const held = await post(kim, {
    type: "HOLD",
    reason: "Two inquiries of one merchant",
    _back: `/console/cases/${caseId}/timeline`,
  });
  expect((held as Response).headers.get("Location")).toBe(`/console/cases/${caseId}/timeline`);
  const { workspace } = await loader(argsOf(pool, now, kim.request(`/console/cases/${caseId}`), { caseId }));
  expect(workspace.hold).toMatchObject({ reason: "Two inquiries of one merchant", by: "Kim" });
  expect(workspace.tasks).toEqual([]);

  const away = await post(kim, { type: "RESUME", _back: "https://evil.example/" });
  expect((away as Response).headers.get("Location")).toBe(`/console/cases/${caseId}`);

  expect(await post(kim, { type: "HAND_OVER", to: park.viewer.userId })).toMatchObject({
    init: { status: 422 },
    data: { errors: { to: "form.chooseOne" } },
  });
  await post(kim, { type: "HAND_OVER", to: lee.viewer.userId });
  expect((await one.view()).context.advisor).toBe(lee.viewer.userId);
});

test("the pane sends nothing but what concerns the whole case, and only for whom the chart allows it", async ({
  pool,
}) => {
  const { now, pass } = standingClock();
  const one = await caseWithCard(pool, now);
  const { caseId } = one;
  await one.inquired();
  const approver = await signedIn(partsOf(pool, now), { roles: ["approver"] });
  const auditor = await signedIn(partsOf(pool, now), { roles: ["auditor"] });
  const post = (who: SignedIn, fields: Record<string, string>) =>
    action(argsOf(pool, now, asked(who, caseId, fields), { caseId }));
  expect(await post(approver, { type: "APPROVE_KYC" })).toMatchObject({ init: { status: 422 } });
  expect(await post(auditor, { type: "HOLD", reason: "x" })).toMatchObject({ data: { refused: ["notYours"] } });
  expect(await post(approver, { type: "CLOSE_SERVICE", reason: "x" })).toMatchObject({ data: { refused: ["notNow"] } });
  const { rows } = await pool.query("select count(*)::int as n from log_entry where case_id = $1", [caseId]);
  expect(rows[0].n).toBe(2);

  pass(20 * MINUTE);
  const stepUp = await thrown(() => post(approver, { type: "CLOSE_SERVICE", reason: "x" }) as Promise<unknown>);
  // What was typed is held, and waits behind the second factor.
  const next = new URL(stepUp.headers.get("Location")!, "http://x").searchParams.get("next");
  expect(next).toMatch(/^\/staff\/carry-on\?held=/);
  expect(new URL(next!, "http://x").searchParams.get("back")).toBe(`/console/cases/${caseId}`);
  const held = await pool.query("select user_id from held_form");
  expect(held.rows).toEqual([{ user_id: approver.viewer.userId }]);
});

test("the overview says who, what and when, and names channels that were only offered as such", async ({ pool }) => {
  const { now } = standingClock();
  const one = await caseWithCard(pool, now, { risk: 12 });
  const { caseId } = one;
  await (await one.inquired()).proposed();
  const kim = await signedIn(partsOf(pool, now), { roles: ["advisor"] });
  const open = async () =>
    (await overviewLoader(argsOf(pool, now, kim.request(`/console/cases/${caseId}?lang=en`), { caseId }))).overview;
  const offered = await open();
  expect(offered.facts).toMatchObject({ merchant: "나들이 커피", countries: ["Vietnam", "Indonesia"], risk: "low" });
  expect(offered.lines.map(({ name, phase }) => [name, phase])).toEqual([["ZaloPay · Vietnam · VND", null]]);
  expect(offered.isOffered).toBe(true);
  expect(offered.closings.map(({ delay }) => delay)).toEqual(["proposalExpiry"]);
  await one.accepted();
  expect(await open()).toMatchObject({ isOffered: false, lines: [{ phase: "testSetup" }] });
  await one.send(people.advisor, { type: "HOLD", reason: "x" });
  expect((await open()).closings).toEqual([]);
});

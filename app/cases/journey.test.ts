import { expect } from "vitest";
import { newId } from "#app/platform/ids.ts";
import { loader as listLoader } from "#app/routes/cases._index.tsx";
import { action as journeyAction, loader as journeyLoader } from "#app/routes/cases.$caseId._index.tsx";
import { loader as layoutLoader } from "#app/routes/cases.$caseId.tsx";
import { test } from "#tests/database.ts";
import { signedIn } from "#tests/viewer.ts";
import { people } from "#tests/walk.ts";
import { argsOf, caseWithCard, partsOf, standingClock, thrown } from "./testing/page.ts";

test("the home page of a case says what is next at every stage, and never what the merchant may not know", async ({
  pool,
}) => {
  const { now } = standingClock();
  const one = await caseWithCard(pool, now);
  const { caseId } = one;
  const me = await signedIn(partsOf(pool, now), { caseIds: [caseId] });
  const open = () => journeyLoader(argsOf(pool, now, me.request(`/cases/${caseId}?lang=en`), { caseId }));
  const next = async () => (await open()).journey.next?.say;

  expect(await next()).toBe("sendInquiry");

  await one.inquired();
  const waiting = (await open()).journey;
  expect(waiting).toMatchObject({ next: null, status: "wait", name: "나들이 커피" });
  // One business day after Wednesday 10:00 in Seoul.
  expect(waiting.waiting).toEqual([
    { kind: "onboarding", state: "advising", about: null, dueAt: "2026-09-03T01:00:00.000Z" },
  ]);

  await one.proposed();
  expect(await next()).toBe("decideProposal");

  await one.accepted();
  const applying = (await open()).journey;
  expect(applying.next).toMatchObject({ say: "handInDocuments", to: `/cases/${caseId}/documents` });
  expect(applying.others.map(({ say }) => say)).toEqual(["checkSite", "setUpTest"]);
  expect(applying.channels).toHaveLength(1);
  expect(applying.channels[0]).toMatchObject({ name: "ZaloPay · Vietnam · VND", phase: "testSetup", status: "act" });

  await one.handedIn();
  expect(await next()).toBe("issueContract");
  await one.contractSigned();
  await one.sitePassed();
  await one.reviewed();
  const deciding = await open();
  expect(deciding.journey.next).toMatchObject({ say: "setUpTest", about: "ZaloPay · Vietnam · VND" });
  expect(deciding.journey.waiting.map(({ state }) => state)).toEqual(["application.kyc.approval"]);
  expect(JSON.stringify(deciding)).not.toMatch(/screening|recommend/i);

  await one.approved();
  await one.tested();
  expect((await open()).journey.waiting.map(({ state }) => state)).toContain("pspReview");
  await one.live();
  const live = (await open()).journey;
  expect(live).toMatchObject({ next: null, status: "done", phase: "live" });
  expect(live.channels[0]).toMatchObject({ phase: "live", paymentId: "MID-1", status: "done" });
  expect(live.steps.every(({ state }) => state === "done")).toBe(true);
});

test("a proposed payment ID is nobody's on the merchant's side until a second person has confirmed it", async ({
  pool,
}) => {
  const { now } = standingClock();
  const one = await caseWithCard(pool, now);
  const { caseId } = one;
  await (await one.inquired()).proposed();
  await one.accepted();
  await one.handedIn();
  await one.contractSigned();
  await one.sitePassed();
  await one.reviewed();
  await one.approved();
  await one.tested();
  const channel = (await one.view()).channels[0]!.id;
  await one.send(people.integration, { type: "RECORD_PSP_DECISION", approved: true }, channel);
  await one.send(people.integration, { type: "PROPOSE_PAYMENT_ID", paymentId: "MID-SECRET" }, channel);
  const me = await signedIn(partsOf(pool, now), { caseIds: [caseId] });
  const page = await journeyLoader(argsOf(pool, now, me.request(`/cases/${caseId}?lang=en`), { caseId }));
  expect(JSON.stringify(page)).not.toContain("MID-SECRET");
});

test("a case of somebody else, one that is not there and what is no id are all the same 404", async ({ pool }) => {
  const { now } = standingClock();
  const mine = await caseWithCard(pool, now);
  const theirs = await caseWithCard(pool, now);
  const me = await signedIn(partsOf(pool, now), { caseIds: [mine.caseId] });
  for (const caseId of [theirs.caseId, newId(), "7", "../x"]) {
    const args = () => argsOf(pool, now, me.request("/cases/x"), { caseId });
    expect((await thrown(() => journeyLoader(args()))).status).toBe(404);
    expect((await thrown(() => layoutLoader(args()))).status).toBe(404);
  }
});

test("a merchant withdraws with a reason, once, however often the button is pressed", async ({ pool }) => {
  const { now } = standingClock();
  const one = await caseWithCard(pool, now);
  const { caseId } = one;
  await one.inquired();
  const me = await signedIn(partsOf(pool, now), { caseIds: [caseId] });
  const key = newId();
  const post = (fields: Record<string, string>) =>
    journeyAction(
      argsOf(pool, now, me.request(`/cases/${caseId}`, { method: "POST", body: new URLSearchParams(fields) }), {
        caseId,
      }),
    );
  expect(await post({ type: "WITHDRAW", reason: "", _key: key })).toMatchObject({
    init: { status: 422 },
    data: { errors: { reason: "reason.missing" } },
  });
  const presses = await Promise.all([1, 2].map(() => post({ type: "WITHDRAW", reason: "Plans changed", _key: key })));
  expect(presses.map((answer) => (answer as Response).status)).toEqual([302, 302]);
  const { journey } = await journeyLoader(argsOf(pool, now, me.request(`/cases/${caseId}?lang=en`), { caseId }));
  expect(journey).toMatchObject({ status: "closed", phase: "withdrawn", reason: "Plans changed", next: null });

  expect(await post({ type: "WITHDRAW", reason: "Again", _key: newId() })).toMatchObject({
    init: { status: 409 },
    data: { refused: ["isFinished"] },
  });
});

test("while a case is on hold its merchant is told why, and asked for nothing", async ({ pool }) => {
  const { now } = standingClock();
  const one = await caseWithCard(pool, now);
  const { caseId } = one;
  await (await one.inquired()).proposed();
  await one.accepted();
  await one.send(people.advisor, { type: "HOLD", reason: "The register extract is being renewed." });
  const me = await signedIn(partsOf(pool, now), { caseIds: [caseId] });
  const { journey } = await journeyLoader(argsOf(pool, now, me.request(`/cases/${caseId}?lang=en`), { caseId }));
  expect(journey).toMatchObject({
    next: null,
    others: [],
    status: "wait",
    hold: { reason: "The register extract is being renewed." },
  });
});

test("one case opens by itself; several are a list, what needs the merchant first", async ({ pool }) => {
  const { now, pass } = standingClock();
  const first = await caseWithCard(pool, now, { merchantName: "First" });
  const alone = await signedIn(partsOf(pool, now), { caseIds: [first.caseId] });
  const answer = await thrown(() => listLoader(argsOf(pool, now, alone.request("/cases"))) as Promise<unknown>);
  expect(answer.headers.get("Location")).toBe(`/cases/${first.caseId}`);

  pass(60_000);
  const second = await caseWithCard(pool, now, { merchantName: "Second" });
  await second.inquired();
  const both = await signedIn(partsOf(pool, now), { caseIds: [first.caseId, second.caseId] });
  const { cases } = await listLoader(argsOf(pool, now, both.request("/cases")));
  expect(cases.map(({ name, status }) => [name, status])).toEqual([
    ["First", "act"],
    ["Second", "wait"],
  ]);
});

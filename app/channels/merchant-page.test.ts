import type { ActionFunctionArgs } from "@remix-run/node";
import type { Pool } from "pg";
import { expect } from "vitest";
import { actorOf, addMember } from "#app/auth/index.server.ts";
import { dispatch } from "#app/engine/index.server.ts";
import { newId } from "#app/platform/ids.ts";
import { decide, paymentPage, receiveReturn, wayBack } from "#app/psp/index.server.ts";
import { test } from "#tests/database.ts";
import { signedIn } from "#tests/viewer.ts";
import { people } from "#tests/walk.ts";
import { actOnChannel } from "./console-page.server.ts";
import { returnFromLiveCheck } from "./live/return.server.ts";
import { type Answer, actOnMerchantChannel } from "./merchant-acts.server.ts";
import { loadMerchantChannel } from "./merchant-load.server.ts";
import { channelToSetUp, partsFor } from "./testing/hall.ts";

interface Said {
  status: number;
  answer: Answer | null;
  location: string | null;
}

/** A signed-in merchant with a channel to set up, and their browser. */
async function atThePage(pool: Pool) {
  const hall = await channelToSetUp(partsFor(pool));
  const { platform, caseId, channelId } = hall;
  const me = await signedIn(platform, { caseIds: [caseId] });
  const path = `/cases/${caseId}/channels/${channelId}`;
  const args = (request: Request) =>
    ({
      request,
      params: { caseId, channelId },
      context: { platform, nonce: "", requestId: "t", ip: "127.0.0.1" },
    }) as unknown as ActionFunctionArgs;
  const load = () => loadMerchantChannel(args(me.request(path)));
  const post = async (fields: Record<string, string>, who = me): Promise<Said> => {
    const body = new URLSearchParams({ _key: newId(), ...fields });
    return said(
      await actOnMerchantChannel(args(who.request(path, { method: "POST", body }))).catch((thrown: unknown) => thrown),
    );
  };
  const staff = async (
    roles: Parameters<typeof signedIn>[1] & object,
    fields: Record<string, string>,
  ): Promise<Said> => {
    const person = await signedIn(platform, roles);
    const body = new URLSearchParams({ _key: newId(), ...fields });
    return said(await actOnChannel(args(person.request(`/console${path}`, { method: "POST", body }))));
  };
  return { ...hall, me, load, post, staff };
}

function said(answer: unknown): Said {
  if (answer instanceof Response)
    return { status: answer.status, answer: null, location: answer.headers.get("location") };
  const { data, init } = answer as { data: Answer; init: ResponseInit | null };
  if (!data) throw answer;
  return { status: init?.status ?? 200, answer: data, location: null };
}

test("a merchant walks a channel from test keys to its opening, with only the pages", async ({ pool }) => {
  const { platform, channelId, load, post, staff, work, journey } = await atThePage(pool);

  const key = newId();
  const keys = await post({ _intent: "sandbox", _key: key });
  expect(keys.answer?.secret).toMatchObject({
    kind: "test",
    clientKey: expect.stringMatching(/^[A-Za-z]{16}$/),
    text: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(await post({ _intent: "sandbox", _key: key })).toMatchObject({ status: 302, answer: null });
  expect(JSON.stringify(await load())).not.toContain(keys.answer!.secret!.text);
  expect((await load()).test.credentials?.secret).toBe(`********${keys.answer!.secret!.text.slice(-3)}`);

  for (const outcome of ["success", "failure"] as const) {
    const { location } = await post({ _intent: "pay", method: "ZALOPAY_WALLET" });
    const orderRef = location!.split("/").at(-1)!;
    await decide(platform, (await paymentPage(platform, orderRef))!, { outcome });
    const back = new URL((await wayBack(platform, orderRef))!);
    await receiveReturn(platform, back.pathname.split("/").at(-1)!, back.searchParams);
    await work();
  }
  const paid = (await load()).test.payments.find(({ status }) => status === "Success")!;
  expect(await post({ _intent: "refund", orderRef: paid.orderRef })).toMatchObject({ status: 302 });
  expect(await post({ _intent: "askStatus", orderRef: paid.orderRef })).toMatchObject({ status: 302 });
  expect(await post({ _intent: "trials" })).toMatchObject({ status: 302 });
  await work();
  expect((await load()).test.plan.filter(({ outcome }) => outcome !== "passed")).toEqual([]);
  expect(await post({ type: "COMPLETE_TESTS" })).toMatchObject({ status: 302 });

  await journey.handedIn();
  await journey.contractSigned();
  await journey.sitePassed();
  await journey.reviewed();
  await journey.approved();
  const integration = { roles: ["integration" as const] };
  const approver = { roles: ["approver" as const] };
  await staff(integration, { type: "RECORD_PSP_DECISION", approved: "on" });
  await staff(integration, { type: "PROPOSE_PAYMENT_ID", paymentId: "MID-1" });
  await staff(approver, { type: "CONFIRM_PAYMENT_ID" });
  await staff(integration, { type: "PROPOSE_KEYS" });
  const keysId = (await load()).keysId!;
  await staff(approver, { type: "CONFIRM_KEYS", keysId });

  const fetched = await post({ type: "FETCH_SECRET", keysId });
  expect(fetched.answer?.secret).toMatchObject({ kind: "live", text: expect.stringMatching(/^gw_live_/) });
  expect(await post({ type: "FETCH_SECRET", keysId })).toMatchObject({
    status: 409,
    answer: { refused: ["secretNotFetched"], secret: null },
  });
  expect(JSON.stringify(await load())).not.toContain(fetched.answer!.secret!.text);
  expect(await post({ type: "START_LIVE_VERIFICATION" })).toMatchObject({ status: 302 });
  expect(await post({ type: "OPEN_CHANNEL" })).toMatchObject({
    status: 409,
    answer: { refused: ["livePaymentPassed"] },
  });

  const live = await post({ _intent: "payLive" });
  const orderRef = live.location!.split("/").at(-1)!;
  await decide(platform, (await paymentPage(platform, orderRef))!, { outcome: "success" });
  await returnFromLiveCheck(platform, channelId, new URL((await wayBack(platform, orderRef))!).searchParams);
  const before = await load();
  expect(before.live?.checks[0]).toMatchObject({ state: "passed", standIn: true });
  expect(before.live?.list.find(({ item }) => item === "smallPayment")?.isDone).toBe(true);
  await post({ _intent: "tick", item: "edgeCases", isDone: "yes" });
  await post({ _intent: "tick", item: "smallPayment", isDone: "yes" });
  expect((await load()).live?.list.find(({ item }) => item === "edgeCases")?.isDone).toBe(true);
  expect(await post({ type: "OPEN_CHANNEL" })).toMatchObject({ status: 302 });
  expect((await load()).phase).toBe("live");

  const rotated = await post({ _intent: "rotate", overlapHours: "24" });
  expect(rotated.answer?.secret?.text).toMatch(/^gw_live_/);
  expect((await load()).live?.keys.map(({ state }) => state)).toEqual(["active", "overlapping"]);
  expect(await post({ _intent: "rotate", overlapHours: "169" })).toMatchObject({
    status: 422,
    answer: { errors: { overlapHours: "rotate.hours" } },
  });
});

test("a stranger finds no such page, and staff send no merchant's event", async ({ pool }) => {
  const { platform, post, caseId, journey } = await atThePage(pool);
  const stranger = await signedIn(platform, { caseIds: [] });
  expect(await post({ _intent: "sandbox" }, stranger)).toMatchObject({ status: 404 });
  const staff = await signedIn(platform, { roles: ["integration"] });
  expect(await post({ _intent: "sandbox" }, staff)).toMatchObject({ status: 404 });
  const member = await signedIn(platform, {});
  await addMember(pool, { caseId, userId: member.viewer.userId, role: "member" });
  expect((await journey.view()).channels[0]!.phase).toBe("testSetup");
  expect(actorOf(member.viewer).roles).toContain("merchant");
});

test("the PSP's own test credentials are asked for field by field, and a missing one is said at its field", async ({
  pool,
}) => {
  const { load, post } = await atThePage(pool);
  const { specs } = await load();
  expect(specs.length).toBeGreaterThan(1);
  const wrong = await post({ _intent: "own", [`fields.${specs[0]!.key}`]: "abc" });
  expect(wrong.status).toBe(422);
  expect(wrong.answer?.errors).toMatchObject({ [`fields.${specs[1]!.key}`]: "credentials.missing" });
  const fields = Object.fromEntries(specs.map(({ key }) => [`fields.${key}`, `value-of-${key}`]));
  const right = await post({ _intent: "own", ...fields });
  expect(right.answer?.secret?.kind).toBe("test");
  const shown = (await load()).test.credentials!;
  expect(shown.source).toBe("own");
  for (const { key, isSecret } of specs) {
    const field = shown.fields.find((one) => one.key === key)!;
    expect(field.shown).toBe(isSecret ? `********${key.slice(-3)}` : `value-of-${key}`);
  }
});

test("an own webhook address is added, tried, rolled and removed; a wrong one keeps what was typed", async ({
  pool,
}) => {
  const { load, post, work } = await atThePage(pool);
  await post({ _intent: "sandbox" });
  const wrong = await post({
    _intent: "newEndpoint",
    environment: "sandbox",
    name: "Shop",
    url: "nonsense",
    types: "payment_status",
  });
  expect(wrong).toMatchObject({
    status: 422,
    answer: { errors: { url: "endpoint.url.notUrl" }, values: { url: "nonsense", name: "Shop" } },
  });
  const added = await post({
    _intent: "newEndpoint",
    environment: "sandbox",
    name: "Shop",
    url: "https://shop.example/hook",
    types: "payment_status",
  });
  expect(added.answer?.secret?.text).toMatch(/^whsec_/);
  const { endpoints } = await load();
  expect(endpoints).toMatchObject([{ isStandIn: false, url: "https://shop.example/hook" }]);
  const endpointId = endpoints[0]!.id;
  expect((await post({ _intent: "roll", endpointId })).answer?.secret?.text).toMatch(/^whsec_/);
  await post({ _intent: "pressTest", endpointId });
  await work();
  const [delivery] = (await load()).deliveries;
  expect(delivery).toMatchObject({ type: "test", attempts: 1 });
  expect(await post({ _intent: "sendAgain", deliveryId: delivery!.id })).toMatchObject({ status: 302 });
  expect(await post({ _intent: "sendAgain", deliveryId: newId() })).toMatchObject({ status: 404 });
  await post({ _intent: "remove", endpointId });
  expect((await load()).endpoints).toMatchObject([{ isStandIn: true }]);
});

test("nonsense is a bad request, not a crash", async ({ pool }) => {
  const { post, platform, channelId, merchant } = await atThePage(pool);
  expect(await post({ _intent: "toString" })).toMatchObject({ status: 400 });
  expect(await post({ _intent: "sandbox", _key: "x" })).toMatchObject({ status: 400 });
  expect(await post({ type: "CONFIRM_KEYS", keysId: newId() })).toMatchObject({ status: 422 });
  expect(await post({ _intent: "refund", orderRef: "../../x" })).toMatchObject({ status: 404 });
  expect(await post({ _intent: "payLive" })).toMatchObject({ status: 409 });
  const refused = dispatch(platform, {
    subject: channelId,
    event: { type: "RECORD_PSP_DECISION", approved: true },
    actor: merchant,
    idempotencyKey: null,
  });
  await expect(refused).rejects.toMatchObject({ reasons: ["notYours"] });
  expect(people.integration.roles).toEqual(["integration"]);
});

import type { Pool } from "pg";
import { expect } from "vitest";
import { channelUnderTest, partsFor, receiver } from "#app/channels/testing/hall.ts";
import { houseAccount, httpGateway, settle } from "#app/platform/gateway/index.server.ts";
import { requestToken, signToken } from "#app/platform/gateway/jwt.ts";
import { newId } from "#app/platform/ids.ts";
import { UpstreamError } from "#app/platform/upstream-error.ts";
import { test } from "#tests/database.ts";
import { gatewayContract } from "#tests/gateway-contract.ts";
import { sign } from "#workflows/channel/signature.ts";
import { createPayment, paymentStatus, refund } from "./index.server.ts";
import { servingApi } from "./testing.ts";

gatewayContract("over HTTP", async (pool: Pool) => {
  const under = await channelUnderTest(partsFor(pool));
  const { platform } = under;
  const api = await servingApi(platform);
  const house = houseAccount(platform);
  return {
    gateway: httpGateway(platform, { url: api.url, ...house }),
    account: house,
    stranger: { clientKey: under.clientKey, secretKey: under.secret, mode: "test" },
    pay: (orderRef) => settle(platform, orderRef, { to: "Success", instrument: "goesThrough" }),
    [Symbol.asyncDispose]: api[Symbol.asyncDispose],
  };
});

const fieldsOf = (clientKey: string, over: object = {}) => ({
  client_key: clientKey,
  amount: 50_000 as number | string,
  currency: "VND",
  merchant_order_id: newId(),
  success_url: "https://shop.example/ok",
  failure_url: "https://shop.example/fail",
  ...over,
});
const posting = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  new Request(`http://localhost:3000/psp/api${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
const answer = async (response: Response | Promise<Response>) => {
  const { status } = await response;
  return { status, body: (await (await response).json()) as Record<string, unknown> };
};

test("a signed request opens a payment; a changed, unsigned or foreign one is refused without a hint which", async ({
  pool,
}) => {
  const { platform, clientKey, secret } = await channelUnderTest(partsFor(pool));
  const fields = fieldsOf(clientKey);
  const signature_hash = sign("paymentRequest", fields, secret);
  const create = (body: unknown) => answer(createPayment(platform, posting("/payments", body)));
  const good = await create({ ...fields, signature_hash });
  expect(good).toMatchObject({ status: 200, body: { order_ref: expect.stringMatching(/^\w{27}$/) } });
  expect(good.body.redirect_url).toBe(`http://localhost:3000/psp/pay/${good.body.order_ref}`);
  const refused = [
    { ...fields, signature_hash, amount: 40_000 },
    { ...fields, signature_hash, success_url: "https://evil.example/" },
    { ...fields, signature_hash: sign("paymentRequest", fields, "x".repeat(64)) },
    { ...fields, signature_hash, client_key: "NobodysClientKey" },
    { ...fields, signature_hash: "" },
  ];
  const answers = await Promise.all(refused.map(create));
  expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(answers[0]).toMatchObject({ status: 401, body: { code: "SIGNATURE_REFUSED" } });
});

test("each thing wrong with a signed request has a code of its own", async ({ pool }) => {
  const { platform, clientKey, secret } = await channelUnderTest(partsFor(pool));
  const wrong: [object, string][] = [
    [{ amount: "50000.5" }, "AMOUNT_NOT_VALID"],
    [{ amount: 0 }, "AMOUNT_NOT_VALID"],
    [{ currency: "USD" }, "CURRENCY_NOT_ENABLED"],
    [{ pmt_channel: "zalopay" }, "INVALID_PAYMENT_CHANNEL_KEY"],
    [{ pmt_method: "ZALOPAY_Wallet" }, "METHOD_NOT_ENABLED"],
    [{ success_url: "javascript:alert(1)" }, "VALIDATION"],
    [{ merchant_order_id: "" }, "VALIDATION"],
  ];
  for (const [over, code] of wrong) {
    const fields = fieldsOf(clientKey, over);
    const body = { ...fields, signature_hash: sign("paymentRequest", fields, secret) };
    const refused = await answer(createPayment(platform, posting("/payments", body)));
    expect([over, refused.status, refused.body.code]).toEqual([over, 400, code]);
  }
});

test("what is no JSON, or too much of it, is refused", async ({ pool }) => {
  const { platform } = await channelUnderTest(partsFor(pool));
  expect(await answer(createPayment(platform, posting("/payments", "{")))).toMatchObject({
    status: 400,
    body: { code: "NOT_JSON" },
  });
  const large = await answer(createPayment(platform, posting("/payments", "x".repeat(70_000))));
  expect(large).toMatchObject({ status: 413, body: { code: "TOO_LARGE" } });
});

test("status and refunds want a fresh token of the very key", async ({ pool }) => {
  const { platform, clientKey, secret } = await channelUnderTest(partsFor(pool));
  const fields = fieldsOf(clientKey);
  const created = await answer(
    createPayment(
      platform,
      posting("/payments", { ...fields, signature_hash: sign("paymentRequest", fields, secret) }),
    ),
  );
  const ref = String(created.body.order_ref);
  const now = Math.floor(platform.now().getTime() / 1000);
  const ask = (headers: Record<string, string>) =>
    answer(paymentStatus(platform, new Request(`http://localhost/psp/api/payments/${ref}`, { headers }), ref));
  const header = { "x-portone-client-key": clientKey };
  const bearer = (token: string) => ({ ...header, authorization: `Bearer ${token}` });
  expect(await ask(bearer(requestToken(clientKey, secret, now)))).toMatchObject({
    status: 200,
    body: { status: "Initiated", amount: 50_000 },
  });
  expect(await ask(header)).toMatchObject({ status: 401, body: { code: "CREDENTIALS_MISSING" } });
  expect(await ask(bearer(requestToken(clientKey, "wrong", now)))).toMatchObject({
    status: 401,
    body: { code: "CREDENTIALS_REFUSED" },
  });
  expect(await ask(bearer(requestToken("SomebodyElse", secret, now)))).toMatchObject({
    body: { code: "CREDENTIALS_REFUSED" },
  });
  expect(
    await ask(bearer(signToken({ iss: "PORTONE", sub: clientKey, iat: now - 900, exp: now - 800 }, secret))),
  ).toMatchObject({
    status: 401,
    body: { code: "TOKEN_EXPIRED" },
  });
  const early = posting(
    `/payments/${ref}/refunds`,
    { amount: 1, idempotency_key: "k" },
    bearer(requestToken(clientKey, secret, now)),
  );
  expect(await answer(refund(platform, early, ref))).toMatchObject({ status: 409, body: { code: "NOT_PAID" } });
});

test.each([
  [503, "oops", true],
  [429, "{}", true],
  [404, "<html>", false],
  [200, "not json", false],
  [200, "{}", false],
])("a PSP that answers %i %j is somebody else's fault; again: %s", async (status, body, retryable) => {
  await using psp = await receiver(() => ({ status, body }));
  const gateway = httpGateway({ now: () => new Date() }, { url: `http://${psp.host}`, clientKey: "c", secretKey: "s" });
  const failed = await gateway.paymentOf(gateway.house, "r").catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(UpstreamError);
  expect(failed).toMatchObject({ retryable });
});

test("a PSP that is not there is a fault to come back from", async () => {
  const gateway = httpGateway({ now: () => new Date() }, { url: "http://127.0.0.1:9", clientKey: "c", secretKey: "s" });
  await expect(gateway.paymentOf(gateway.house, "r")).rejects.toMatchObject({ name: "UpstreamError", retryable: true });
});

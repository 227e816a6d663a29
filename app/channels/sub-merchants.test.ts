import type { ActionFunctionArgs } from "@remix-run/node";
import type { Pool } from "pg";
import { expect } from "vitest";
import { loadCatalogue } from "#app/catalogue/index.server.ts";
import { newId } from "#app/platform/ids.ts";
import { test } from "#tests/database.ts";
import { signedIn } from "#tests/viewer.ts";
import { people, walk, zaloPay } from "#tests/walk.ts";
import { actOnChannel, loadConsoleChannel } from "./console-page.server.ts";
import { partsFor } from "./testing/hall.ts";

const cards = { ...zaloPay, channel: "PAYLETTER", country: "GLOBAL", methods: ["PAYLETTER_CREDIT_CARD"] };

/** A case with cards in dollars and in yen at a PSP with one id a currency, and a wallet elsewhere; ids are what comes next. */
async function atTheDesk(pool: Pool) {
  const { platform } = partsFor(pool);
  await loadCatalogue(platform);
  const journey = await walk(platform);
  await journey.inquired();
  await journey.proposed([{ ...cards, currency: "USD" }, { ...cards, currency: "JPY" }, zaloPay]);
  for (const step of [
    "accepted",
    "tested",
    "handedIn",
    "contractSigned",
    "sitePassed",
    "reviewed",
    "approved",
  ] as const)
    await journey[step]();
  const { channels } = await journey.view();
  for (const { id } of channels)
    await journey.send(people.integration, { type: "RECORD_PSP_DECISION", approved: true }, id);
  const idOf = (currency: string) => channels.find(({ context }) => context.line.currency === currency)!.id;
  const engineer = await signedIn(platform, { roles: ["integration"] });
  const args = (channelId: string, body?: Record<string, string>) =>
    ({
      request: engineer.request("/", body ? { method: "POST", body: new URLSearchParams(body) } : {}),
      params: { caseId: journey.caseId, channelId },
      context: { platform, nonce: "", requestId: "t", ip: "127.0.0.1" },
    }) as unknown as ActionFunctionArgs;
  return {
    journey,
    platform,
    idOf,
    load: (currency: string) => loadConsoleChannel(args(idOf(currency))),
    propose: async (currency: string, paymentId: string) => {
      const body = { type: "PROPOSE_PAYMENT_ID", paymentId, _key: newId() };
      const answer: unknown = await actOnChannel(args(idOf(currency), body));
      return answer instanceof Response ? answer.status : (answer as { data: { errors: object } }).data.errors;
    },
  };
}

test("a PSP with one id a currency is shown with a sub-merchant for each, others without", async ({ pool }) => {
  const { load, propose } = await atTheDesk(pool);
  expect((await load("VND")).subMerchants).toBeNull();
  await propose("USD", "MID-U");
  const { subMerchants } = await load("JPY");
  expect(subMerchants).toMatchObject({ currency: "JPY", master: { key: null, partner: null } });
  expect(subMerchants!.rows.map(({ currency, paymentIds, isThis }) => [currency, paymentIds, isThis])).toEqual([
    ["JPY", [], true],
    ["USD", ["MID-U"], false],
  ]);
  expect(subMerchants!.rows[0]!.name).toMatch(/ JPY$/);
});

test("one id is never that of two approval currencies; another PSP may use the same letters", async ({ pool }) => {
  const { propose, load } = await atTheDesk(pool);
  expect(await propose("USD", "MID-1")).toBe(302);
  expect(await propose("JPY", "MID-1")).toEqual({ paymentId: "paymentId.ofAnotherCurrency" });
  expect((await load("JPY")).phase).toBe("awaitingId");
  expect(await propose("JPY", "MID-2")).toBe(302);
  expect(await propose("VND", "MID-1")).toBe(302);
});

test("two who propose the same id for two currencies at once: one is told no", async ({ pool }) => {
  const { propose } = await atTheDesk(pool);
  const answers = await Promise.all([propose("USD", "MID-1"), propose("JPY", "MID-1")]);
  expect(answers).toContain(302);
  expect(answers).toContainEqual({ paymentId: "paymentId.ofAnotherCurrency" });
});

test("a merchant whom a partner sent stands under the partner's master merchant", async ({ pool }) => {
  const { load, journey, platform } = await atTheDesk(pool);
  const [partnerId, draftId] = [newId(), newId()];
  await pool.query(
    `insert into partner (id, slug, name_ko, name_en, wordmark, accent, contact_name, contact_mail, master_name, master_key, made_by, made_at, changed_at)
     values ($1, 'mall', '몰', 'Mall', 'Mall', '#1f3f8f', 'Park', 'p@mall.example', 'Mall Master', 'MallMasterKeyAbc', 'test', now(), now())`,
    [partnerId],
  );
  await pool.query(
    `insert into referral (id, public_id, partner_id, kind, handed_over, made_by, created_at, draft_id)
     values ($1, 'RF-1', $2, 'general', '{}', 'visitor', now(), $3)`,
    [newId(), partnerId, draftId],
  );
  await pool.query(
    `insert into inquiry (id, case_id, draft_id, answers, wants, decided, submitted_by, submitted_at)
     values ($1, $2, $3, '{}', '[]', '{}', $4, now())`,
    [newId(), journey.caseId, draftId, journey.merchant.id],
  );
  expect((await load("USD")).subMerchants?.master).toMatchObject({
    name: "Mall Master",
    key: "MallMasterKeyAbc",
    partner: { nameEn: "Mall" },
  });
  expect(platform.now()).toBeInstanceOf(Date);
});

test("the id of a closed channel stays its currency's; one that was returned is free", async ({ pool }) => {
  const { propose, journey, idOf } = await atTheDesk(pool);
  await propose("USD", "MID-1");
  await journey.send(people.approver, { type: "RETURN_PAYMENT_ID", reason: "typed wrong" }, idOf("USD"));
  expect(await propose("JPY", "MID-1")).toBe(302);
  await journey.send(journey.merchant, { type: "CLOSE_CHANNEL", reason: "no more" }, idOf("JPY"));
  expect(await propose("USD", "MID-1")).toEqual({ paymentId: "paymentId.ofAnotherCurrency" });
});

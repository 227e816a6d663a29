import { randomBytes } from "node:crypto";
import { pairOfChannel, type TestPair } from "#app/credentials/index.server.ts";
import { findPayment, type SandboxPayment } from "#app/platform/gateway/index.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { receiveReturn, receiverOfCase, returnUrl } from "#app/psp/index.server.ts";
import { webhookSecret } from "#workflows/channel/body-signature.ts";
import type { Trial } from "#workflows/channel/test-plan.ts";
import type { ChannelLine } from "#workflows/onboarding/events.ts";
import { paymentNews } from "../webhooks/announce.server.ts";
import { attempt, isDelivered, type Outcome, type Parts } from "../webhooks/attempt.server.ts";
import type { Target } from "../webhooks/endpoints.server.ts";
import { readTestFacts } from "./facts.server.ts";
import { recordTests } from "./record.server.ts";
import { startTestPayment } from "./start-payment.server.ts";

/** Trials of one channel in an hour at most: they knock at somebody's door. */
export const mostTrialsAnHour = 30;

interface Trying {
  caseId: string;
  channelId: string;
  line: ChannelLine;
  by: string;
}

/**
 * Tries what an honest shop must refuse, on whoever's answers count for the plan: a webhook signed by somebody else, one that is well
 * signed but speaks of another amount, and (on the stand-in) a buyer who comes back with a changed query. Each is about a payment that
 * nobody has paid, so that a shop which believes it is really wrong.
 *
 * @returns a message key when there is nothing to try it with
 */
export async function runTrials(
  platform: Parts & Pick<Platform, "log">,
  trying: Trying,
): Promise<{ problem: string | null }> {
  const { caseId, channelId } = trying;
  if (await isTooOften(platform, channelId)) return { problem: "trials.tooMany" };
  const pair = await pairOfChannel(platform, channelId);
  const { judged, payments } = await readTestFacts(platform, { caseId, channelId, wanted: [] });
  if (!pair || !judged) return { problem: "trials.noKeys" };
  const unpaid = await unpaidPayment(platform, trying, judged, payments);
  if (!unpaid) return { problem: "trials.nothingUnpaid" };

  await keep(platform, trying, judged, "tamperedWebhook", await tamperedWebhook(platform, judged, pair, unpaid));
  await keep(platform, trying, judged, "wrongAmount", await wrongAmount(platform, judged, pair, unpaid));
  if (judged.isStandIn) await tamperedReturn(platform, trying, judged, pair, unpaid);
  await recordTests(platform, channelId);
  return { problem: null };
}

/** Nobody paid it: the stand-in orders one for the purpose, a merchant's own server has to have opened one. */
async function unpaidPayment(
  platform: Parts,
  { caseId, channelId, line, by }: Trying,
  judged: Target,
  payments: SandboxPayment[],
): Promise<SandboxPayment | null> {
  if (!judged.isStandIn) return payments.findLast(({ status }) => status === "Initiated") ?? null;
  const started = await startTestPayment(platform, { caseId, channelId, line, by, method: line.methods[0]! });
  return started && findPayment(platform, started.orderRef);
}

async function tamperedWebhook(
  platform: Parts,
  judged: Target,
  pair: TestPair,
  payment: SandboxPayment,
): Promise<Outcome> {
  const forger = { clientKey: pair.clientKey, secret: randomBytes(32).toString("hex") };
  const body = { type: "payment_status", ...paymentNews(payment, "Success", forger) };
  const target = { ...judged, secrets: [webhookSecret(randomBytes(32))] };
  return attempt(platform, target, newId(), JSON.stringify(body));
}

async function wrongAmount(platform: Parts, judged: Target, pair: TestPair, payment: SandboxPayment): Promise<Outcome> {
  const less = { ...payment, amountMinor: Math.max(1, Math.floor(payment.amountMinor / 10)) };
  const body = { type: "payment_status", ...paymentNews(less, "Success", pair) };
  return attempt(platform, judged, newId(), JSON.stringify(body));
}

async function tamperedReturn(
  platform: Parts,
  trying: Trying,
  judged: Target,
  pair: TestPair,
  payment: SandboxPayment,
): Promise<void> {
  const receiver = await receiverOfCase(platform, trying.caseId);
  if (!receiver) return;
  // A buyer whose payment failed, with the failure rubbed out.
  const query = new URL(returnUrl({ ...payment, status: "Failed" }, pair.secret)).searchParams;
  query.set("status", "Success");
  const returned = await receiveReturn(platform, receiver.token, query);
  await insert(platform, trying, "tamperedRedirect", returned?.accepted === false, { endpointId: judged.id });
}

async function keep(platform: Parts, trying: Trying, judged: Target, of: Trial["of"], outcome: Outcome): Promise<void> {
  // No answer at all is no refusal: nothing is proved by a server that is down.
  const isRefused = outcome.status !== null && !isDelivered(outcome);
  await insert(platform, trying, of, isRefused, { endpointId: judged.id, ...outcome });
}

/**
 * What a merchant with a server of its own says of the page its buyers come back to: nobody but they can see it.
 *
 * @param said whether the genuine link was taken, and the changed one refused
 */
export async function sayReturns(
  platform: Pick<Platform, "pool" | "now" | "vault">,
  trying: Trying,
  said: { genuineTaken: boolean; changedRefused: boolean },
): Promise<void> {
  const { caseId, channelId, by } = trying;
  const { judged } = await readTestFacts(platform, { caseId, channelId, wanted: [] });
  if (!judged) return;
  await insert(platform, trying, "redirect", said.genuineTaken, { endpointId: judged.id, saidBy: by });
  await insert(platform, trying, "tamperedRedirect", said.changedRefused, { endpointId: judged.id, saidBy: by });
  await recordTests(platform, channelId);
}

/** Two links to a merchant's own return page, a genuine one and a changed one; null before a payment of theirs was decided. */
export async function returnLinks(
  platform: Pick<Platform, "pool" | "vault">,
  channelId: string,
  payments: SandboxPayment[],
): Promise<{ genuine: string; changed: string } | null> {
  const pair = await pairOfChannel(platform, channelId);
  const payment = payments.findLast(
    ({ status, successUrl }) => status === "Success" && !successUrl.includes("/psp/return/"),
  );
  if (!pair || !payment) return null;
  const genuine = returnUrl(payment, pair.secret);
  const changed = new URL(genuine);
  changed.searchParams.set("merchant_order_ref", `${payment.orderNo}-OTHER`);
  return { genuine, changed: changed.href };
}

async function insert(
  { pool, now }: Pick<Platform, "pool" | "now">,
  { caseId, channelId, by }: Trying,
  of: Trial["of"],
  ok: boolean,
  detail: object,
): Promise<void> {
  await pool.query(
    "insert into test_trial (id, case_id, channel_id, of, ok, detail, made_by, at) values ($1,$2,$3,$4,$5,$6,$7,$8)",
    [newId(), caseId, channelId, of, ok, JSON.stringify(detail), by, now()],
  );
}

async function isTooOften({ pool, now }: Pick<Platform, "pool" | "now">, channelId: string): Promise<boolean> {
  const { rows } = await pool.query<{ n: string }>(
    "select count(*) as n from test_trial where channel_id = $1 and at > $2",
    [channelId, new Date(now().getTime() - 3_600_000)],
  );
  return Number(rows[0]!.n) >= mostTrialsAnHour;
}

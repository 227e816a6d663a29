import { dispatch, orRefused, system } from "#app/engine/index.server.ts";
import type { Tx } from "#app/platform/db/db.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { gatewayOf, type PaymentGateway, PaymentRefused } from "#app/platform/gateway/index.server.ts";
import { newId, newPublicId } from "#app/platform/ids.ts";
import { addJob } from "#app/platform/jobs.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { methodName } from "#app/psp/index.server.ts";
import type { ChannelLine } from "#workflows/onboarding/events.ts";
import { shopName } from "../channel.server.ts";
import { smallAmount } from "./amount.ts";

export type LiveParts = Pick<Platform, "pool" | "now" | "config"> & { gateway?: PaymentGateway };

/** Why a live check failed, as keys that have a sentence. */
export type LiveFailure = "notPaid" | "wrongAmount" | "refundRefused";

export interface LiveCheck {
  id: string;
  caseId: string;
  channelId: string;
  orderNo: string;
  orderRef: string | null;
  payUrl: string | null;
  amountMinor: number;
  currency: string;
  /** `paid`: verified, its refund still under way. */
  state: "made" | "paid" | "passed" | "failed";
  failure: LiveFailure | null;
  refundRef: string | null;
  /** The sandbox stood in: nothing real was paid. */
  standIn: boolean;
  madeAt: Date;
  paidAt: Date | null;
  closedAt: Date | null;
}

/** How long a payment is waited for, and how often it is looked at meanwhile. */
export const waitedForMs = 40 * 60_000;
const LOOK_EVERY_MS = 60_000;

/** Where the sandbox stands in for the PSP, production makes no payment that pretends to be real: staff record what the PSP shows. */
export const canPayLive = (platform: LiveParts): boolean =>
  !(platform.config.mode === "production" && gatewayOf(platform).standsIn);

/**
 * Opens the small real payment of a channel, or finds the one that waits to be paid. The order number is written down before the PSP is
 * asked, and asking twice for one order is one payment: a process that dies in between loses nothing.
 *
 * @throws UpstreamError, PaymentRefused when the PSP does not take it; the check stays and is taken up by the next try
 */
export async function startLiveCheck(
  platform: LiveParts,
  start: { caseId: string; channelId: string; line: ChannelLine; paymentId: string; by: string },
): Promise<LiveCheck> {
  const { caseId, channelId, line, paymentId, by } = start;
  const gateway = gatewayOf(platform);
  const check = await openCheck(platform, { caseId, channelId, line, by, standIn: gateway.standsIn });
  if (check.payUrl) return check;
  const back = `${platform.config.publicUrl}/cases/${caseId}/channels/${channelId}/live-check`;
  const method = line.methods[0]!;
  const { orderRef, payUrl } = await gateway.createPayment(gateway.house, {
    orderNo: check.orderNo,
    amountMinor: check.amountMinor,
    currency: check.currency,
    country: line.country,
    channel: line.channel,
    method,
    methodName: await methodName(platform, method),
    shopName: await shopName(platform, caseId),
    paymentId,
    successUrl: back,
    failureUrl: back,
  });
  await inTransaction(platform.pool, async (tx) => {
    await tx.query("update live_check set order_ref = $2, pay_url = $3 where id = $1", [check.id, orderRef, payUrl]);
    await lookLater(tx, platform, check.id);
  });
  return { ...check, orderRef, payUrl };
}

const openCheck = (
  { pool, now }: LiveParts,
  {
    caseId,
    channelId,
    line,
    by,
    standIn,
  }: { caseId: string; channelId: string; line: ChannelLine; by: string; standIn: boolean },
): Promise<LiveCheck> =>
  inTransaction(pool, async (tx) => {
    await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`live_check/${channelId}`]);
    const at = now();
    const waiting = await tx.query<CheckRow>(
      "select * from live_check where channel_id = $1 and state = 'made' and made_at > $2 order by made_at desc limit 1",
      [channelId, new Date(at.getTime() - waitedForMs)],
    );
    if (waiting.rows[0]) return checkOfRow(waiting.rows[0]);
    const { rows } = await tx.query<CheckRow>(
      `insert into live_check (id, case_id, channel_id, order_no, amount_minor, currency, state, stand_in, made_by, made_at)
       values ($1,$2,$3,$4,$5,$6,'made',$7,$8,$9) returning *`,
      [newId(), caseId, channelId, newPublicId("LIVE"), smallAmount(line.currency), line.currency, standIn, by, at],
    );
    return checkOfRow(rows[0]!);
  });

/**
 * Looks how the small payment stands, and takes the next step: amount compared, money given back, result recorded. Each step can be
 * taken twice harmlessly, so that page and job may both do it, at once.
 *
 * @returns the check after it; null when there is none
 * @throws UpstreamError when the PSP cannot be asked; to be tried again
 */
export async function lookAtLiveCheck(platform: LiveParts, id: string): Promise<LiveCheck | null> {
  const check = await findCheck(platform, id);
  if (!check?.orderRef || check.state === "passed" || check.state === "failed") return check;
  const gateway = gatewayOf(platform);
  const payment = await gateway.paymentOf(gateway.house, check.orderRef);
  const isOver = platform.now().getTime() - check.madeAt.getTime() > waitedForMs;
  if (payment?.status === "Initiated" || payment?.status === "Pending")
    return isOver ? fail(platform, check, "notPaid") : check;
  if (payment?.status !== "Success") return fail(platform, check, "notPaid");
  await platform.pool.query(
    "update live_check set state = 'paid', paid_at = coalesce(paid_at, $2) where id = $1 and state = 'made'",
    [id, platform.now()],
  );
  const isRight =
    payment.amountMinor === check.amountMinor &&
    payment.currency === check.currency &&
    payment.orderNo === check.orderNo;
  try {
    // Whatever was paid is given back, the right amount or not.
    const refund = await gateway.refund(gateway.house, check.orderRef, payment.amountMinor, check.id);
    return isRight ? pass(platform, check, refund.refundRef) : fail(platform, check, "wrongAmount");
  } catch (error) {
    if (!(error instanceof PaymentRefused)) throw error;
    return fail(platform, check, isRight ? "refundRefused" : "wrongAmount");
  }
}

const pass = (platform: LiveParts, check: LiveCheck, refundRef: string) =>
  close(platform, check, "passed", (tx) =>
    tx.query(
      "update live_check set state = 'passed', refund_ref = $2, closed_at = $3 where id = $1 and closed_at is null",
      [check.id, refundRef, platform.now()],
    ),
  );

const fail = (platform: LiveParts, check: LiveCheck, failure: LiveFailure) =>
  close(platform, check, "failed", (tx) =>
    tx.query(
      "update live_check set state = 'failed', failure = $2, closed_at = $3 where id = $1 and closed_at is null",
      [check.id, failure, platform.now()],
    ),
  );

/** Row and event in one transaction; where the channel has moved on meanwhile the row is closed all the same. */
async function close(
  platform: LiveParts,
  check: LiveCheck,
  outcome: "passed" | "failed",
  write: (tx: Tx) => Promise<unknown>,
): Promise<LiveCheck | null> {
  const { refused } = await orRefused(
    dispatch(platform, {
      subject: check.channelId,
      event: { type: "RECORD_LIVE_PAYMENT", outcome, ref: check.id },
      actor: system,
      idempotencyKey: `liveCheck/${check.id}`,
      also: async (tx) => {
        await write(tx);
      },
    }),
  );
  if (refused) await write(platform.pool);
  return findCheck(platform, check.id);
}

/** The worker's way: look, and come again while it is open. */
export async function followLiveCheck(platform: LiveParts, id: string): Promise<void> {
  const check = await lookAtLiveCheck(platform, id);
  if (check?.state === "made" || check?.state === "paid") await lookLater(platform.pool, platform, id);
}

const lookLater = (tx: Tx, { now }: Pick<Platform, "now">, id: string): Promise<void> =>
  addJob(tx, {
    task: "followLiveCheck",
    payload: { id },
    key: `followLiveCheck/${id}`,
    runAt: new Date(now().getTime() + LOOK_EVERY_MS),
  });

export async function findCheck({ pool }: Pick<Platform, "pool">, id: string): Promise<LiveCheck | null> {
  const { rows } = await pool.query<CheckRow>("select * from live_check where id = $1", [id]);
  return rows[0] ? checkOfRow(rows[0]) : null;
}

/** A channel's live checks, newest first. */
export async function liveChecks({ pool }: Pick<Platform, "pool">, channelId: string): Promise<LiveCheck[]> {
  const { rows } = await pool.query<CheckRow>(
    "select * from live_check where channel_id = $1 order by made_at desc, id desc limit 10",
    [channelId],
  );
  return rows.map(checkOfRow);
}

interface CheckRow {
  [column: string]: unknown;
  id: string;
  case_id: string;
  channel_id: string;
  order_no: string;
  order_ref: string | null;
  pay_url: string | null;
  amount_minor: string;
  currency: string;
  state: LiveCheck["state"];
  failure: LiveFailure | null;
  refund_ref: string | null;
  stand_in: boolean;
  made_at: Date;
  paid_at: Date | null;
  closed_at: Date | null;
}

const checkOfRow = (row: CheckRow): LiveCheck => ({
  id: row.id,
  caseId: row.case_id,
  channelId: row.channel_id,
  orderNo: row.order_no,
  orderRef: row.order_ref,
  payUrl: row.pay_url,
  amountMinor: Number(row.amount_minor),
  currency: row.currency,
  state: row.state,
  failure: row.failure,
  refundRef: row.refund_ref,
  standIn: row.stand_in,
  madeAt: row.made_at,
  paidAt: row.paid_at,
  closedAt: row.closed_at,
});

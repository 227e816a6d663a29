import { catalogueAt } from "#app/catalogue/index.server.ts";
import type { CaseView, ChannelView } from "#app/engine/index.server.ts";
import { masterOf } from "#app/partners/index.server.ts";
import type { Tx } from "#app/platform/db/db.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { currencyHolding, type IdLine, needsSubMerchants, subMerchantsOf } from "#workflows/catalogue/sub-merchants.ts";
import { shopName } from "./channel.server.ts";

type Parts = Pick<Platform, "pool" | "now" | "log">;

/** A channel's approval currencies at a PSP that wants a merchant id for each. */
export interface SubMerchants {
  /** Of this channel. */
  currency: string;
  /** Who the sub-merchants belong to: a partner's master merchant, else the merchant itself. */
  master: { name: string; key: string | null; partner: { nameKo: string; nameEn: string } | null };
  rows: { currency: string; name: string; paymentIds: string[]; isThis: boolean }[];
}

const lineOf = ({ context: { line, paymentId } }: ChannelView): IdLine => ({
  psp: line.channel,
  currency: line.currency,
  paymentId,
});

/** Null for a PSP that is content with one id. */
export async function subMerchantsFor(
  platform: Parts,
  theCase: CaseView,
  channel: ChannelView,
): Promise<SubMerchants | null> {
  const { guide } = await catalogueAt(platform, platform.now());
  const { channel: psp, currency } = channel.context.line;
  const known = guide.channel(psp);
  if (!known || !needsSubMerchants(known)) return null;
  const [shop, master] = await Promise.all([shopName(platform, theCase.id), masterOf(platform, theCase.id)]);
  const open = theCase.channels.filter(({ id, status }) => status === "active" || id === channel.id);
  return {
    currency,
    master: master?.masterName
      ? { name: master.masterName, key: master.masterKey, partner: master.partner }
      : { name: shop, key: null, partner: null },
    rows: subMerchantsOf(open.map(lineOf), psp).map((one) => ({
      ...one,
      name: `${shop} ${one.currency}`,
      isThis: one.currency === currency,
    })),
  };
}

/** The id belongs to another approval currency of the same PSP: with it, money would be approved under the wrong contract. */
export class IdOfAnotherCurrency extends Error {
  readonly currency: string;
  constructor(currency: string) {
    super(`this payment ID is that of ${currency}`);
    this.name = "IdOfAnotherCurrency";
    this.currency = currency;
  }
}

/**
 * For `also` of PROPOSE_PAYMENT_ID at a PSP that wants one id a currency. What a closed channel was given stays that currency's. Two who
 * propose for two currencies at once come one after the other.
 *
 * @throws IdOfAnotherCurrency
 */
export async function keepIdsApart(
  tx: Tx,
  { caseId, channelId, line }: { caseId: string; channelId: string; line: IdLine & { paymentId: string } },
): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`payment_id/${caseId}/${line.psp}`]);
  const { rows } = await tx.query<{ psp: string; currency: string; paymentId: string | null }>(
    `select context->'line'->>'channel' as psp, context->'line'->>'currency' as currency, context->>'paymentId' as "paymentId"
     from subject where case_id = $1 and kind = 'channel' and id <> $2`,
    [caseId, channelId],
  );
  const holder = currencyHolding(rows, line);
  if (holder) throw new IdOfAnotherCurrency(holder);
}

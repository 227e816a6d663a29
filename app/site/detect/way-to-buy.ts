import { controlsOf } from "../judge/controls.ts";
import type { Detector, Finding } from "../judge/finding.ts";
import { kindOf } from "../judge/page-kind.ts";
import { anyAmount } from "../lexicon/money.ts";
import { selectorOf } from "../page/dom.ts";

/** An amount that is no price of anything in the basket: what a banner promises. */
const PROMISED =
  /쿠폰|할인|무료|이상|coupon|discount|free|off(?![a-z])|over|クーポン|無料|以上|mã|giảm|miễn phí|คูปอง|ส่วนลด|ฟรี|kupon|voucher|diskon|gratis|折價|折扣|優惠|免運/u;

/**
 * A button that begins a purchase on a page with something to buy. It is a way to an order page, not yet the order
 * page: over the whole site it counts only together with one. A page about one product without any such button, or
 * with one that leads nowhere, to somebody else's market or to a chat, has no way to buy.
 */
export const wayToBuy: Detector = ({ page, voice, products, isDetail }): Finding | null => {
  const kind = kindOf(page, voice);
  if (kind === "account" || kind === "article" || kind === "order") return null;
  const controls = controlsOf(page).filter(({ says }) => says === "buy" || kind === "basket" || isDetail);
  const finding = (
    verdict: Finding["verdict"],
    reason: Finding["reason"],
    confidence: number,
    list = controls,
  ): Finding => ({
    requirement: "checkout",
    rule: "checkout.wayToBuy",
    version: 2,
    verdict,
    reason,
    confidence,
    evidence: list
      .slice(0, 3)
      .map(({ element, text }) => ({ url: page.url, quote: text, selector: selectorOf(element) })),
    facts: {
      // A shelf's buttons begin a purchase; what the shop's order page is like, a shelf cannot tell.
      ...(isDetail || kind === "basket" ? {} : { onShelf: products.length }),
      buttons: controls.slice(0, 8).map(({ text, state }) => `${text} (${state})`),
    },
  });
  const of = (state: string) => controls.filter((control) => control.state === state);
  // A basket with something priced in it, and the button that leads on to the order.
  if (kind === "basket") {
    const leads = controls.filter(({ state }) => state === "live");
    const holds = page.blocks.some(
      ({ region, hidden, norm }) =>
        region === "main" && !hidden && norm.length <= 140 && anyAmount.test(norm) && !PROMISED.test(norm),
    );
    return holds && leads.length > 0 ? finding("fulfilled", "basketLeadsOn", 0.7, leads) : null;
  }
  if (products.length === 0) return null;
  if (of("live").length > 0) return finding("fulfilled", "buyControl", 0.65, of("live"));
  if (of("market").length > 0) return finding("not", "externalMarket", 0.85, of("market"));
  if (of("messenger").length > 0) return finding("not", "messengerOnly", 0.85, of("messenger"));
  if (of("dead").length > 0) return finding("not", "deadControl", 0.8, of("dead"));
  // Sold out today says nothing of tomorrow's order page.
  if (of("soldOut").length > 0) return null;
  // A window of many goods leads to pages where the buttons are; a page of one product is where they should be.
  const leadsOn = products.some(({ url, source }) => source === "card" && url !== page.url);
  if (isDetail && !products.every(({ soldOut }) => soldOut)) return finding("not", "noWayToBuy", 0.75, []);
  return leadsOn ? null : finding("not", "noWayToBuy", 0.6, []);
};

import { anyAmount } from "../lexicon/money.ts";
import * as refundWords from "../lexicon/refund.ts";
import * as shippingWords from "../lexicon/shipping.ts";
import { daysIn, duration, soon } from "../lexicon/time.ts";
import type { Line } from "./policy-lines.ts";

export type ShippingFacet = "time" | "fee" | "area" | "carrier" | "onTheWay" | "digital";
export type RefundFacet =
  | "period"
  | "condition"
  | "bearer"
  | "moneyBack"
  | "exception"
  | "procedure"
  | "exchangeOnly"
  | "noneAtAll";

const UNIT_IN_LABEL = /일\)?$|\(일|days?|日数|日\)|ngày|วัน|hari|天/u;
const MONEY_IN_LABEL =
  /원\)|krw|usd|\$|円\)|vnd|บาท|rp|元\)|배송비|요금|운임|fee|cost|price|rate|送料|料金|phí|cước|ค่า|ongkir|biaya|tarif|運費|費用/u;

/** "The same day" is said of orders, payments and invoices too: it counts beside a word of sending. */
const isSoon = (text: string, said: string): boolean => {
  const rest = text.replace(/당일|當天|當日|当日|trong ngày|hari yang sama|same[- ]day/gu, " ");
  return soon.test(rest) || (soon.test(text) && SENDS.test(said));
};
const SENDS = new RegExp(`${shippingWords.shipping.source}|출발|보내|寄|發|送|出貨|到達|giao|kirim|ส่ง`, "u");

/** A sentence that ties something to the purchase itself. */
export const purchase =
  /결제|구매|주문|purchase|payment|order|paid|決済|購入|お支払|入金|注文|thanh toán|mua|đặt hàng|ชำระ|ซื้อ|pembayaran|pembelian|bayar|付款|購買|結帳/u;

/** What a sentence about delivery says: when, for how much, where, by whom. */
export function shippingFacets({ text, label, headed, block }: Line): Set<ShippingFacet> {
  const facets = new Set<ShippingFacet>();
  const said = label === "" ? text : `${label} ${text}`;
  const ships = headed || shippingWords.shipping.test(said);
  if (refundWords.otherPeriod.test(text) && !headed && !shippingWords.shipping.test(said)) return facets;
  if (duration.test(text) || isSoon(text, said) || (block.cell && UNIT_IN_LABEL.test(label) && /^\D{0,6}\d/.test(text)))
    facets.add("time");
  if (
    shippingWords.free.test(said) ||
    (ships && anyAmount.test(text)) ||
    (block.cell && MONEY_IN_LABEL.test(label) && /^[\d,.]+$|무료|free|無料|miễn phí|ฟรี|gratis|免/u.test(text))
  )
    facets.add("fee");
  // Under "Delivery" the word needs no noun.
  if (headed && /(?<![a-z])free(?![a-z-])|무료|無料|miễn phí|ฟรี|gratis|免費/u.test(text)) facets.add("fee");
  if (/착불|着払い|calculated at checkout|送料込|到付/u.test(said)) facets.add("fee");
  if (shippingWords.area.test(said)) facets.add("area");
  if (shippingWords.carrier.test(said)) facets.add("carrier");
  if (shippingWords.onTheWay.test(said)) facets.add("onTheWay");
  if (shippingWords.digitalDelivery.test(text) && (facets.has("time") || purchase.test(text))) facets.add("digital");
  return facets;
}

/** What a sentence about giving back says. */
export function refundFacets({ text, label, headed }: Line): Set<RefundFacet> {
  const facets = new Set<RefundFacet>();
  const said = label === "" ? text : `${label} ${text}`;
  const own = refundWords.refund.test(said);
  if (refundWords.otherPeriod.test(text) && !own) return facets;
  if (
    refundWords.otherPeriod.test(text) &&
    /보존|보관|retain|保存|lưu trữ|เก็บ|penyimpanan|個人情報|개인정보|personal (?:data|information)|個人資料/u.test(text)
  )
    return facets;
  const days =
    duration.test(text) ||
    /일주일|이레|1週間|당일 ?(?:중|내|안)|当日中|hari yang sama|trong ngày|ภายในวันเดียว|當(?:日|天)內|shipped|출고 ?전|발송 ?전|발송 ?이전|배송 ?(?:준비|시작)? ?전|before (?:it |your order |the order )?(?:is |has been )?(?:ship|dispatch)|発送前|trước khi (?:giao|gửi)|ก่อนจัดส่ง|sebelum (?:dikirim|pengiriman)|出貨前/u.test(
      text,
    );
  const isOtherDeadline = refundWords.payByThen.test(text) || refundWords.invoice.test(text);
  if (days && !isOtherDeadline && (own || headed) && !refundWords.couponPeriod.test(text)) facets.add("period");
  if (refundWords.condition.test(text)) facets.add("condition");
  if (refundWords.bearer.test(said)) facets.add("bearer");
  if (refundWords.moneyBack.test(said)) facets.add("moneyBack");
  if (refundWords.exception.test(said)) facets.add("exception");
  if (refundWords.procedure.test(text)) facets.add("procedure");
  if (refundWords.exchangeOnly.test(said)) facets.add("exchangeOnly");
  if (refundWords.noneAtAll.test(said)) facets.add("noneAtAll");
  return facets;
}

/** The number of days within which goods may come back, as far as a sentence says so. */
export const refundDays = ({ text }: Line): number[] =>
  refundWords.refund.test(text) ||
  /수령|받(?:은|으신|고|아|으시)|배송 ?완료|receipt|receiv|deliver|到着|受け取|nhận|ได้รับ|diterima|terima|收到/u.test(
    text,
  )
    ? daysIn(text).filter((days) => days >= 1 && days <= 400)
    : [];

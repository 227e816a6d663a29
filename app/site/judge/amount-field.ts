import { ancestors, attribute, descendants, type Element, labelFor } from "../page/dom.ts";
import { normalise } from "../page/normalise.ts";
import type { Page } from "../page/page.ts";

/** A field for money by its name. */
const BY_NAME = /(?:^|[_\-[])(?:amount|amt|price|money|payamount|payprice|donation)(?:$|[_\-\]])/i;
/** A field for money by what stands beside or in it. */
const BY_WORDS =
  /금액|(?<![a-z])(?:amount|donation)(?![a-z])|金額|số tiền|จำนวนเงิน|(?:jumlah|nominal) (?:bayar|pembayaran|donasi|transfer)|^nominal$/u;
/** Money that is not what is paid: what a list is narrowed to, points that are used up, what is sent back. */
const OTHER_MONEY =
  /(?:^|[_\-[.])(?:min|max|from|to|start|end|filter|range|search|point|points|mileage|coupon|voucher|discount|reserve|reserves|deposit|credit|tip|gift|refund|qty)(?:$|[_\-\].\d])|적립금|포인트|마일리지|쿠폰|예치금|할인|충전|최소|최대|환불|points?|coupon|discount|gift card|minimum|maximum|refund|ポイント|クーポン|最低|最高|返金|điểm|giảm giá|tối thiểu|tối đa|แต้ม|คูปอง|ต่ำสุด|สูงสุด|poin|kupon|minimal|maksimal|點數|優惠|最小|最大/iu;

/** The field in which a buyer types what is to be paid, when there is one: prices have to be fixed. */
export function amountFieldOf(page: Page): Element | undefined {
  return page.elements.find((element) => {
    const { name, attribs } = element;
    if (name !== "input" || !/^(?:|text|number|tel)$/.test(attribs.type ?? "")) return false;
    if ("readonly" in attribs || "disabled" in attribs) return false;
    const names = [attribs.name ?? "", attribs.id ?? ""];
    const words = normalise(`${attribute(element, "placeholder")} ${labelFor(element, page.elements)}`).slice(0, 120);
    if ([...names, words].some((text) => OTHER_MONEY.test(text)) || isSearched(element)) return false;
    return names.some((text) => BY_NAME.test(text) || /금액/.test(text)) || BY_WORDS.test(words);
  });
}

/** A form that only looks for something. */
const isSearched = (element: Element): boolean => {
  const form = [...ancestors(element)].find(({ name }) => name === "form");
  if (!form) return false;
  return (
    attribute(form, "role") === "search" ||
    [...descendants(form)].some(({ attribs }) => attribs.type === "search") ||
    /search|filter/i.test(`${attribute(form, "class")} ${attribute(form, "id")} ${attribute(form, "action")}`)
  );
};

import {
  basket,
  buy,
  marketplaceHost,
  messengerHref,
  onlineMethod,
  pay,
  paymentCall,
  paymentHost,
  unavailable,
} from "../lexicon/buying.ts";
import { ancestors, attribute, called, descendants, type Element, labelFor, textOf } from "../page/dom.ts";
import { collapse, normalise } from "../page/normalise.ts";
import type { Page } from "../page/page.ts";

export type ControlState = "live" | "dead" | "soldOut" | "market" | "messenger";

/** Something to press that says buy, or pay. */
export interface Control {
  element: Element;
  text: string;
  norm: string;
  says: "buy" | "pay";
  state: ControlState;
}

/** The form that something stands in. */
export const formOf = (element: Element): Element | undefined =>
  [...ancestors(element)].find(({ name }) => name === "form");

const MAX_LABEL = 40;
const NOT_BUYING =
  /주문 ?(?:조회|내역|배송|취소|확인)|구매 ?(?:후기|평|안내|내역|문의|혜택|가이드|확정)|결제 ?(?:안내|방법|수단|취소|내역)|장바구니 ?(?:보기|가기|조회|비우기)|내 ?장바구니|view (?:cart|bag|basket)|my cart|shopping cart|continue shopping|how to|order (?:status|history|tracking)|track|payment (?:methods?|options?|policy|info)|buyer|guide|subscribe to|newsletter|구독(?:하기)? ?(?:뉴스|메일)|뉴스레터|注文(?:履歴|方法|確認|状況)|購入(?:履歴|方法|ガイド)|(?:カート|か?ご|カゴ|バッグ)を?見る|買い物かごを見る|(?:お)?支払い?(?:い)?方法|giỏ hàng(?: \(|$)|xem giỏ|hướng dẫn|phương thức|วิธี|ดูตะกร้า|^ตะกร้า(?:สินค้า)?$|ช่องทาง|cara|metode|lihat keranjang|^keranjang(?: belanja)?$|購物說明|訂單查詢|查看購物車|付款方式|購物須知|help|faq|coupon|쿠폰|gift card balance|search|login|log in|sign in|로그인|cookie|apply|적용/u;

/** Every control of a page that would begin or end a purchase, and whether pressing it could do anything. */
export function controlsOf(page: Page): Control[] {
  const hasScripts = page.scripts.some(({ src, text }) => src !== "" || text.trim().length > 40);
  const controls: Control[] = [];
  for (const element of page.elements) {
    const label = labelOf(element);
    if (label === null) continue;
    const norm = normalise(label);
    if (norm === "" || norm.length > MAX_LABEL || inSilent(element)) continue;
    const says = saying(element, norm);
    if (!says) continue;
    controls.push({ element, text: collapse(label), norm, says, state: stateOf(element, norm, hasScripts) });
  }
  return controls;
}

/** The words on something that can be pressed; null for everything else. */
function labelOf(element: Element): string | null {
  const { name, attribs } = element;
  if (name === "input") {
    if (!/^(?:submit|button|image)$/.test(attribs.type ?? "")) return null;
    return attribs.value || attribs.alt || attribs["aria-label"] || attribs.title || "";
  }
  const isPressed =
    name === "button" ||
    name === "a" ||
    attribs.role === "button" ||
    (("onclick" in attribs || /(?:^|\s)(?:btn|button)(?:$|[\s_-])/.test(attribs.class ?? "")) &&
      /^(?:div|span|img|li|p)$/.test(name));
  if (!isPressed) return null;
  const words = collapse(textOf(element));
  if (words !== "") return words;
  const picture = name === "img" ? element : [...descendants(element)].find((inner) => inner.name === "img");
  return attribs["aria-label"] || attribs.title || attribs.value || (picture ? attribute(picture, "alt") : "") || "";
}

const BUY_CLASS =
  /add[-_]?to[-_]?(?:cart|bag|basket)|btn[-_]?(?:buy|cart|order|basket)|buy[-_]?(?:now|btn|button)|addcart|actioncart|actionbuy|cart[-_]?(?:btn|button|add)|single_add_to_cart_button|product-form__submit|checkout[-_]?(?:btn|button)/;

function saying(element: Element, norm: string): Control["says"] | null {
  if (NOT_BUYING.test(norm)) return null;
  const name = `${called(element)} ${attribute(element, "name").toLowerCase()}`;
  const region = [...ancestors(element)].some(
    (up) =>
      up.name === "nav" ||
      up.name === "footer" ||
      /(?:^|[\s_-])(?:gnb|lnb|breadcrumb)(?:$|[\s_-])|(?:^|\s)(?:site-|page-|main-)?footer(?:$|\s)/.test(called(up)),
  );
  // In a menu "shop now" and "order" are links to elsewhere.
  if (region && element.name === "a") return null;
  // The basket's name alone, on a link that leads somewhere, is the way to the basket and puts nothing into it.
  const isBasketLink =
    element.name === "a" && !NOWHERE.test(attribute(element, "href").trim()) && !("onclick" in element.attribs);
  if (isBasketLink && norm.replace(basket, "").replace(/[^\p{L}]/gu, "") === "") return null;
  const pays = pay.exec(norm);
  const buys = buy.exec(norm);
  const fits = (found: RegExpExecArray | null) =>
    found !== null && found[0].length * 3 >= norm.replace(/[\d.,\s₩$¥원円元đ₫฿()→>»+]/g, "").length;
  if (fits(buys)) return inOrderForm(element) && fits(pays) ? "pay" : "buy";
  if (fits(pays)) return "pay";
  // Pay $39.00 and upgrade, Bayar dan mulai langganan: a form's button that begins with it.
  if (pays?.index === 0 && element.name === "button" && formOf(element)) return "pay";
  // Book and pay, sent to where payments are taken.
  if (pays && isSubmit(element) && PAYS_AT.test(attribute(formOf(element) ?? element, "action"))) return "pay";
  if (endsAPurchase(element)) return "pay";
  if (BUY_CLASS.test(name) && !basket.test(norm) && !/^(?:-|\+|\d+)$/.test(norm)) return "buy";
  return null;
}

/** The form around it asks for an address or a way to pay: what is pressed there ends a purchase. */
const inOrderForm = (element: Element): boolean => {
  const form = formOf(element);
  if (!form) return false;
  return [...descendants(form)].some(
    ({ name, attribs }) =>
      (name === "input" || name === "select" || name === "textarea") &&
      /addr|zip|postal|postcode|receiver|recipient|phone|tel|email|pay|card/i.test(
        `${attribs.name ?? ""} ${attribs.id ?? ""} ${attribs.autocomplete ?? ""}`,
      ) &&
      attribs.type !== "hidden",
  );
};

/** The one button of a form in which a way to pay is chosen ends a purchase, whatever it says: charge, apply, confirm. */
const endsAPurchase = (element: Element): boolean => {
  if (!isSubmit(element)) return false;
  const form = formOf(element);
  if (!form) return false;
  const inner = [...descendants(form)];
  const ways = inner.filter(
    (one) =>
      one.name === "input" &&
      one.attribs.type === "radio" &&
      onlineMethod.test(normalise(labelFor(one, inner)).slice(0, 40)),
  );
  return (
    ways.length > 0 &&
    inner.filter(isSubmit).length === 1 &&
    !GIVING.test(normalise(`${textOf(form)} ${attribute(element, "value")}`))
  );
};

const PAYS_AT = /(?:^|[/._-])(?:pay(?:ment)?s?|checkout)(?:$|[/._?-])/i;

/** What is given buys nothing. */
const GIVING = /후원|기부|헌금|donat|寄付|募金|quyên góp|บริจาค|donasi|捐(?:款|贈|助)/u;

const inSilent = (element: Element): boolean =>
  [...ancestors(element)].some(
    (up) =>
      up.name === "template" ||
      up.name === "noscript" ||
      ("hidden" in up.attribs && !/modal|drawer|panel|tab/.test(called(up))),
  );

const NOWHERE = /^(?:#|#none|#!|javascript:(?:;|void\(0\);?|\/\/)?|)$/i;
const WORDS_OF_APOLOGY =
  /alert\s*\(\s*['"`][^'"`]*(?:준비|점검|품절|문의|coming|soon|not available|unavailable|準備|売り切れ|hết hàng|đang cập nhật|ปิด|หมด|segera|belum|habis|尚未|即將|售完|暫停|中止)/iu;

function stateOf(element: Element, norm: string, hasScripts: boolean): ControlState {
  const { attribs, name } = element;
  if (unavailable.test(norm)) return "soldOut";
  if (
    "disabled" in attribs ||
    attribs["aria-disabled"] === "true" ||
    /(?:^|[\s_-])(?:disabled|soldout|sold-out)(?:$|[\s_-])/.test(called(element))
  )
    return "dead";
  const onclick = attribs.onclick ?? "";
  if (WORDS_OF_APOLOGY.test(onclick) || WORDS_OF_APOLOGY.test(attribs.href ?? "")) return "dead";
  const form = formOf(element);
  const goesTo = [
    attribs.href ?? "",
    attribs["data-href"] ?? "",
    attribs["data-url"] ?? "",
    ...(onclick.match(/https?:\/\/[^'"\s)]+/g) ?? []),
    attribs.formaction ?? (isSubmit(element) ? attribute(form ?? element, "action") : ""),
  ];
  for (const target of goesTo) {
    if (messengerHref.test(target)) return "messenger";
    if (/^https?:/i.test(target) && URL.canParse(target) && marketplaceHost.test(new URL(target).hostname))
      return "market";
  }
  if (onclick.trim() !== "" && !/^\s*(?:return false;?|void\(0\);?|;)\s*$/.test(onclick)) return "live";
  if (name === "a") {
    const href = (attribs.href ?? "").trim();
    if (!NOWHERE.test(href)) return "live";
    return hasHooks(element) && hasScripts ? "live" : "dead";
  }
  if (form && isSubmit(element)) return "live";
  return hasScripts || Object.keys(attribs).some((key) => /^(?:data-|@|v-on|ng-|x-on|wire:)/.test(key))
    ? "live"
    : "dead";
}

const isSubmit = ({ name, attribs }: Element): boolean =>
  name === "button"
    ? (attribs.type ?? "submit") === "submit"
    : name === "input" && /^(?:submit|image)$/.test(attribs.type ?? "");

const hasHooks = ({ attribs }: Element): boolean =>
  Object.keys(attribs).some((key) => /^(?:class|id|data-|@|v-on|ng-|x-on)/.test(key));

/** Kits and windows of payment companies on a page: scripts, frames, forms, calls. */
export function paymentKitsOf(page: Page): { what: string; element: Element | null }[] {
  const kits: { what: string; element: Element | null }[] = [];
  for (const element of page.elements) {
    const target =
      element.name === "form"
        ? attribute(element, "action")
        : element.name === "script" || element.name === "iframe"
          ? attribute(element, "src")
          : "";
    if (target === "" || !URL.canParse(target, page.url)) continue;
    const { hostname } = new URL(target, page.url);
    if (paymentHost.test(`/${hostname}`) && !/fonts|analytics|badge|logo/.test(target))
      kits.push({ what: `${element.name} ${hostname}`, element });
  }
  for (const { text } of page.scripts) {
    const call = paymentCall.exec(text);
    if (call) kits.push({ what: call[0], element: null });
  }
  return kits;
}

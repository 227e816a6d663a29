import { buy } from "../lexicon/buying.ts";
import { refundLabel } from "../lexicon/refund.ts";
import { shippingLabel } from "../lexicon/shipping.ts";
import { normalise } from "../page/normalise.ts";

export type Interest = "policy" | "order" | "product" | "list" | "other" | "none";

const POLICY_WORDS =
  /이용약관|약관|이용 ?안내|쇼핑 ?가이드|자주 ?묻는|faq|q&a|고객센터|회사 ?소개|사업자|개인정보|terms|privacy|policy|policies|help|support|about|company|legal|imprint|customer service|guide|利用規約|特定商取引|特商法|プライバシー|会社概要|ご利用ガイド|よくある質問|điều khoản|chính sách|giới thiệu|hướng dẫn|câu hỏi|ข้อกำหนด|นโยบาย|เกี่ยวกับ|คำถาม|วิธีการ|syarat|kebijakan|tentang|bantuan|panduan|條款|政策|關於|隱私|說明|常見問題|購物須知/u;
const POLICY_PATH =
  /polic(?:y|ies)|terms|agreement|guide|shipping|delivery|refund|return|exchange|cancel|privacy|faq|help|about|company|legal|law|tokushoho|tokutei|mailorder|imprint|chinh-sach|dieu-khoan|huong-dan|doi-tra|giao-hang|kebijakan|syarat|tentang|pengiriman|pengembalian|customer[-_]?service|cs[-_/]?center|notice-legal/;
const ORDER_PATH =
  /\/(?:cart|basket|bag|checkout|order|payment|gio-hang|thanh-toan|keranjang)(?:\/|\.|\?|$)|order\/basket|orderform|shopping-?cart/;
const PRODUCT_PATH =
  /\/(?:products?|goods|items?|p|dp|prd|san-pham|produk|product-detail|detail)\/[^/?]+|product_no=|goodsno=|branduid=|goodscd=|item_id=|product_id=|[?&](?:idx|pid|no)=\d+|goods_view|shopdetail|\/shop\/[^/?]+\.?(?:html?)?$|\/shop_view/;
const LIST_PATH =
  /\/(?:shop|store|category|categories|collections?|products|goods|list|catalog|menu|danh-muc|kategori|all)(?:\/|\.|\?|$)|cate_no=|category=|shop_list|goods_list/;
const NEVER =
  /\.(?:jpe?g|png|gif|svg|webp|avif|ico|css|js|mjs|json|pdf|zip|mp4|webm|mp3|woff2?|ttf|xml|rss|atom|docx?|xlsx?|pptx?|apk|exe|dmg)(?:$|\?)|log-?out|signout|log-?in|sign-?in|signup|register|member\/|mypage|my-?account|wish|compare|password|unsubscribe|print|\/feed(?:\/|$)|wp-json|\/cdn-cgi\/|[?&](?:sort|order|orderby|filter|dir|replytocom|add-to-cart|share|lang)=/;
const ARTICLE_PATH =
  /\/(?:blogs?|news|posts?|magazine|journal|articles?|board|bbs|community|events?|press|reviews?)(?:\/|$|\?)/;

/** What a link is likely to lead to, by its words and its address: decides the order in which a short visit asks. */
export function interestOf(url: URL, words: string): Interest {
  const path = decoded(url.pathname + url.search).toLowerCase();
  const norm = normalise(words);
  if (NEVER.test(path)) return "none";
  const isLabel = norm.length > 0 && norm.length <= 60;
  if (
    isLabel &&
    !ARTICLE_PATH.test(path) &&
    (shippingLabel.test(norm) || refundLabel.test(norm) || POLICY_WORDS.test(norm))
  )
    return "policy";
  if (POLICY_PATH.test(path) && !PRODUCT_PATH.test(path) && !ARTICLE_PATH.test(path)) return "policy";
  if (ORDER_PATH.test(path)) return "order";
  if (PRODUCT_PATH.test(path)) return "product";
  if (LIST_PATH.test(path)) return "list";
  if (isLabel && buy.test(norm)) return "product";
  return "other";
}

/** How many of each a visit of fifty may hold, in the order of asking. */
export const share: Record<Exclude<Interest, "none">, number> = {
  policy: 16,
  order: 4,
  list: 6,
  product: 16,
  other: 12,
};
export const order: Exclude<Interest, "none">[] = ["policy", "order", "list", "product", "other"];

const TRACKING = /^(?:utm_\w+|fbclid|gclid|ref|referrer|source|_ga|mc_cid|mc_eid|spm|srsltid)$/;

/** One spelling for one page: no fragment, no tracking, no trailing index. Null for what is not a page of the web. */
export function canonical(text: string, base: string): URL | null {
  if (!URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  url.hash = "";
  for (const key of [...url.searchParams.keys()]) if (TRACKING.test(key)) url.searchParams.delete(key);
  url.pathname = url.pathname.replace(/\/index\.(?:html?|php|jsp|asp)$/i, "/");
  return url;
}

/** The same shop: the host, with or without `www.` or `m.`, or a house below it; the port is part of the name. */
export function isSameShop(url: URL, origin: URL): boolean {
  const bare = (host: string) => host.toLowerCase().replace(/^(?:www|m|mobile)\./, "");
  return bare(url.host) === bare(origin.host) || bare(url.host).endsWith(`.${bare(origin.host)}`);
}

const decoded = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

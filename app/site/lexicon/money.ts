/** A price as shops write one, and its currency. */
export interface Price {
  /** In major units; what a person reads. */
  amount: number;
  /** ISO 4217. */
  currency: string;
  text: string;
}

// Grouped (12,900 / 45.000), plain (900), or with decimals (39.90 / 39,90).
const NUMBER = "\\d{1,3}(?:[,. ’']\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?";
const BEFORE =
  "krw|₩|us\\$|usd|nt\\$|twd|hk\\$|hkd|s\\$|sgd|a\\$|aud|rm(?![a-z])|myr|jpy|¥|￥|vnd|thb|฿|rp\\.?|idr|eur|€|gbp|£|inr|₹|rs\\.?|cny|rmb|php|₱|\\$";
const AFTER =
  "만 ?원|천 ?원|원|krw|円|日圓|jpy|dollars?|usd|₫|đ(?![\\p{L}])|vnđ|vnd|đồng|บาท|thb|฿|rupiah|idr|元|塊|ntd|twd|nt\\$|€|eur|£|usd|k(?![\\p{L}])";

const PRICE = new RegExp(
  `(?<![a-zà-ỹ가-힣\\d.,])(?:(?<before>${BEFORE})\\s?(?<a>${NUMBER})(?![\\d%])|(?<b>${NUMBER})\\s?(?<after>${AFTER})(?!\\s?(?:이상|미만|할인|쿠폰|적립|off)))`,
  "gu",
);

const CURRENCIES: [RegExp, string][] = [
  [/원|krw|₩/, "KRW"],
  [/円|jpy|日圓/, "JPY"],
  [/nt\$|twd|ntd|塊/, "TWD"],
  [/₫|đ|vn[dđ]|đồng/, "VND"],
  [/บาท|thb|฿/, "THB"],
  [/rp|rupiah|idr/, "IDR"],
  [/元/, "TWD"],
  [/hk/, "HKD"],
  [/(?<!u)s\$|sgd/, "SGD"],
  [/a\$|aud/, "AUD"],
  [/rm(?!b)|myr/, "MYR"],
  [/cny|rmb/, "CNY"],
  [/eur|€/, "EUR"],
  [/gbp|£/, "GBP"],
  [/inr|₹|rs/, "INR"],
  [/php|₱/, "PHP"],
  [/¥|￥/, "JPY"],
  [/\$|usd|dollar/, "USD"],
];

/** @param text normalised; amounts that are a condition (30,000원 이상) or a discount are not prices */
export function pricesIn(text: string): Price[] {
  const prices: Price[] = [];
  for (const { 0: found, groups = {} } of text.matchAll(PRICE)) {
    const unit = (groups.before ?? groups.after ?? "").trim();
    const currency = CURRENCIES.find(([sign]) => sign.test(unit))?.[1];
    const amount = amountOf(groups.a ?? groups.b ?? "");
    if (!currency || Number.isNaN(amount)) continue;
    const times = unit.startsWith("만") ? 10_000 : unit.startsWith("천") ? 1_000 : 1;
    prices.push({ amount: amount * times, currency, text: found.trim() });
  }
  return prices;
}

/** `1,234.50`, `1.234,50`, `45.000`, `39.90`: three digits after the last mark are a group, fewer are decimals. */
export function amountOf(text: string): number {
  const digits = text.replace(/[ ’']/g, "");
  const last = Math.max(digits.lastIndexOf(","), digits.lastIndexOf("."));
  if (last < 0) return Number(digits);
  const tail = digits.length - last - 1;
  if (tail === 3) return Number(digits.replace(/[,.]/g, ""));
  return Number(`${digits.slice(0, last).replace(/[,.]/g, "")}.${digits.slice(last + 1)}`);
}

/** Any amount of money, conditions and discounts included. */
export const anyAmount = new RegExp(`(?:(?:${BEFORE})\\s?(?:${NUMBER}))|(?:(?:${NUMBER})\\s?(?:${AFTER}))`, "u");

import type { SiteRequirement } from "#workflows/site/requirements.ts";
import { type Company, companyFor, footerOf } from "./business.ts";
import type { Pack, PackLang, Section } from "./pack.ts";
import { packs } from "./packs/index.ts";
import { type Random, randomFrom } from "./random.ts";
import { heldOut, type SectionStyle, styles } from "./sections.ts";

export interface MadePage {
  path: string;
  html: string;
  /** What this page by itself meets; absent where it says nothing certain. */
  truth?: Partial<Record<SiteRequirement, boolean>>;
}

export interface MadeShop {
  id: string;
  lang: PackLang;
  scenario: string;
  goods: "physical" | "digital";
  heldOut: boolean;
  pages: MadePage[];
  truth: Record<SiteRequirement, boolean>;
  company: Company;
}

const all: Record<SiteRequirement, boolean> = {
  products: true,
  shippingPolicy: true,
  refundPolicy: true,
  checkout: true,
};

/** What is wrong with a shop, by name. `shipping:x` and `refund:x` take x from the language's pack. */
export function scenariosFor(pack: Pack): string[] {
  return [
    "good",
    "good:combined",
    "good:inProduct",
    "good:terms",
    "good:digital",
    "good:alternate",
    ...Object.keys(pack.notShipping).map((name) => `shipping:${name}`),
    "shipping:none",
    "shipping:article",
    "shipping:reviews",
    ...Object.keys(pack.notRefund).map((name) => `refund:${name}`),
    "refund:none",
    "refund:article",
    "refund:provider",
    "refund:history",
    "refund:comment",
    "products:few",
    "products:test",
    "products:zero",
    "products:soldOut",
    "products:quote",
    "products:typed",
    "products:empty",
    "checkout:none",
    "checkout:dead",
    "checkout:market",
    "checkout:chat",
    "checkout:offline",
    "checkout:later",
  ];
}

export function makeShop(lang: PackLang, scenario: string, seed: number, useHeldOut = false): MadeShop {
  const pack = packs[lang];
  const random = randomFrom(seed);
  const company = companyFor(lang, random);
  const [area, what = ""] = scenario.split(":") as [string, string?];
  const truth = { ...all };
  if (area in { products: 1, checkout: 1 }) truth[area as SiteRequirement] = false;
  if (area === "shipping") truth.shippingPolicy = false;
  if (area === "refund") truth.refundPolicy = false;
  if (area === "products" && (what === "empty" || what === "quote" || what === "typed"))
    truth.checkout = what === "typed";

  const isDigital = what === "digital";
  const style = random.pick(Object.values(useHeldOut ? heldOut : styles));
  const site = new Site(pack, company, random, style);
  const goods = pickGoods(pack, random, isDigital ? "digital" : what, area);
  const shipping =
    area === "shipping"
      ? (pack.notShipping[what] ?? null)
      : random.pick(isDigital ? pack.digitalDelivery : pack.shipping);
  const refund = area === "refund" ? (pack.notRefund[what] ?? null) : random.pick(pack.refund);
  const inProduct = what === "inProduct";
  const extra = [...(inProduct && shipping ? [shipping] : []), ...(inProduct && refund ? [refund] : [])];

  site.home(goods, area === "products" ? what : "", area === "checkout" ? what : "");
  for (const [index, item] of goods.entries())
    site.product(
      item,
      index,
      area === "products" ? what : "",
      area === "checkout" ? what : "",
      extra,
      area === "shipping" && what === "reviews",
    );
  if (!inProduct) {
    if (what === "combined" && shipping && refund)
      site.policies("/guide", `${pack.menu.shipping} / ${pack.menu.refund}`, [shipping, refund], {
        shippingPolicy: true,
        refundPolicy: true,
      });
    else {
      if (shipping) site.policies("/shipping", shipping.title, [shipping], { shippingPolicy: truth.shippingPolicy });
      if (refund && what !== "terms")
        site.policies("/refund", refund.title, [refund], { refundPolicy: truth.refundPolicy });
    }
  }
  if (area === "refund" && what === "article") site.article(pack.article[0]!, { refundPolicy: false });
  if (area === "shipping" && what === "article")
    site.article(pack.article[1] ?? pack.article[0]!, { shippingPolicy: false });
  if (area === "refund" && what === "provider")
    site.plain(
      "/payment-terms",
      pack.provider.title,
      `<h1>${pack.provider.title}</h1>${pack.provider.lines.map((line) => `<p>${line}</p>`).join("")}`,
      { refundPolicy: false },
    );
  if (area === "refund" && what === "history") site.history({ refundPolicy: false });
  if (area === "refund" && what === "comment") site.commented(random.pick(pack.refund), { refundPolicy: false });
  if (area === "good" && random.chance(0.5)) site.article(random.pick(pack.article));
  site.terms(what === "terms" ? refund : null);
  if (!(area === "checkout" && what !== "offline" && what !== "later") && truth.checkout) site.basketAndOrder(goods[0]);
  if (area === "checkout" && (what === "offline" || what === "later")) site.basketAndOrder(goods[0], what);
  return {
    id: `${lang}-${scenario.replace(":", "-")}-${seed}${useHeldOut ? "-h" : ""}`,
    lang,
    scenario,
    goods: isDigital ? "digital" : "physical",
    heldOut: useHeldOut,
    pages: site.pages,
    truth,
    company,
  };
}

function pickGoods(pack: Pack, random: Random, what: string, area: string): [string, number][] {
  if (what === "digital") return random.some(pack.digital, 1 + random.int(pack.digital.length));
  if (area !== "products") return random.some(pack.goods, 4 + random.int(3));
  if (what === "few") return random.some(pack.goods, 1 + random.int(2));
  if (what === "test") return random.some(pack.testNames, 3).map((name, index) => [name, (index + 1) * 1_000]);
  if (what === "zero") return random.some(pack.goods, 3).map(([name]) => [name, 0]);
  return random.some(pack.goods, 4);
}

/** Builds the pages of one shop in one of several hands: hosted-shop templates, a theme, tables of the nineties, soup. */
class Site {
  readonly pages: MadePage[] = [];
  private readonly foot: string;
  private readonly hand: number;
  private readonly pack: Pack;
  private readonly random: Random;
  private readonly style: SectionStyle;
  private count = 0;

  constructor(pack: Pack, company: Company, random: Random, style: SectionStyle) {
    this.pack = pack;
    this.random = random;
    this.style = style;
    this.foot = footerOf(pack.lang, company, random);
    this.hand = random.int(5);
  }

  private page(path: string, title: string, main: string, truth?: MadePage["truth"]) {
    const { menu, lang } = this.pack;
    const nav = `<a href="/">${menu.shop}</a> <a href="/cart">${menu.cart}</a> <a href="/blog/1">${menu.notice}</a>`;
    const links = `<a href="/shipping">${menu.shipping}</a> <a href="/refund">${menu.refund}</a> <a href="/terms">${menu.terms}</a> <a href="/privacy">${menu.privacy}</a>`;
    const declared = this.random.chance(0.7) ? ({ zh: "zh-TW" }[lang as "zh"] ?? lang) : "en";
    const head = `<!DOCTYPE html><html lang="${declared}"><head><meta charset="utf-8"><title>${title} - Shop</title><!-- {TITLE} 환불 7일 refund within 30 days --><script src="/js/app.js"></script><template><p>{BIZ_NO} {COMPANY}</p></template></head>`;
    const frames = [
      `<body><header><div class="logo"><a href="/">Shop</a></div><nav>${nav}</nav></header><main>${main}</main><footer><nav>${links}</nav>${this.foot}</footer></body>`,
      `<body id="wrap"><div id="header"><ul class="gnb"><li>${nav}</li></ul></div><div id="container"><div id="contents">${main}</div></div><div id="footer"><div class="inner"><div class="util">${links}</div>${this.foot}</div></div></body>`,
      `<body><table width="960" align="center"><tr><td>${nav}</td></tr><tr><td>${main}</td></tr><tr><td class="footer">${links}<br>${this.foot}</td></tr></table></body>`,
      `<body class="page"><div class="site-header"><div class="header__inner">${nav}</div></div><div class="site-main"><div class="container">${main}</div></div><section class="footer-section"><div>${links}</div><div class="biz">${this.foot}</div></section></body>`,
      `<body><div class="l1"><div class="l2">${nav}</div><div class="l3">${main}</div><footer class="ft"><div>${links}</div><div>${this.foot}</div></footer></div></body>`,
    ];
    this.pages.push({ path, html: `${head}${frames[this.hand]}</html>`, truth });
  }

  private price(amount: number, products: string) {
    return products === "quote" ? this.pack.quote : this.pack.price(amount);
  }

  home(goods: [string, number][], products: string, checkout: string) {
    const { pack, random, hand } = this;
    const card = ([name, amount]: [string, number], index: number) => {
      const price = this.price(amount, products);
      const out = products === "soldOut" ? `<span class="badge">${pack.soldOut}</span>` : "";
      const href = `/product/${index + 1}`;
      const quick =
        hand === 3 && checkout === "" && products === ""
          ? `<button type="button" class="btn-cart" data-id="${index}">${pack.buttons.cart}</button>`
          : "";
      return [
        `<li class="item"><a href="${href}"><img src="/i/${index}.jpg" alt="${name}"><strong class="name">${name}</strong></a><p class="price">${price}</p>${out}</li>`,
        `<li id="anchorBoxId_${index}"><div class="thumbnail"><a href="${href}"><img src="/i/${index}.jpg" alt=""></a></div><div class="description"><strong class="name"><a href="${href}"><span>${name}</span></a></strong><ul class="spec"><li><span>${price}</span></li></ul>${out}</div></li>`,
        `<td align="center"><a href="${href}"><img src="/i/${index}.gif" border="0"></a><br><a href="${href}">${name}</a><br><b>${price}</b>${out}</td>`,
        `<article class="card"><a href="${href}"><figure><img src="/i/${index}.webp" alt="${name}"></figure><h3>${name}</h3><div>${price}</div></a>${out}${quick}</article>`,
        `<div class="g"><a href="${href}" class="t"><div class="im"><img src="/i/${index}.png"></div><div class="tx">${name}</div><div class="pr"><del>${price}</del> ${price}</div></a>${out}</div>`,
      ][hand]!;
    };
    const list =
      products === "empty"
        ? `<p>${pack.emptyList}</p>`
        : hand === 2
          ? `<table><tr>${goods.map(card).join("")}</tr></table>`
          : `<ul>${goods.map(card).join("")}</ul>`;
    const badge = random.chance(0.4) ? `<div class="banner">${pack.shipping[0]!.title}</div>` : "";
    this.page(
      "/",
      pack.menu.shop,
      `<h1>${pack.menu.shop}</h1>${badge}${list}`,
      products === "typed"
        ? undefined
        : { products: !["test", "zero", "quote", "empty", "soldOut"].includes(products) },
    );
  }

  product(
    [name, amount]: [string, number],
    index: number,
    products: string,
    checkout: string,
    extra: Section[],
    withReviews: boolean,
  ) {
    if (products === "empty") return;
    const { pack, random, hand } = this;
    const price = this.price(amount, products);
    const controls = this.controls(products, checkout, index);
    const typed =
      products === "typed"
        ? `<label>${pack.checkout.title} <input type="text" name="amount" placeholder="0"></label>`
        : "";
    const shownPrice = products === "typed" ? "" : `<p class="price">${price}</p>`;
    const data =
      hand % 2 === 0 && products !== "quote" && products !== "typed"
        ? `<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", "@type": "Product", name, image: "/i.jpg", offers: { "@type": "Offer", price: hand === 0 && pack.lang === "en" ? amount / 100 : amount, priceCurrency: "KRW", availability: `https://schema.org/${products === "soldOut" ? "OutOfStock" : "InStock"}` } })}</script>`
        : "";
    const reviews =
      withReviews || random.chance(0.5)
        ? `<div class="reviews"><h2>${pack.reviews.title}</h2>${pack.reviews.lines.map((line) => `<div class="review-item"><p>${line}</p></div>`).join("")}</div>`
        : "";
    const sections = extra.map((section) => this.style(section, this.count++)).join("");
    const heads = [
      `<div class="detail"><h1>${name}</h1><img src="/i/${index}.jpg" alt="${name}">${shownPrice}${typed}${controls}</div>`,
      `<div class="xans-product-detail"><div class="headingArea"><h2>${name}</h2></div><div class="keyImg"><img src="/i/${index}.jpg"></div><table><tbody><tr><th scope="row">${pack.checkout.title}</th><td><strong>${shownPrice.replace(/<\/?p[^>]*>/g, "")}</strong></td></tr></tbody></table>${typed}<div class="btnArea">${controls}</div></div>`,
      `<table><tr><td><img src="/i/${index}.gif"></td><td><font size="4"><b>${name}</b></font><br>${shownPrice}${typed}<br>${controls}</td></tr></table>`,
      `<section class="product"><div class="product__media"><img src="/i/${index}.webp"></div><div class="product__info"><h1 class="product__title">${name}</h1><div class="price">${shownPrice.replace(/<\/?p[^>]*>/g, "")}</div>${typed}${controls}</div></section>`,
      `<div class="p"><div class="im"><img src="/i/${index}.png"></div><h1>${name}</h1><span>${shownPrice.replace(/<\/?p[^>]*>/g, "")}</span>${typed}${controls}</div>`,
    ];
    const meets = !["test", "zero", "quote", "soldOut", "typed"].includes(products);
    const truth: MadePage["truth"] = { products: meets };
    if (checkout !== "") truth.checkout = checkout === "offline" || checkout === "later";
    if (checkout === "offline" || checkout === "later") delete truth.checkout;
    if (extra.length === 2) Object.assign(truth, { shippingPolicy: true, refundPolicy: true });
    this.page(`/product/${index + 1}`, name, `${heads[hand]}${sections}${data}${reviews}`, truth);
  }

  private controls(products: string, checkout: string, index: number): string {
    const { buttons } = this.pack;
    if (products === "soldOut") return `<button type="button" disabled>${buttons.soldOut}</button>`;
    if (products === "quote") return `<a href="/contact">${buttons.ask}</a>`;
    switch (checkout) {
      case "none":
        return "";
      case "dead":
        return this.random.pick([
          `<button type="button" disabled>${buttons.buy}</button>`,
          `<a href="#none" onclick="alert('준비 중입니다')">${buttons.buy}</a>`,
          `<a href="javascript:;" onclick="alert('Coming soon')">${buttons.buy}</a>`,
        ]);
      case "market":
        return `<a href="https://${this.random.pick(["smartstore.naver.com/shop/products/1", "www.coupang.com/vp/products/1", "shopee.co.id/product/1", "www.amazon.com/dp/B0", "item.rakuten.co.jp/shop/1"])}" target="_blank">${buttons.buy}</a>`;
      case "chat":
        return `<a href="https://${this.random.pick(["pf.kakao.com/_abc/chat", "line.me/ti/p/abc", "wa.me/62812345678", "zalo.me/0912345678", "m.me/shop"])}">${buttons.ask}</a> <a href="tel:0212345678">02-1234-5678</a>`;
      default:
        return [
          `<form action="/cart/add" method="post"><input type="hidden" name="id" value="${index}"><button type="submit" name="add">${buttons.cart}</button></form>`,
          `<a href="#none" class="btnSubmit" onclick="product_submit(1, '/exec/front/order/basket/', this)">${buttons.buy}</a> <a href="#none" class="btnNormal" onclick="product_submit(2, '/exec/front/order/basket/', this)">${buttons.cart}</a>`,
          `<form action="/order.php"><input type="image" src="/b.gif" alt="${buttons.buy}"></form>`,
          `<button type="button" class="product-form__submit" data-add>${buttons.cart}</button><button type="button" class="buy-now">${buttons.buy}</button>`,
          `<a class="b" href="/checkout?id=${index}">${buttons.buy}</a>`,
        ][this.hand]!;
    }
  }

  policies(path: string, title: string, sections: Section[], truth: MadePage["truth"]) {
    const body = sections.map((section) => this.style(section, this.count++)).join("");
    const heading = this.random.chance(0.6) ? `<h1>${title}</h1>` : "";
    this.page(path, this.random.chance(0.7) ? title : "Guide", `${heading}${body}`, truth);
  }

  plain(path: string, title: string, main: string, truth?: MadePage["truth"]) {
    this.page(path, title, main, truth);
  }

  article({ title, byline, body }: Pack["article"][number], truth?: MadePage["truth"]) {
    this.page(
      "/blog/1",
      title,
      `<article class="post"><h1>${title}</h1><p class="meta">${byline}</p>${body.map((line) => `<p>${line}</p>`).join("")}</article>`,
      truth,
    );
  }

  history(truth: MadePage["truth"]) {
    const { title, head, rows } = this.pack.history;
    this.page(
      "/mypage/refunds",
      title,
      `<h1>${title}</h1><table><thead><tr>${head.map((cell) => `<th>${cell}</th>`).join("")}</tr></thead><tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</tbody></table>`,
      truth,
    );
  }

  /** The policy stands in a comment, a template and a script, and nowhere else. */
  commented(section: Section, truth: MadePage["truth"]) {
    const text = section.lines.map((line) => (typeof line === "string" ? line : line.join(": "))).join(" ");
    this.page(
      "/refund",
      section.title,
      `<h1>${section.title}</h1><!-- ${text} --><template><p>${text}</p></template><script type="text/template"><p>${text}</p></script>`,
      truth,
    );
  }

  terms(refund: Section | null) {
    const { menu } = this.pack;
    const body = refund ? this.style(refund, this.count++) : "";
    this.page(
      "/terms",
      menu.terms,
      `<h1>${menu.terms}</h1><h2>1</h2><p>Shop.</p>${body}`,
      refund ? { refundPolicy: true } : undefined,
    );
    this.page("/privacy", menu.privacy, `<h1>${menu.privacy}</h1><p>…</p>`);
  }

  basketAndOrder(item: [string, number] | undefined, flaw = "") {
    const { pack, hand } = this;
    const { buttons, methods, checkout } = pack;
    const [name, amount] = item ?? pack.goods[0]!;
    this.page(
      "/cart",
      pack.menu.cart,
      `<h1>${pack.menu.cart}</h1><table><tr><td>${name}</td><td>${pack.price(amount)}</td></tr></table><a href="/checkout" class="btn">${buttons.order}</a>`,
    );
    if (flaw === "later") {
      const notice = {
        ko: "결제 기능은 준비 중입니다.",
        en: "Payment is coming soon.",
        ja: "決済は準備中です。",
        vi: "Chức năng thanh toán đang cập nhật.",
        th: "ระบบชำระเงินกำลังปรับปรุง",
        id: "Pembayaran segera hadir.",
        zh: "結帳功能即將推出。",
      }[pack.lang];
      return this.page("/checkout", checkout.title, `<h1>${checkout.title}</h1><p>${notice}</p>`, { checkout: false });
    }
    const list = flaw === "offline" ? methods.offline : methods.online;
    const options = [
      list
        .map((method, index) => `<label><input type="radio" name="pay" value="m${index}"> ${method}</label>`)
        .join(""),
      list
        .map(
          (method, index) =>
            `<span><input type="radio" id="m${index}" name="addr_paymethod" value="p${index}"><label for="m${index}">${method}</label></span>`,
        )
        .join(""),
      `<select name="paymethod">${list.map((method) => `<option>${method}</option>`).join("")}</select>`,
      `<h3>${methods.title}</h3><ul class="payment-methods">${list.map((method) => `<li><button type="button" class="payment-method">${method}</button></li>`).join("")}</ul>`,
      list
        .map((method, index) => `<input type="radio" name="payment_method" value="x${index}"> ${method}<br>`)
        .join(""),
    ][hand];
    this.page(
      "/checkout",
      checkout.title,
      `<h1>${checkout.title}</h1><form action="/order" method="post"><label>${checkout.name}<input name="receiver"></label><label>${checkout.address}<input name="addr"></label><label>${checkout.phone}<input name="tel"></label><fieldset><legend>${methods.title}</legend>${options}</fieldset><button type="submit">${buttons.pay}</button></form>`,
      { checkout: flaw !== "offline" },
    );
  }
}

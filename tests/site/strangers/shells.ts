import { type Chrome, chrome } from "./chrome.ts";

interface Inner {
  lang: string;
  title: string;
  body: string;
  foot: string;
  charset: string;
}

type Parts = Omit<Inner, "foot"> & Chrome;

const li = (words: string[], path: string) =>
  words.map((word, at) => `<li class="n${at}"><a href="${path}${at + 1}">${word}</a></li>`).join("\n      ");
const noise = (seed: string, lines: number) =>
  Array.from(
    { length: lines },
    (_, at) =>
      `.${seed}-${at}{margin:0 0 ${at % 9}px;padding:${at % 5}px ${at % 7}px;color:#${((at * 7919) % 4096).toString(16).padStart(3, "0")}}`,
  ).join("");
const head = (
  { lang, title, charset }: Pick<Inner, "lang" | "title" | "charset">,
  more: string,
  doctype = "<!DOCTYPE html>",
  wrongLang?: string,
) =>
  `${doctype}\n<html lang="${wrongLang ?? (lang === "zh" ? "zh-Hant-TW" : lang)}">\n<head>\n<meta charset="${charset}">\n<meta name="viewport" content="width=device-width,initial-scale=1">\n<title>${title}</title>\n${more}\n</head>`;
const gtm = `<script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}gtag('js',new Date());gtag('config','G-1X2Y3Z',{currency:'USD'});</script>`;

/** Frames of the shop systems: what stands around every page there, with their noise. Each has its own habits. */
export const shells: Record<string, (parts: Parts) => string> = {
  cafe24: (
    p,
  ) => `${head(p, `<link rel="stylesheet" href="//img.echosting.cafe24.com/css/module/layout.css"><style>${noise("xans", 60)}</style><script>var EC_FRONT_JS_CONFIG_SHOP={"sSearchBannerUseFlag":"F","aOptionPrice":{"add":"0.00"}};var CAFE24API={MALL_ID:'stranger'};var basket_result='/product/add_basket.html';</script>`, `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">`)}
<body id="main"><div id="skipNavigation"><p><a href="#category">전체상품목록 바로가기</a></p><p><a href="#contents">본문 바로가기</a></p></div>
<div id="wrap"><div id="header"><div class="xans-element- xans-layout xans-layout-statelogoff"><a href="/member/login.html" class="log">${p.login}</a> <a href="/order/basket.html">${p.cart} <span class="count">0</span></a> <a href="/myshop/order/list.html">주문조회</a></div>
<div class="xans-element- xans-layout xans-layout-category"><ul>
      ${li(p.menu, "/product/list.html?cate_no=4")}</ul></div><form action="/product/search.html"><input name="keyword" placeholder="${p.search}"></form></div>
<div id="container"><div id="contents">${p.body}</div></div>
<div id="footer"><ul class="utilMenu">${li(p.foot, "/shopinfo/guide.html?no=")}</ul><div class="xans-element- xans-layout xans-layout-footer">@@FOOT@@</div></div></div>
<!-- 상호명 : {$company_name} 대표자 {$president_name} 사업자등록번호 : {$company_regno} {BIZ_NO} -->
<div id="progressPaybar" style="display:none"><p>결제가 진행중입니다. 환불은 취소 후 3일 이내 처리됩니다.</p></div><script src="//img.cafe24.com/ind-script/optimizer.php?type=js"></script></body></html>`,

  makeshop: (
    p,
  ) => `${head(p, `<link type="text/css" rel="stylesheet" href="/shopimages/stranger/template/work/header.css"><script>var shop_id='stranger';function go_basket(){document.form1.submit();}</script>`)}
<body><div id="hdWrap"><div class="top_event">${p.strip}</div><h1 class="logo"><a href="/index.html"><img src="/design/logo.png" alt="로고"></a></h1><ul class="gnb">${li(p.menu, "/shop/shopbrand.html?xcode=0")}</ul><div class="lnk"><a href="/shop/member.html?type=login">${p.login}</a> <a href="/shop/basket.html">${p.cart}</a></div></div>
<div id="contentWrapper"><div id="contentWrap"><div id="content">${p.body}</div></div></div>
<div id="ftWrap"><ul>${li(p.foot, "/shop/page.html?id=")}</ul><div class="ft-info">@@FOOT@@</div></div><style>${noise("ms", 40)}</style></body></html>`,

  godomall: (
    p,
  ) => `${head(p, `<link rel="stylesheet" href="/data/skin/front/moment/css/reset.css"><script src="/data/skin/front/moment/js/gd_common.js"></script><script>var gdCurrencySymbol='';var gdCurrencyString='원';</script>${gtm}`)}
<body class="body-main pc"><div class="top_area"></div><header id="header"><div class="top_member_box"><ul><li><a href="../member/login.php">${p.login}</a></li><li><a href="../order/cart.php">${p.cart}</a></li></ul></div><nav class="gnb"><ul>${li(p.menu, "/goods/goods_list.php?cateCd=00")}</ul></nav></header>
<main id="container">${p.body}</main>
<footer id="footer"><div class="foot_list"><ul>${li(p.foot, "/service/agreement.php?code=")}</ul></div><div class="foot_info">@@FOOT@@</div></footer>
<div id="layerDim" class="dn"></div><script type="text/template" id="progressTpl"><div>상품명 <%=goodsNm%> 가격 <%=price%>원 배송비 <%=delivery%></div></script><style>${noise("gd", 50)}</style></body></html>`,

  smartstore: (
    p,
  ) => `${head(p, `<meta property="og:site_name" content="스마트스토어"><style>${noise("_1SY", 80)}</style>`)}
<body><div id="root"><div class="_1ab"><a href="#content">본문 바로가기</a><div class="_23x" role="banner"><a href="https://smartstore.example/stranger"><strong>스토어홈</strong></a><button type="button" class="_btn">찜하기</button><span>관심고객수 1,204</span></div><ul role="menu" class="_3AV">${li(p.menu, "/stranger/category/")}</ul></div>
<div id="content" role="main">${p.body}</div>
<div role="contentinfo" class="_2pe">@@FOOT@@<p>주식회사 몰은 통신판매중개자로서 거래당사자가 아니며 입점 판매자가 등록한 상품정보 및 거래에 대해 책임을 지지 않습니다.</p></div></div>
<script>window.__PRELOADED_STATE__={"product":{"A":{"deliveryInfo":{"deliveryFeeType":"FREE"},"returnInfo":null}},"shoppingCart":{}}</script></body></html>`,

  imweb: (
    p,
  ) => `${head(p, `<meta name="generator" content="imweb"><style>${noise("w2023", 70)}</style><script>var MENU_CODE='m2019';var SITE_SHOP_MODEL=function(){};var LOCALIZE={'shop_delivery_free':'무료배송','refund':'환불'};</script>`)}
<body class="doz_sys"><div id="doz_header_wrap"><div id="inline_header_normal"><ul class="nav navbar-nav">${li(p.menu, "/")}</ul><a class="im-icon-cart" href="/shop_cart"><span class="tip">${p.cart}</span></a></div></div>
<div id="doz_body_wrap"><main><div class="doz_row">${p.body}</div></main></div>
<footer id="doz_footer_wrap"><div class="footer-section"><p>${p.foot.join(" | ")}</p>@@FOOT@@</div></footer>
<div class="modal fade" id="cocoaModal"><div class="modal-content"><p>{{title}}</p><p>{{content}}</p></div></div><div class="alert-cookie">${p.cookie}</div></body></html>`,

  old2008: (
    p,
  ) => `<HTML>\n<HEAD>\n<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=${p.charset}">\n<TITLE>${p.title}</TITLE>\n<STYLE>td{font-size:9pt;font-family:gulim}</STYLE>\n<SCRIPT LANGUAGE="JavaScript">\nfunction na_open_window(name,url,left,top){window.open(url,name);}\nfunction MM_swapImgRestore(){var i,x,a=document.MM_sr;}\n</SCRIPT>\n</HEAD>\n<BODY BGCOLOR=#FFFFFF leftmargin=0 topmargin=0>\n<TABLE WIDTH=900 BORDER=0 CELLPADDING=0 CELLSPACING=0 ALIGN=CENTER><TR>${p.menu.map((m, i) => `<TD><A HREF="list.php?c=${i}"><FONT COLOR=#333333>${m}</FONT></A></TD>`).join("")}</TR></TABLE>
<TABLE WIDTH=900 ALIGN=CENTER><TR><TD WIDTH=180 VALIGN=TOP><IMG SRC="img/left.gif"><BR><A HREF="login.php">${p.login}</A><BR><A HREF="cart.php">${p.cart}</A></TD><TD VALIGN=TOP>
${p.body}
</TD></TR></TABLE>
<HR WIDTH=900><TABLE WIDTH=900 ALIGN=CENTER><TR><TD ALIGN=CENTER>${p.foot.join(" | ")}</TD></TR><TR><TD><FONT SIZE=2>@@FOOT@@</FONT></TD></TR></TABLE>\n</BODY>\n</HTML>`,

  dawn: (
    p,
  ) => `${head(p, `<link rel="canonical" href="https://stranger.example/"><script>var Shopify=Shopify||{};Shopify.shop="stranger.myshopify.com";Shopify.currency={"active":"USD","rate":"1.0"};</script><style>${noise("color-scheme", 60)}</style><script>window.routes={cart_add_url:'/cart/add',cart_url:'/cart'};window.cartStrings={error:"There was an error while updating your cart."};</script>${gtm}`)}
<body class="gradient"><a class="skip-to-content-link button visually-hidden" href="#MainContent">Skip</a>
<cart-drawer class="drawer is-empty"><div class="drawer__inner"><p class="cart__empty-text">${p.empty}</p><form action="/cart" id="CartDrawer-Form" method="post"></form><div class="drawer__footer" hidden><button type="submit" id="CartDrawer-Checkout" name="checkout" form="CartDrawer-Form" disabled>${p.pay}</button></div></div></cart-drawer>
<div class="announcement-bar" role="region"><p class="announcement-bar__message h5">${p.strip}</p></div>
<header class="header"><nav class="header__inline-menu"><ul class="list-menu">${li(p.menu, "/collections/c")}</ul></nav><form action="/search" role="search"><input name="q" placeholder="${p.search}"></form><a href="/account/login">${p.login}</a><a href="/cart" id="cart-icon-bubble">${p.cart}</a></header>
<main id="MainContent" class="content-for-layout focus-none" role="main">${p.body}</main>
<footer class="footer color-scheme-1 gradient"><ul class="list-unstyled">${li(p.foot, "/pages/f")}</ul><form action="/contact#ContactFooter"><h2>${p.news}</h2><input type="email" name="contact[email]"></form><div>@@FOOT@@</div><small>© 2026, Powered by Shopify</small></footer>
<div id="shopify-pc__banner" role="dialog"><p>${p.cookie}</p></div><script id="web-pixels-manager-setup">(function(){var a={"shippingPolicy":null,"refundPolicy":"30 days"}})();</script></body></html>`,

  debut: (
    p,
  ) => `${head(p, `<script>var theme={breakpoints:{medium:750},strings:{addToCart:"Add to cart",soldOut:"Sold out",unavailable:"Unavailable"},moneyFormat:"\${{amount}}"};</script><style>${noise("debut", 50)}</style>`)}
<body class="template-page"><div id="shopify-section-header"><div class="announcement-bar">${p.strip}</div><nav><ul class="site-nav list--inline">${li(p.menu, "/collections/")}</ul></nav><a href="/cart" class="site-header__cart">${p.cart}</a></div>
<div class="page-container drawer-page-content" id="PageContainer"><main class="main-content js-focus-hidden" id="MainContent" role="main">${p.body}</main><div id="shopify-section-footer"><footer class="site-footer" role="contentinfo"><ul>${li(p.foot, "/policies/")}</ul>@@FOOT@@</footer></div></div><ul hidden><li id="a11y-refresh-page-message">Choosing a selection results in a full page refresh.</li></ul></body></html>`,

  woo: (
    p,
  ) => `${head(p, `<meta name="generator" content="WooCommerce 8.9.3"><style id="wp-block-library-css">${noise("wp-block", 90)}</style><script>var wc_add_to_cart_params={"ajax_url":"/wp-admin/admin-ajax.php","i18n_view_cart":"View cart","cart_url":"/cart/","is_cart":""};</script>`)}
<body class="page-template-default theme-storefront woocommerce-page"><div id="page" class="hfeed site"><header id="masthead" class="site-header" role="banner"><nav id="site-navigation" class="main-navigation"><ul class="menu">${li(p.menu, "/product-category/")}</ul></nav><ul id="site-header-cart" class="site-header-cart menu"><li><a class="cart-contents" href="/cart/"><span class="woocommerce-Price-amount amount">0</span> <span class="count">0 items</span></a></li><li><div class="widget woocommerce widget_shopping_cart"><p class="woocommerce-mini-cart__empty-message">${p.empty}</p></div></li></ul></header>
<div id="content" class="site-content"><div class="col-full"><div id="primary" class="content-area"><main id="main" class="site-main" role="main">${p.body}</main></div><div id="secondary" class="widget-area" role="complementary"><div class="widget widget_search"><input placeholder="${p.search}"></div><div class="widget widget_recent_comments"><ul><li>anna on Linen apron</li></ul></div></div></div></div>
<footer id="colophon" class="site-footer"><ul>${li(p.foot, "/")}</ul>@@FOOT@@</footer></div><p class="woocommerce-store-notice demo_store" style="display:none">${p.strip}</p><div id="cookie-law-info-bar">${p.cookie}</div></body></html>`,

  luma: (
    p,
  ) => `${head(p, `<script>var BASE_URL='https://stranger.example/';var require={'baseUrl':'https://stranger.example/static/'};</script><link rel="stylesheet" href="/static/styles-m.css"><style>${noise("luma", 40)}</style>`)}
<body data-container="body" class="cms-page-view page-layout-1column"><div class="page-wrapper"><header class="page-header"><div class="panel header"><ul class="header links"><li class="greet welcome"><span data-bind="text: 'x'"></span></li><li><a href="/customer/account/login/">${p.login}</a></li></ul></div><div data-block="minicart" class="minicart-wrapper"><a class="action showcart" href="/checkout/cart/"><span class="text">${p.cart}</span></a></div></header><div class="sections nav-sections"><nav class="navigation"><ul>${li(p.menu, "/c")}</ul></nav></div>
<main id="maincontent" class="page-main"><div class="columns"><div class="column main">${p.body}</div></div></main>
<footer class="page-footer"><div class="footer content"><ul class="footer links">${li(p.foot, "/")}</ul>@@FOOT@@</div></footer><script type="text/x-magento-init">{"*":{"Magento_Ui/js/core/app":{"components":{"customer":{"component":"Magento_Customer/js/view/customer"}}}}}</script></div></body></html>`,

  presta: (
    p,
  ) => `${head(p, `<script>var prestashop={"cart":{"products":[],"totals":{"total":{"amount":0,"value":"0"}},"summary_string":"0 items"},"currency":{"iso_code":"EUR"}};</script><style>${noise("ps", 50)}</style>`)}
<body id="cms" class="lang-${p.lang} page-cms"><main><header id="header"><nav class="header-nav"><div id="_desktop_user_info"><a href="/login">${p.login}</a></div><div id="_desktop_cart"><div class="blockcart cart-preview inactive">${p.cart} (0)</div></div></nav><div class="menu js-top-menu"><ul class="top-menu">${li(p.menu, "/3-")}</ul></div></header><section id="wrapper"><div class="container"><div id="content-wrapper">${p.body}</div></div></section>
<footer id="footer"><div class="links"><ul>${li(p.foot, "/content/")}</ul></div>@@FOOT@@</footer></main></body></html>`,

  base: (p) => `${head(p, `<meta property="og:site_name" content="BASE"><style>${noise("baseTheme", 60)}</style>`)}
<body id="shopDetailPage"><div id="baseMenu"><ul><li class="base"><a href="https://thebase.example">BASE</a></li><li class="cart"><a href="https://cart.example/order">CART</a></li></ul></div><header><h1 class="logo"><a href="/">stranger</a></h1><nav><ul>${li(p.menu, "/categories/")}</ul></nav></header><div id="main">${p.body}</div><footer><ul class="footerNavi"><li><a href="/privacy">プライバシーポリシー</a></li><li><a href="/law">特定商取引法に基づく表記</a></li></ul>@@FOOT@@</footer></body></html>`,

  stores: (
    p,
  ) => `${head(p, `<script>window.STORE={"name":"stranger","is_published":true,"policy":{"return":null}};</script><style>${noise("c-", 60)}</style>`)}
<body data-controller="store"><div id="__nuxt"><header class="store_header"><a href="/">STRANGER</a><nav>${p.menu.map((m, i) => `<a href="/?category_id=${i}">${m}</a>`).join("")}</nav><a href="/cart" aria-label="${p.cart}"></a></header><main>${p.body}</main><footer>${p.foot.length ? `<a href="/tokushoho">特定商取引法に関する表記</a><a href="/faq">支払い方法について</a>` : ""}@@FOOT@@</footer></div></body></html>`,

  makeshopjp: (
    p,
  ) => `${head(p, `<link rel="stylesheet" href="https://gigaplus.example/shop/css/common.css"><script>var category_group_code='';</script><style>${noise("mk", 40)}</style>`, "<!DOCTYPE html>", "ja")}
<body class="layout-1col"><header><p class="site-description">手しごとの道具と暮らしの店</p><ul>${li(p.menu, "/view/category/ct")}</ul><div><a href="/view/member/login">${p.login}</a><a href="/view/cart">${p.cart}を見る</a></div></header><div id="contents">${p.body}</div><footer><ul>${li(p.foot, "/view/page/")}</ul>@@FOOT@@</footer></body></html>`,

  colorme: (
    p,
  ) => `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN">\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="ja" lang="ja"><head><meta http-equiv="content-type" content="text/html; charset=${p.charset}" /><title>${p.title}</title><script>var Colorme={"page":"sk","shop":{"account_id":"PA01","title":"stranger"},"basket":{"total_price":0,"items":[]}};</script><style>${noise("cm", 40)}</style></head>
<body><div id="container"><div id="header"><a href="./"><img src="logo.png" alt="stranger" /></a><div><a href="/?mode=myaccount">マイアカウント</a> <a href="https://secure.example/?mode=cart_inn">${p.cart}を見る</a></div></div><div id="side"><h3>商品カテゴリ一覧</h3><ul>${li(p.menu, "?mode=cate&amp;cbid=1")}</ul></div><div id="main">${p.body}</div><div id="footer"><a href="/?mode=sk#payment">お支払い方法について</a> <a href="/?mode=sk#delivery">配送方法・送料について</a> <a href="/?mode=sk#cancel">返品について</a> <a href="/?mode=privacy">プライバシーポリシー</a>@@FOOT@@</div></div></body></html>`,

  futureshop: (
    p,
  ) => `${head(p, `<script>window.fs={"shop":"stranger","cart":{"total":0}}</script><style>${noise("fs-l", 60)}</style>`)}
<body class="fs-body-category" id="fs_Page"><div class="fs-l-page"><header class="fs-l-header"><ul class="fs-p-navList">${li(p.menu, "/c/")}</ul><a href="/p/cart" class="fs-p-cart">${p.cart}</a></header><main class="fs-l-main">${p.body}</main><footer class="fs-l-footer"><ul>${li(p.foot, "/f/")}</ul>@@FOOT@@</footer></div><script id="fs-cart-template" type="text/x-handlebars">{{#each items}}<p>{{name}} {{price}}円（送料 {{postage}}円）</p>{{/each}}</script></body></html>`,

  eccube: (
    p,
  ) => `${head(p, `<meta name="eccube-csrf-token" content="x"><link rel="stylesheet" href="/html/template/default/assets/css/style.css"><style>${noise("ec", 60)}</style>`)}
<body id="page_help_guide" class="front_page"><div class="ec-layoutRole"><div class="ec-layoutRole__header"><div class="ec-headerNaviRole"><a href="/mypage/login">${p.login}</a><div class="ec-cartNavi"><i class="ec-cartNavi__icon"><span class="ec-cartNavi__badge">0</span></i></div><div class="ec-cartNaviNull"><p>現在カート内に商品はございません。</p></div></div><ul class="ec-itemNav__nav">${li(p.menu, "/products/list?category_id=")}</ul></div><div class="ec-layoutRole__contents"><div class="ec-layoutRole__main">${p.body}</div></div><div class="ec-layoutRole__footer"><ul class="ec-footerNavi">${li(p.foot, "/help/")}</ul>@@FOOT@@</div></div></body></html>`,

  rakuten: (p) =>
    `${head(p, `<style>${noise("r", 40)}</style>`)}<body><div id="rcHeader"><table width="100%"><tr><td><a href="/">市場トップ</a></td><td><a href="https://basket.example/">買い物かご</a></td><td><a href="/history">購入履歴</a></td></tr></table></div><table width="100%" cellspacing="0"><tr><td valign="top" width="180"><ul>${li(p.menu, "/c/")}</ul></td><td valign="top">${p.body}</td></tr></table><div id="rcFooter"><a href="info.html">会社概要</a> <a href="info2.html">お支払い・送料</a>@@FOOT@@</div></body></html>`,

  haravan: (
    p,
  ) => `${head(p, `<script>var Haravan=Haravan||{};Haravan.shop='stranger.myharavan.com';var formatMoney='{{amount}}₫';</script><style>${noise("hrv", 60)}</style>`)}
<body class="page"><div class="topbar">${p.strip}</div><header class="main-header"><ul class="menu-desktop">${li(p.menu, "/collections/")}</ul><div class="header-action_cart"><a href="/cart">${p.cart}</a><div class="header_dropdown_content site_cart"><table id="clone-item-cart" class="table-clone-cart"><tr class="line-item hidden"><td><a href="" class="pro-title-view"></a><span class="pro-price-view"></span></td></tr></table><p>${p.empty}</p><a href="/checkout" class="linktocheckout button dark">${p.pay}</a></div></div></header><main class="mainContent-theme">${p.body}</main><footer class="footer-container"><ul>${li(p.foot, "/pages/")}</ul>@@FOOT@@<img src="/bct.png" alt="Đã thông báo Bộ Công Thương"></footer></body></html>`,

  sapo: (
    p,
  ) => `${head(p, `<script>var Bizweb=Bizweb||{};Bizweb.store='stranger.mysapo.net';</script><style>${noise("sapo", 50)}</style>`)}
<body><div class="opacity_menu"></div><header class="header"><nav><ul class="item_big">${li(p.menu, "/")}</ul></nav><a href="/account/login">${p.login}</a><a href="/cart">${p.cart}</a></header><section class="page"><div class="container">${p.body}</div></section><footer class="footer"><h4>Chính sách</h4><ul>${li(p.foot, "/chinh-sach-")}</ul>@@FOOT@@</footer><div id="popup-cart" class="modal fade"><div id="popup-cart-desktop"><div class="title-popup-cart">Bạn đã thêm vào giỏ hàng</div></div></div></body></html>`,

  shopline: (
    p,
  ) => `${head(p, `<script>window.mainConfig={"merchantData":{"_id":"stranger","default_language_code":"zh-hant"},"localeData":{"shipping":"運費","return":"退貨"}};</script><style>${noise("sl", 70)}</style>`)}
<body class="pages show ng-scope" ng-controller="MainController"><nav class="NavigationBar"><ul>${li(p.menu, "/categories/")}</ul><a class="nav-cart" href="/cart">${p.cart}</a></nav><div id="Content">${p.body}</div><footer class="Footer"><ul>${li(p.foot, "/pages/")}</ul>@@FOOT@@</footer><script type="text/ng-template" id="templates/cart.html"><div>{{ 'cart.shipping' | translate }} NT$ {{fee}}</div></script><div class="cookie">${p.cookie}</div></body></html>`,

  app91: (
    p,
  ) => `${head(p, `<script>window.nineyi={shopId:1,ServerData:{"SalePageName":""}};</script><style>${noise("ny", 60)}</style>`)}
<body ng-app><div class="ns-header"><ul class="nav">${li(p.menu, "/v2/official/SalePageCategory/")}</ul><a href="/V2/ShoppingCart/Index">${p.cart}</a></div><div class="layout-center">${p.body}</div><div class="footer"><ul>${li(p.foot, "/Shop/")}</ul>@@FOOT@@</div></body></html>`,

  cyberbiz: (p) =>
    `${head(p, `<script>var CYBERBIZ={shop:'stranger'};</script><style>${noise("cb", 50)}</style>`)}<body><header><div class="marquee">${p.strip}</div><ul>${li(p.menu, "/collections/")}</ul><a href="/cart">${p.cart}</a></header><div class="main_body">${p.body}</div><footer><ul>${li(p.foot, "/pages/")}</ul>@@FOOT@@</footer></body></html>`,

  easystore: (p) =>
    `${head(p, `<script>var EasyStore={store_name:"stranger",currency:"MYR"};</script><style>${noise("es", 50)}</style>`)}<body><header class="site-header"><ul class="site-nav">${li(p.menu, "/collections/")}</ul><a href="/cart">${p.cart}</a></header><main class="wrapper main-content">${p.body}</main><footer class="site-footer"><ul>${li(p.foot, "/pages/")}</ul>@@FOOT@@</footer></body></html>`,

  lnw: (p) =>
    `${head(p, `<style>${noise("lnw", 50)}</style><script>var webid=1;</script>`)}<body><div id="page-outer"><div id="headerbar"><a href="/cart">${p.cart}</a> <a href="/login">${p.login}</a></div><ul id="menubar">${li(p.menu, "/category/")}</ul><div id="content">${p.body}</div><div id="sidebar"><h3>ระบบสมาชิก</h3><p>พบ 3 รายการ</p></div><div id="footer">${li(p.foot, "/")}@@FOOT@@<p>ร้านค้าออนไลน์ เปิดร้านฟรี</p></div></div></body></html>`,

  next: (p) =>
    `${head(p, `<link rel="preload" href="/_next/static/css/x.css" as="style"><script src="/_next/static/chunks/main-1f2e.js" defer></script><style>${noise("tw", 60)}</style>`)}<body><div id="__next"><header class="sticky top-0"><nav class="flex gap-4">${p.menu.map((m, i) => `<a class="text-sm" href="/c/${i}">${m}</a>`).join("")}</nav><button aria-label="${p.cart}"><svg viewBox="0 0 24 24"><path d="M3 3h2l.4 2"/></svg></button></header><main class="mx-auto max-w-5xl">${p.body}</main><footer class="border-t"><nav>${p.foot.map((m, i) => `<a href="/legal/${i}">${m}</a>`).join("")}</nav>@@FOOT@@</footer></div><script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{"_sentryTraceData":"x"}},"page":"/[slug]","buildId":"dev"}</script></body></html>`,

  bare: (p) =>
    `<html><head><meta charset="${p.charset}"><title>${p.title}</title></head><body><p>${p.menu.map((m, i) => `<a href="${i}.html">${m}</a>`).join(" | ")}</p>${p.body}<hr><p>@@FOOT@@</p></body></html>`,
};

/** One whole page of a stranger: body and foot text set into a shop system's frame. */
export function dress(shell: string, { lang, title, body, foot, charset }: Inner): string {
  const frame = shells[shell];
  const around = chrome[lang];
  if (!frame || !around) throw new Error(`no shell ${shell} or no words for ${lang}`);
  return frame({ ...around, lang, title, body, charset, foot: around.foot }).replace("@@FOOT@@", () => foot);
}

import { type Frame, links } from "./frame.ts";
import { beacon, css, js } from "./noise.ts";

/** Frames of Korean shop systems, from rented malls to what a nephew wrote in 2008. */
export const korea: Record<string, Frame> = {
  cafe: (
    p,
  ) => `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="ko" lang="ko"><head>
<meta http-equiv="Content-Type" content="text/html; charset=${p.charset}" /><meta http-equiv="X-UA-Compatible" content="IE=edge" />
<meta property="og:site_name" content="${p.brand}" /><title>${p.title}</title>${p.head}
<script type="text/javascript">var mobileWeb=false;var EC_GLOBAL_INFO={"getCurrencyCode":function(){return "KRW"}};var EC_SHOP_LIB_INFO={"getBankInfo":function(){return []}};</script>
<style>${css("xans", 90)}</style></head>
<body><div id="skip"><a href="#contents">${p.w.skip}</a></div><div id="wrap">
<div id="topBanner" class="slideBanner"><a href="/event.html">${p.w.strip}</a><button type="button" class="btnClose">닫기</button></div>
<div id="header"><h1 class="xans-element- xans-layout xans-layout-logotop"><a href="/index.html">${p.brand}</a></h1>
<ul class="xans-element- xans-layout xans-layout-statelogoff"><li><a href="/member/login.html">${p.w.login}</a></li><li><a href="/member/join.html">${p.w.join}</a></li><li><a href="/order/basket.html">${p.w.cart} <span class="EC-Layout-Basket-count">0</span></a></li><li><a href="/myshop/order/list.html">주문조회</a></li></ul>
<div class="xans-element- xans-layout xans-layout-category"><div class="position"><ul>${links(p.menu, "/product/list.html?cate_no=%", "xans-record-")}</ul></div></div>
<form id="searchBarForm" action="/product/search.html" method="get"><input id="keyword" name="keyword" type="text" /></form></div>
<hr class="layout" /><div id="container"><div id="contents">
${p.body}
</div></div><hr class="layout" />
<div id="footer">${p.foot}</div>
<div id="quick"><h2>최근 본 상품</h2><ul class="xans-element- xans-layout xans-layout-productrecent"><li class="displaynone"><a href="/product/detail.html?product_no="><img src="about:blank" alt="##상품명##" /></a></li></ul></div>
<!--
  <p class="cs">고객센터 : {$phone}</p> <p>{$company_name} / {$mail_order_no}</p>
-->
<div id="modalContainer" style="display:none"><div id="modalContent"><iframe id="modalIframe" title="x"></iframe></div></div>
<script type="text/javascript">${js("EC_FRONT", 40)}</script>${beacon("1190038221")}</div></body></html>`,

  cafemobile: (p) => `<!DOCTYPE html>
<html lang="ko"><head><meta charset="${p.charset}"><meta name="viewport" content="width=device-width, initial-scale=1.0, user-scalable=no"><meta name="format-detection" content="telephone=no"><title>${p.title}</title>${p.head}<style>${css("mSmart", 110)}</style></head>
<body id="layout"><header id="header"><button class="eNavFold">메뉴</button><a href="/">${p.brand}</a><a class="basket" href="/order/basket.html"><span class="count">0</span></a></header>
<aside id="slideMenu" style="display:none"><p><a href="/member/login.html">${p.w.login}</a></p><ul>${links(p.menu, "/product/list.html?cate_no=%")}</ul><ul><li><a href="/board/free/list.html?board_no=4">상품 사용후기</a></li><li><a href="/board/consult/list.html">1:1 맞춤상담</a></li></ul></aside>
<div id="container">${p.body}</div><footer id="footer">${p.foot}</footer>
<div id="tabbar"><a href="/">홈</a><a href="/myshop/index.html">${p.w.mine}</a></div><script>${js("mobile", 60)}</script></body></html>`,

  godo: (p) => `<!DOCTYPE html>
<html lang="ko"><head><meta http-equiv="X-UA-Compatible" content="IE=Edge"><meta charset="${p.charset}"><meta name="csrf-token" content="MTc2MzcyMDAwMDM0"><title>${p.title}</title>${p.head}
<link type="text/css" rel="stylesheet" href="/data/skin/front/story_g/css/gd_layout.css"><script>var gd_decimal=[];gd_decimal["price"]="0";var gdMallName='${p.brand}';var Currency={code:'KRW'};</script><style>${css("gd", 80)}</style></head>
<body id="body" class="body-sub pc"><div id="wrap"><div id="header_warp"><div class="top_service"><ul><li><a href="../member/login.php">${p.w.login}</a></li><li><a href="../member/join_method.php">${p.w.join}</a></li><li><a href="../order/cart.php">${p.w.cart}<strong>0</strong></a></li><li><a href="../service/faq_list.php">고객센터</a></li></ul></div>
<div class="header_gnb"><h1 class="logo_main"><a href="../main/index.php"><img src="/data/skin/front/story_g/img/banner/logo.png" alt="${p.brand}"></a></h1><ul class="depth0 gnb_menu0">${links(p.menu, "../goods/goods_list.php?cateCd=0%")}</ul></div></div>
<div id="contents"><div class="sub_content">${p.body}</div></div>
<div id="footer_wrap">${p.foot}</div></div>
<script type="text/html" id="goodsRecentTpl"><li><a href="<%=link%>"><b><%=goodsNm%></b> <span><%=goodsPrice%>원</span></a></li></script><div class="dim-box dn" id="layerDim"></div>
<script>${js("gdShop", 30)}</script>${beacon("884200117")}</body></html>`,

  makeshop: (p) => `<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">
<html><head><meta http-equiv="CONTENT-TYPE" content="text/html;charset=${p.charset}"><title>${p.title}</title>${p.head}<link rel="shortcut icon" href="/shopimages/mall/favicon.ico"><style>${css("MS", 60)}</style>
<script>var user_use_cross_domain='';var pre_chk_result=new Array();function CallBasket(){location.href='/shop/basket.html';}</script></head>
<body><div id="wrap"><div id="header"><div class="tm"><a href="/shop/member.html?type=login">${p.w.login}</a> | <a href="/shop/idinfo.html">${p.w.join}</a> | <a href="/shop/basket.html">${p.w.cart}</a> | <a href="/shop/confirm_login.html?type=myorder">주문조회</a></div><div class="logo"><a href="/index.html">${p.brand}</a></div><ul class="cate">${links(p.menu, "/shop/shopbrand.html?type=X&amp;xcode=0%")}</ul></div>
<div id="contentWrapper"><div id="contentWrap">${p.body}</div></div><hr>
<div id="footer">${p.foot}</div></div>
<iframe id="loginiframe" name="loginiframe" style="display:none" frameborder="no"></iframe><div id="MAKESHOPLY" style="display:none">${p.w.empty}</div></body></html>`,

  imweb: (
    p,
  ) => `<!DOCTYPE html><html lang="ko" prefix="og: http://ogp.me/ns#"><head><title>${p.title}</title><meta charset="${p.charset}"><meta name="viewport" content="width=device-width"><meta name="generator" content="imweb"><meta property="og:site_name" content="${p.brand}">${p.head}<style>${css("widget", 120)}</style>
<script>var IS_GUEST=true;var SITE_CODE='S2021';var CURRENCY='KRW';var LOCAL_MSG={"상품이 품절되었습니다":"","결제가 취소되었습니다.":"","배송 준비":""};</script></head>
<body id="doz_body" class="pc"><div id="doz_header_wrap"><header id="doz_header"><div class="section_wrap"><a href="/" class="logo_area">${p.brand}</a><ul class="viewport-nav desktop _main_menu">${links(p.menu, "/%", "dropdown")}</ul><div class="login_btn"><a href="javascript:;" onclick="SITE_MEMBER.openLogin()">${p.w.login}</a><a href="/shop_cart" class="btn_cart">${p.w.cart}</a></div></div></header></div>
<div id="doz_content" class="doz_content"><main>${p.body}</main></div><div id="doz_footer_wrap"><footer id="doz_footer">${p.foot}</footer></div>
<div class="modal_login_cover holder" style="display:none"><div class="modal-login"><h4>${p.w.login}</h4><input type="text" placeholder="이메일"><input type="password" placeholder="비밀번호"></div></div><div id="alert_cookie">${p.w.cookie}</div><script>${js("doz", 70)}</script></body></html>`,

  sixshop: (
    p,
  ) => `<!doctype html><html lang="ko"><head><meta charset="${p.charset}"/><meta name="viewport" content="width=device-width, initial-scale=1"/><title>${p.title}</title>${p.head}<script>var shopOwnerNo="102030";var useCart=true;var currencySymbol="원";</script><style>${css("sx", 90)}</style></head>
<body class="systemPage desktop"><div id="siteHeader" class="headerLayout"><div class="logo"><a href="/">${p.brand}</a></div><nav id="headerNav"><ul>${links(p.menu, "/category-%")}</ul></nav><div class="headerIcons"><a href="/cart" id="shopCartButton">${p.w.cart} (<span>0</span>)</a><a href="/login">${p.w.login}</a></div></div>
<div id="contents" class="site-division-contents">${p.body}</div><div id="siteFooter" class="footerLayout">${p.foot}</div><div id="shopPopupMessage" style="display:none"><p>message</p></div><script>${js("sixshop", 30)}</script></body></html>`,

  smart: (
    p,
  ) => `<!doctype html><html lang="ko" data-react-helmet="lang"><head><meta charset="${p.charset}"><title>${p.title}</title><meta property="og:article:author" content="몰링크">${p.head}<style>${css("_3q", 130)}</style></head>
<body><div id="app"><div class="zKq0"><div class="_1Uyc"><a href="/${"shop"}" class="N=a:lcl.home">${p.brand}</a><span class="_2Tt">관심고객수 <em>3,410</em></span><button type="button">알림받기</button></div><div role="menubar" class="_3Yp"><ul>${links(p.menu, "/shop/category/%", "_2jm")}</ul></div></div>
<div id="MAIN_CONTENT_ROOT_ID" role="main">${p.body}</div>
<footer class="_1SqW"><div class="_2xv">${p.foot}</div><p class="_9oo">몰링크(주)는 통신판매중개자이며 통신판매의 당사자가 아닙니다. 상품, 상품정보, 거래에 관한 의무와 책임은 판매자에게 있습니다.</p></footer></div>
<script>window.__PRELOADED_STATE__={"simpleProductForDetailPage":{"A":null},"cart":{"entries":{}},"channel":{"A":{"channelName":"${p.brand}","representName":"","businessNumber":""}}}</script><script>${js("nstore", 50)}</script></body></html>`,

  old: (p) => `<html>
<head>
<meta http-equiv="content-type" content="text/html; charset=${p.charset}">
<title>${p.title}</title>${p.head}
<link rel="stylesheet" href="./style.css" type="text/css">
<script language="javascript" src="./js/common.js"></script>
<script language="javascript">
<!--
var rt_path=".."; var g4_charset="${p.charset}";
function chk_form(f){ if(!f.name.value){ alert('${p.w.name}?'); f.name.focus(); return false; } return true; }
${js("na", 12)}
//-->
</script>
<style>${css("td", 10)}</style>
</head>
<body topmargin="0" leftmargin="0">
<table width="960" border="0" cellspacing="0" cellpadding="0" align="center">
<tr><td width="200"><a href="./index.php"><img src="./img/logo.gif" border="0" alt="${p.brand}"></a></td>
<td align="right"><a href="./login.php">${p.w.login}</a> | <a href="./register.php">${p.w.join}</a> | <a href="./cart.php">${p.w.cart}</a></td></tr>
<tr><td colspan="2" bgcolor="#5a6b3c"><table border="0"><tr>${p.menu.map((m, at) => `<td class="menu"><a href="./list.php?ca_id=${at + 1}0"><font color="white">${m}</font></a></td>`).join("<td>|</td>")}</tr></table></td></tr>
<tr><td width="200" valign="top"><table width="190"><tr><td><img src="./img/cs.gif"></td></tr><tr><td><form name="flogin" method="post" action="./login_check.php">ID <input name="mb_id" size="8"><br>PW <input type="password" name="mb_pw" size="8"></form></td></tr></table></td>
<td valign="top">
${p.body}
</td></tr>
<tr><td colspan="2"><hr size="1"></td></tr>
<tr><td colspan="2" align="center">${p.foot}</td></tr>
</table>
</body>
</html>`,

  gnu: (p) => `<!doctype html>
<html lang="ko"><head><meta charset="${p.charset}"><meta http-equiv="imagetoolbar" content="no"><title>${p.title}</title>${p.head}<link rel="stylesheet" href="/theme/basic/css/default_shop.css?ver=2"><script>var g5_url="/";var g5_is_member="";var g5_shop_url="/shop";</script><style>${css("sct", 40)}</style></head>
<body><div id="hd"><h1 id="hd_h1">${p.title}</h1><div id="skip_to_container"><a href="#container">${p.w.skip}</a></div><div id="tnb"><ul><li><a href="/bbs/register.php">${p.w.join}</a></li><li><a href="/bbs/login.php">${p.w.login}</a></li><li><a href="/shop/cart.php">${p.w.cart}<span class="count">0</span></a></li></ul></div><div id="logo"><a href="/shop/"><img src="/data/common/logo_img" alt="${p.brand}"></a></div><nav id="gnb"><ul id="gnb_1dul">${links(p.menu, "/shop/list.php?ca_id=%")}</ul></nav></div>
<div id="wrapper"><div id="container">${p.body}</div></div>
<div id="ft">${p.foot}</div><script src="/js/sns.js"></script><!-- } 하단 끝 --></body></html>`,
};

import type { Words } from "./words.ts";

export interface Good {
  name: string;
  price: string;
  /** On a list: the price before. On a product page: what is said of it. In a basket: how many. */
  third: string;
  /** On a list: "sold". On a product page: the choices, with commas. */
  fourth: string;
}

export interface Kit {
  grid: (goods: Good[], w: Words) => string;
  detail: (good: Good, w: Words) => string;
  basket: (goods: Good[], total: string, w: Words) => string;
  order: (goods: Good[], total: string, w: Words) => string;
}

const each = (goods: Good[], one: (good: Good, at: number) => string) => goods.map(one).join("\n");
const options = (good: Good, w: Words) =>
  good.fourth
    ? `<option value="">- [${w.option}] -</option>${good.fourth
        .split(",")
        .map((o, at) => `<option value="P0${at}">${o}</option>`)
        .join("")}`
    : "";
const number = (price: string) => price.replace(/[^\d.]/g, "") || "0";

const basketTable: Kit["basket"] = (goods, total, w) =>
  `<form action="/cart/update" method="post"><table class="cart"><thead><tr><th>${w.goods}</th><th>${w.price}</th><th>${w.qty}</th></tr></thead><tbody>
${each(goods, (g, at) => `<tr><td><input type="checkbox" checked name="chk[${at}]"> <a href="/product/${at + 11}">${g.name}</a></td><td>${g.price}</td><td><input type="number" name="qty[${at}]" value="${g.third || 1}"></td></tr>`)}
</tbody></table><p class="total">${w.total} <b>${total}</b></p><a class="btn_order" href="/order/form">${w.order}</a></form>`;

const orderForm: Kit["order"] = (goods, total, w) =>
  `<form id="frmOrder" name="frmOrder" action="/order/pay" method="post"><table>${each(goods, (g) => `<tr><td>${g.name}</td><td>${g.third || 1}</td><td>${g.price}</td></tr>`)}</table>
<fieldset><label>${w.name} <input name="receiver"></label><label>${w.tel} <input name="mobile" type="tel"></label><label>${w.addr} <input name="addr1"><input name="addr2"></label></fieldset>
<h3>${w.payBy}</h3><ul>${w.methods.map((m, at) => `<li><input type="radio" name="paymethod" id="pm${at}" value="${at}"${at ? "" : " checked"}><label for="pm${at}">${m}</label></li>`).join("")}</ul>
<p>${w.sum} <strong>${total}</strong></p><button type="submit" id="btn_payment">${w.pay}</button></form>`;

const cafe: Kit = {
  grid: (
    goods,
    w,
  ) => `<div class="xans-element- xans-product xans-product-listnormal ec-base-product"><p class="prdCount">TOTAL <strong>${goods.length}</strong> ITEMS</p><ul class="prdList grid4">
${each(goods, (g, at) => `<li id="anchorBoxId_${at + 31}" class="xans-record-"><div class="thumbnail"><a href="/product/detail.html?product_no=${at + 31}&amp;cate_no=24"><img src="//mall.example/web/product/medium/${at}.jpg" alt="${g.name}"/></a>${g.fourth === "sold" ? `<span class="promotion"><img src="/soldout.gif" alt="${w.sold}" /></span>` : ""}</div><div class="description"><strong class="name"><a href="/product/detail.html?product_no=${at + 31}"><span class="title displaynone">상품명 :</span> <span>${g.name}</span></a></strong><ul class="xans-element- xans-product xans-product-listitem spec"><li class="xans-record-">${g.third ? `<span style="text-decoration:line-through">${g.third}</span>` : ""}<span style="font-size:12px;font-weight:bold;">${g.price}</span></li></ul></div></li>`)}
</ul></div>`,
  detail: (
    g,
    w,
  ) => `<div class="xans-element- xans-product xans-product-detail"><div class="keyImg"><img src="//mall.example/web/product/big/1.jpg" alt="${g.name}" class="BigImage"/></div><div class="infoArea"><div class="headingArea"><h2>${g.name}</h2></div>
<table class="xans-element- xans-product xans-product-detaildesign" border="1" summary=""><caption>기본 정보</caption><tbody><tr class="xans-record-"><th scope="row">상품명</th><td>${g.name}</td></tr><tr><th scope="row">${w.price}</th><td><strong id="span_product_price_text">${g.price}</strong><input id="product_price" name="product_price" value="" type="hidden"></td></tr></tbody></table>
${g.fourth ? `<table class="xans-product-option"><tbody><tr><th>옵션</th><td><select id="product_option_id1" name="option1" required>${options(g, w)}</select></td></tr></tbody></table>` : ""}<div id="totalProducts"><p class="ec-base-help">(최소주문수량 1개 이상)</p><p class="totalPrice"><strong>${w.total}</strong>(${w.qty}) : <span class="total"><strong><em>0</em></strong> (0개)</span></p></div>
<div class="xans-element- xans-product xans-product-action"><a href="#none" class="btnSubmit" onclick="product_submit(1, '/exec/front/order/basket/', this)">${w.buy}</a><button type="button" class="btnNormal" onclick="product_submit(2, '/exec/front/order/basket/', this)">${w.add}</button><span class="btnEm soldout displaynone">${w.sold}</span></div></div></div>
<div id="prdDetail"><div class="cont"><p>${g.third}</p><p><img ec-data-src="/web/upload/detail_01.jpg"></p></div></div>`,
  basket: (
    goods,
    total,
    w,
  ) => `<div class="xans-element- xans-order xans-order-basketpackage"><div class="orderListArea"><table border="1"><thead><tr><th><input type="checkbox"></th><th>이미지</th><th>${w.goods}</th><th>${w.price}</th><th>${w.qty}</th><th>배송구분</th><th>배송비</th><th>합계</th></tr></thead><tbody class="xans-order-list">
${each(goods, (g, at) => `<tr class="xans-record-"><td><input type="checkbox" id="basket_chk_id_${at}"></td><td><img src="/web/product/tiny/${at}.jpg" alt="${g.name}"></td><td class="left"><strong class="name"><a href="/product/detail.html?product_no=${at + 31}">${g.name}</a></strong></td><td><strong>${g.price}</strong></td><td><input id="quantity_id_${at}" size="2" value="${g.third || 1}"></td><td>기본배송</td><td>[조건]</td><td><strong>${g.price}</strong></td></tr>`)}
</tbody></table></div><div class="xans-order-totalsummary"><strong id="total_order_price_front">${total}</strong></div><div class="xans-order-totalorder"><a href="#none" onclick="Basket.orderAll(this)" class="btnSubmitFix">전체상품주문</a><a href="#none" onclick="Basket.orderSelectBasket(this)">선택상품주문</a></div></div>`,
  order: (
    goods,
    total,
    w,
  ) => `<form id="frm_order_act" name="frm_order_act" action="" method="post" target="_self"><div class="xans-element- xans-order xans-order-form"><div class="billingNshipping"><h3>배송 정보</h3><table><tr><th>배송지 선택</th><td><input type="radio" name="sameaddr" value="M">회원 정보와 동일 <input type="radio" name="sameaddr" value="F">새로운 배송지</td></tr><tr><th>${w.name} *</th><td><input id="rname" name="rname" size="15"></td></tr><tr><th>${w.addr} *</th><td><input id="rzipcode1" readonly> <a href="#none" id="btn_search_rzipcode">우편번호</a><br><input id="raddr1" size="40"> 기본주소<br><input id="raddr2" size="40"> 나머지주소(선택입력가능)</td></tr><tr><th>${w.tel} *</th><td><select name="rphone2_[]"><option>010</option></select>-<input maxlength="4">-<input maxlength="4"></td></tr></table></div>
<div class="orderListArea"><table><tbody>${each(goods, (g) => `<tr><td><img src="/t.jpg" alt="">${g.name}</td><td>${g.third || 1}</td><td>${g.price}</td></tr>`)}</tbody></table></div>
<div class="payArea"><div class="payment"><div class="method"><span class="ec-base-label"><input id="addr_paymethod0" name="addr_paymethod" type="radio" value="card" checked><label for="addr_paymethod0">카드 결제</label></span><span><input id="addr_paymethod1" name="addr_paymethod" type="radio" value="cash"><label for="addr_paymethod1">무통장 입금</label></span><span><input name="addr_paymethod" type="radio" value="kakaopay"><label>카카오페이</label></span></div></div><div class="total"><h4>최종결제 금액</h4><p class="price"><span>KRW</span><input id="total_price" name="total_price" readonly size="10" value="${number(total)}"></p><p class="paymentAgree"><input type="checkbox" id="chk_purchase_agreement0"><label>결제정보를 확인하였으며, 구매진행에 동의합니다.</label></p><div class="button"><a href="#none" id="btn_payment">${w.pay}</a></div></div></div></div></form>`,
};

const godo: Kit = {
  grid: (
    goods,
    w,
  ) => `<div class="goods_list"><div class="goods_list_cont goods_content_121"><div class="item_gallery_type"><ul>
${each(goods, (g, at) => `<li><div class="item_cont"><div class="item_photo_box"><a href="../goods/goods_view.php?goodsNo=10000${at}"><img src="/data/goods/${at}.jpg" alt="${g.name}" title="${g.name}" class="middle"></a></div><div class="item_info_cont"><div class="item_tit_box"><a href="../goods/goods_view.php?goodsNo=10000${at}"><strong class="item_name">${g.name}</strong></a></div><div class="item_money_box">${g.third ? `<del>${g.third}</del>` : ""}<strong class="item_price"><span>${g.price}</span></strong></div>${g.fourth === "sold" ? `<div class="item_icon_box"><img src="/icon_soldout.gif" alt="${w.sold}"></div>` : ""}</div></div></li>`)}
</ul></div></div></div>`,
  detail: (
    g,
    w,
  ) => `<form name="frmView" id="frmView" method="post"><input type="hidden" name="mode" value="cartIn"><input type="hidden" name="set_goods_price" value="${number(g.price)}.00"><div class="item_info_box"><div class="item_tit_detail_cont"><div class="item_detail_tit"><h3>${g.name}</h3></div><div class="item_detail_list"><dl class="item_price"><dt>${w.price}</dt><dd><strong><strong>${g.price}</strong></strong></dd></dl><dl><dt>상품코드</dt><dd>100000241</dd></dl></div>
${g.fourth ? `<div class="item_add_option_box"><dl><dt>옵션</dt><dd><select name="optionSnoInput">${options(g, w)}</select></dd></dl></div>` : ""}<div class="item_choice_list"><table class="option_display_area"><tr><td>${g.name}</td><td><input type="text" name="goodsCnt[]" value="1" class="text"></td></tr></table></div><div class="btn_choice_box"><button type="button" id="cartBtn" class="btn_add_cart">${w.add}</button><button type="button" class="btn_add_order">${w.buy}</button></div></div></div></form>
<div id="detail"><div class="item_goods_tab"><ul><li class="on"><a href="#detail">상품상세정보</a></li><li><a href="#delivery">배송안내</a></li><li><a href="#exchange">교환 및 반품안내</a></li><li><a href="#reviews">${w.review}</a></li></ul></div><div class="detail_explain_box"><div class="txt-manual">${g.third}</div></div></div>`,
  basket: basketTable,
  order: (
    goods,
    total,
    w,
  ) => `<div class="order_wrap"><form id="frmOrder" name="frmOrder" action="./order_ps.php" method="post"><div class="order_table_type"><table>${each(goods, (g) => `<tr><td class="td_left"><em>${g.name}</em></td><td>${g.third || 1}개</td><td>${g.price}</td></tr>`)}</table></div><div class="delivery_info"><h4>배송정보</h4><input name="receiverName" placeholder="${w.name}"><input name="receiverCellPhone" placeholder="${w.tel}"><input name="receiverAddress"><input name="orderMemo" placeholder="남기실 말씀"></div>
<div class="payment_progress"><h4>결제수단 선택 / 결제</h4><div class="payment_progress_list"><dl><dt>일반결제</dt><dd><ul><li><input type="radio" id="settleKind_gb" name="settleKind" value="gb"><label for="settleKind_gb">무통장 입금</label></li><li><input type="radio" id="settleKind_pc" name="settleKind" value="pc"><label for="settleKind_pc">신용카드</label></li><li><input type="radio" id="settleKind_pb" name="settleKind" value="pb"><label>계좌이체</label></li></ul></dd></dl></div><div class="payment_final"><dl><dt>최종 결제 금액</dt><dd><span><strong id="totalSettlePriceView">${total}</strong></span></dd></dl><button class="btn_order_buy order-buy"><em>${w.pay}</em></button></div></div></form></div>`,
};

const imweb: Kit = {
  grid: (goods) =>
    `<div class="widget shop_grid"><div class="shop-content _shop_list">${each(goods, (g, at) => `<div class="shop-item _shop_item" data-product-properties='{"idx":${at + 1},"code":"s2023"}'><div class="item-wrap"><a href="/shop_view/?idx=${at + 1}"><img src="https://cdn.imweb.example/${at}.jpg"></a><div class="item-detail"><div class="item-pay"><h2 class="shop-title" style="font-size:14px">${g.name}</h2><div class="item-pay-detail">${g.third ? `<p class="sale_pay">${g.third}</p>` : ""}<p class="pay inline-blocked">${g.price}</p></div>${g.fourth === "sold" ? `<div class="ns-icon"><span class="prod_icon sold_out">SOLD OUT</span></div>` : ""}</div></div></div></div>`)}</div></div>`,
  detail: (g, w) =>
    `<div class="shop_view_wrap"><form id="prod_goods_form" name="prod_goods_form"><div class="goods_summary"></div><header class="view_tit"><p>${g.name}</p></header><div class="pay_detail"><span class="real_price">${g.price}</span></div><div class="prod_detail_option">${
      g.fourth
        ? `<div class="form-select-wrap _selectbox_wrap">${g.fourth
            .split(",")
            .map((o) => `<a class="_requireOption"><div class="margin-bottom">${o}</div></a>`)
            .join("")}</div>`
        : ""
    }<div class="buy_btns"><a class="btn buy bg-brand _btn_buy" href="javascript:;">구매하기</a><a class="btn opt _btn_cart" href="javascript:;">${w.cart}</a></div></div></form><ul class="nav nav-tabs"><li>상세정보</li><li>구매평 <span>0</span></li><li>Q&amp;A</li></ul><div class="goods_summary _detail"><div class="fr-view"><p>${g.third}</p></div></div></div>`,
  basket: basketTable,
  order: (goods, total, w) =>
    `<div class="shop_payment_wrap"><form id="order_payment" name="order_payment"><div class="section-title">주문 상품 정보</div>${each(goods, (g) => `<div class="prod_info"><span>${g.name}</span><span>${g.third || 1}개</span><strong>${g.price}</strong></div>`)}<div class="section-title">주문자 정보</div><input name="orderer_name" placeholder="이름"><input name="orderer_call" placeholder="연락처"><div class="section-title">배송 정보</div><input name="deliv_address" placeholder="${w.addr}"><div class="section-title">결제수단</div><label class="radio"><input type="radio" name="pay_type" value="card">신용카드</label><label><input type="radio" name="pay_type" value="virtual">가상계좌</label><label><input type="radio" name="pay_type" value="npay">네이버페이</label><div class="total">총 주문금액 <span>${total}</span></div><label><input type="checkbox" name="paymentAllCheck">구매조건 확인 및 결제진행에 동의</label><button type="button" class="btn btn-primary _btn_start_payment">${w.pay}</button></form></div>`,
};

const gnu: Kit = {
  grid: (goods, w) =>
    `<ul class="sct sct_10">${each(goods, (g, at) => `<li class="sct_li sct_clear" style="width:230px"><div class="sct_img"><a href="/shop/item.php?it_id=17${at}"><img src="/data/item/17${at}/thumb.jpg" alt="${g.name}"></a></div><div class="sct_txt"><a href="/shop/item.php?it_id=17${at}" class="sct_a">${g.name}</a></div><div class="sct_cost">${g.third ? `<strike>${g.third}</strike> ` : ""}${g.fourth === "sold" ? w.sold : g.price}</div></li>`)}</ul>`,
  detail: (g, w) =>
    `<form name="fitem" method="post" action="/shop/cartupdate.php" onsubmit="return fitem_submit(this);"><input type="hidden" name="it_id[]" value="171"><input type="hidden" name="sw_direct"><div id="sit_ov_wrap"><div id="sit_pvi"><img src="/data/item/171/big.jpg" alt=""></div><section id="sit_ov"><h2 id="sit_title">${g.name} <span class="sound_only">요약정보 및 구매</span></h2><p id="sit_desc">${g.third}</p><table class="sit_ov_tbl"><tbody><tr><th scope="row">판매가격</th><td>${g.price}<input type="hidden" id="it_price" value="${number(g.price)}"></td></tr><tr><th>배송비결제</th><td>주문시 결제</td></tr></tbody></table>${g.fourth ? `<select class="it_option">${options(g, w)}</select>` : ""}<div id="sit_ov_btn"><input type="submit" onclick="document.pressed=this.value;" value="바로구매" id="sit_btn_buy"><input type="submit" value="장바구니" id="sit_btn_cart"></div></section></div></form>`,
  basket: basketTable,
  order: orderForm,
};

const smart: Kit = {
  grid: (goods) =>
    `<ul class="_3BkKgDHq3l">${each(goods, (g, at) => `<li class="-qHwcFXhj0"><a href="/shop/products/55120${at}" class="linkAnchor"><div><img src="https://img.example/${at}.jpg?type=f300" alt="${g.name}" width="300"></div><strong class="QNNliuiAk3">${g.name}</strong><div class="_23DThs7PLJ"><strong class="zIK_uvWc6D"><span class="_2DywKu0J_8">${g.price.replace("원", "")}</span><span class="won">원</span></strong></div></a></li>`)}</ul>`,
  detail: (g, w) =>
    `<div class="_2-I30XS1lA"><fieldset class="_3BVe"><h3 class="_22kNQuEXmb">${g.name}</h3><div class="WrkQhIlUY0"><strong class="aICRqgP9zw"><span class="_1LY7DqCnwR">${g.price.replace("원", "")}</span><span class="won">원</span></strong></div>${g.fourth ? `<a role="button" class="_1rGSKv6aq_">${g.fourth.split(",")[0]}</a>` : ""}<div class="_2-uv"><a href="#" role="button" class="_2-uvQuRWK5"><span>구매하기</span></a><a href="#" role="button"><span>${w.cart}</span></a></div><p class="npay"><span class="blind">네이버페이로 구매시 적립</span></p></fieldset></div><div id="INTRODUCE"><div class="se-main-container"><p class="se-text-paragraph"><span>${g.third}</span></p></div></div>`,
  basket: basketTable,
  order: orderForm,
};

const shopify: Kit = {
  grid: (goods, w) =>
    `<ul id="product-grid" class="grid product-grid grid--4-col-desktop">${each(goods, (g, at) => `<li class="grid__item"><div class="card-wrapper product-card-wrapper underline-links-hover"><div class="card card--standard"><div class="card__media"><img srcset="//cdn/p${at}.jpg?width=165 165w" alt="${g.name}" loading="lazy"></div><div class="card__content"><h3 class="card__heading"><a href="/products/p-${at}" class="full-unstyled-link">${g.name}</a></h3><div class="card-information"><div class="price${g.fourth === "sold" ? " price--sold-out" : ""}"><div class="price__container"><div class="price__regular"><span class="visually-hidden visually-hidden--inline">${w.price}</span><span class="price-item price-item--regular">${g.third || g.price}</span></div>${g.third ? `<div class="price__sale"><span class="price-item price-item--sale">${g.price}</span></div>` : ""}</div></div></div>${g.fourth === "sold" ? `<div class="card__badge bottom left"><span class="badge">${w.sold}</span></div>` : ""}</div></div></div></li>`)}</ul>`,
  detail: (
    g,
    w,
  ) => `<section class="product__info-wrapper"><product-info id="ProductInfo" class="product__info-container"><p class="product__text caption-with-letter-spacing"></p><div class="product__title"><h1>${g.name}</h1></div><div id="price-template" role="status"><div class="price price--large"><div class="price__container"><div class="price__regular"><span class="visually-hidden">${w.price}</span><span class="price-item price-item--regular">${g.price}</span></div></div></div></div>
${
  g.fourth
    ? `<variant-selects><fieldset class="product-form__input"><legend class="form__label">Size</legend>${g.fourth
        .split(",")
        .map((o, at) => `<input type="radio" id="o${at}" name="Size" value="${o}"><label for="o${at}">${o}</label>`)
        .join("")}</fieldset></variant-selects>`
    : ""
}<product-form class="product-form"><form method="post" action="/cart/add" id="product-form" enctype="multipart/form-data"><input type="hidden" name="id" value="4410231"><div class="product-form__buttons"><button type="submit" name="add" class="product-form__submit button button--full-width"><span>${w.add}</span><div class="loading-overlay__spinner hidden"></div></button><div data-shopify="payment-button" class="shopify-payment-button"><button class="shopify-payment-button__button--hidden" disabled hidden></button></div></div></form></product-form><div class="product__description rte quick-add-hidden"><p>${g.third}</p></div></product-info></section>`,
  basket: (goods, total, w) =>
    `<cart-items class="page-width"><div class="title-wrapper-with-link"><h1 class="title title--primary">Your cart</h1></div><form action="/cart" class="cart__contents" method="post" id="cart"><table class="cart-items">${each(goods, (g, at) => `<tr class="cart-item"><td><a href="/products/p-${at}" class="cart-item__name h4">${g.name}</a><div class="product-option">${g.price}</div></td><td><quantity-input><input class="quantity__input" type="number" name="updates[]" value="${g.third || 1}"></quantity-input></td></tr>`)}</table></form></cart-items><div id="main-cart-footer"><div class="totals"><h2 class="totals__total">Estimated total</h2><p class="totals__total-value">${total}</p></div><small class="tax-note">Taxes, discounts and shipping calculated at checkout.</small><div class="cart__ctas"><button type="submit" id="checkout" class="cart__checkout-button button" name="checkout" form="cart">${w.order}</button></div></div>`,
  order: (goods, total, w) =>
    `<div class="_1fragemml"><form id="Form0" method="POST" action="/checkouts/cn/z2/information" novalidate><section aria-label="Contact"><h2>Contact</h2><input id="email" name="email" placeholder="${w.mail}" autocomplete="shipping email"></section><section aria-label="Shipping address"><h2>Delivery</h2><select name="countryCode"><option value="GB">United Kingdom</option></select><input name="lastName" placeholder="${w.name}"><input name="address1" placeholder="${w.addr}"><input name="postalCode"><input name="phone"></section><section aria-label="Payment"><h2>${w.payBy}</h2><p>All transactions are secure and encrypted.</p>${w.methods.map((m, at) => `<div><input type="radio" name="basic" id="basic-${at}"><label for="basic-${at}">${m}</label></div>`).join("")}<div id="number" class="card-fields"><iframe class="card-fields-iframe" title="Field container for: Card number" src="https://checkout.example/number"></iframe></div></section><button id="checkout-pay-button" type="submit">${w.pay}</button></form><aside><h2>Order summary</h2>${each(goods, (g) => `<div role="row"><p>${g.name}</p><span>${g.third || 1}</span><span>${g.price}</span></div>`)}<div role="row"><strong>Total</strong><span>${total}</span></div></aside></div>`,
};

const woo: Kit = {
  grid: (goods, w) =>
    `<p class="woocommerce-result-count">${goods.length}</p><ul class="products columns-3">${each(goods, (g, at) => `<li class="product type-product post-${at + 40} ${g.fourth === "sold" ? "outofstock" : "instock"} purchasable product-type-simple"><a href="/product/p-${at}/" class="woocommerce-LoopProduct-link"><img width="324" src="/wp-content/uploads/p${at}.jpg" alt=""><h2 class="woocommerce-loop-product__title">${g.name}</h2><span class="price">${g.third ? `<del aria-hidden="true"><span class="woocommerce-Price-amount amount"><bdi>${g.third}</bdi></span></del> <ins>` : ""}<span class="woocommerce-Price-amount amount"><bdi>${g.price}</bdi></span>${g.third ? "</ins>" : ""}</span></a>${g.fourth === "sold" ? `<a href="/product/p-${at}/" class="button">${w.more}</a>` : `<a href="?add-to-cart=${at + 40}" class="button product_type_simple add_to_cart_button ajax_add_to_cart" rel="nofollow">${w.add}</a>`}</li>`)}</ul>`,
  detail: (g, w) =>
    `<div id="product-41" class="product type-product status-publish"><div class="woocommerce-product-gallery"><img src="/wp-content/uploads/p.jpg" class="wp-post-image" alt=""></div><div class="summary entry-summary"><h1 class="product_title entry-title">${g.name}</h1><p class="price"><span class="woocommerce-Price-amount amount"><bdi>${g.price}</bdi></span></p><div class="woocommerce-product-details__short-description"><p>${g.third}</p></div><form class="cart" action="" method="post" enctype="multipart/form-data">${g.fourth ? `<table class="variations"><tr><th class="label"></th><td><select name="attribute_pa">${options(g, w)}</select></td></tr></table>` : ""}<div class="quantity"><input type="number" class="input-text qty text" name="quantity" value="1"></div><button type="submit" name="add-to-cart" value="41" class="single_add_to_cart_button button alt">${w.add}</button></form></div></div>`,
  basket: (goods, total, w) =>
    `<div class="woocommerce"><form class="woocommerce-cart-form" action="/cart/" method="post"><table class="shop_table cart">${each(goods, (g) => `<tr class="woocommerce-cart-form__cart-item"><td class="product-name"><a href="#">${g.name}</a></td><td class="product-price">${g.price}</td><td><input class="qty" name="cart[a][qty]" value="${g.third || 1}"></td></tr>`)}</table></form><div class="cart_totals"><table><tr class="order-total"><th>${w.sum}</th><td><strong>${total}</strong></td></tr></table><div class="wc-proceed-to-checkout"><a href="/checkout/" class="checkout-button button alt wc-forward">${w.order}</a></div></div></div>`,
  order: (goods, total, w) =>
    `<div class="woocommerce"><form name="checkout" method="post" class="checkout woocommerce-checkout" action="/checkout/"><div id="customer_details"><p class="form-row"><label for="billing_first_name">${w.name}&nbsp;<abbr class="required">*</abbr></label><input id="billing_first_name" name="billing_first_name"></p><p class="form-row"><label>${w.addr}</label><input name="billing_address_1"></p><p class="form-row"><label>${w.tel}</label><input name="billing_phone"></p></div><div id="order_review"><table class="shop_table woocommerce-checkout-review-order-table">${each(goods, (g) => `<tr class="cart_item"><td class="product-name">${g.name} <strong>&times;&nbsp;${g.third || 1}</strong></td><td>${g.price}</td></tr>`)}<tr class="order-total"><th>${w.sum}</th><td>${total}</td></tr></table><div id="payment" class="woocommerce-checkout-payment"><ul class="wc_payment_methods payment_methods methods">${w.methods.map((m, at) => `<li class="wc_payment_method"><input id="payment_method_${at}" type="radio" class="input-radio" name="payment_method" value="m${at}"><label for="payment_method_${at}">${m}</label></li>`).join("")}</ul><button type="submit" class="button alt" name="woocommerce_checkout_place_order" id="place_order">${w.pay}</button></div></div></form></div>`,
};

const presta: Kit = {
  grid: (goods, w) =>
    `<section id="products"><div class="products row">${each(goods, (g, at) => `<article class="product-miniature js-product-miniature" data-id-product="${at + 1}"><div class="thumbnail-container"><a href="/${at + 1}-p.html"><img src="/p/${at}.jpg" alt="${g.name}"></a><div class="product-description"><h2 class="h3 product-title"><a href="/${at + 1}-p.html">${g.name}</a></h2><div class="product-price-and-shipping">${g.third ? `<span class="regular-price">${g.third}</span>` : ""}<span class="price" aria-label="Price">${g.price}</span></div></div>${g.fourth === "sold" ? `<ul class="product-flags"><li class="product-flag out_of_stock">${w.sold}</li></ul>` : ""}</div></article>`)}</div></section>`,
  detail: (g, w) =>
    `<div id="product-content" itemscope itemtype="https://schema.org/Product"><h1 class="h1" itemprop="name">${g.name}</h1><div class="product-prices"><div class="product-price h5" itemprop="offers" itemscope itemtype="https://schema.org/Offer"><span class="current-price-value" itemprop="price" content="${number(g.price)}">${g.price}</span></div></div><div class="product-information" itemprop="description"><p>${g.third}</p></div><div class="product-actions"><form action="/cart" method="post" id="add-to-cart-or-refresh"><input type="hidden" name="id_product" value="4">${g.fourth ? `<select name="group[1]">${options(g, w)}</select>` : ""}<input name="qty" id="quantity_wanted" value="1"><button class="btn btn-primary add-to-cart" data-button-action="add-to-cart" type="submit">${w.add}</button></form></div></div>`,
  basket: basketTable,
  order: (goods, total, w) =>
    `<section id="checkout"><section id="checkout-personal-information-step" class="checkout-step -current"><h1 class="step-title h3"><span class="step-number">1</span>${w.name}</h1><form><input name="firstname"><input name="email" placeholder="${w.mail}"></form></section><section id="checkout-payment-step" class="checkout-step -reachable"><h1 class="step-title h3"><span class="step-number">4</span>${w.payBy}</h1><div class="payment-options">${w.methods.map((m, at) => `<div id="payment-option-${at}-container"><input class="ps-shown-by-js" id="payment-option-${at}" name="payment-option" type="radio"><label><span>${m}</span></label></div>`).join("")}</div><form id="conditions-to-approve"><input type="checkbox" required id="cond"><label for="cond">✓</label></form><div id="payment-confirmation"><button type="submit" class="btn btn-primary center-block">${w.pay}</button></div></section></section><section id="js-checkout-summary">${each(goods, (g) => `<div><span>${g.third || 1}x</span> ${g.name} <span>${g.price}</span></div>`)}<div class="cart-total">${w.sum} ${total}</div></section>`,
};

const base: Kit = {
  grid: (goods) =>
    `<div id="mainContent"><ul class="itemList">${each(goods, (g, at) => `<li class="item"><a href="/items/7710${at}"><div class="itemImg"><img src="https://img.example/${at}.jpg" alt="${g.name}"></div><p class="itemTitle">${g.name}</p><p class="itemPrice">${g.price}</p>${g.fourth === "sold" ? `<p class="soldOut">SOLD OUT</p>` : ""}</a></li>`)}</ul></div>`,
  detail: (g, w) =>
    `<section id="shopItem"><div id="itemImg"><img src="https://img.example/a.jpg" alt="${g.name}"></div><div class="itemDetail"><h2 class="itemTitle">${g.name}</h2><p class="itemPrice">${g.price} <span>税込</span></p><div id="itemAttr"><p>※この商品は最短で翌々日に発送します。</p></div><form id="purchaseForm" action="https://cart.thebase.example/order/addCart" method="post">${g.fourth ? `<select name="variation">${options(g, w)}</select>` : ""}<select name="amount"><option>1</option></select><button id="purchaseButton" class="purchaseButton__btn" type="submit">${w.add}</button></form><div class="itemDescription"><p>${g.third}</p></div></div></section>`,
  basket: basketTable,
  order: orderForm,
};

const eccube: Kit = {
  grid: (goods, w) =>
    `<div class="ec-shelfRole"><ul class="ec-shelfGrid">${each(goods, (g, at) => `<li class="ec-shelfGrid__item"><a href="/products/detail/${at + 1}"><p class="ec-shelfGrid__item-image"><img src="/html/upload/save_image/${at}.jpg"></p><p>${g.name}</p><p class="price02-default">${g.price}</p></a>${g.fourth === "sold" ? `<p class="ec-soldout">ただいま品切れ中です。</p>` : `<form action="/products/add_cart/${at + 1}" method="post"><div class="ec-numberInput"><span>数量</span><input type="number" name="quantity" value="1"></div><div class="ec-productRole__btn"><button type="submit" class="ec-blockBtn--action add-cart">${w.add}</button></div></form>`}</li>`)}</ul></div>`,
  detail: (g, w) =>
    `<div class="ec-productRole"><div class="ec-productRole__profile"><div class="ec-productRole__title"><h2 class="ec-headingTitle">${g.name}</h2></div><div class="ec-productRole__price"><div class="ec-price"><span class="ec-price__price">${g.price}</span><span class="ec-price__tax">税込</span></div></div><form action="/products/add_cart/8" method="post" id="form1">${g.fourth ? `<select id="classcategory_id1">${options(g, w)}</select>` : ""}<input type="number" id="quantity" name="quantity" value="1"><button type="submit" class="ec-blockBtn--action add-cart">${w.add}</button></form><div class="ec-productRole__description">${g.third}</div></div></div>`,
  basket: (goods, total, w) =>
    `<div class="ec-cartRole"><div class="ec-cartRole__progress"><ul class="ec-progress"><li class="is-complete">カートの商品</li><li>お客様情報</li><li>ご注文手続き</li><li>ご注文内容確認</li><li>完了</li></ul></div><form name="form" id="form_cart" action="/cart">${each(goods, (g) => `<ul class="ec-cartRow"><li class="ec-cartRow__name">${g.name}</li><li class="ec-cartRow__unitPrice">${g.price}</li><li class="ec-cartRow__amount">${g.third || 1}</li></ul>`)}<div class="ec-cartRole__total">合計：<span class="ec-cartRole__totalAmount">${total}</span></div><a class="ec-blockBtn--action" href="/cart/buystep/x">${w.order}</a></form></div>`,
  order: (goods, total, w) =>
    `<div class="ec-pageHeader"><h1>ご注文手続き</h1></div><form id="shopping-form" method="post" action="/shopping/confirm"><div class="ec-orderRole"><div class="ec-orderAccount"><div class="ec-rectHeading"><h2>お客様情報</h2></div><p>${w.name} <input name="name01"></p></div><div class="ec-orderDelivery"><h2>配送情報</h2>${each(goods, (g) => `<ul class="ec-borderedList"><li><p>${g.name}</p><p>${g.price} × ${g.third || 1}</p></li></ul>`)}</div><div class="ec-orderPayment"><div class="ec-rectHeading"><h2>${w.payBy}</h2></div>${w.methods.map((m, at) => `<div class="ec-radio"><input type="radio" id="shopping_order_Payment_${at}" name="_shopping_order[Payment]" value="${at}"><label>${m}</label></div>`).join("")}</div><div class="ec-totalBox">合計<span class="ec-totalBox__price">${total}</span><button type="submit" class="ec-blockBtn--action">${w.pay}</button></div></div></form>`,
};

const shopline: Kit = {
  grid: (goods, w) =>
    `<div class="ProductList-list row">${each(goods, (g, at) => `<product-item><a class="Product-item" href="/products/p${at}"><div class="Image-boxify"><div class="Image-boxify-image" style="background-image:url(https://shoplineimg.example/${at}.webp)"></div>${g.fourth === "sold" ? `<div class="sold-out-item">${w.sold}</div>` : ""}</div><div class="Product-info"><div class="Product-title Label mix-primary-text">${g.name}</div>${g.third ? `<div class="price-sale Label-price sl-price">${g.price}</div><div class="price-crossed Label-price sl-price">${g.third}</div>` : `<div class="Label-price sl-price Label-price-original">${g.price}</div>`}</div></a></product-item>`)}</div>`,
  detail: (g, w) =>
    `<div class="Product-detail" ng-controller="ProductDetailController"><div class="Product-informations"><div class="row"><h1 class="Product-title">${g.name}</h1><div class="price-regular price price-crossed ng-hide">{{ price }}</div><div class="js-price price"><span>${g.price}</span></div><p class="Product-summary">${g.third}</p>${g.fourth ? `<select ng-model="selected">${options(g, w)}</select>` : ""}<div class="Product-quantity"><label>${w.qty}</label><input type="tel" value="1"></div><div class="product-cart-bundle"><button class="btn-add-to-cart js-btn-main-checkout">${w.add}</button><button class="btn-buy-now">${w.buy}</button></div></div></div></div>`,
  basket: basketTable,
  order: orderForm,
};

const haravan: Kit = {
  grid: (goods, w) =>
    `<div class="listProduct-row row">${each(goods, (g, at) => `<div class="col-lg-3 col-6 product-loop" data-id="${at}"><div class="product-inner"><div class="proloop-image"><a href="/products/sp-${at}" title="${g.name}"><img class="lazyload" data-src="//file/${at}.jpg" alt=" ${g.name} "></a></div><div class="proloop-detail"><h3><a href="/products/sp-${at}">${g.name}</a></h3><p class="proloop--price"><span class="price">${g.price}</span>${g.third ? `<span class="price-del">${g.third}</span>` : ""}</p>${g.fourth === "sold" ? `<span class="soldout">${w.sold}</span>` : `<button class="add-to-cart" data-variantid="10${at}">${w.add}</button>`}</div></div></div>`)}</div>`,
  detail: (g, w) =>
    `<div class="product-detail-main"><div class="product-heading"><h1>${g.name}</h1><span class="pro_sku">SKU: <strong>SP00${g.name.length}</strong></span></div><div class="product-price" id="price-preview"><span class="pro-title">${w.price}: </span><span class="pro-price">${g.price}</span></div><form id="add-item-form" action="/cart/add" method="post">${
      g.fourth
        ? `<div class="select-swatch">${g.fourth
            .split(",")
            .map((o) => `<label>${o}<input type="radio" name="option1" value="${o}"></label>`)
            .join("")}</div>`
        : ""
    }<input type="text" id="quantity" name="quantity" value="1"><button type="button" id="add-to-cart" class="btn-addtocart">${w.add}</button><button type="button" id="buy-now">${w.buy}</button></form><div class="panel-description"><p>${g.third}</p></div></div>`,
  basket: basketTable,
  order: orderForm,
};

const builder: Kit = {
  grid: (goods, w) =>
    `<div data-hook="product-list-wrapper"><div>${each(goods, (g) => `<div data-hook="product-item-root" role="group" aria-label="${g.name}"><a href="/product-page/${g.name.length}" data-hook="product-item-container"><div class="s__img" style="background-image:url(x)"></div></a><div><div><p data-hook="product-item-name">${g.name}</p><div data-hook="prices-container">${g.third ? `<span data-hook="product-item-price-before-discount">${g.third}</span>` : ""}<span data-hook="product-item-price-to-pay">${g.price}</span></div>${g.fourth === "sold" ? `<span data-hook="product-item-out-of-stock">${w.sold}</span>` : ""}</div></div></div>`)}</div></div>`,
  detail: (g, w) =>
    `<div data-hook="product-page"><div><h1 data-hook="product-title">${g.name}</h1><div data-hook="product-price"><span data-hook="formatted-primary-price">${g.price}</span></div>${
      g.fourth
        ? `<div data-hook="dropdown-base"><div>${g.fourth
            .split(",")
            .map((o) => `<div role="option">${o}</div>`)
            .join("")}</div></div>`
        : ""
    }<div><button data-hook="add-to-cart"><span>${w.add}</span></button></div><div data-hook="description"><p>${g.third}</p></div></div></div>`,
  basket: basketTable,
  order: orderForm,
};

const tailwind: Kit = {
  grid: (goods, w) =>
    `<div class="grid grid-cols-2 gap-4 md:grid-cols-4">${each(goods, (g, at) => `<a class="group block" href="/p/${at + 100}"><div class="aspect-square overflow-hidden rounded"><img alt="${g.name}" loading="lazy" src="/_next/image?url=${at}&amp;w=640&amp;q=75"/></div><p class="mt-2 truncate text-sm">${g.name}</p><p class="text-base font-semibold">${g.price}${g.third ? `<span class="ml-1 text-gray-400 line-through">${g.third}</span>` : ""}</p>${g.fourth === "sold" ? `<span class="text-red-500">${w.sold}</span>` : ""}</a>`)}</div>`,
  detail: (g, w) =>
    `<div class="grid gap-8 md:grid-cols-2"><img alt="" src="/_next/image?url=x"/><div><h1 class="text-2xl font-bold">${g.name}</h1><p class="mt-2 text-3xl">${g.price}</p><p class="mt-4 whitespace-pre-line">${g.third}</p>${
      g.fourth
        ? `<div role="radiogroup" class="flex gap-2">${g.fourth
            .split(",")
            .map((o) => `<button type="button" role="radio">${o}</button>`)
            .join("")}</div>`
        : ""
    }<div class="mt-8 flex gap-2"><button type="button" class="flex-1 rounded border py-3">${w.add}</button><button type="button" class="flex-1 rounded bg-black py-3 text-white">${w.buy}</button></div></div></div>`,
  basket: (goods, total, w) =>
    `<ul class="divide-y">${each(goods, (g) => `<li class="flex py-4"><div class="flex-1"><p>${g.name}</p><p>${g.price}</p></div><div>${g.third || 1}</div></li>`)}</ul><div class="flex justify-between font-bold"><span>${w.sum}</span><span>${total}</span></div><button type="button" class="mt-4 w-full bg-black py-4 text-white">${w.order}</button>`,
  order: orderForm,
};

const table: Kit = {
  grid: (goods, w) =>
    `<table width="720" cellpadding="4"><tr>${each(goods, (g, at) => `<td width="180" align="center" valign="top"><a href="./item.php?it_id=12${at}"><img src="./data/item/12${at}_s" width="120" border="1"></a><br>${g.name}<br><font color="#cc3300">${g.third ? `<s>${g.third}</s> → ` : ""}<b>${g.price}</b></font>${g.fourth === "sold" ? `<br><img src="./img/icon_soldout.gif" alt="${w.sold}">` : ""}</td>${(at + 1) % 4 ? "" : "</tr><tr>"}`)}</tr></table>`,
  detail: (g, w) =>
    `<table width="720"><tr><td width="300"><img src="./data/item/big.jpg" width="280"></td><td valign="top"><form name="fitem" action="./cartupdate.php" method="post"><input type="hidden" name="it_id" value="120"><b>${g.name}</b><table><tr><td>${w.price}</td><td><input type="text" name="disp_sell_amount" size="12" readonly style="border:none" value="${g.price}"></td></tr><tr><td>${w.qty}</td><td><input name="ct_qty" size="4" value="1"></td></tr>${g.fourth ? `<tr><td colspan="2"><select>${options(g, w)}</select></td></tr>` : ""}</table><a href="javascript:fitemcheck(document.fitem,'direct_buy');"><img src="./img/btn2_now_buy.gif" border="0" alt="${w.buy}"></a> <a href="javascript:fitemcheck(document.fitem,'cart_update');"><img src="./img/btn2_cart.gif" border="0" alt="${w.add}"></a></form></td></tr><tr><td colspan="2">${g.third}<br><img src="./data/item/detail.jpg"></td></tr></table>`,
  basket: (goods, total, w) =>
    `<table width="100%" border="1" bordercolor="#cccccc">${each(goods, (g) => `<tr><td>${g.name}</td><td align="right">${g.price}</td><td>${g.third || 1}</td></tr>`)}<tr><td colspan="3" align="right">${w.sum} <b>${total}</b></td></tr></table><a href="./orderform.php"><img src="./img/btn1_buy_go.gif" alt="${w.order}" border="0"></a>`,
  order: orderForm,
};

const byFrame: Record<string, Kit> = {
  cafe,
  cafemobile: cafe,
  godo,
  makeshop: godo,
  imweb,
  sixshop: imweb,
  smart,
  gnu,
  old: table,
  dawn: shopify,
  debut: shopify,
  woo,
  magento: presta,
  presta,
  opencart: presta,
  wix: builder,
  squarespace: builder,
  webflow: builder,
  next: tailwind,
  spa: tailwind,
  plain: table,
  none: table,
  base,
  makeshopjp: table,
  eccube,
  shopline,
  cyberbiz: shopline,
  nine: shopline,
  haravan,
  sapo: haravan,
  lnw: haravan,
  toko: tailwind,
};

const good = (text: string): Good => {
  const [name = "", price = "", third = "", fourth = ""] = text.split("|").map((part) => part.trim());
  return { name, price, third, fourth };
};
const goods = (text: string) => text.split(";").map(good);

/** Sets `%grid`, `%detail`, `%basket` and `%order` lines of a sheet in the manner of the frame's shop system. */
export function filledIn(body: string, frame: string, w: Words): string {
  const kit = byFrame[frame];
  if (!kit) throw new Error(`no kit for ${frame}`);
  return body.replace(/^%(grid|detail|basket|order) (.+)$/gm, (_, what: keyof Kit, text: string) => {
    const [list = "", total = ""] = text.split(" => ");
    if (what === "grid") return kit.grid(goods(list), w);
    if (what === "detail") return kit.detail(good(list), w);
    return kit[what](goods(list), total, w);
  });
}

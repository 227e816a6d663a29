import { idea } from "./compile.ts";

/** Put it into the basket, or buy it at once: what a product page's button says. */
export const buy = idea({
  ko: [
    "구매",
    "바로 ?(?:구매|주문|결제|사기)",
    "장바구니(?:에)? ?(?:담기|넣기|추가)",
    "장바구니",
    "카트(?:에)? ?담기",
    "담기",
    "주문하기",
    "결제하기",
    "구독하기",
    "신청하기",
    "예약하기",
    "구입하기",
    "사기",
    "수강신청",
    "이용권 ?구매",
    "정기 ?(?:배송|구독)",
  ],
  en: [
    "buy",
    "buy (?:it )?now",
    "add to (?:cart|bag|basket|trolley)",
    "add (?:item|to order)",
    "order now",
    "shop now",
    "purchase",
    "pre-?order",
    "subscribe",
    "get (?:it|this|access|started)",
    "enrol~",
    "book now",
    "checkout",
    "check out",
    "choose (?:this )?plan",
    "select (?:this )?plan",
  ],
  ja: [
    "カートに(?:入れる|追加|いれる)",
    "かごに(?:入れる|追加)",
    "買い物かご",
    "購入(?:する|手続き)?",
    "今すぐ(?:購入|買う|注文)",
    "買う",
    "注文(?:する)?",
    "申し込む",
    "定期購入",
    "カゴに",
  ],
  vi: ["mua(?: ngay| hàng)?", "thêm vào giỏ(?: hàng)?", "đặt (?:hàng|mua|ngay)", "cho vào giỏ", "đăng ký", "chọn mua"],
  th: [
    "ซื้อ(?:เลย|ทันที|สินค้า|ตอนนี้)?",
    "(?:หยิบ|ใส่|เพิ่ม)(?:ลง|ใส่|ไปยัง|ใน)?(?:ตะกร้า|รถเข็น)",
    "สั่งซื้อ",
    "เพิ่มลงตะกร้า",
    "ลงตะกร้า",
    "สมัคร",
  ],
  id: [
    "beli(?: sekarang| langsung)?",
    "(?:tambah(?:kan)?|masuk(?:k?an)?)(?: ke)? ?keranjang",
    "\\+ ?keranjang",
    "pesan(?: sekarang)?",
    "checkout",
    "langganan",
    "berlangganan",
  ],
  zh: [
    "(?:立即|直接|馬上|立刻)?(?:購買|购买|下單|訂購|結帳)",
    "(?:加入|放入|加到|添加)(?:到)?(?:購物車|购物车|購物袋|購物籃)",
    "我要買",
    "立即搶購",
    "訂閱",
  ],
});

/** The last button: pay, place the order. */
export const pay = idea({
  ko: [
    "결제 ?하기",
    "결제",
    "주문 ?하기",
    "주문 ?완료",
    "주문 ?확정",
    "구매 ?하기",
    "원 ?결제",
    "동의하고 ?(?:결제|주문|구매)",
    "주문 ?및 ?결제",
    "신청 ?완료",
  ],
  en: [
    "pay",
    "pay now",
    "place (?:my |your )?order",
    "complete (?:my |your )?(?:order|purchase|payment|checkout)",
    "submit (?:order|payment)",
    "confirm (?:order|payment|purchase|and pay)",
    "buy now",
    "continue to payment",
    "proceed to (?:payment|pay)",
    "purchase",
    "order now",
    "submit secure payment",
    "subscribe",
    "pay with",
    "make payment",
    "review order",
  ],
  ja: [
    "注文(?:を)?(?:確定|する|内容を確認)",
    "(?:ご)?購入(?:を)?(?:確定|する|手続き)",
    "支払う",
    "お支払い",
    "決済(?:する|へ進む)?",
    "確定する",
    "注文を完了",
  ],
  vi: ["thanh toán", "đặt (?:hàng|mua)", "xác nhận(?: đơn hàng| thanh toán)?", "hoàn tất(?: đơn hàng| thanh toán)?"],
  th: ["ชำระเงิน", "ยืนยัน(?:การ)?(?:สั่งซื้อ|คำสั่งซื้อ|ชำระเงิน)", "สั่งซื้อ", "จ่ายเงิน", "ดำเนินการชำระเงิน", "ยืนยัน"],
  id: [
    "bayar",
    "bayar sekarang",
    "buat pesanan",
    "konfirmasi(?: pesanan| pembayaran)?",
    "pesan sekarang",
    "lanjut(?:kan)?(?: ke)? pembayaran",
    "selesaikan pesanan",
    "proses pembayaran",
  ],
  zh: [
    "結帳",
    "付款",
    "確認(?:付款|訂單|結帳|購買)",
    "送出訂單",
    "前往付款",
    "立即付款",
    "提交訂單",
    "下單",
    "去支付",
    "支付",
  ],
});

/** Ways of paying that go through a payment company. */
export const onlineMethod = idea({
  ko: [
    "신용 ?카드",
    "체크 ?카드",
    "카드 ?결제",
    "(?:카카오|네이버|토스|삼성|페이코|애플|엘|l)\\.? ?페이",
    "payco",
    "kakaopay",
    "휴대폰 ?결제",
    "휴대폰 ?소액",
    "가상 ?계좌",
    "실시간 ?계좌 ?이체",
    "간편 ?결제",
    "해외 ?(?:카드|결제)",
    "문화 ?상품권",
    "퀵계좌",
  ],
  en: [
    "credit(?:/debit)? ?cards?",
    "debit ?cards?",
    "credit or debit",
    "card number",
    "pay by card",
    "visa",
    "master ?card",
    "amex",
    "american express",
    "jcb",
    "paypal",
    "apple ?pay",
    "google ?pay",
    "klarna",
    "afterpay",
    "alipay~",
    "wechat ?pay",
    "stripe",
    "unionpay",
    "shop ?pay",
    "amazon ?pay",
    "venmo",
    "payoneer",
    "bank ?card",
    "^card$",
    "cards?",
    "net ?banking",
    "upi",
    "grabpay",
    "paynow",
  ],
  ja: [
    "クレジット(?:カード)?",
    "コンビニ(?:決済|払い|エンスストア)",
    "paypay",
    "楽天ペイ",
    "amazon ?pay",
    "d払い",
    "au ?pay",
    "line ?pay",
    "メルペイ",
    "キャリア決済",
    "後払い",
    "atobarai",
    "paidy",
    "ペイパル",
  ],
  vi: [
    "thẻ (?:tín dụng|ghi nợ|atm|quốc tế|ngân hàng|visa|nội địa)",
    "vnpay~",
    "momo",
    "zalo ?pay",
    "shopee ?pay",
    "ví điện tử",
    "internet banking",
    "napas",
    "quét mã",
    "qr~",
    "onepay",
    "viettel ?(?:pay|money)",
  ],
  th: [
    "บัตรเครดิต",
    "บัตรเดบิต",
    "พร้อมเพย์",
    "promptpay",
    "truemoney",
    "ทรูมันนี่",
    "rabbit line pay",
    "shopeepay",
    "qr~",
    "mobile banking",
    "โมบายแบงก์กิ้ง",
    "อินเทอร์เน็ตแบงก์กิ้ง",
    "scb easy",
  ],
  id: [
    "kartu (?:kredit|debit)",
    "gopay",
    "go-pay",
    "ovo",
    "dana",
    "linkaja",
    "shopeepay",
    "qris",
    "virtual account",
    "akulaku",
    "kredivo",
    "indomaret",
    "alfamart",
    "dompet digital",
    "e-?wallet",
  ],
  zh: [
    "信用卡",
    "金融卡",
    "line ?pay",
    "街口",
    "全支付",
    "悠遊付",
    "apple ?pay",
    "google ?pay",
    "超商代碼",
    "虛擬帳號",
    "atm ?(?:虛擬|轉帳)",
    "web ?atm",
    "支付寶",
    "微信支付",
    "支付宝",
    "行動支付",
    "一卡通",
  ],
});

/** Ways of paying that pass every payment company by. */
export const offlineMethod = idea({
  ko: ["무통장 ?입금", "계좌 ?(?:이체|입금|송금)", "현금", "현장 ?결제", "착불"],
  en: [
    "bank transfer",
    "wire transfer",
    "direct bank",
    "cash on delivery",
    "cod",
    "cash",
    "che(?:ck|que)s?",
    "money order",
    "pay (?:in|at) store",
    "pay on pickup",
    "invoice",
  ],
  ja: ["銀行振込", "代金引換", "代引き?", "郵便振替", "現金", "店頭払い"],
  vi: ["thanh toán khi nhận hàng", "cod", "chuyển khoản", "tiền mặt"],
  th: ["โอนเงิน", "เก็บเงินปลายทาง", "เงินสด", "โอนผ่านธนาคาร"],
  id: ["transfer bank", "transfer manual", "bayar di tempat", "cod", "tunai"],
  zh: ["貨到付款", "銀行轉帳", "匯款", "現金", "取貨付款", "貨到"],
});

/** A heading over the ways of paying. */
export const methodLabel = idea({
  ko: ["결제 ?(?:수단|방법|방식)", "지불 ?(?:수단|방법)"],
  en: [
    "payment(?: (?:methods?|options?|details?|information|type))?",
    "pay(?:ing)? with",
    "select (?:a )?payment",
    "billing",
  ],
  ja: ["お?支払い?(?:い)?(?:方法)?", "決済方法"],
  vi: ["(?:phương thức|hình thức|cách)? ?thanh toán"],
  th: ["(?:วิธี|ช่องทาง)(?:การ)?ชำระเงิน", "การชำระเงิน"],
  id: ["(?:metode|cara|pilihan) pembayaran", "pembayaran"],
  zh: ["付款(?:方式|方法)", "支付方式", "結帳方式"],
});

/** The page where an order is written. */
export const orderPage = idea({
  ko: ["주문서", "주문/?결제", "주문 ?결제", "결제 ?(?:하기|페이지|정보)", "주문서 ?작성", "주문 ?작성"],
  en: [
    "checkout",
    "check out",
    "order form",
    "payment",
    "billing (?:details|address)",
    "secure checkout",
    "place order",
  ],
  ja: ["ご?注文(?:手続き|内容|情報|フォーム)", "レジ", "お支払い", "購入手続き", "チェックアウト", "ご注文"],
  vi: ["thanh toán", "đặt hàng"],
  th: ["ชำระเงิน", "สั่งซื้อ", "เช็คเอาท์", "เช็คเอาต์"],
  id: ["checkout", "pembayaran", "pemesanan"],
  zh: ["結帳", "付款", "訂單", "结算"],
});

/** The basket. */
export const basket = idea({
  ko: ["장바구니", "카트"],
  en: ["(?:shopping )?(?:cart|bag|basket)"],
  ja: ["カート", "買い物かご", "ショッピングカート"],
  vi: ["giỏ hàng"],
  th: ["ตะกร้า(?:สินค้า)?", "รถเข็น"],
  id: ["keranjang(?: belanja)?"],
  zh: ["購物車", "购物车", "購物袋"],
});

/** Not today: said by a button that does nothing but say so. */
export const unavailable = idea({
  ko: [
    "품절",
    "준비 ?중",
    "판매 ?(?:종료|중지|중단|예정)",
    "일시 ?품절",
    "재입고",
    "매진",
    "오픈 ?예정",
    "입고 ?(?:예정|알림)",
    "구매 ?불가",
    "결제 ?(?:불가|준비|점검|연동 ?예정)",
  ],
  en: [
    "sold out",
    "out of stock",
    "unavailable",
    "coming soon",
    "notify me",
    "not available",
    "currently closed",
    "discontinued",
    "waitlist",
  ],
  ja: [
    "売り?切れ",
    "在庫切れ",
    "完売",
    "品切れ",
    "準備中",
    "入荷(?:待ち|お知らせ)",
    "販売(?:終了|停止)",
    "sold ?out",
    "近日",
  ],
  vi: ["hết hàng", "tạm hết", "ngừng (?:bán|kinh doanh)", "sắp có", "đang cập nhật"],
  th: ["สินค้าหมด", "หมดแล้ว", "ของหมด", "หมดสต็อก", "ยังไม่เปิดขาย", "เร็ว ?ๆ ?นี้"],
  id: ["stok habis", "habis", "tidak tersedia", "segera hadir", "terjual habis", "kosong"],
  zh: ["售完", "已售完", "缺貨", "補貨中", "完售", "售罄", "貨到通知", "即將開賣", "準備中", "停售"],
});

/** Sold out, as a statement about a product. */
export const soldOut = idea({
  ko: ["품절", "매진", "일시 ?품절"],
  en: ["sold out", "out of stock"],
  ja: ["売り?切れ", "在庫切れ", "完売", "品切れ"],
  vi: ["hết hàng", "tạm hết"],
  th: ["สินค้าหมด", "หมดสต็อก", "ของหมด"],
  id: ["stok habis", "habis terjual"],
  zh: ["售完", "缺貨", "售罄", "完售"],
});

/** Ask us: in place of a price, or in place of a button. */
export const quote = idea({
  ko: [
    "견적",
    "가격 ?(?:문의|협의|상담)",
    "별도 ?(?:문의|협의)",
    "문의 ?(?:바랍니다|주세요|하기)",
    "상담 ?(?:신청|문의)",
    "금액 ?직접 ?입력",
    "전화 ?(?:문의|주문)",
    "시세",
  ],
  en: [
    "(?:request|get|ask for) (?:a |your )?(?:free )?(?:quot(?:e|ation)|estimate|price)",
    "price (?:up)?on (?:request|application)",
    "contact (?:us )?for (?:a )?(?:price|pricing|quote)",
    "call for (?:price|pricing)",
    "poa",
    "inquire",
    "enquire",
    "make an offer",
    "contact sales",
    "contact us to (?:order|buy|purchase)",
  ],
  ja: ["お?見積も?り?", "価格(?:は)?(?:お問い?合わせ|応相談)", "時価", "応相談", "ask"],
  vi: ["báo giá", "liên hệ(?: (?:giá|để biết|mua|đặt))?", "giá:? liên hệ", "thỏa thuận"],
  th: ["ขอใบเสนอราคา", "ใบเสนอราคา", "สอบถามราคา", "ติดต่อสอบถาม"],
  id: ["minta penawaran", "hubungi (?:kami )?(?:untuk )?harga", "harga:? (?:hubungi|nego)", "permintaan harga"],
  zh: ["詢價", "報價", "電洽", "價格(?:請)?(?:洽詢|面議|詢問)", "請洽"],
});

/** A product that is not one. */
export const testName =
  /^(?:\[?(?:test|testing|테스트|テスト|sample|샘플|サンプル|dummy|더미|ダミー|demo|데모|thử nghiệm|ทดสอบ|uji coba|contoh|測試|测试|範例)\]?)[\s_\-#.:]*(?:product|item|goods|상품|제품|商品|sản phẩm|สินค้า|produk)?[\s_\-#.:]*\p{N}{0,4}[a-z]?$|(?:test|dummy|placeholder|example|sample|demo) ?(?:product|item|goods)(?: title)?(?! (?:set|kit|pack|box|bag))|테스트 ?(?:상품|제품|용|중)|더미 ?상품|샘플 ?상품|예시 ?상품|テスト(?:商品|用)|ダミー商品|サンプル商品|sản phẩm (?:test|mẫu|thử nghiệm|demo)(?!\p{L})|สินค้า(?:ทดสอบ|ตัวอย่าง)|produk (?:tes|test|uji coba|contoh|dummy)(?!\p{L})|(?:測試|测试|範例|示範)(?:商品|產品|用)|[[(](?:test|테스트|テスト|測試|do not buy|구매 ?금지|결제 ?금지)[\])]|lorem ipsum|(?<![a-z])(?:asdf|qwer|aaaa+|xxxx+)(?![a-z])|구매하지 ?마세요|결제 ?테스트|^(?:상품명|제품명|商品名|product name|product title|item name|tên sản phẩm|ชื่อสินค้า|nama produk|商品名稱|untitled|no name)$/u;

/** A name a template brings along, numbered. */
export const genericName =
  /^(?:product|item|goods|상품|제품|商品|sản phẩm|สินค้า|produk)[\s_\-#.:]*(?:\p{N}{1,3}|[a-z]|name|title)$/u;

/** Markets of others: selling there is no shop of one's own. */
export const marketplaceHost =
  /(?:^|\.)(?:smartstore\.naver\.com|brand\.naver\.com|shopping\.naver\.com|coupang\.com|11st\.co\.kr|gmarket\.co\.kr|auction\.co\.kr|interpark\.com|tmon\.co\.kr|wemakeprice\.com|ssg\.com|lotteon\.com|idus\.com|wadiz\.kr|tumblbug\.com|zigzag\.kr|a-bly\.com|musinsa\.com|29cm\.co\.kr|kurly\.com|amazon\.[a-z.]+|amzn\.to|ebay\.[a-z.]+|etsy\.com|aliexpress\.com|taobao\.com|tmall\.com|jd\.com|rakuten\.co\.jp|shopping\.yahoo\.co\.jp|paypaymall\.yahoo\.co\.jp|mercari\.com|zozo\.jp|qoo10\.[a-z.]+|minne\.com|creema\.jp|shopee\.[a-z.]+|lazada\.[a-z.]+|tiki\.vn|sendo\.vn|tokopedia\.com|tokopedia\.link|bukalapak\.com|blibli\.com|ruten\.com\.tw|shop\.pchome\.com\.tw|24h\.pchome\.com\.tw|momoshop\.com\.tw|books\.com\.tw|pinkoi\.com|walmart\.com|target\.com|kickstarter\.com|indiegogo\.com)$/u;

/** Talking instead of buying. */
export const messengerHref =
  /^(?:tel:|mailto:|sms:|kakaotalk:|line:|whatsapp:|zalo:)|(?:^|\/\/)(?:www\.)?(?:wa\.me|api\.whatsapp\.com|line\.me|lin\.ee|pf\.kakao\.com|open\.kakao\.com|m\.me|zalo\.me|t\.me|instagram\.com|facebook\.com|talk\.naver\.com|forms\.gle|docs\.google\.com\/forms)/u;

/** Hosts and globals of payment companies and their kits. */
export const paymentHost =
  /(?:^|[./])(?:portone\.(?:io|cloud)|iamport\.(?:kr|co)|inicis\.com|stdpay\.inicis\.com|tosspayments\.com|js\.tosspayments\.com|nicepay\.co\.kr|kcp\.co\.kr|easypay\.co\.kr|kicc\.co\.kr|ksnet\.co\.kr|danalpay\.com|teledit\.com|smartropay\.co\.kr|settlebank\.co\.kr|hectofinancial\.co\.kr|payletter\.com|eximbay\.com|paymentwall\.com|payapp\.kr|bootpay\.co\.kr|kakaopay\.com|pay\.naver\.com|payco\.com|mobilians\.co\.kr|galaxiamoneytree|welcomepayments|paypal\.com|paypalobjects\.com|stripe\.com|braintreegateway\.com|braintree-api\.com|adyen\.com|checkout\.com|klarna\.com|klarnacdn\.net|afterpay\.com|squareup\.com|squarecdn\.com|squareupsandbox\.com|authorize\.net|worldpay\.com|mollie\.com|razorpay\.com|payu\.[a-z]+|2c2p\.com|omise\.co|opn\.ooo|gbprimepay\.com|ksher\.|scb\.co\.th|komoju\.com|pay\.jp|veritrans\.co\.jp|gmopg\.jp|gmo-pg\.com|sbpayment\.jp|paypay\.ne\.jp|payments-amazon\.com|paidy\.com|univapay\.com|vnpayment\.vn|vnpay\.vn|momo\.vn|zalopay\.vn|onepay\.vn|payoo\.vn|napas\.com\.vn|midtrans\.com|veritrans\.co\.id|xendit\.co|doku\.com|duitku\.com|ipaymu\.com|faspay\.co\.id|ipay88\.|ecpay\.com\.tw|newebpay\.com|tappaysdk\.com|gomypay\.asia|suntech\.com\.tw|jkopay\.com|line-pay|pay\.line\.me|airwallex\.com|rapyd\.net|payoneer\.com|fondy\.eu|fastspring\.com|paddle\.com|gumroad\.com|lemonsqueezy\.com|chargebee\.com|recurly\.com|snipcart\.com)/u;

export const paymentCall =
  /\b(?:IMP\.(?:request_pay|init|certification)|PortOne\.(?:requestPayment|loadPaymentUI|requestIssueBillingKey)|TossPayments\s*\(|PaymentWidget\s*\(|INIStdPay\.pay|AUTHNICE\.requestPay|nicepayStart|goPay\s*\(|KCP_Pay_Execute|jsf__pay|easypay_|BootPay\.request|Bootpay\.requestPayment|PayApp\.|Kakao\.Pay|Naver\.Pay\.create|stripe\.(?:confirm\w+|redirectToCheckout|createToken|createPaymentMethod|elements)|Stripe\s*\(|paypal\.Buttons|paypal\.checkout|braintree\.|Adyen(?:Checkout)?\s*\(|Payjp\s*\(|Komoju|OmiseCard\.|Omise\.|snap\.(?:pay|embed)\s*\(|Xendit\.|loadJokulCheckout|TPDirect\.|ECPay|Razorpay\s*\(|ApplePaySession|PaymentRequest\s*\(|Paddle\.(?:Checkout|Setup)|Multipayment\.|SpsvApi|amazon\.Pay\.|PayPay\.)/;
